"""Drills over the years: the same activity of each year's programme, by what it came to.

Activities are the same if they have the same name in the programme, else the same scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drill.model.program import Activity
from drill.year.results import ActivityResult, result
from drill.year.year import Year

FALL = 5.0
"""Points by which a share must have fallen to be named; as the self-checks of FACTS §3 are read."""
Figure = tuple[int, int]
"""Numerator and denominator."""


@dataclass(frozen=True)
class FigureLine:
    """One figure of an activity in every year; None where there was none."""

    name: str
    figures: tuple[Figure | None, ...]

    @property
    def shares(self) -> tuple[float | None, ...]:
        """The same in per cent."""
        return tuple(None if figure is None else 100 * figure[0] / figure[1] for figure in self.figures)

    @property
    def change(self) -> float | None:
        """Points from the year before to the last one; None if one of them has no figure."""
        before, after = self.shares[-2:] if len(self.figures) > 1 else (None, None)
        return None if before is None or after is None else after - before

    @property
    def fell(self) -> bool:
        """Whether it has fallen by so much that somebody should look."""
        return self.change is not None and self.change <= -FALL


@dataclass(frozen=True)
class History:
    """An activity of the last year with its results in all years, oldest first, and its figures as lines."""

    name: str
    results: tuple[ActivityResult | None, ...]
    lines: tuple[FigureLine, ...]


def histories(years: Sequence[Year]) -> tuple[History, ...]:
    """Every activity of the last of `years` (oldest first, at least one)."""
    return tuple(_history(name, activity, years) for name, activity in years[-1].program.activities.items())


def dropped(years: Sequence[Year]) -> tuple[Activity, ...]:
    """Activities of the year before that the last year has no more."""
    if len(years) < 2:
        return ()
    kept = {_same(activity, name, years[-2]) for name, activity in years[-1].program.activities.items()}
    return tuple(each for name, each in years[-2].program.activities.items() if name not in kept)


def _history(name: str, activity: Activity, years: Sequence[Year]) -> History:
    found = [(_same(activity, name, year), year) for year in years]
    came = tuple(None if same is None else result(year, same) for same, year in found)
    lines = [dict(_figures(each)) if each else {} for each in came]
    names = dict.fromkeys(line for each in lines for line in each)
    return History(name, came, tuple(FigureLine(line, tuple(each.get(line) for each in lines)) for line in names))


def _same(activity: Activity, name: str, year: Year) -> str | None:
    """What the activity is called in a year."""
    if name in year.program.activities:
        return name
    scenarios = {each.scenario: other for other, each in year.program.activities.items() if each.scenario}
    return scenarios.get(activity.scenario) if activity.scenario else None


def _figures(found: ActivityResult) -> Iterator[tuple[str, Figure]]:
    """Attendance, short test, and every dimension of the score that has a denominator."""
    if found.days and found.turnout and found.turnout.attended is not None and found.turnout.required:
        yield "attendance", (found.turnout.attended, found.turnout.required)
    if found.test and found.test.of:
        yield "test", (found.test.right, found.test.of)
    for name, (numerator, denominator) in (found.drill.figures if found.drill else {}).items():
        if denominator:
            yield name, (numerator, denominator)
