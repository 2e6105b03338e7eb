"""Laws of every meeting, whatever a facilitator tries."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.errors import UsageError
from drill.exercise.chain import dump
from drill.exercise.ledger import Rejected
from drill.exercise.table import commands as c
from drill.exercise.table import events as e
from drill.exercise.table.figures import figures
from drill.exercise.table.log import MEETING
from drill.exercise.table.rules import decide
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.simulate import simulate
from drill.exercise.table.story import story
from drill.text.catalogue import LANGUAGES, catalogue
from tests.builders import LAWS
from tests.exercise.table.rooms import COURSES, MEMBERS, a_meeting, a_room_chart, a_session, course, in_stage


@LAWS
@given(COURSES)
def test_a_log_read_again_gives_the_same_meeting(commands: list[tuple[int, c.AnyCommand]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        session = course(MEETING.begin(MeetingSetup.make(a_room_chart(), a_meeting()), path), commands)
        session.close()
        assert MEETING.read(path).state == session.state
        resumed = MEETING.resume(path)
        resumed.send(c.Close(), session.state.now_ms)
        resumed.close()
        assert MEETING.read(path).over


@LAWS
@given(COURSES, st.data())
def test_every_prefix_of_a_log_replays(commands: list[tuple[int, c.AnyCommand]], data: st.DataObject) -> None:
    session = course(a_session(), commands)
    cut = data.draw(st.integers(1, len(session.rows)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        path.write_bytes(dump(session.rows[:cut]) + b'{"seq":')
        log = MEETING.read(path)
        assert (len(log.rows), log.chain.flaw) == (cut, "cut")


@LAWS
@given(COURSES)
def test_figures_stay_in_bounds_and_a_quorum_counts_people(commands: list[tuple[int, c.AnyCommand]]) -> None:
    state = course(a_session(), commands).state
    assert all(0 <= got <= of for got, of in figures(state).values())
    assert state.seated <= len(state.seats) <= len(MEMBERS)
    assert not state.missing & {*state.seats.values()}


@LAWS
@given(COURSES)
def test_nobody_sits_for_a_member_unless_the_chart_says_so_and_the_room_has_named_them(
    commands: list[tuple[int, c.AnyCommand]],
) -> None:
    state = course(a_session(), commands).state
    for post, person in state.seats.items():
        assert person in state.setup.chart.candidates(post)
        named = any(each.post == post and each.expected == person for each in state.named)
        assert named or person == state.setup.chart.posts[post].holder


@LAWS
@given(COURSES)
def test_there_is_always_a_way_on(commands: list[tuple[int, c.AnyCommand]]) -> None:
    state = course(a_session(), commands).state
    posts = state.setup.members
    ways: list[c.AnyCommand] = [c.BeginRoles(), c.GoOn(), c.Remark(0, "well")]
    ways += [*(c.TakeSeat(post) for post in posts), *(c.NameDeputy(post, None) for post in posts)]
    assert any(not isinstance(decide(state, way), Rejected) for way in ways)


@LAWS
@given(COURSES)
def test_every_line_can_be_told_in_both_languages(commands: list[tuple[int, c.AnyCommand]]) -> None:
    session = course(a_session(), commands)
    for language in LANGUAGES:
        told_ = [line.say(catalogue(language)) for line in story(session.state.setup, session.rows)]
        assert len(told_) == len(session.rows)
        assert all(told_)


@LAWS
@given(st.integers(0, 2**32), st.sets(st.sampled_from(("ann", "ben", "cat", "dan", "eve", "fay"))))
def test_a_simulated_meeting_comes_to_its_end_alike_for_a_seed(seed: int, absent: set[str]) -> None:
    logs = []
    for _ in range(2):
        session = a_session()
        simulate(session, frozenset(absent), seed, "-")
        assert session.state.phase == "closed"
        assert not absent & {*session.state.seats.values()}
        logs.append(dump(session.rows))
    assert logs[0] == logs[1]


def test_a_log_holds_no_name_and_no_number() -> None:
    persons = {"ann": {"name": "Hanako", "channels": [{"kind": "desk", "address": "03-0000-0000"}]}}
    session = MEETING.begin(MeetingSetup.make(a_room_chart(persons=persons), a_meeting()))
    log = dump(session.rows)
    assert b"Hanako" not in log
    assert b"03-0000" not in log


def test_a_scenario_without_a_meeting_and_a_chart_without_its_duty_are_refused() -> None:
    with pytest.raises(UsageError, match=r"meeting\.none"):
        MeetingSetup.make(a_room_chart(), a_meeting().model_copy(update={"meeting": None}))
    with pytest.raises(UsageError, match=r"meeting\.no_duty"):
        MeetingSetup.make(a_room_chart().model_copy(update={"duties": {}}), a_meeting())


def _written(path: Path, *more: e.AnyMeetingEvent) -> Path:
    session = in_stage()
    path.write_bytes(dump([*session.rows, *((0, event) for event in more)]))
    return path


@pytest.mark.parametrize(
    "event",
    [
        e.PersonAbsent("nobody"),
        e.MemberSeated("mayor", "nobody"),
        e.DeputyNamed("nowhere", None, "ben"),
        e.DeputyNamed("mayor", "nobody", "ben"),
        e.StageOpened("third"),
        e.RealCaseShown("third"),
        e.DecisionTaken("first", "stop", {}, "perhaps"),
        e.DecisionTaken("first", "nothing", {}),
        e.RemarkMade(7, "x"),
        e.RemarkMade(-1, "x"),
    ],
)
def test_a_line_with_a_name_nobody_knows_is_named(tmp_path: Path, event: e.AnyMeetingEvent) -> None:
    number = len(in_stage().rows) + 1
    with pytest.raises(UsageError) as caught:
        _ = MEETING.read(_written(tmp_path / "log.jsonl", event)).state
    assert (caught.value.code, caught.value.params["line"]) == ("cli.transcript_changed", number)
