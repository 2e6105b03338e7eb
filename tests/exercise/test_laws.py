"""Laws that hold for every drill: on random charts and scenarios, with anybody absent, from any seed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.exercise.chain import dump
from drill.exercise.contact import commands as c
from drill.exercise.contact import events as e
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.evolve import evolve
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.ledger import Rejected
from drill.report.record import record
from drill.scoring.score import score
from tests.builders import LAWS, a_setup, events, run, setups, shipped, shipped_names, shuffled, state_of


def overlapping_calls(setup: Setup, rows: list[Row]) -> list[int]:
    """Calls that were answered although one of the two, or the shared line, was in another answered call."""
    state, wrong = State(setup), []
    for row in rows:
        if isinstance(row.event, e.CallAnswered):
            answered = state.calls[row.event.call]
            others = [call for call in state.calls.values() if call.answered and call.ref != answered.ref]
            people = {answered.person, answered.to_person}
            wrong += [answered.ref for other in others if people & {other.person, other.to_person}]
            wrong += [answered.ref for other in others if _line(setup, other) == _line(setup, answered) is not None]
        state = evolve(state, row.event, row.at_ms)
    return wrong


def _line(setup: Setup, call: object) -> tuple[str, str] | None:
    channel = setup.contacts.channel(call.to_person, call.channel)  # type: ignore[attr-defined]
    return (channel.kind, channel.address) if channel and channel.address else None


def refused(setup: Setup) -> list[tuple[c.AnyCommand, Rejected]]:
    """Commands of simulated posts that the rules refused in a whole drill."""
    found = []
    engine = Engine(DRILL.begin(setup))
    carry_out = engine.do

    def do(command: c.AnyCommand) -> Rejected | None:
        verdict = carry_out(command)
        if verdict:
            found.append((command, verdict))
        return verdict

    engine.do = do  # type: ignore[method-assign]
    engine.run_to_end()
    return found


@LAWS
@given(setups())
def test_the_same_seed_gives_the_same_transcript_and_replaying_it_gives_the_same_rows(setup: Setup) -> None:
    rows = run(setup)
    assert dump(run(setup)) == dump(rows)
    assert DRILL.replay(rows).rows == rows


def test_another_hash_seed_of_python_gives_the_same_transcript() -> None:
    program = (
        "import sys; from tests.builders import *; from drill.exercise.chain import dump;"
        "chart, scenario = shipped('nws-stop');"
        "sys.stdout.buffer.write(dump(run(a_setup(chart, scenario, seed=3, absent=['security_staff', 'pr_chief']))))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    chart, scenario = shipped("nws-stop")
    here = dump(run(a_setup(chart, scenario, seed=3, absent=["security_staff", "pr_chief"])))
    assert found == {here}


@LAWS
@given(setups())
def test_the_order_of_persons_in_the_chart_file_leaves_the_log_the_same(setup: Setup) -> None:
    assert run(shuffled(setup))[1:] == run(setup)[1:]


@LAWS
@given(setups())
def test_every_prefix_of_a_log_folds_scores_reports_and_replays(setup: Setup) -> None:
    rows = run(setup)
    for end in {*range(1, min(len(rows), 12)), *range(12, len(rows), 1 + len(rows) // 12)}:
        prefix = rows[:end]
        assert all(0 <= d.numerator <= d.denominator for d in score(prefix).dimensions.values())
        record(score(prefix), "ja")
        made = DRILL.replay(prefix)
        assert made.rows[:end] == prefix
        assert made.rows == rows[: len(made.rows)]
        assert made.state == state_of(setup, made.rows)


def test_a_state_stays_as_it_was_when_another_is_evolved_from_it() -> None:
    setup = a_setup(*shipped("nws-stop"))
    rows = run(setup)
    state, before = State(setup), State(setup)
    for end, row in enumerate(rows, start=1):
        after = evolve(state, row.event, row.at_ms)
        assert state == before
        state, before = after, state_of(setup, rows[:end])
    assert state == before


@pytest.mark.parametrize("name", shipped_names())
def test_every_prefix_of_a_shipped_drill_folds_and_scores(name: str) -> None:
    setup = a_setup(*shipped(name))
    rows = run(setup)
    state = State(setup)
    for end in range(1, len(rows) + 1):
        state = evolve(state, rows[end - 1].event, rows[end - 1].at_ms)
        if end % 7 == 0 or end == len(rows):
            assert score(rows[:end]).evidence.state == state
    for end in range(1, len(rows), 41):
        assert DRILL.replay(rows[:end]).rows[:end] == rows[:end]


@LAWS
@given(setups())
def test_times_are_whole_never_fall_and_every_duration_is_at_least_one_millisecond(setup: Setup) -> None:
    rows = run(setup)
    assert all(isinstance(row.at_ms, int) for row in rows)
    assert [row.at_ms for row in rows] == sorted(row.at_ms for row in rows)
    placed = {row.event.call: row.at_ms for row in rows if isinstance(row.event, e.CallPlaced)}
    answered = {row.event.call: row.at_ms for row in rows if isinstance(row.event, e.CallAnswered)}
    for row in rows:
        if isinstance(row.event, (e.CallAnswered, e.CallFailed, e.WordLeft)):
            assert row.at_ms > placed[row.event.call]
        if isinstance(row.event, e.CallEnded) and row.event.call in answered:
            assert row.at_ms > answered[row.event.call]


@LAWS
@given(setups())
def test_nobody_is_in_two_calls_and_no_line_carries_two(setup: Setup) -> None:
    assert overlapping_calls(setup, run(setup)) == []


@LAWS
@given(setups())
def test_who_is_absent_acknowledges_nothing_decides_nothing_and_calls_nobody(setup: Setup) -> None:
    missing = setup.absent | setup.away.difference(person for _, person, _ in setup.leave)
    rows = run(setup)
    for kind in (e.MessageAcknowledged, e.InjectTaken, e.MessageSent, e.CallPlaced, e.LevelJudged, e.ActionDone):
        assert not missing & {event.person for event in events(rows, kind)}  # type: ignore[attr-defined]


@LAWS
@given(setups())
def test_simulated_posts_ask_for_nothing_that_is_refused(setup: Setup) -> None:
    """But for tasks: somebody may be there for none of them, or not be the one who may convene."""
    strange = [(command, verdict) for command, verdict in refused(setup) if not isinstance(command, c.ConveneMeeting)]
    assert strange == []


@LAWS
@given(setups())
def test_only_candidates_answer_for_a_post_and_the_first_to_acknowledge_stands_in_until_it_is_handed_over(
    setup: Setup,
) -> None:
    stands_in: dict[str, str] = {}
    gone: set[str] = set()
    for row in run(setup):
        match row.event:
            case e.MessageAcknowledged(post=post, person=who):
                assert who in setup.chart.candidates(post)
                if stands_in.get(post, who) in gone:
                    stands_in[post] = who
                stands_in.setdefault(post, who)
            case e.PostHandedOver(post=post, person=who, to_person=to):
                assert to in setup.chart.candidates(post)
                assert to not in gone
                stands_in[post] = to
            case e.LeaveBegan(person=who):
                gone.add(who)
            case e.LeaveEnded(person=who):
                gone.discard(who)
    assert state_of(setup, run(setup)).acting == stands_in


@LAWS
@given(setups())
def test_whoever_is_out_of_scope_or_on_leave_is_not_required(setup: Setup) -> None:
    required = {row.post for row in score(run(setup)).contacts if row.required}
    for post in required:
        people = setup.chart.candidates(post)
        assert post in setup.contacts.in_scope
        back = {person for _, person, _ in setup.leave}
        assert not people or not set(people) <= setup.away - back


@LAWS
@given(setups(), st.sampled_from(["ja", "en"]))
def test_personal_data_of_the_chart_enters_neither_transcript_nor_record(setup: Setup, language: str) -> None:
    rows = run(setup)
    written = dump(rows).decode() + record(score(rows), "ja" if language == "ja" else "en")
    assert "secret" not in written
