"""A sheet as cells, whether it came from Excel, from CSV or from a test."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache

from drill.model.problems import letters

_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!)")
Value = str | int | float | bool | date
Cell = tuple[int, int]
"""Row and column, both from 1."""


@dataclass(frozen=True)
class Grid:
    """One sheet. Blank cells have no entry; `merged` leads from a covered cell to the one that holds its value."""

    file: str
    cells: Mapping[Cell, Value]
    name: str = ""
    merged: Mapping[Cell, Cell] = field(default_factory=dict)
    uncomputed: frozenset[Cell] = frozenset()
    """Formulas whose result the file does not hold."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    left_out: bool = False
    """A hidden sheet that is not read; it has contents, but none here."""
    struck: Mapping[Cell, str] = field(default_factory=dict)
    """What is struck out, in whole or in part of a cell; `cells` are without it."""
    lined: frozenset[Cell] = frozenset()
    """Cells that are not struck out though the format of their row or column is: the first of each."""

    @classmethod
    def of(
        cls, rows: Iterable[Sequence[Value | None]], file: str = "chart.xlsx", name: str = "", merge: Sequence[str] = ()
    ) -> Grid:
        """A grid from rows of values; `merge` holds ranges such as `A2:A4`."""
        cells = {
            (r, c): value
            for r, row in enumerate(rows, 1)
            for c, value in enumerate(row, 1)
            if value is not None and value != ""
        }
        areas = [(cell_at(first), cell_at(last)) for first, last in (area.split(":") for area in merge)]
        return cls(file, cells, name, covered(areas, cells)[0])

    @property
    def place(self) -> str:
        """What stands before the cell in a message: `連絡網.xlsx!体制`."""
        return f"{self.file}!{self.name}" if self.name else self.file

    @cached_property
    def rows(self) -> int:
        """The last row with a value."""
        return max((r for r, _ in self.cells), default=0)

    @cached_property
    def columns(self) -> int:
        """The last column with a value."""
        return max((c for _, c in self.cells), default=0)

    def origin(self, cell: Cell) -> Cell:
        """The cell that holds the value shown in `cell`."""
        return self.merged.get(cell, cell)

    def value(self, cell: Cell) -> Value | None:
        """What is shown in `cell`, merged cells included."""
        return self.cells.get(self.origin(cell))

    def text(self, cell: Cell) -> str:
        """The same as text without blanks at its ends; whole numbers without a decimal point."""
        return as_text(self.value(cell))

    def failed(self, cell: Cell) -> bool:
        """Whether a formula stands here whose result is missing or an error."""
        return self.origin(cell) in self.uncomputed or is_error(self.text(cell))

    def shared(self, cell: Cell) -> bool:
        """Whether the cell is merged with another."""
        return cell in self.merged or cell in self._wide

    @cached_property
    def _wide(self) -> frozenset[Cell]:
        return frozenset(self.merged.values())

    @cached_property
    def across(self) -> Counter[int]:
        """Row → how many of its cells show what stands at their left in the same row."""
        return Counter(row for (row, _), origin in self.merged.items() if row == origin[0])

    @cached_property
    def filled(self) -> Mapping[int, tuple[int, ...]]:
        """Row → its columns that show something."""
        found: dict[int, list[int]] = {}
        for cell in (*self.cells, *(each for each, origin in self.merged.items() if origin in self.cells)):
            if self.text(cell):
                found.setdefault(cell[0], []).append(cell[1])
        return {row: tuple(sorted(columns)) for row, columns in found.items()}


def covered(
    areas: Iterable[tuple[Cell, Cell]], cells: Mapping[Cell, object], most: int = 1_000_000
) -> tuple[dict[Cell, Cell], list[Cell]]:
    """Covered cell → the one it shows, as far as a sheet has contents; and cells whose own contents nobody sees.

    ValueError if the areas cover more than `most` cells.
    """
    bottom, right = (max((each[i] for each in cells), default=0) for i in (0, 1))
    found: dict[Cell, Cell] = {}
    unseen: list[Cell] = []
    for first, last in areas:
        rows, columns = range(first[0], min(last[0], bottom) + 1), range(first[1], min(last[1], right) + 1)
        most -= len(rows) * len(columns)
        if most < 0:
            raise ValueError(most)
        for cell in ((r, c) for r in rows for c in columns if (r, c) != first):
            if first in cells:
                found[cell] = first
            if cell in cells:
                unseen.append(cell)
    return found, unseen


def as_text(value: Value | None) -> str:
    """A value as a reader of the sheet would write it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def is_error(text: str) -> bool:
    """Whether a text is what Excel shows for a formula that fails."""
    return _ERROR.fullmatch(text) is not None


def cell_name(cell: Cell) -> str:
    """(12, 3) → `C12`."""
    return f"{letters(cell[1])}{cell[0]}"


LAST: Cell = (1_048_576, 16_384)
"""The last cell of a sheet in Excel."""


def cell_at(name: str) -> Cell:
    """`C12` → (12, 3); ValueError for anything that is no cell of a sheet in Excel."""
    head = name.rstrip("0123456789")
    row, column = int(name[len(head) :]), _column_at(head)
    if not (1 <= row <= LAST[0] and 1 <= column <= LAST[1]):
        raise ValueError(name)
    return row, column


@lru_cache
def _column_at(name: str) -> int:
    column = 0
    for letter in name.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(name)
        column = column * 26 + ord(letter) - 64
    return column
