"""What came of the activities of a year, and of several years beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drill.year.events import SessionHeld, Withdrawn
from drill.year.history import dropped, histories
from drill.year.quiz_results import RightAnswers
from drill.year.results import Turnout, result, results
from drill.year.state import YearState
from drill.year.year import Year
from tests.year.years import a_year, chain_drill, taught


@pytest.fixture
def year(tmp_path: Path) -> Year:
    return a_year(tmp_path / "y", 2023, *taught()).year


def test_a_class_counts_those_who_came_of_those_required_and_leaves_out_those_on_leave(year: Year) -> None:
    second = result(year, "second")
    assert second.days == (date(2023, 11, 15), date(2023, 11, 20))
    assert second.turnout == Turnout(required=4, attended=3, on_leave=1)
    assert second.by_target == {"staff": Turnout(4, 3, 1)}
    assert second.test is None


def test_tests_are_added_up_over_people(year: Year) -> None:
    first = result(year, "first")
    assert first.test == RightAnswers(people=2, right=9, of=10, perfect=1)
    assert first.test.share == 90.0


def test_a_drill_without_a_list_of_people_has_no_attendance_but_its_figures(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y")
    entry = chain_drill(folder)
    folder.record(entry, date(2024, 3, 31))
    chain = result(folder.year, "chain")
    assert chain.drill == entry
    assert chain.turnout == Turnout(6, None, 1)
    assert chain.days == (date(2023, 11, 16),)


def test_nothing_is_held_before_it_is_entered_nor_after_it_is_withdrawn(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y")
    assert all(not each.days and each.test is None for each in results(folder.year))
    today = date(2024, 3, 31)
    entry = folder.record(SessionHeld("first", "2023-11-10", ("n1",)), today)
    assert result(folder.year, "first").days
    folder.record(Withdrawn(entry, "wrong day"), today)
    assert result(folder.year, "first").days == ()
    assert result(folder.year, "first").turnout == Turnout(2, None, 0)


def test_without_a_roster_there_is_no_turnout(year: Year) -> None:
    bare = result(Year(year.program, None, YearState()), "first")
    assert bare.turnout is None
    assert bare.by_target == {}


def test_a_figure_that_falls_by_five_points_is_named_and_one_that_falls_less_is_not(tmp_path: Path) -> None:
    before = a_year(tmp_path / "a", 2022, *taught(2022)).year
    fewer = [each for each in taught(2023) if getattr(each, "section", "") != "south"]
    now = a_year(tmp_path / "b", 2023, *fewer).year
    lines = {(each.name, line.name): line for each in histories([before, now]) for line in each.lines}
    assert lines["second", "attendance"].figures == ((3, 4), (2, 4))
    assert lines["second", "attendance"].change == -25.0
    assert lines["second", "attendance"].fell
    assert not lines["first", "test"].fell
    assert lines["first", "test"].change == 0


@pytest.mark.parametrize(("after", "fell"), [((95, 100), True), ((96, 100), False), ((100, 100), False)])
def test_the_border_is_five_points(year: Year, after: tuple[int, int], fell: bool) -> None:
    line = histories([year])[0].lines[0]
    assert replace(line, figures=((100, 100), after)).fell is fell


def test_a_line_of_one_year_has_no_change(year: Year) -> None:
    assert {line.change for each in histories([year]) for line in each.lines} == {None}


def test_activities_are_matched_by_name_or_scenario_and_what_is_gone_is_said(year: Year) -> None:
    activities = dict(year.program.activities)
    activities["renamed"] = activities.pop("chain")
    del activities["second"]
    now = Year(year.program.model_copy(update={"activities": activities}), year.roster, year.state)
    found = {each.name: each for each in histories([year, now])}
    assert found["renamed"].results[0] is not None
    assert [each.title.en for each in dropped([year, now])] == ["Staff class"]
    assert dropped([now]) == ()
