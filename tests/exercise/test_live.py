"""Live drills: however the wall clock ticks and wherever a transcript is cut, the log comes out the same."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.exercise.chain import dump
from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact import events as e
from drill.exercise.contact.events import Row
from drill.exercise.contact.evolve import evolve
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.contact.viewing import view
from drill.scoring.score import score
from scripts.players import Manner, play
from tests.builders import FIXED, LAWS, a_chart, a_scenario, a_setup, contact, setups, shipped, state_of, task
from tests.exercise.live import Script, Wall, anything, drive, inputs, live, resumed
from tests.exercise.test_laws import overlapping_calls


def small(played: tuple[str, ...]) -> Setup:
    """Twenty minutes with calls and mails in both directions, decisions and a count."""
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"], "c": ["cat"]},
        contact("a", "b", by=["desk", "mail"]),
        contact("b", "c", by=["mail", "mobile"], policy={"written_wait_s": 60}),
        contact("c", "a"),
    )
    counts = {"after": "notice", "from": ["b", "c"], "to": "a", "label": "cases", "within_min": 9, "why": "w"}
    tasks = {"judge": task("level", "b", right=2), "act": task("action", "a")}
    return a_setup(chart, a_scenario(length_min=20, counts=counts, tasks=tasks), played=played, absent=["ben"])


SCRIPTS: dict[str, tuple[Setup, Manner]] = {
    "caller": (small(("a",)), Manner(7)),
    "called": (small(("b",)), Manner(3)),
    "everybody, poorly": (small(("a", "b", "c")), Manner(20, right=False)),
}


@pytest.fixture(scope="module", params=list(SCRIPTS))
def played(request: pytest.FixtureRequest) -> tuple[Setup, list[Row]]:
    setup, manner = SCRIPTS[request.param]
    return setup, play(setup, manner).rows


def test_the_scripts_have_people_do_things(played: tuple[Setup, list[Row]]) -> None:
    assert len(inputs(played[1])) >= 5


@pytest.mark.parametrize(("tick_s", "speed"), [(None, 1), (0.05, 1), (0.5, 1), (0.05, 60), (0.5, 60)])
def test_the_tick_and_speed_of_the_wall_clock_do_not_change_the_log(
    played: tuple[Setup, list[Row]], tick_s: float | None, speed: float, tmp_path: Path
) -> None:
    setup, rows = played
    assert live(setup, inputs(rows), tmp_path / "t.jsonl", tick_s, speed) == dump(rows)


def test_a_drill_cut_anywhere_and_resumed_ends_in_the_same_transcript(
    played: tuple[Setup, list[Row]], tmp_path: Path
) -> None:
    rows = played[1]
    whole, script = dump(rows), inputs(rows)
    first = whole.index(b"\n") + 1
    ends = [i + 1 for i, byte in enumerate(whole) if byte == 10]
    cuts = {cut for end in ends for cut in (end - 1, end, end + 40) if first <= cut <= len(whole)}
    dice = Random(1)
    for cut in dice.sample(sorted(cuts), min(len(cuts), 40)):
        path = tmp_path / f"{cut}.jsonl"
        path.write_bytes(whole[:cut])
        assert resumed(path, script) == whole, cut


def test_a_resumed_drill_tells_the_same_story(played: tuple[Setup, list[Row]], tmp_path: Path) -> None:
    setup, rows = played
    wall = Wall()
    whole = LiveSession.begin(setup, DrillClock(wall))
    drive(whole, wall, inputs(rows))
    path = tmp_path / "cut.jsonl"
    path.write_bytes(dump(rows[: len(rows) // 2]))
    session = LiveSession.resume(path, DrillClock(Wall()))
    assert session.story == whole.story[: len(session.story)]
    assert session.state == state_of(setup, session.rows)


def test_what_is_done_while_the_clock_is_paused_after_skipping_ahead_replays() -> None:
    """Skipping ends within a millisecond that has begun; a command then must not be put before it."""
    wall = Wall()
    session = LiveSession.begin(small(("a",)), DrillClock(wall, paused=True))
    session.skip_ahead(lambda line: line.code == "story.inject")
    assert session.send(c.TakeInject("a", "alarm")) is None
    assert session.send(c.KeepNote("a", "noted")) is None
    session.skip_ahead(bool)
    assert session.send(c.KeepNote("a", "again")) is None
    assert DRILL.replay(session.rows).rows == session.rows


def test_what_was_taken_wrong_may_be_taken_right_when_it_is_said_again_in_the_same_call() -> None:
    half = {"default": FIXED | {"fidelity": 0.5}}
    setup = a_setup(a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"), behaviours=half), played=("a",))
    first = (1_000, c.TakeInject("a", "alarm")), (2_000, c.PlaceCall("a", "b", "ben", "desk", "notice", "report"))
    again = ((at, c.TellItems("a", 1, ("what", "where"))) for at in range(20_000, 220_000, 20_000))
    session = LiveSession.begin(setup, DrillClock(wall := Wall()))
    drive(session, wall, [*first, *again])
    taken = [row.event.heard for row in session.rows if isinstance(row.event, e.ReadBack)]
    assert len({tuple(heard.values()) for heard in taken}) > 1
    assert all(session.state.known["b"]["notice"].heard.values())
    assert DRILL.replay(session.rows).rows == session.rows


def test_the_quiz_after_the_end_replays_and_is_scored() -> None:
    quiz = {"q1": {"text": "q1", "why": "why", "answers": [{"text": "A", "right": True}, {"text": "B"}]}}
    setup = a_setup(a_chart({"a": ["ann"]}), a_scenario(quiz=quiz, length_min=5), played=("a",))
    session = LiveSession.begin(setup, DrillClock(Wall()))
    drive(session, Wall(), [])
    assert session.send(c.AnswerQuiz("q1", 0)) is None
    assert DRILL.replay(session.rows).rows == session.rows
    assert score(session.rows).dimensions["quiz"].numerator == 1


def test_two_calls_to_one_person_in_one_millisecond_leave_one_engaged() -> None:
    """People at one paused screen dial twice; the first gets through."""
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, groups={"ab": {"name": "ab", "members": ["a", "b"]}})
    session = LiveSession.begin(a_setup(chart, a_scenario("ab"), played=("a", "b")), DrillClock(Wall()))
    session.clock.jump(1_000)
    for post in ("a", "b"):
        session.send(c.TakeInject(post, "alarm"))
    for post in ("a", "b"):
        assert session.send(c.PlaceCall(post, "c", "cat", "desk", "notice", "report")) is None
    session.clock.jump(10_000)
    session.tick()
    answered = [row.event.call for row in session.rows if isinstance(row.event, e.CallAnswered)]
    failed = [row.event.call for row in session.rows if isinstance(row.event, e.CallFailed)]
    assert (answered, failed) == ([1], [2])


def test_a_telephone_that_rings_can_be_answered_while_another_caller_hears_the_engaged_tone() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, groups={"ab": {"name": "ab", "members": ["a", "b"]}})
    session = LiveSession.begin(a_setup(chart, a_scenario("ab"), played=("a", "b", "c")), DrillClock(Wall()))
    session.clock.jump(1_000)
    for post in ("a", "b"):
        session.send(c.TakeInject(post, "alarm"))
        session.send(c.PlaceCall(post, "c", "cat", "desk", "notice", "report"))
        session.clock.jump(session.clock.now_ms() + 1_000)
        session.tick()
    assert [call.ref for call in view(session.state, ("c",), session.clock.now_ms()).calls] == [1]
    assert session.send(c.AnswerCall("c", 1)) is None


def random_play(setup: Setup, seed: int) -> tuple[LiveSession, Script]:
    """A drill in which people do sixty things, sensible or not."""
    dice = Random(seed)
    session = LiveSession.begin(setup, DrillClock(Wall()))
    for _ in range(60):
        if dice.random() < 0.7:
            session.clock.jump(session.clock.now_ms() + dice.choice([1, 1_000, 5_000, 20_000, 200_000]))
        session.send(anything(session.state, dice))
        view(session.state, setup.played, session.clock.now_ms())
    drive(session, Wall(), [])
    return session, inputs(session.rows)


@LAWS
@given(setups(played=True), st.integers(0, 2**32))
def test_whatever_people_do_nothing_breaks_and_the_log_replays(setup: Setup, seed: int) -> None:
    session, script = random_play(setup, seed)
    assert DRILL.replay(session.rows).rows == session.rows
    assert state_of(setup, session.rows) == session.state
    assert overlapping_calls(setup, session.rows) == []
    assert all(0 <= d.numerator <= d.denominator for d in score(session.rows).dimensions.values())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.jsonl"
        cut = Random(seed).randrange(1, len(session.rows))
        path.write_bytes(dump(session.rows[:cut]))
        LiveSession.resume(path, DrillClock(Wall())).close()
        assert DRILL.parse(path.read_bytes()).flaw is None
    assert script == inputs(session.rows)


@LAWS
@given(setups(played=True), st.integers(0, 2**32))
def test_whatever_people_do_who_is_absent_acknowledges_nothing(setup: Setup, seed: int) -> None:
    session, _ = random_play(setup, seed)
    state = State(setup)
    for row in session.rows:
        if isinstance(row.event, (e.MessageAcknowledged, e.InjectTaken)):
            assert row.event.person not in state.missing
        state = evolve(state, row.event, row.at_ms)


def test_a_shipped_drill_played_by_a_person_is_resumed_to_the_byte(tmp_path: Path) -> None:
    setup = a_setup(*shipped("nws-stop"), played=("poc",), absent=["info_management_chief"])
    rows = play(setup, Manner()).rows
    whole, script = dump(rows), inputs(rows)
    for share in (0.3, 0.6, 0.9):
        path = tmp_path / f"{share}.jsonl"
        path.write_bytes(whole[: -int((len(whole) - whole.index(b"\n")) * share)])
        assert resumed(path, script) == whole
