"""Minimum-cost hitting set with CP-SAT: of every core at least one change, or that some others are not made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from drill.errors import UsageError

SEED = 1


@dataclass(frozen=True, slots=True)
class Selection:
    """Changes that hit every core, and a bound below which no such selection costs."""

    chosen: frozenset[int]
    bound: int
    optimal: bool


class HittingSet:
    """Cores are added; `solve` finds the cheapest selection, with the fewest changes among these.

    A core has numbers of changes, and numbers after those of sets in `unless`: that none of such a set is chosen.

    One worker and a fixed seed: the same cores in the same order give the same selection. Where one change does as
    well as another, the earlier is taken.
    """

    def __init__(self, costs: Sequence[int], unless: Sequence[frozenset[int]] = ()) -> None:
        self._sat = _cp_model()
        self._model = self._sat.CpModel()
        self._costs = costs
        self._cores: list[frozenset[int]] = []
        self._weight = len(costs) + 1
        self._made = [self._model.new_bool_var("") for _ in range(len(costs) + len(unless))]
        self._unless = dict(enumerate(unless, len(costs)))
        for none, others in self._unless.items():
            for other in sorted(others):
                self._model.add_implication(self._made[none], ~self._made[other])
        self._model.minimize(
            sum((cost * self._weight + 1) * made for cost, made in zip(costs, self._made, strict=False))
        )

    def add(self, core: Collection[int]) -> None:
        """At least one of these has to be chosen."""
        self._cores.append(frozenset(core))
        self._model.add_bool_or([self._made[change] for change in sorted(core)])

    def solve(self, limit_s: float | None = None) -> Selection | None:
        """The best selection; None if none was found in the time."""
        solver = self._sat.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = SEED
        if limit_s is not None:
            solver.parameters.max_time_in_seconds = max(limit_s, 0.01)
        status = solver.solve(self._model)
        if status not in (self._sat.OPTIMAL, self._sat.FEASIBLE):
            return None
        chosen = self._earliest({i for i in range(len(self._costs)) if solver.boolean_value(self._made[i])})
        # A selection costs a whole number; what is over counts the changes.
        bound = -(-max(round(solver.best_objective_bound) - len(self._costs), 0) // self._weight)
        optimal = status == self._sat.OPTIMAL
        return Selection(chosen, sum(self._costs[i] for i in chosen) if optimal else bound, optimal)

    def _earliest(self, chosen: set[int]) -> frozenset[int]:
        """The selection with each change replaced by the first that costs the same and hits what only it hits."""
        for change in sorted(chosen):
            others = chosen - {change}
            missed = self._missed(others)
            instead = sorted(i for i in frozenset.intersection(*missed) if i < len(self._costs)) if missed else []
            same = (i for i in instead if self._costs[i] == self._costs[change])
            chosen = others | {next((i for i in same if not self._missed(others | {i})), change)}
        return frozenset(chosen)

    def _missed(self, chosen: set[int]) -> list[frozenset[int]]:
        """The cores that a selection does not hit."""
        hit = chosen | {none for none, others in self._unless.items() if others.isdisjoint(chosen)}
        return [core for core in self._cores if hit.isdisjoint(core)]


def _cp_model() -> Any:
    try:
        from ortools.sat.python import cp_model
    except ImportError as missing:
        raise UsageError("repair.no_solver") from missing
    return cp_model
