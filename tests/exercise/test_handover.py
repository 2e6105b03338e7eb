"""Who has a post in hand: leave and hours follow the clock, and a message is passed on by somebody who heard it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import pytest
from hypothesis import given

from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact import events as e
from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import ContactKey, State
from drill.model.chart import Chart
from drill.report.record import record
from drill.scoring.conduct import timeliness
from drill.scoring.evidence import Evidence, Mark
from drill.scoring.score import score
from tests.builders import (
    LAWS,
    Data,
    a_chart,
    a_scenario,
    a_setup,
    contact,
    events,
    person,
    run,
    setups,
    shipped,
    shipped_names,
)
from tests.exercise.live import Wall, drive

DAY = "2023-11-17"
"""A Friday; drills begin on the Thursday before."""
RESTORED: Data = {"to": ["a"], "channel": "system", "sender": "m", "text": "up", "gives": "up"}
MESSAGES = {
    "notice": {"title": "The notice", "items": ["what"]},
    "up": {"title": "All is well", "kind": "restoration", "items": ["where"]},
}


def late(start: str, again_min: float = 0, **more: object) -> Setup:
    """a reports to b, b to c; the notice at once, that all is well after `again_min` minutes."""
    extra = {"messages": MESSAGES, "injects": {"up": RESTORED | {"opens": {"at_min": again_min}}}} if again_min else {}
    chart = a_chart({"a": ["ann"], "b": ["ben", "bob"], "c": ["cat"]}, *CHAIN, persons=more.pop("persons", {}))
    return a_setup(chart, a_scenario("a", start=start, length_min=600, **extra), **more)


CHAIN = (contact("a", "b", by=["desk", "mobile"]), contact("b", "c", by=["desk", "mobile"]))


def off(first: str, last: str, *channels: str) -> Data:
    """Somebody on leave on these days."""
    return person(*(channels or ("mobile",)), leave=[{"from": first, "to": last}])


def told(rows: Iterable[Row], post: str, message: str = "notice") -> str | None:
    """Who acknowledged a message for a post first."""
    found = (each for each in events(rows, e.MessageAcknowledged) if (each.post, each.message) == (post, message))
    return next((each.person for each in found), None)


def handed(rows: Iterable[Row]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(each.post, each.person, each.to_person, each.messages) for each in events(rows, e.PostHandedOver)]


def callers(rows: Iterable[Row], message: str) -> list[str]:
    """Who telephoned for b about a message."""
    return [each.person for each in events(rows, e.CallPlaced) if (each.caller, each.message) == ("b", message)]


def test_leave_that_begins_at_midnight_is_known_from_midnight_on() -> None:
    rows = run(late("2023-11-16T23:00", 90, persons={"ben": off(DAY, DAY)}))
    assert (told(rows, "b"), told(rows, "b", "up")) == ("ben", "bob")
    assert handed(rows) == [("b", "ben", "bob", ("notice",))]
    assert callers(rows, "up") == ["bob"]
    assert events(rows, e.LeaveBegan) == [e.LeaveBegan("ben")]
    assert "is handed over" in record(score(rows), "en")


def test_leave_that_ends_at_midnight_brings_the_holder_back_who_takes_over() -> None:
    rows = run(late("2023-11-16T23:00", 90, persons={"ben": off("2023-11-16", "2023-11-16")}))
    assert (told(rows, "b"), told(rows, "b", "up")) == ("bob", "ben")
    assert handed(rows) == [("b", "bob", "ben", ("notice",))]


def test_a_deputy_on_leave_from_midnight_is_passed_over_as_well() -> None:
    people = {"ben": off("2023-11-16", DAY), "bob": off(DAY, DAY)}
    rows = run(late("2023-11-16T23:00", 90, persons=people))
    assert (told(rows, "b"), told(rows, "b", "up")) == ("bob", None)
    assert handed(rows) == []  # nobody is there to take it over


def test_a_post_whose_people_are_all_away_till_midnight_is_required_and_told_after_it() -> None:
    back = {name: off("2023-11-10", "2023-11-16") for name in ("ben", "bob")}
    rows = run(late("2023-11-16T23:00", persons=back))
    assert told(rows, "b") == "ben"
    assert score(rows).completeness.denominator == 3
    gone = {name: off("2023-11-10", "2023-11-20") for name in ("ben", "bob")}
    rows = run(late("2023-11-16T23:00", persons=gone))
    assert [(row.post, row.required, row.reason) for row in score(rows).contacts if row.post == "b"] == [
        ("b", False, "on_leave")
    ]


def test_a_call_to_somebody_whose_leave_begins_is_over_and_the_deputy_is_called() -> None:
    rows = run(late("2023-11-16T23:59:30", persons={"ben": off(DAY, DAY)}))
    assert told(rows, "b") == "bob"
    assert [each.to_person for each in events(rows, e.CallPlaced) if each.callee == "b"] == ["ben", "bob"]


def test_whoever_was_named_as_away_stays_so_whatever_the_calendar_says() -> None:
    setup = late("2023-11-16T23:00", 90, persons={"ben": off("2023-11-16", "2023-11-16")}, away=["ben"])
    assert setup.leave == ()
    assert told(run(setup), "b", "up") == "bob"


def test_leave_that_ends_does_not_bring_back_somebody_who_is_missing_unannounced() -> None:
    rows = run(late("2023-11-16T23:00", 90, persons={"ben": off("2023-11-16", "2023-11-16")}, absent=["ben"]))
    assert (told(rows, "b"), told(rows, "b", "up"), handed(rows)) == ("bob", "bob", [])


def test_a_later_message_is_passed_on_by_who_heard_it_when_the_first_has_gone_home() -> None:
    rows = run(late("2023-11-16T17:00", 25, persons={"ben": person("desk@office"), "bob": person("mobile")}))
    assert (told(rows, "b"), told(rows, "b", "up")) == ("ben", "bob")
    assert (callers(rows, "notice"), callers(rows, "up")) == (["ben"], ["bob"])


def test_a_holder_whose_hours_begin_takes_over_and_passes_on_what_is_left() -> None:
    rows = run(late("2023-11-16T08:00", 60, persons={"ben": person("desk@office"), "bob": person("mobile")}))
    assert handed(rows)[0] == ("b", "bob", "ben", ("notice",))
    assert (told(rows, "b", "up"), callers(rows, "up")) == ("ben", ["ben"])


def test_a_person_of_two_posts_hands_over_both() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "bob"], "c": ["ben", "cat"]},
        contact("a", "b", by=["mobile"]),
        persons={"ben": off(DAY, DAY)},
    )
    rows = run(a_setup(chart, a_scenario("a", start="2023-11-16T23:00")))
    assert handed(rows) == [("b", "ben", "bob", ("notice",)), ("c", "ben", "cat", ("notice",))]


def two_posts(by: str, **people: Sequence[str]) -> tuple[list[Row], Mark]:
    """a tells b and c, b tells c by some way; the holders of `b` and `c` leave at midnight, an hour later."""
    chart = a_chart(
        {"a": ["ann"], **people},
        contact("a", "b", by=["mobile"], order=1),
        contact("a", "c", by=["mobile"], order=2),
        contact("b", "c", by=[by], deadline_min=30),
        persons={first: off(DAY, DAY) for first, *_ in people.values()},
    )
    rows = run(a_setup(chart, a_scenario("a", start="2023-11-16T23:00")))
    return rows, next(mark for mark in timeliness(Evidence.of(rows)) if (mark.post, mark.target) == ("b", "c"))


def test_what_one_person_had_for_two_posts_nobody_tells_again_when_they_get_two_others() -> None:
    rows, mark = two_posts("mobile", b=["ben", "bob"], c=["ben", "cat"])
    assert [(post, to) for post, _, to, _ in handed(rows)] == [("b", "bob"), ("c", "cat")]
    assert callers(rows, "notice") == []
    first = next(row.at_ms for row in rows if isinstance(row.event, e.MessageAcknowledged) and row.event.post == "c")
    assert (mark.code, mark.at_ms) == ("mark.contact_in_time", first)


def test_what_two_people_had_is_needless_from_the_moment_one_person_gets_both_posts() -> None:
    rows, mark = two_posts("radio", b=["ben", "dan"], c=["cat", "dan"])
    assert [(post, to) for post, _, to, _ in handed(rows)] == [("b", "dan"), ("c", "dan")]
    assert (mark.code, mark.at_ms) == ("mark.contact_late", 3_600_000)


@LAWS
@given(setups())
def test_a_contact_that_is_made_stays_so_whoever_has_the_posts_later(setup: Setup) -> None:
    links = [link for links in setup.contacts.drilled.values() for link in links]
    keys = [ContactKey(*link[:2], message, link.contact.kind) for link in links for message in setup.scenario.messages]
    made: dict[ContactKey, int] = {}

    def look(before: State, _row: Row) -> None:
        now = {key: at for key in keys if (at := before.made_at(key)) is not None}
        assert made.items() <= now.items()
        made.update(now)

    DRILL.fold(setup, run(setup), look)


@pytest.mark.parametrize(("deputy_stays", "messages"), [(True, ("notice",)), (False, ())])
def test_whom_the_facilitator_marks_as_back_is_told_what_can_be_told(
    deputy_stays: bool, messages: tuple[str, ...]
) -> None:
    wall, setup = Wall(), late("2023-11-16T14:00", absent=["ben"])
    session = LiveSession.begin(setup, DrillClock(wall))
    script: list[tuple[int, c.AnyCommand]] = [(3_000_000, c.MarkPerson("ben", present=True))]
    if not deputy_stays:
        script.insert(0, (2_900_000, c.MarkPerson("bob")))
    drive(session, wall, script)
    assert handed(session.rows) == [("b", "bob", "ben", messages)]
    assert session.state.voice("b", "notice") == ("ben" if deputy_stays else None)
    assert DRILL.replay(session.rows).rows == session.rows


def test_a_message_whose_only_hearer_is_gone_is_passed_on_by_nobody() -> None:
    wall, setup = Wall(), late("2023-11-16T14:00")
    session = LiveSession.begin(setup, DrillClock(wall))
    first = next(
        row.at_ms for row in run(setup) if isinstance(row.event, e.MessageAcknowledged) and row.event.post == "b"
    )
    drive(session, wall, [(first + 1, c.MarkPerson("ben"))])
    assert told(session.rows, "c") is None
    assert callers(session.rows, "notice") == []


def passed_on_by_others(setup: Setup, rows: list[Row]) -> list[e.AnyEvent]:
    """Calls and mails of people who had not heard the message."""
    heard: set[tuple[str, str]] = set()
    wrong: list[e.AnyEvent] = []
    for row in rows:
        match row.event:
            case e.MessageAcknowledged(person=who, message=message):
                heard.add((who, message))
            case e.PostHandedOver(to_person=who, messages=messages):
                heard.update((who, message) for message in messages)
            case e.MeetingConvened(duty=duty, post=post):
                heard.update((who, f"convene:{duty}") for who in setup.chart.candidates(post))
            case e.CountTaken(post=post):
                heard.update((who, f"count:{post}") for who in setup.chart.candidates(post))
            case (e.CallPlaced() | e.MessageSent()) as event if (event.person, event.message) not in heard:
                wrong.append(event)
    return wrong


@LAWS
@given(setups())
def test_only_who_has_heard_a_message_passes_it_on(setup: Setup) -> None:
    assert passed_on_by_others(setup, run(setup)) == []


@pytest.mark.parametrize("name", shipped_names())
def test_in_shipped_drills_only_who_has_heard_a_message_passes_it_on(name: str) -> None:
    chart, scenario = shipped(name)
    for start in (scenario.start, datetime(2023, 11, 28, 7, 50), datetime(2023, 11, 28, 17, 0)):
        setup = a_setup(chart, scenario, start=start)
        assert passed_on_by_others(setup, run(setup)) == []


def test_the_leave_calendar_leaves_no_trace_but_who_is_away_when() -> None:
    setup = late("2023-11-16T23:00", persons={"ben": off(DAY, DAY)})
    assert setup.leave == ((3_600_000, "ben", True),)
    assert all(not each.leave for each in setup.chart.persons.values())
    assert Setup.from_event(setup.first_event) == setup
    assert isinstance(setup.chart, Chart)
