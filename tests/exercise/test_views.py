"""What people at a post may see: nothing that is still to come, no answer, and no other post's private matters.

The test of secrecy: a scenario in which everything secret reads otherwise gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.exercise.contact import events as e
from drill.exercise.contact.events import Row
from drill.exercise.contact.evolve import evolve
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.overview import overview
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.contact.story import StoryLine, tell
from drill.exercise.contact.viewing import view
from drill.model.scenario import Scenario
from drill.text.catalogue import catalogue
from tests.builders import (
    LAWS,
    Data,
    a_chart,
    a_scenario,
    a_setup,
    contact,
    run,
    setups,
    shipped,
    shipped_names,
    state_of,
)

SECRET = {"ja": "秘密", "en": "secret"}


def story(setup: Setup, rows: Iterable[Row]) -> list[tuple[Row, StoryLine]]:
    """Every line of a drill, with the row it is told of."""
    lines: list[tuple[Row, StoryLine]] = []
    DRILL.fold(setup, rows, lambda before, row: lines.extend((row, line) for line in [tell(before, row)] if line))
    return lines


def with_other_secrets(state: State, posts: tuple[str, ...]) -> Setup:
    """The same drill, with everything that people at `posts` may not know yet saying something else."""
    setup = state.setup
    data: Data = setup.scenario.model_dump(mode="json", by_alias=True, exclude_none=True)
    seen = {name for name, inject in state.injects.items() if set(posts) & set(inject.posts)}
    for inject in (inject for name, inject in data["injects"].items() if name not in seen):
        inject |= {"text": SECRET, "sender": SECRET, "channel": "press", "opens": {"at_min": 999}}
    for name, task in data["tasks"].items():
        opened = name in state.tasks and state.tasks[name].post in posts
        _change_task(task, opened)
    told = {i for c in state.calls.values() if {c.key.caller, c.key.target} & set(posts) for i in c.told}
    known = {item for post in posts for k in state.known.get(post, {}).values() for item in k.heard} | told
    for name, item in data["items"].items():
        if name not in known:
            item["value"] = SECRET
    if "counts" in data:
        mine = {post: setup.true_count(post) for post in posts}
        data["counts"] |= {"values": mine, "default": 12345, "why": SECRET}
    for clock in (clock for name, clock in data["clocks"].items() if name not in state.clocks):
        clock |= {"title": SECRET, "due_h": 1}
    for phase in (phase for name, phase in data["phases"].items() if name != state.phase):
        phase["title"] = SECRET
    data |= {"quiz": {}, "objectives": {}, "reference": [], "level": (data["level"] + 1) % 4, "length_min": 9999}
    data["publish"] = not data["publish"]
    return replace(setup, scenario=Scenario.model_validate(data))


def _change_task(task: Data, opened: bool) -> None:
    task |= {"weight": 9, "why": SECRET, "objective": None}
    if task["kind"] == "level":
        task["right"] = (task["right"] + 1) % 4
    if task["kind"] == "action":
        task |= {"expected": not task["expected"], "within_min": 77, "requires": None}
    if not opened:
        task |= {"title": SECRET, "within_min": 99}
    for option in task["options"].values():
        option.update({"right": True, "why": SECRET} | ({} if opened else {"text": SECRET}))


def assert_secret(setup: Setup, rows: list[Row], posts: tuple[str, ...], end: int) -> None:
    """At the moment after `end` rows, neither view nor story depends on anything secret."""
    state = state_of(setup, rows[:end])
    other = state_of(with_other_secrets(state, posts), rows[:end])
    for later_ms in (0, 30_000):
        at_ms = state.now_ms + later_ms
        assert view(other, posts, at_ms) == view(state, posts, at_ms)


@LAWS
@given(setups(played=True), st.integers(0, 2**32))
def test_a_view_holds_no_future_inject_no_answer_and_no_private_item(setup: Setup, seed: int) -> None:
    dice, rows = Random(seed), run(replace(setup, played=()))
    for _ in range(4):
        posts = tuple(dice.sample(list(setup.chart.posts), dice.randint(1, 2)))
        assert_secret(setup, rows, posts, dice.randint(1, len(rows)))


@pytest.mark.parametrize("name", shipped_names())
def test_a_view_of_a_shipped_drill_holds_nothing_secret(name: str) -> None:
    dice, setup = Random(name), a_setup(*shipped(name))
    rows = run(setup)
    begun = state_of(setup, rows[:2])
    others = state_of(with_other_secrets(begun, ()), rows[:2])
    assert overview(others) != overview(begun)  # the facilitator does see them
    for _ in range(25):
        posts = tuple(dice.sample(list(setup.chart.posts), dice.randint(1, 2)))
        assert_secret(setup, rows, posts, dice.randint(1, len(rows)))


def concerned(row: Row, state: State) -> set[str]:
    """The posts an event happens to, read off the event and the call it belongs to."""
    event: Any = row.event
    named = {getattr(event, name, None) for name in ("post", "caller", "source", "sender")}
    named |= set(getattr(event, "posts", ())) | {post for post, _ in getattr(event, "to", ())}
    if isinstance(event, (e.CallFailed, e.WordLeft)):
        named |= {state.calls[event.call].key.caller}
    elif isinstance(event, (e.CallAnswered, e.ItemsTold, e.ReadBack, e.CallEnded)) and event.call in state.calls:
        named |= {state.calls[event.call].key.caller, state.calls[event.call].key.target}
    return named - {None}  # type: ignore[return-value]


def assert_private(setup: Setup, rows: list[Row]) -> None:
    """Every line is shown only to posts its event happens to, and says nothing of another inject or answer."""
    say, state = catalogue("en"), State(setup)
    for row in rows:
        line = tell(state, row)
        if line and not isinstance(row.event, (e.PhaseEntered, e.DrillEnded, e.QuorumReached)):
            assert line.posts <= concerned(row, state), (row, line)
        if line and isinstance(row.event, e.QuorumReached):
            assert all(state.knows(post, f"convene:{row.event.duty}") for post in line.posts)
        if line and line.text:
            assert isinstance(row.event, e.InjectDelivered)
            assert line.posts == {*row.event.posts}
        assert line is None or line.say(say)
        state = evolve(state, row.event, row.at_ms)


@LAWS
@given(setups())
def test_the_story_tells_each_post_only_what_happens_to_it(setup: Setup) -> None:
    assert_private(setup, run(setup))


@pytest.mark.parametrize("name", shipped_names())
def test_the_story_of_a_shipped_drill_tells_each_post_only_what_happens_to_it(name: str) -> None:
    setup = a_setup(*shipped(name))
    rows = run(setup)
    assert_private(setup, rows)
    hidden = {t.why for t in setup.scenario.tasks.values()}
    hidden |= {o.why for t in setup.scenario.tasks.values() for o in t.options.values() if o.why}
    assert not hidden & {line.text for _, line in story(setup, rows)}


def test_a_telephone_rings_only_where_the_called_person_is() -> None:
    """The deputy is called: whoever plays the holder's post sees nothing of it, nor the mail to the absent."""
    chart = a_chart({"a": ["ann"], "b": ["ben", "cat"]}, contact("a", "b", by=["mail", "desk"], policy={"attempts": 1}))
    setup = a_setup(chart, a_scenario(), played=("b",), absent=["ben"])
    rows = run(replace(setup, played=("b",)))
    for end in range(1, len(rows)):
        state = state_of(setup, rows[:end])
        seen = view(state, ("b",), state.now_ms)
        assert not [todo for todo in seen.todo if todo.kind == "mail"]
        assert [call.person for call in seen.calls if not call.as_caller] in ([], ["ann"])


