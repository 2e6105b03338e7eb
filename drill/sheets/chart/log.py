"""What is said about cells while they are read, and which cells nobody has looked at: nothing gets lost unnoticed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from drill.sheets.chart.tables import SheetTable
from drill.sheets.kit.grid import Cell, Grid, as_text
from drill.sheets.kit.normal import is_ditto, is_nothing, key, tidy
from drill.sheets.kit.remarks import Remarks

_DITTO_ROWS = 500
"""How far up a ditto mark may point."""
_LEFT = {"同左", "左に同じ", "左記に同じ"}


@dataclass(frozen=True)
class Unread:
    """A cell whose value did not get into the chart."""

    place: str
    cell: Cell
    text: str


@dataclass
class CellLog(Remarks):
    """Problems by cell, and the cells whose values are in the chart."""

    used: dict[str, set[Cell]] = field(default_factory=dict)
    unread: dict[Unread, None] = field(default_factory=dict)
    """In the order in which they were lost, each once."""
    _words: dict[tuple[str, int, int], list[int]] = field(default_factory=dict)
    """Sheet, a table's header row, column → the rows of the table that say something of their own there."""

    def use(self, grid: Grid, *cells: Cell) -> None:
        """The values of these cells have been dealt with."""
        self.used.setdefault(grid.name, set()).update(grid.origin(cell) for cell in cells)

    def lose(self, grid: Grid, cell: Cell, text: str | None = None) -> None:
        """The value of a cell, or a part of it, has no place in the chart; it is kept beside it."""
        self.use(grid, cell)
        kept = Unread(grid.place, grid.origin(cell), grid.text(cell) if text is None else text)
        if kept.text:
            self.unread[kept] = None

    def refuse(self, code: str, grid: Grid, cell: Cell, lost: str | None = None, **params: object) -> None:
        """Say why the value of a cell, or the part `lost` of it, has no place in the chart."""
        self.say(code, grid, cell, **params)
        self.lose(grid, cell, lost)

    def look(self, grid: Grid) -> None:
        """What is struck out has no place in the chart."""
        super().look(grid)
        self.unread |= dict.fromkeys(Unread(grid.place, cell, text) for cell, text in sorted(grid.struck.items()))

    def left_over(self, grid: Grid) -> list[Cell]:
        """Cells with a value that nobody has dealt with."""
        used = self.used.get(grid.name, set())
        return sorted(cell for cell, value in grid.cells.items() if as_text(value) and cell not in used)

    def text(self, table: SheetTable, row: int, column: int) -> str:
        """The cell's text on one line, `〃` replaced by what it repeats, empty where it says that there is nothing."""
        found = self.raw(table, row, column)
        return "" if is_nothing(found) else tidy(found)

    def raw(self, table: SheetTable, row: int, column: int) -> str:
        """The same, words for nothing and line breaks included; the cell counts as dealt with."""
        grid, cell = table.grid, (row, column)
        self.use(grid, cell)
        text = grid.text(cell)
        if grid.failed(cell):
            self.lose(grid, cell)
            return ""
        if key(text) in _LEFT and column > 1:
            return self.raw(table, row, column - 1)
        if not is_ditto(text):
            return text
        if above := self._above(table, row, column):
            return grid.text((above, column))
        self.refuse("XS050", grid, cell, text=text)
        return ""

    def _above(self, table: SheetTable, row: int, column: int) -> int | None:
        """The row whose text a ditto mark repeats."""
        where = (table.grid.name, table.header_rows.start, column)
        if where not in self._words:
            texts = ((r, table.grid.text((r, column))) for r in table.rows)
            self._words[where] = [r for r, text in texts if text and not is_ditto(text)]
        above = bisect_left(self._words[where], row)
        if not above:
            return None
        found = self._words[where][above - 1]
        return found if found >= table.rows[max(0, bisect_left(table.rows, row) - _DITTO_ROWS)] else None
