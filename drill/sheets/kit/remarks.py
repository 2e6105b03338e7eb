"""What is said about cells while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from drill.model.problems import Problem, problem
from drill.sheets.kit.grid import Cell, Grid


@dataclass(kw_only=True)
class Remarks:
    """Problems by cell, in the order in which they were found."""

    problems: list[Problem] = field(default_factory=list)

    def say(self, code: str, grid: Grid, cell: Cell, **params: object) -> None:
        """A problem at a cell."""
        self.problems.append(problem(code, grid.place, cell, (), **params))

    def errors(self, before: int = 0) -> bool:
        """Whether an error was found after the first `before` problems."""
        return any(each.severity == "error" for each in self.problems[before:])
