"""What holds for every year, whatever is entered in whatever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drill.model.program import Program
from drill.year import events as e
from drill.year.cascade import earlier_of
from drill.year.roster import Roster, StaffLeave, StaffMember, dump_roster, parse_roster
from drill.year.state import YearState, evolve
from drill.year.status import next_steps, status
from drill.year.year import Year, belongs
from tests.builders import LAWS
from tests.year.entering import Entered, a_program, state_of
from tests.year.years import PEOPLE

NUMBERS = [number for numbers in PEOPLE.values() for number in numbers]
DAYS = st.dates(date(2023, 11, 1), date(2023, 12, 31)).map(date.isoformat)
SESSIONS = st.builds(
    e.SessionHeld,
    st.sampled_from(["first", "second", "together"]),
    DAYS,
    st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=3, unique=True).map(tuple),
    st.sampled_from(["", "north", "south"]),
    st.sampled_from(["", "", "", *NUMBERS]),
)
ENTRIES = st.one_of(
    SESSIONS,
    SESSIONS,
    st.builds(e.Withdrawn, st.integers(0, 20), st.just("mistake")),
    st.builds(e.DrillHeld, st.just("chain"), DAYS),
    st.builds(e.PutToBoard, st.just("table"), st.sampled_from(["method", "result"]), DAYS),
)
MANY = settings(LAWS, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
"""The programme is read once and never changed."""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return a_program(tmp_path_factory.mktemp("program"))


@given(st.lists(ENTRIES, max_size=40))
@MANY
def test_no_class_that_counts_was_taught_without_a_trained_teacher(
    program: Program, wanted: list[e.AnyYearEvent]
) -> None:
    entered = Entered.begun(program, *wanted)
    held = entered.state.events(e.SessionHeld)
    for each in held:
        earlier = earlier_of(program, each.activity)
        if earlier is None:
            continue
        members = entered.roster.members
        first_step = earlier == each.activity and not each.section
        if first_step:
            assert all("head" in members[number].duties for number in each.attended)
            continue
        trained = {
            number
            for other in held
            if other.activity == earlier and other.on <= each.on and (other is not each)
            for number in other.attended
            if members[number].section == each.section
        }
        assert trained
        assert each.teacher in ("", *trained)


@given(st.lists(ENTRIES, max_size=25))
@MANY
def test_every_prefix_of_a_log_replays_to_the_state_of_its_time(program: Program, wanted: list[e.AnyYearEvent]) -> None:
    entries = Entered.begun(program, *wanted).state.entries
    state = state_of(())
    for number, event in enumerate(entries, 1):
        state = evolve(state, event)
        assert state == state_of(entries[:number])


@given(st.lists(ENTRIES, max_size=15), ENTRIES)
@MANY
def test_an_undo_restores_what_counts(program: Program, wanted: list[e.AnyYearEvent], more: e.AnyYearEvent) -> None:
    entered = Entered.begun(program, *wanted)
    before = entered.year
    if isinstance(more, e.Withdrawn) or entered.enter(more):
        return
    assert entered.enter(e.Withdrawn(len(before.state.entries), "mistake")) == ""
    on = date(2023, 12, 31)
    now, then = status(entered.year, on), status(before, on)
    assert (now.activities, now.papers, now.selfchecks) == (then.activities, then.papers, then.selfchecks)


@given(st.lists(ENTRIES, max_size=25), st.dates(date(2023, 10, 1), date(2024, 3, 31)))
@MANY
def test_a_standing_adds_up(program: Program, wanted: list[e.AnyYearEvent], on: date) -> None:
    entered = Entered.begun(program, *wanted)
    found = status(entered.year, on)
    for each in found.activities:
        turnout = each.result.turnout
        assert (turnout is None) == (entered.state.roster is None)  # it may have been withdrawn
        if turnout is None:
            continue
        assert 0 <= (turnout.attended or 0) <= turnout.required
        if each.result.activity.kind == "training":
            assert len(each.missing) == turnout.required - (turnout.attended or 0)
            assert (each.standing == "done") == (not each.missing)
        assert all(section.attended <= section.required for section in each.sections)
        assert not (each.standing == "late" and on <= each.result.activity.end)
    assert bool(next_steps(found)) >= found.late


LEAVES = st.builds(
    lambda first, days: StaffLeave(first, None if days is None else first + timedelta(days=days)),
    st.dates(date(2023, 10, 1), date(2023, 12, 31)),
    st.none() | st.integers(0, 60),
)
MEMBERS = st.lists(
    st.builds(
        StaffMember,
        st.from_regex(r"[A-Z][0-9]{1,4}", fullmatch=True),
        st.sampled_from(list(PEOPLE)),
        st.lists(st.sampled_from(["chief", "staff", "操作職員"]), unique=True).map(tuple),
        st.sampled_from(["first", "later", None]),
        st.lists(LEAVES, max_size=2).map(tuple),
    ),
    unique_by=lambda member: member.number,
    max_size=30,
)


@given(MEMBERS, st.sampled_from(["chiefs", "staff", "posts"]))
@MANY
def test_a_headcount_never_holds_somebody_on_leave_and_loses_nobody(
    program: Program, members: list[StaffMember], target: str
) -> None:
    roster = Roster.of(date(2023, 12, 1), members)
    first, last = date(2023, 11, 10), date(2023, 12, 1)
    year = Year(program, roster, YearState())
    found = year.headcount([target], first, last)
    for number in found.required:
        member = roster.members[number]
        assert not member.away(program.as_of)
        assert any(not member.away(first + timedelta(days=day)) for day in range((last - first).days + 1))
    assert not found.required & found.on_leave
    assert found.required | found.on_leave == {each.number for each in members if belongs(program, target, each)}
    one, other = (year.headcount([target], first, last, section) for section in PEOPLE)
    assert one.required | other.required == found.required
    assert one.on_leave | other.on_leave == found.on_leave


@given(MEMBERS)
@MANY
def test_a_roster_is_read_as_it_was_written(program: Program, members: list[StaffMember]) -> None:
    roster = Roster.of(date(2023, 12, 1), members)
    data = dump_roster(roster)
    assert parse_roster(data, roster.as_of, "roster.csv") == roster
    assert dump_roster(replace(roster, members=dict(reversed(list(roster.members.items()))))) == data
