"""The minimum-cost set of changes that removes every single point of failure: implicit hitting set.

A core is a set of changes of which at least one is needed: with all others made, some post still falls when some
element fails. The cheapest selection that hits every core found so far costs no more than any repair (adding things
never makes a post harder to reach, but for the written ways that a change silences: that it is not made stands in a
core like a change); so if it is a repair, it is a cheapest one. Otherwise what still falls gives new cores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from drill.analysis.network import Element, ElementKind
from drill.analysis.origins import find_origins
from drill.analysis.repair.changes import Change, Costs, with_changes
from drill.analysis.repair.goals import Goals, Unremedied
from drill.analysis.repair.hitting import HittingSet, Selection
from drill.analysis.weak import ChartWeakness, Cut, weakness_of
from drill.contacts.situation import Situation
from drill.model.chart import Chart

KINDS: tuple[ElementKind, ...] = ("person", "site", "medium", "line")


@dataclass(frozen=True)
class Repair:
    """The changes, and what is known about their cost. Proven: no repair with the changes offered costs less."""

    before: ChartWeakness
    changes: tuple[Change, ...]
    cost: Fraction
    lower_bound: Fraction
    proven: bool
    rounds: int
    """How often the solver was asked."""
    offered: int
    """How many changes there were to choose from."""
    unremedied: tuple[Unremedied, ...]
    kinds: tuple[ElementKind, ...]
    failed: tuple[Element, ...]

    @cached_property
    def chart(self) -> Chart:
        """The chart after the changes."""
        return with_changes(self.before.chart, self.changes)

    @cached_property
    def after(self) -> ChartWeakness:
        """The chart after the changes, analysed afresh."""
        return weakness_of(self.chart, self.before.situation, self.before.origins.posts, self.failed)

    def singles(self, found: ChartWeakness) -> tuple[Cut, ...]:
        """The single points of failure of the kinds asked for, before or after."""
        elements = found.network.elements
        return tuple(cut for cut in found.weakness.singles if elements[cut.elements[0]].kind in self.kinds)


def plan_repair(
    chart: Chart,
    situation: Situation | None = None,
    origins: tuple[str, ...] = (),
    costs: Costs | None = None,
    kinds: Iterable[ElementKind] = KINDS,
    failed: Iterable[Element] = (),
    offered: Sequence[Change] | None = None,
    left_s: Callable[[], float] | None = None,
) -> Repair:
    """The cheapest repair of a chart; if `left_s` (seconds left) comes to 0, the best found by then.

    Elements in `failed` fail throughout. `offered` are the changes to choose from, all possible ones if None.
    UsageError if there is something to repair and OR-Tools is not installed.
    """
    situation, costs, failed = situation or Situation(), costs or Costs(), tuple(failed)
    before = weakness_of(chart, situation, find_origins(chart, situation, origins).posts, failed)
    goals = Goals(before, tuple(kinds), failed, offered)
    found, rounds = _search(goals, costs, left_s)
    changes = tuple(goals.changes[i] for i in sorted(found.chosen))
    return Repair(
        before=before,
        changes=changes,
        cost=costs.total(changes),
        lower_bound=Fraction(found.bound, costs.scale),
        proven=found.optimal,
        rounds=rounds,
        offered=len(goals.changes),
        unremedied=goals.unremedied(changes),
        kinds=goals.kinds,
        failed=failed,
    )


def _search(goals: Goals, costs: Costs, left_s: Callable[[], float] | None) -> tuple[Selection, int]:
    """Ask the solver and look for new cores in turn, until its selection is a repair or the time is over.

    The selection, and how often the solver was asked.
    """
    prices = [int(costs.of(change.kind) * costs.scale) for change in goals.changes]
    solver: HittingSet | None = None
    chosen: frozenset[int] = frozenset()
    everything = best = frozenset(range(len(prices)))
    bound = rounds = 0
    while True:
        repair, cores = chosen, list[frozenset[int]]()
        while new := goals.cores(repair):
            cores += new
            repair = repair.union(*new).intersection(everything)
        if not cores:
            return Selection(chosen, sum(prices[i] for i in chosen), True), rounds
        best = min(best, repair, key=lambda changes: sum(prices[i] for i in changes))
        solver = solver or HittingSet(prices, goals.proposal.unless)
        for core in cores:
            solver.add(core)
        rest = left_s() if left_s else None
        selection = solver.solve(rest) if rest is None or rest > 0 else None
        rounds += 1
        bound = max(bound, selection.bound if selection else 0)
        if selection is None or not selection.optimal:
            return Selection(best, bound, sum(prices[i] for i in best) == bound), rounds
        chosen = selection.chosen
