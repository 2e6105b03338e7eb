"""What is said about cells while they are read, and which cells nobody has looked at: nothing gets lost unnoticed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from drill.sheets.chart.draft import HOURS, Draft
from drill.sheets.chart.tables import Column, SheetTable
from drill.sheets.kit.grid import Cell, Grid, as_text
from drill.sheets.kit.remarks import Remarks
from drill.text.normal import is_ditto, is_nothing, key, tidy

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

    def above(self, table: SheetTable, row: int, column: int) -> int | None:
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


@dataclass(frozen=True)
class TableRow:
    """A row of a table while it is read: its texts, what is said of its cells, and the chart it goes into.

    `role` tells several posts of a row apart; `post` is the one that was made of it.
    """

    table: SheetTable
    number: int
    draft: Draft
    log: CellLog
    role: str = ""
    post: str = ""

    def of(self, *fields: str, rank: int = 0) -> list[Column]:
        """The columns that say this of the row's own person, or of the deputy of this rank."""
        return self.table.of(*fields, rank=rank, role=self.role)

    def about(self, *fields: str) -> list[Column]:
        """The columns that say this of the row, whoever of it they speak of otherwise."""
        return self.table.of(*fields, rank=0, role="")

    def cell(self, column: Column) -> Cell:
        """The cell in a column."""
        return self.number, column.number

    def shown(self, column: Column) -> str:
        """The cell's text as it stands there; it is not dealt with by that."""
        return self.table.grid.text(self.cell(column))

    def own(self, column: Column) -> str:
        """The same, empty where it is shown by a cell merged with others of which it is not the first."""
        cell = self.cell(column)
        return self.table.grid.text(cell) if self.table.grid.origin(cell) == cell else ""

    def text(self, column: Column) -> str:
        """The cell's text on one line, `〃` replaced by what it repeats, empty where it says that there is nothing."""
        found = self.raw(column)
        return "" if is_nothing(found) else tidy(found)

    def raw(self, column: Column) -> str:
        """The same, words for nothing and line breaks included; the cell counts as dealt with."""
        return self._raw(column.number)

    def _raw(self, column: int) -> str:
        grid, cell = self.table.grid, (self.number, column)
        self.log.use(grid, cell)
        text = grid.text(cell)
        if grid.failed(cell):
            self.log.lose(grid, cell)
            return ""
        if key(text) in _LEFT and column > 1:
            return self._raw(column - 1)
        if not is_ditto(text):
            return text
        if above := self.log.above(self.table, self.number, column):
            return grid.text((above, column))
        self.log.refuse("XS050", grid, cell, text=text)
        return ""

    def say(self, code: str, column: Column, **params: object) -> None:
        """A problem at the cell in a column."""
        self.log.say(code, self.table.grid, self.cell(column), **params)

    def refuse(self, code: str, column: Column, lost: str | None = None, **params: object) -> None:
        """Say why the cell in a column, or the part `lost` of it, has no place in the chart."""
        self.log.refuse(code, self.table.grid, self.cell(column), lost, **params)

    def lose(self, column: Column, lost: str) -> None:
        """A part of the cell in a column has no place in the chart."""
        self.log.lose(self.table.grid, self.cell(column), lost)

    def use(self, *columns: Column) -> None:
        """The values of these cells have been dealt with."""
        self.log.use(self.table.grid, *map(self.cell, columns))

    def need_hours(self, name: str, column: Column) -> None:
        """The chart has these hours; what they are taken for is said where they are met first."""
        if name not in self.draft.hours:
            self.draft.hours[name] = HOURS[name]
            self.say("XS047", column, hours=HOURS[name], name=name)
