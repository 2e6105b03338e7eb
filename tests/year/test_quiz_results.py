"""Results of short tests: by years of service, section and question, and never so small that they speak of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from drill.model.program import Program
from drill.model.questionnaire import Service
from drill.year.events import TestHandedIn, TestResult, YearOpened
from drill.year.quiz_results import FEWEST, TestOutcome, outcomes_of
from drill.year.results import result
from drill.year.roster import Roster, StaffLeave, StaffMember
from drill.year.year import Year
from tests.builders import LAWS
from tests.year.entering import state_of
from tests.year.years import program

REFS = ("failure/a", "failure/b")
SECTIONS = ("north", "south")


def a_year(*results: TestResult, members: dict[str, StaffMember] | None = None, section: str = "") -> Year:
    """A year in which these tests of the first class were handed in, one sheet after the other."""
    entries = [TestHandedIn("first", "2023-11-10", (each,), section, REFS) for each in results]
    state = state_of([YearOpened("drill.year/1", "small"), *entries])
    roster = Roster.of(date(2023, 12, 1), members.values()) if members else None
    return Year(Program.model_validate(yaml.safe_load(program())), roster, state)


def chiefs(first: int, later: int, section: str = "north") -> dict[str, StaffMember]:
    """Members of the class's target."""
    numbers: dict[str, Service] = {f"{section}{n}": "first" if n < first else "later" for n in range(first + later)}
    return {number: StaffMember(number, section, ("chief",), service) for number, service in numbers.items()}


def everybody(members: dict[str, StaffMember], right: int = 1) -> list[TestResult]:
    return [TestResult(right, 2, number, None, REFS[right:]) for number in members]


def outcome(*results: TestResult, **more: Any) -> TestOutcome:
    (found,) = outcomes_of(a_year(*results, **more))
    return found


def test_years_of_service_come_from_the_result_or_else_from_the_roster() -> None:
    people = chiefs(5, 6)
    results = [*everybody(people)[:-1], TestResult(2, 2, "north10", "first")]
    found = outcome(*results, members=people)
    assert found.by_service
    assert {name: (tally.people, tally.right, tally.of) for name, tally in found.by_service.items()} == {
        "first": (6, 7, 12),
        "later": (5, 5, 10),
    }
    assert (found.whole.people, found.whole.share) == (11, 55)


def test_a_group_that_is_too_small_hides_the_split_but_not_the_whole() -> None:
    people = chiefs(FEWEST - 1, 20)
    found = outcome(*everybody(people), members=people)
    assert found.by_service is None
    assert found.whole.people == FEWEST + 19


def test_an_unknown_service_of_a_few_hides_the_split_too() -> None:
    assert outcome(*everybody(chiefs(0, 8)), TestResult(2, 2), members=chiefs(0, 8)).by_service is None


def test_whoever_is_on_leave_is_not_required_and_whoever_takes_it_all_the_same_counts_apart() -> None:
    people = chiefs(0, 6)
    people["north5"] = replace(people["north5"], leave=(StaffLeave(date(2023, 6, 1), None),))
    found = outcome(*everybody(people), members=people)
    assert (found.required, found.taken, found.others) == (5, 5, 1)


def test_of_two_tests_of_a_person_the_last_counts_and_those_without_a_number_all_do() -> None:
    found = outcome(TestResult(0, 2, "north0"), TestResult(2, 2, "north0"), TestResult(1, 2), TestResult(1, 2))
    assert (found.whole.people, found.whole.right) == (3, 4)


def test_questions_are_counted_where_it_is_known_which_were_wrong_most_missed_first() -> None:
    told = [TestResult(1, 2, f"a{n}", None, (REFS[1],)) for n in range(5)] + [TestResult(0, 2, "b", None, REFS)]
    only_numbers = [TestResult(0, 2, f"c{n}") for n in range(9)]
    found = outcome(*told, *only_numbers)
    assert [(each.ref, each.wrong, each.people) for each in found.missed] == [(REFS[1], 6, 6), (REFS[0], 1, 6)]
    assert outcome(*told[:4], *only_numbers).missed == ()


def test_a_withdrawn_sheet_does_not_count() -> None:
    from drill.year.events import Withdrawn

    year = a_year(TestResult(1, 2, "a"), TestResult(2, 2, "b"))
    state = state_of([*year.state.entries, Withdrawn(1, "wrong room")])
    (found,) = outcomes_of(Year(year.program, None, state))
    assert (found.whole.people, found.whole.right) == (1, 2)


@LAWS
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_nothing_shown_alone_or_by_subtraction_is_of_fewer_people_than_allowed(a: int, b: int, c: int, d: int) -> None:
    people = chiefs(a, b) | chiefs(c, d, "south")
    for found in outcomes_of(a_year(*everybody(people), members=people)):
        shown = [tally.people for tally in found.by_section.values()]
        assert all(count >= FEWEST for count in shown)
        assert sum(shown) + found.hidden == found.whole.people
        assert found.hidden == 0 or found.hidden >= FEWEST or not shown
        if found.by_service is not None:
            assert all(tally.people >= FEWEST for tally in found.by_service.values())
            assert sum(tally.people for tally in found.by_service.values()) == found.whole.people


def test_the_table_for_the_board_counts_nobody_twice_either() -> None:
    year = a_year(TestResult(0, 2, "north0"), TestResult(2, 2, "north0"), TestResult(1, 2), members=chiefs(0, 6))
    figures = result(year, "first").test
    assert figures
    assert (figures.people, figures.right, figures.of) == (2, 3, 4)
