"""What may be entered into a year: the cascade above all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drill.model.program import Program
from drill.year import events as e
from drill.year.events import TestResult as Result
from tests.year.entering import TODAY, Entered, a_program, session, state_of

CHIEFS = session("first", ("n1", "s1"))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return a_program(tmp_path)


def test_a_section_whose_chief_is_untrained_cannot_start_and_says_who_could_be_trained(program: Program) -> None:
    entered = Entered.begun(program)
    assert entered.enter(session("second", ["n2"], "north")) == "year.refused.nobody_trained"
    params = entered.refused[-1].params
    assert params["section"].get("en") == "north"
    assert params["count"] == 1
    assert params["due"].day == date(2023, 11, 10)


def test_a_section_is_released_as_soon_as_one_of_its_people_is_trained(program: Program) -> None:
    entered = Entered.begun(program, session("first", ["n1"]))
    assert entered.enter(session("second", ["n2"], "north")) == ""
    assert entered.enter(session("second", ["s2"], "south")) == "year.refused.nobody_trained"


def test_a_class_before_its_teacher_was_trained_is_refused(program: Program) -> None:
    entered = Entered.begun(program, CHIEFS)
    assert entered.enter(session("second", ["n2"], "north", on="2023-11-09")) == "year.refused.nobody_trained"


def test_the_teacher_named_must_be_a_trained_one_of_the_section(program: Program) -> None:
    entered = Entered.begun(program, CHIEFS)
    assert entered.enter(session("second", ["n2"], "north", teacher="s1")) == "year.refused.teacher_untrained"
    assert entered.enter(session("second", ["n2"], "north", teacher="n1")) == ""


def test_a_class_that_sections_teach_themselves_needs_a_section(program: Program) -> None:
    assert Entered.begun(program, CHIEFS).enter(session("second", ["n2", "s2"])) == "year.refused.section_needed"


def test_representatives_are_trained_first_in_the_same_activity(program: Program) -> None:
    entered = Entered.begun(program)
    assert entered.enter(session("together", ["n3"], "north")) == "year.refused.nobody_trained"
    assert entered.enter(session("together", ["n2", "n3"])) == "year.refused.section_needed"
    assert entered.enter(session("together", ["n2"])) == ""
    assert entered.enter(session("together", ["n3"], "north", on="2023-11-15")) == ""
    assert entered.enter(session("together", ["s3"], "south", on="2023-11-15")) == "year.refused.nobody_trained"


def test_somebody_trained_by_a_representative_is_no_teacher_of_the_cascade(program: Program) -> None:
    entered = Entered.begun(program, session("together", ["n2"]), session("together", ["n3"], "north"))
    assert entered.enter(session("together", ["n2"], "north", teacher="n3")) == "year.refused.teacher_untrained"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (session("first", ["n1"], on="2024-04-01"), "future"),
        (session("first", ["n1"], on="2023-03-31"), "other_year"),
        (session("first", ["n1"], on="soon"), "no_day"),
        (session("third", ["n1"]), "no_activity"),
        (session("chain", ["n1"]), "other_kind"),
        (session("first", ["x9"]), "no_member"),
        (session("first", ["n1", "n1"]), "twice"),
        (session("first", ["n2"]), "not_in_target"),
        (session("first", ["n1"], "south"), "other_section"),
        (session("first", ["n1"], "east"), "no_section"),
        (session("first", []), "nobody"),
        (e.TestHandedIn("second", "2023-11-10", (Result(1, 5),)), "no_test"),
        (e.TestHandedIn("first", "2023-11-10", (Result(6, 5),)), "no_results"),
        (e.TestHandedIn("first", "2023-11-10", ()), "no_results"),
        (e.TestHandedIn("first", "2023-11-10", (Result(1, 5, "n1"), Result(1, 5, "n1"))), "twice"),
        (e.TestHandedIn("first", "2023-11-10", (Result(1, 5),), "east"), "no_section"),
        (e.DrillHeld("first", "2023-11-10"), "other_kind"),
        (e.DrillHeld("chain", "2023-11-16", attended=("x9",)), "no_member"),
        (e.SelfCheckClosed("none", "2023-11-16", "f", "0"), "no_selfcheck"),
        (e.PutToBoard("none", "method", "2023-11-16"), "no_paper"),
        (e.Withdrawn(0, "why"), "no_entry"),
        (e.Withdrawn(9, "why"), "no_entry"),
        (e.Withdrawn(1, " "), "no_reason"),
        (e.YearOpened(e.YEAR_SCHEMA, "small"), "opened"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(program: Program, entry: e.AnyYearEvent, code: str) -> None:
    assert Entered.begun(program).enter(entry, today=TODAY) == f"year.refused.{code}"


def test_nothing_is_entered_twice_that_happens_once(program: Program) -> None:
    put = e.PutToBoard("table", "method", "2023-11-16")
    drill = e.DrillHeld("chain", "2023-11-16", head="abc")
    entered = Entered.begun(program, put, drill)
    assert entered.enter(put) == "year.refused.put_already"
    assert entered.enter(drill) == "year.refused.drill_known"


def test_without_a_roster_nobody_can_be_named(program: Program) -> None:
    entered = Entered(program)
    entered.enter(e.YearOpened(e.YEAR_SCHEMA, "small"))
    assert entered.enter(session("first", ["n1"])) == "year.refused.no_roster"


def test_what_others_stand_on_is_withdrawn_last(program: Program) -> None:
    entered = Entered.begun(program, CHIEFS, session("second", ["n2"], "north"))
    assert entered.enter(e.Withdrawn(2, "wrong day")) == "year.refused.needed_by"
    assert entered.refused[-1].params["entry"] == 3
    assert entered.enter(e.Withdrawn(1, "wrong list")) == "year.refused.needed_by"
    assert entered.enter(e.Withdrawn(3, "wrong"), e.Withdrawn(2, "wrong day"), e.Withdrawn(1, "wrong list")) == ""
    assert entered.enter(e.Withdrawn(3, "again")) == "year.refused.withdrawn"


def test_a_make_up_class_makes_the_first_one_dispensable(program: Program) -> None:
    entered = Entered.begun(program, CHIEFS, CHIEFS, session("second", ["n2"], "north", on="2023-11-11"))
    assert entered.enter(e.Withdrawn(2, "entered twice")) == ""


def test_a_withdrawal_takes_the_state_back_to_what_it_was(program: Program) -> None:
    before = Entered.begun(program, CHIEFS)
    after = Entered.begun(program, CHIEFS, e.PutToBoard("table", "method", "2023-11-16"), e.Withdrawn(3, "no"))
    kinds = (e.RosterTaken, e.SessionHeld, e.PutToBoard)
    assert [after.state.events(kind) for kind in kinds] == [before.state.events(kind) for kind in kinds]
    assert state_of(after.state.entries) == after.state


def test_an_undo_does_not_stumble_over_people_who_have_left(program: Program) -> None:
    entered = Entered.begun(program, session("together", ["n2", "s2"]), CHIEFS, CHIEFS)
    entered.enter(session("together", ["n3"], "north", on="2023-11-15"))
    members = {number: each for number, each in entered.roster.members.items() if number not in ("s2", "s1")}
    entered.roster = replace(entered.roster, members=members)
    assert entered.enter(e.Withdrawn(4, "entered twice")) == ""
    assert entered.enter(e.Withdrawn(2, "wrong day")) == "year.refused.needed_by"
