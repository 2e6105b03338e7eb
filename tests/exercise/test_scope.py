"""A post outside of the drill: nothing comes to it, nothing is asked of it, and the score and the record know."""

from __future__ import annotations

from drill.exercise.contact import events as e
from drill.exercise.contact.events import Row
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.story import tell
from drill.model.chart import Chart
from drill.report.record import record
from drill.scoring.score import score
from tests.builders import Data, a_chart, a_scenario, a_setup, contact, events, run, state_of, task

OUT: Data = {"name": "out", "holder": "ann", "deputies": ["ben"], "in_scope": False}


def chart(**more: object) -> Chart:
    """`out` would report to `a`, which reports to `b`; the group `some` is `out` alone, `all` is everybody."""
    groups = {"some": {"name": "some", "members": ["out"]}, "all": {"name": "all", "members": ["out", "a", "b"]}}
    posts: dict[str, Data | list[str]] = {"out": OUT, "a": ["ann"], "b": ["ben", "cat"]}
    return a_chart(posts, contact("out", "a"), contact("a", "b"), groups=groups, **more)


def spoken_of(rows: list[Row], post: str) -> list[Row]:
    """Rows after the first that name the post."""
    return [row for row in rows[1:] if f"'{post}'" in repr(row.event)]


def test_an_inject_for_posts_outside_alone_does_not_come_and_nobody_learns_anything() -> None:
    for to in ("out", "some"):
        rows = run(a_setup(chart(), a_scenario(to, tasks={"act": task("action", "a", opens=TOLD)})))
        assert [row.event.reason for row in rows if isinstance(row.event, e.InjectSkipped)] == ["out_of_scope"]
        assert not events(rows, e.MessageAcknowledged)
        found = score(rows)
        assert [row.reason for row in found.contacts] == ["out_of_scope", "not_on_course", "not_on_course"]
        assert {d.name: (d.numerator, d.denominator) for d in found.dimensions.values() if d.denominator} == {
            "actions": (0, 1)
        }
        assert "outside of the drill" in record(found, "en")


TOLD = {"when": {"told": {"post": "a", "message": "notice"}}}


def test_an_inject_for_a_group_comes_to_those_of_it_who_take_part() -> None:
    rows = run(a_setup(chart(), a_scenario("all")))
    assert events(rows, e.InjectDelivered)[0].posts == ("a", "b")
    assert spoken_of(rows, "out") == []
    assert score(rows).completeness.numerator == score(rows).completeness.denominator == 2


def test_a_person_who_also_holds_a_post_outside_learns_for_the_posts_of_the_drill_only() -> None:
    rows = run(a_setup(chart(), a_scenario("a")))
    assert {event.post for event in events(rows, e.MessageAcknowledged)} == {"a", "b"}


def test_tasks_counts_and_meetings_ask_nothing_of_a_post_outside() -> None:
    duties = {"meeting": {"name": "meeting", "convener": "out", "members": ["out", "a"], "quorum": 1}}
    tasks = {
        "judge": task("level", "out", right=2),
        "meet": task("convene", "out", duty="meeting"),
        "act": task("action", "out"),
    }
    counts = {"after": "notice", "from": ["all"], "to": "out", "label": "cases", "within_min": 9, "why": "w"}
    rows = run(a_setup(chart(duties=duties), a_scenario("a", tasks=tasks, counts=counts)))
    assert not events(rows, e.TaskOpened)
    assert not events(rows, e.CountTaken)
    found = score(rows)
    assert {name for name, d in found.dimensions.items() if d.denominator} <= {"completeness", "timeliness", "fidelity"}
    assert spoken_of(rows, "out") == []


def test_a_count_leaves_out_the_posts_outside_and_is_complete_without_them() -> None:
    counts = {
        "after": "notice",
        "from": ["out", "a"],
        "to": "b",
        "label": "cases",
        "values": {"out": 5, "a": 2},
        "within_min": 9,
        "why": "w",
    }
    rows = run(a_setup(chart(), a_scenario("a", counts=counts)))
    assert events(rows, e.CountsTotalled)[0].total == 2
    closure = score(rows).dimensions["closure"]
    assert closure.numerator == closure.denominator == 2


def test_a_role_is_played_by_its_first_post_within_the_drill() -> None:
    posts: dict[str, Data | list[str]] = {
        "out": OUT | {"role": "head"},
        "a": {"name": "a", "holder": "ann", "role": "head"},
    }
    rows = run(a_setup(a_chart(posts), a_scenario("a", tasks={"act": task("action", "head")})))
    assert [event.post for event in events(rows, e.ActionDone)] == ["a"]


def test_nobody_plays_a_post_outside() -> None:
    assert a_setup(chart(), a_scenario("a"), played=("out", "a")).played == ("a",)


def test_the_story_says_why_such_an_inject_does_not_come() -> None:
    setup: Setup = a_setup(chart(), a_scenario("out"))
    rows = run(setup)
    place = next(i for i, row in enumerate(rows) if isinstance(row.event, e.InjectSkipped))
    line = tell(state_of(setup, rows[:place]), rows[place])
    assert line is not None
    assert line.code == "story.inject_outside"
