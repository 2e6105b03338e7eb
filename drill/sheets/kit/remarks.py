"""What is said about cells while they are read, the same whoever reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drill.model.problems import Problem, problem
from drill.sheets.kit.grid import Cell, Grid, is_error
from drill.text.catalogue import Word


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

    def look(self, grid: Grid) -> None:
        """Say what is hidden and was read or not, and what is struck out and was left out or not."""
        if grid.left_out:
            self.say("XS005", grid, (0, 0), name=grid.name)
        for row in sorted(grid.hidden_rows & grid.filled.keys()):
            self.say("XS001", grid, (row, grid.filled[row][0]))
        if grid.hidden_columns:
            first = {cell[1]: cell for cell in sorted(grid.cells, reverse=True)}
            for column in sorted(grid.hidden_columns & first.keys()):
                self.say("XS004", grid, first[column])
        for cell, text in sorted(grid.struck.items()):
            self.say("XS007", grid, cell, text=text)
        for cell in sorted(grid.lined):
            self.say("XS008", grid, cell)

    def several(self, grid: Grid, cell: Cell, names: Sequence[str], taken: str) -> None:
        """A cell names several people; `taken` is the code of what was done with them."""
        self.say("XS039", grid, cell, count=len(names), names=" / ".join(names), taken=Word(taken))

    def failed(self, grid: Grid, cell: Cell) -> bool:
        """Whether a formula stands here whose result is missing or an error; it is said."""
        if grid.origin(cell) in grid.uncomputed:
            self.say("XS002", grid, cell)
        elif is_error(text := grid.text(cell)):
            self.say("XS003", grid, cell, text=text)
        return grid.failed(cell)
