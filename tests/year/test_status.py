"""How a year stands: done, late, blocked, due, and what comes next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drill.model.program import Program
from drill.year import events as e
from drill.year.status import Standing, next_steps, status
from tests.year.entering import Entered, a_program, session

CHIEFS = session("first", ("n1", "s1"))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return a_program(tmp_path)


def standings(entered: Entered, on: date) -> dict[str, Standing]:
    return {each.result.name: each.standing for each in status(entered.year, on).activities}


def test_standings_follow_the_calendar(program: Program) -> None:
    entered = Entered.begun(program)
    assert set(standings(entered, date(2023, 9, 1)).values()) == {"planned", "blocked"}
    assert standings(entered, date(2023, 11, 5))["first"] == "due"
    assert standings(entered, date(2023, 11, 11))["first"] == "late"
    assert standings(entered, date(2023, 11, 16))["chain"] == "due"


def test_a_class_is_blocked_until_somebody_may_teach_then_under_way_then_done(program: Program) -> None:
    on = date(2023, 11, 30)
    entered = Entered.begun(program)
    assert standings(entered, on)["second"] == "blocked"
    entered.enter(CHIEFS)
    assert standings(entered, on)["second"] == "due"
    entered.enter(session("second", ["n2", "n3"], "north", "2023-11-12"))
    assert standings(entered, on)["second"] == "under_way"
    entered.enter(session("second", ["s2", "s3"], "south", "2023-11-12"))
    assert standings(entered, on)["second"] == "done"
    assert standings(entered, date(2023, 11, 11))["second"] == "due"


def test_one_section_may_be_blocked_while_another_goes_on(program: Program) -> None:
    entered = Entered.begun(program, session("first", ["n1"]))
    found = next(each for each in status(entered.year, date(2023, 11, 30)).activities if each.result.name == "second")
    assert [(each.section, each.could_teach) for each in found.blocked] == [("south", 1)]
    assert found.standing == "due"


def test_somebody_on_leave_is_left_out_even_if_they_came(program: Program) -> None:
    entered = Entered.begun(program, CHIEFS, session("second", ["n2", "n3", "n4"], "north", "2023-11-12"))
    found = next(each for each in status(entered.year, date(2023, 11, 30)).activities if each.result.name == "second")
    turnout = found.result.turnout
    assert turnout
    assert (turnout.required, turnout.attended, turnout.on_leave) == (4, 2, 1)
    assert found.missing == {"s2", "s3"}


def test_next_steps_begin_with_the_roster_then_with_what_is_late(program: Program) -> None:
    without = Entered(program)
    without.enter(e.YearOpened(e.YEAR_SCHEMA, "small"))
    assert [step.code for step in next_steps(status(without.year, date(2023, 11, 5)))] == ["roster"]
    steps = next_steps(status(Entered.begun(program).year, date(2023, 11, 17)))
    assert [(step.code, step.params["name"]) for step in steps][:2] == [("classes", "first"), ("drill", "chain")]
    assert ("unblock", "second") in [(step.code, step.params["name"]) for step in steps]


def test_missing_tests_are_asked_for(program: Program) -> None:
    entered = Entered.begun(program, CHIEFS)
    assert "tests" in [step.code for step in next_steps(status(entered.year, date(2023, 11, 11)))]
    entered.enter(e.TestHandedIn("first", "2023-11-10", (e.TestResult(5, 5, "n1"), e.TestResult(4, 5, "s1"))))
    assert "tests" not in [step.code for step in next_steps(status(entered.year, date(2023, 11, 11)))]


def test_a_year_is_late_only_while_something_is(program: Program) -> None:
    entered = Entered.begun(program, CHIEFS)
    assert not status(entered.year, date(2023, 11, 12)).late
    assert status(entered.year, date(2023, 12, 31)).late