@LAWS
@given(setups(played=True))
def test_views_and_overview_can_be_made_at_every_moment(setup: Setup) -> None:
    rows = run(setup)
    for end in range(1, len(rows), 1 + len(rows) // 20):
        state = state_of(setup, rows[:end])
        everybody = view(state, tuple(setup.chart.posts), state.now_ms)
        assert {card.post for card in everybody.cards} == set(setup.chart.posts)
        assert len(overview(state).persons) == len(setup.chart.persons)


def test_a_chart_without_criteria_still_lets_somebody_choose_a_level() -> None:
    chart, scenario = shipped("nws-stop")
    bare = Setup.make(chart.model_copy(update={"levels": {}}), scenario, played=("csirt_manager",))
    state = State(bare)
    for row in (Row(0, bare.first_event), Row(1, e.TaskOpened("judge_level", "csirt_manager"))):
        state = evolve(state, row.event, row.at_ms)
    (todo,) = (t for t in view(state, ("csirt_manager",), 2).todo if t.kind == "level")
    assert [level for level, _ in todo.levels] == [0, 1, 2, 3]
    assert all(text.ja and text.en for _, text in todo.levels)


def test_a_contact_to_all_who_have_a_role_is_called_by_their_posts_on_card_and_list() -> None:
    chart = a_chart(
        {"a": ["ann"], **{post: {"name": post.upper(), "holder": post, "role": "head"} for post in ("hall", "ward")}},
        contact("a", "head"),
    )
    setup = a_setup(chart, a_scenario("a"))
    rows = run(setup)
    told = next(i for i, row in enumerate(rows) if isinstance(row.event, e.MessageAcknowledged))
    state = state_of(setup, rows[: told + 1])
    mine = view(state, ("a",), state.now_ms)
    owed = [todo.title for todo in mine.todo if todo.kind == "contacts"]
    assert [each.get("en") for each in (*owed, *(owes.target for owes in mine.cards[0].owes))] == ["HALL, WARD"] * 2
