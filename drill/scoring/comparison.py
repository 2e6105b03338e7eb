"""The same scenario and seeds on two charts: which figures rose or fell, and which posts are reached sooner or at last.

Draws are keyed by who acts, not by order, so what differs comes from the charts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low

from drill.exercise.contact.headless import run_headless
from drill.exercise.contact.setup import Setup
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.people import persons
from drill.model.scenario import Scenario
from drill.scoring.completeness import ContactRow
from drill.scoring.score import Score, score

LEAST_MS = 60_000
"""A post is told sooner or later only if it is by a minute or more; assumption."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A dimension summed over all seeds: numerator and denominator before and after, and how many seeds went which way.

    A denominator of 0 says that the dimension did not apply.
    """

    name: str
    before: tuple[int, int]
    after: tuple[int, int]
    better: int
    worse: int

    @property
    def trend(self) -> int:
        """1 better, -1 worse, 0 the same share or not comparable."""
        return _sign(self.before, self.after)


@dataclass(frozen=True, slots=True)
class PostChange:
    """A post in both charts, or in one: drills that required it, that reached it, and the median time then.

    None where the chart has no such post. Times are milliseconds of drill time.
    """

    post: str
    name: Text
    before: Reach | None
    after: Reach | None

    @property
    def trend(self) -> int:
        """1 better, -1 worse: reached more or less often, else sooner or later; 0 the same or not comparable."""
        if not self.before or not self.after or not self.before.required or not self.after.required:
            return 0
        often = _sign((self.before.reached, self.before.required), (self.after.reached, self.after.required))
        if often or self.before.at_ms is None or self.after.at_ms is None:
            return often
        sooner = self.before.at_ms - self.after.at_ms
        return (sooner >= LEAST_MS) - (sooner <= -LEAST_MS)


@dataclass(frozen=True, slots=True)
class Reach:
    """In how many drills a post was required, in how many of them reached, and the median time of these."""

    required: int
    reached: int
    at_ms: int | None


@dataclass(frozen=True, slots=True)
class ChartsCompared:
    """What the drills on the chart before and the chart after came to."""

    drills: int
    figures: tuple[FigureChange, ...]
    posts: tuple[PostChange, ...]


def rerun(
    scenario: Scenario,
    before: Chart,
    after: Chart,
    seeds: Sequence[int],
    absent: Iterable[str] = (),
    tell: Callable[[int], None] = lambda _done: None,
) -> ChartsCompared:
    """Run the scenario on both charts with the same seeds and the same people away.

    `absent` names people as `drill run --absent` does, in each chart for itself (UsageError for an unknown one). `tell`
    hears how many of the `2 * len(seeds)` drills are done.
    """
    sides = [(chart, persons(chart, absent)) for chart in (before, after)]
    scores = []
    for seed in seeds:
        for chart, away in sides:
            scores.append(score(run_headless(Setup.make(chart, scenario, seed=seed, absent=away))))
            tell(len(scores))
    return compared(list(zip(scores[::2], scores[1::2], strict=True)))


def compared(pairs: Sequence[tuple[Score, Score]]) -> ChartsCompared:
    """Scores before and after, seed by seed (at least one pair)."""
    names = pairs[0][0].dimensions
    return ChartsCompared(len(pairs), tuple(_figure(name, pairs) for name in names), tuple(_posts(pairs)))


def _figure(name: str, pairs: Sequence[tuple[Score, Score]]) -> FigureChange:
    each = [tuple((s.dimensions[name].numerator, s.dimensions[name].denominator) for s in pair) for pair in pairs]
    trends = [_sign(old, new) for old, new in each]
    return FigureChange(
        name, _sum(old for old, _ in each), _sum(new for _, new in each), trends.count(1), trends.count(-1)
    )


def _sum(figures: Iterable[tuple[int, int]]) -> tuple[int, int]:
    numerators, denominators = zip(*figures, strict=True)
    return sum(numerators), sum(denominators)


def _sign(before: tuple[int, int], after: tuple[int, int]) -> int:
    """Whether the share rose (1) or fell (-1)."""
    if not before[1] or not after[1]:
        return 0
    old, new = before[0] * after[1], after[0] * before[1]
    return (new > old) - (new < old)


def _posts(pairs: Sequence[tuple[Score, Score]]) -> Iterable[PostChange]:
    rows = [[{row.post: row for row in each.contacts} for each in side] for side in zip(*pairs, strict=True)]
    for post in dict.fromkeys((*rows[0][0], *rows[1][0])):
        sides = [[row for drill in side if (row := drill.get(post))] for side in rows]
        yield PostChange(post, (sides[0] or sides[1])[0].name, *(_reach(side) for side in sides))


def _reach(rows: Sequence[ContactRow]) -> Reach | None:
    if not rows:
        return None
    required = [row for row in rows if row.required]
    times = [row.at_ms for row in required if row.at_ms is not None]
    return Reach(len(required), len(times), median_low(times) if times else None)
