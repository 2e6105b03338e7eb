"""What the writers have in common: texts that every file format can hold, and tables as cells that span others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

from drill.report.blocks import Document, Table
from drill.text.clean import clean
from drill.text.width import Align

_NOT_XML = re.compile("[\ufffe\uffff]")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?")
_JOINED_ROWS = 4
"""More rows than these can hardly be kept on one page: they are not joined, there only is no line between them."""
Row = tuple[str, ...]


def plain(text: str) -> str:
    """A text of visible characters and newlines, all of which XML can hold."""
    return _NOT_XML.sub("", clean(text, keep_newlines=True))


def one_line(text: str) -> str:
    """The same without newlines."""
    return " ".join(plain(text).split())


def number(text: str) -> float | None:
    """The value of a text that is a plain number and would look the same if it were one."""
    return float(text) if _NUMBER.fullmatch(text) and text != "-0" else None


def running_head(document: Document) -> str:
    """What stands at the head of every page."""
    return one_line(document.mark)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, from 0; `header` in a header row. `text` is plain.

    `from_above`, `goes_on`: there is no line towards the cell above or below it, of which it is a part.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False
    strong: bool = False
    align: Align = "left"
    from_above: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class CellGrid:
    """A table as cells in reading order, which cover it without gap or overlap; `heads` rows are its header.

    `blank` rows are to be filled in by hand: nothing stands in them but for their first cell.
    """

    cells: tuple[Cell, ...]
    heads: int
    rows: int
    shares: tuple[int, ...]
    """Width of each column, relative to the others."""
    blank: Set[int]

    def by_row(self) -> list[list[Cell]]:
        """The cells that begin in each row."""
        found: list[list[Cell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            found[cell.row].append(cell)
        return found


def grid(table: Table) -> CellGrid:
    """The cells of a table; short rows are filled up with empty ones."""
    count = max(len(table.header), *map(len, table.rows), 1) if table.rows else max(len(table.header), 1)
    rows = [_filled(row, count) for row in table.rows]
    header = _filled(table.header, count)
    heads = (bool(table.above) + 1) if any(header) or table.above else 0
    cells, sides = list(_header(header, table, count)) if heads else [], table.sides
    for column in range(count):
        for first, last in _runs(rows, column if column < table.joined else None, column):
            text, look = rows[first][column], (1, False, first in table.strong, sides[column])
            if last - first <= _JOINED_ROWS:
                cells.append(Cell(text, first + heads, column, last - first, *look))
                continue
            for row in range(first, last):
                said, ends = (text if row == first else ""), (row > first, row < last - 1)
                cells.append(Cell(said, row + heads, column, 1, *look, *ends))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    beside = [cell for cell in cells if cell.column > 0 and not cell.header]
    blank = {cell.row for cell in beside} - {cell.row for cell in beside if cell.text}
    return CellGrid(tuple(cells), heads, len(rows) + heads, _shares(table, [header, *rows], count), blank)


def _filled(row: Row, count: int) -> Row:
    return tuple(map(plain, (*row, *("",) * (count - len(row)))))


def _header(header: Row, table: Table, count: int) -> Iterator[Cell]:
    """The header, below the row above it; where that is empty, header cells reach up."""
    column, low = 0, bool(table.above)
    for text, span in (*table.above, ("", count)):
        stop = min(column + max(span, 0), count)
        if text and stop > column:
            yield Cell(plain(text), 0, column, 1, stop - column, True, align="center")
        for each in range(column, stop):
            yield Cell(header[each], int(bool(text)), each, 1 + (low and not text), 1, True, align="center")
        column = stop


def _runs(rows: list[Row], joined: int | None, column: int) -> Iterator[tuple[int, int]]:
    """First and last-but row of each cell of a column; equal ones are one only where those left of them are."""
    starts = [
        place
        for place, row in enumerate(rows)
        if joined is None or place == 0 or row[: column + 1] != rows[place - 1][: column + 1]
    ]
    yield from pairwise([*starts, len(rows)])


def _shares(table: Table, rows: list[Row], count: int) -> tuple[int, ...]:
    """The widths as given, or by content: at most as much as four lines would need."""
    if len(table.widths) == count and all(width > 0 for width in table.widths):
        return table.widths
    from drill.drawing.lettering import width

    def need(column: int) -> int:
        longest = max(width(line) for row in rows for line in row[column].split("\n"))
        return min(max(round(longest), 3), 24)

    return tuple(map(need, range(count)))
