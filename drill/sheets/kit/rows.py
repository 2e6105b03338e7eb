"""Rows below a header: one reader for every sheet with a person, a test or an answer sheet in each row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from drill.errors import UsageError
from drill.sheets.kit.grid import Grid, Value
from drill.sheets.kit.naming import ids_in, people_in
from drill.sheets.kit.remarks import Remarks
from drill.text.normal import SUMS, is_note, key, line

SEARCHED = 60
"""Filled rows in which a header is looked for."""
Meaning = Callable[[str], str | None]
"""What a header says that its column holds."""
Found = TypeVar("Found")


@dataclass(frozen=True)
class Header:
    """The rows of a header, the columns of each field from left to right, and the header of each column."""

    grid: Grid
    rows: range
    columns: Mapping[str, tuple[int, ...]]
    texts: Mapping[int, str]

    def first(self, field: str) -> int | None:
        """The first column of a field."""
        return next(iter(self.columns.get(field, ())), None)

    def has(self, *fields: str) -> bool:
        """Whether it has columns for all of these."""
        return all(self.columns.get(each) for each in fields)


class SheetRow(NamedTuple):
    """One row below a header: its texts by column, blank ones left out."""

    header: Header
    number: int
    texts: Mapping[int, str]

    def cells(self, *fields: str) -> list[tuple[int, str]]:
        """Column and text of the filled cells of these fields."""
        return [(c, self.texts[c]) for name in fields for c in self.header.columns.get(name, ()) if c in self.texts]

    def text(self, column: int | None) -> str:
        """The text of a column."""
        return self.texts.get(column, "") if column else ""

    def value(self, column: int) -> Value | None:
        """The value as the file holds it."""
        return self.header.grid.value((self.number, column))


def find_header(
    grid: Grid, meaning: Meaning, enough: Callable[[Header], bool], depths: Sequence[int] = (1, 2, 3)
) -> Header | None:
    """The first header that says enough; of several depths the one that tells most."""
    for number in sorted(grid.filled)[:SEARCHED]:
        if any(meaning(grid.text((number, column))) for column in grid.filled[number]):
            heads = (_head(grid, range(number, number + depth), meaning) for depth in depths)
            if known := [header for header in heads if header and enough(header)]:
                return max(known, key=lambda header: (len(header.columns), -len(header.rows)))
    return None


def _head(grid: Grid, rows: range, meaning: Meaning) -> Header | None:
    """These rows as a header; None where a row holds below a known header something else: the first of the data."""
    texts: dict[int, str] = {}
    columns: dict[str, tuple[int, ...]] = {}
    for column in sorted({column for row in rows for column in grid.filled.get(row, ())}):
        if text := joined(grid, rows, column):
            texts[column], last = text, line(grid.text((rows.stop - 1, column)))
            whole, below = meaning(text), meaning(last)
            if not whole and below and last != text and meaning(joined(grid, rows[:-1], column)):
                return None
            if name := whole or below:
                columns[name] = (*columns.get(name, ()), column)
    return Header(grid, rows, columns, texts)


def joined(grid: Grid, rows: range, column: int) -> str:
    """The texts of a column above each other, a wide one above carried over its blank neighbours."""
    parts: list[str] = []
    for row in rows:
        text = line(grid.text((row, column)))
        if not text and row < rows.stop - 1 and grid.text((row + 1, column)):
            left = next((c for c in reversed(grid.filled.get(row, ())) if c < column), 0)
            text = line(grid.text((row, left))) if left and grid.text((row + 1, left)) else ""
        if text and text not in parts:
            parts.append(text)
    return " ".join(parts)


class Rows(Remarks):
    """Reads the sheets of a file row by row, and says of each cell what every reader has to notice."""

    def heads(
        self,
        grids: Sequence[Grid],
        meaning: Meaning,
        enough: Callable[[Header], bool],
        code: str = "",
        **params: object,
    ) -> list[Header]:
        """The headers of these sheets, one a sheet; UsageError with `code` where none has any."""
        for grid in grids:
            self.look(grid)
        found = [header for grid in grids if (header := find_header(grid, meaning, enough))]
        if code and not found:
            raise UsageError(code, " ".join(grid.place for grid in grids), **params)
        return found

    def unused(self, header: Header, used: Collection[str]) -> None:
        """Name the columns of which nothing is taken over."""
        field = {column: name for name, columns in header.columns.items() for column in columns}
        for column, text in header.texts.items():
            if field.get(column) not in used:
                code = "XS091" if field.get(column) in ("name", "personal") else "XS092"
                self.say(code, header.grid, (header.rows.stop - 1, column), header=text)

    def rows(self, header: Header) -> Iterator[SheetRow]:
        """The rows of data: no blank one, no sum, no note, no header again."""
        again, top = 0, {c: key(header.grid.text((header.rows.start, c))) for c in header.texts}
        for number in sorted(row for row in header.grid.filled if row >= header.rows.stop):
            texts = {column: header.grid.text((number, column)) for column in header.grid.filled[number]}
            first, *others = map(key, texts.values())
            same = [text for column, text in texts.items() if key(text) == top.get(column)]
            if len(same) * 2 > len(texts) and not all(map(str.isdecimal, same)):
                again = number + len(header.rows)
            if number >= again and not is_note(next(iter(texts.values()))) and SUMS.isdisjoint((first, *others[:1])):
                yield SheetRow(header, number, texts)

    def refuse(self, code: str, row: SheetRow, column: int, **params: object) -> None:
        """Say what is wrong with a cell."""
        self.say(code, row.header.grid, (row.number, column), **params)

    def read(
        self, row: SheetRow, column: int, meaning: Callable[[Value | None], Found], code: str, **params: object
    ) -> Found | None:
        """What a cell means; None, and it is said, where `meaning` raises ValueError."""
        try:
            return meaning(row.value(column))
        except ValueError:
            self.refuse(code, row, column, text=row.text(column), **params)
            return None

    def take(
        self, row: SheetRow, used: Collection[str], alone: Collection[str], make: Callable[[SheetRow], Found]
    ) -> Found | None:
        """What is made of a row; None where something was said that is wrong with it."""
        before = len(self.problems)
        made = make(row) if self.check(row, used, alone) else None
        return None if self.errors(before) else made

    def check(self, row: SheetRow, used: Collection[str], alone: Collection[str]) -> bool:
        """Whether the cells of a row can be read: no failed formula, no two people; nothing merged in `alone`."""
        before, grid = len(self.problems), row.header.grid
        for name in row.header.columns:
            for column, text in row.cells(name):
                cell = (row.number, column)
                if name in used and text[0] in "#=" and self.failed(grid, cell):
                    continue
                if name in alone and grid.shared(cell):
                    self.say("XS101", grid, cell)
                people = people_in(text) if name == "name" else ids_in(text) if name == "number" else []
                if len(people) > 1:
                    self.several(grid, cell, people, "sheets.several.none")
        return not self.errors(before)
