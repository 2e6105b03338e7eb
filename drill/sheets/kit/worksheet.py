"""One sheet of a workbook → its grid. Only cells with contents count; formatted and merged emptiness costs nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import isfinite
from typing import NamedTuple

from drill.sheets.kit.grid import Cell, Grid, Value, cell_at, covered
from drill.sheets.kit.parts import Attributes, Parts, Text, TextReader, is_on, unescaped
from drill.text.normal import INVISIBLE

_SLIVER = 1.0
"""Rows lower than so many points, and columns narrower than a tenth of a character, are hidden (assumption)."""
_LAST_DAY = 2_958_466
"""Excel's number of 10000-01-01."""
Area = tuple[Cell, Cell]


class TooMany(Exception):
    """More cells with contents than are read."""


class Style(NamedTuple):
    """What the format of a cell does to its value: struck out; a day; padded with zeros as this pattern says."""

    struck: bool = False
    day: bool = False
    digits: str = ""


class Book(NamedTuple):
    """What the sheets of a workbook share; `first_day` is where its count of days begins."""

    strings: Sequence[Text]
    styles: Sequence[Style]
    first_day: datetime

    def style(self, number: str | None) -> Style:
        """The style of a number in the file."""
        return self.styles[int(number)] if number and int(number) < len(self.styles) else Style()


class Worksheet:
    """Reads a sheet element by element; at most `limit` cells with contents."""

    def __init__(self, book: Book, limit: int) -> None:
        self._book, self._limit = book, limit
        self.cells: dict[Cell, Value] = {}
        self.struck: dict[Cell, str] = {}
        self.lined: dict[object, Cell] = {}
        self.uncomputed: set[Cell] = set()
        self.hidden_rows: set[int] = set()
        self._columns: list[tuple[int, int, bool, bool]] = []
        self._merged: list[Area] = []
        self._row = self._column = 0
        self._row_struck = False
        self._type = self._style = ""
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: TextReader | None = None

    def read(self, parts: Parts, name: str) -> None:
        """Take a part in."""
        parts.scan(name, self._start, self._end)

    def grid(self, file: str, name: str, *, hidden: bool) -> Grid:
        """The sheet as a grid."""
        last = max((c for _, c in self.cells), default=0)
        hidden_columns = (
            n for first, end, is_hidden, _ in self._columns if is_hidden for n in range(first, min(end, last) + 1)
        )
        try:
            merged, below = covered(self._merged, self.cells, 3 * self._limit)
        except ValueError as error:
            raise TooMany from error
        for cell in below:
            del self.cells[cell]
        return Grid(
            file,
            self.cells,
            name,
            merged,
            frozenset(self.uncomputed),
            frozenset(self.hidden_rows),
            frozenset(hidden_columns),
            hidden,
            struck=self.struck,
            lined=frozenset(self.lined.values()),
        )

    def _start(self, tag: str, given: Attributes) -> None:
        if tag == "c":
            self._begin(given)
        elif self._inline:
            self._inline.start(tag, given)
        elif tag == "is":
            self._inline = TextReader()
        elif tag == "row":
            self._row = cell_at(f"A{given['r']}")[0] if "r" in given else self._row + 1
            self._column = 0
            self._row_struck = self._book.style(given.get("s")).struck
            if is_on(given, "hidden", "0") or float(given.get("ht", _SLIVER)) < _SLIVER:
                self.hidden_rows.add(self._row)
        elif tag == "col":
            hidden = is_on(given, "hidden", "0") or float(given.get("width", _SLIVER)) < _SLIVER / 10
            struck = self._book.style(given.get("style")).struck
            if hidden or struck:
                self._columns.append((max(1, int(given["min"])), int(given["max"]), hidden, struck))
        elif tag == "mergeCell":
            first, _, last = given["ref"].replace("$", "").partition(":")
            area = cell_at(first), cell_at(last or first)
            if area[0][0] > area[1][0] or area[0][1] > area[1][1]:
                raise ValueError(given["ref"])
            self._merged.append(area)

    def _begin(self, given: Attributes) -> None:
        if reference := given.get("r"):
            self._row, self._column = cell_at(reference)
        else:
            self._column += 1
        self._type, self._style = given.get("t", "n"), given.get("s", "0")
        self._value = self._formula = self._inline = None

    def _end(self, tag: str, text: str) -> None:
        if tag == "v":
            self._value = text
        elif tag == "c":
            self._finish()
            self._inline = None
        elif tag == "f":
            self._formula = text
        elif self._inline:
            self._inline.end(tag, text)

    def _finish(self) -> None:
        value, style, at = self._value, self._book.style(self._style), (self._row, self._column)
        text: Text | Value = ""
        if self._inline:
            text = self._inline.whole()
        elif value and self._type == "s":
            text = self._book.strings[int(value)]
        elif value and self._type == "b":
            text = value == "1"
        elif value and self._type == "d":
            text = datetime.fromisoformat(value.removesuffix("Z"))
        elif value:
            text = _number(value, style, self._book.first_day) if self._type == "n" else unescaped(value)
        elif self._formula is not None and self._type != "str":  # an empty text is a result too
            text = "=" + self._formula
        left = self._unstruck(text, style)
        if left == "" or (isinstance(left, str) and not left.strip()):
            return
        if len(self.cells) >= self._limit:
            raise TooMany
        self.cells[at] = left
        if self._formula is not None and not value:
            self.uncomputed.add(at)
        if self._style == "0":
            self._look_at_lines(at)

    def _unstruck(self, text: Text | Value, style: Style) -> Value:
        """What is not struck out; the rest is kept apart, to be told."""
        runs = text if isinstance(text, tuple) else ((text, None),)
        if not style.struck and not isinstance(text, tuple):
            return INVISIBLE.sub("", text) if isinstance(text, str) and not text.isascii() else text
        left, gone = list[Value](), list[str]()
        for part, struck in runs:
            if style.struck if struck is None else struck:
                gone.append(str(part))
            else:
                left.append(part)
        if struck_out := INVISIBLE.sub("", "".join(gone)).strip():
            self.struck[self._row, self._column] = struck_out
        return INVISIBLE.sub("", "".join(map(str, left)))

    def _look_at_lines(self, at: Cell) -> None:
        """Rows and columns whose format is struck out while this cell, which has none of its own, is not."""
        if self._row_struck:
            self.lined.setdefault(("row", at[0]), at)
        for first, last, _, struck in self._columns:
            if struck and first <= at[1] <= last:
                self.lined.setdefault(("column", at[1]), at)


def _number(text: str, style: Style, first_day: datetime) -> Value:
    """A number as the sheet shows it: a day, a whole number, with the zeros and hyphens of its format."""
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    if style.day and 0 <= number < _LAST_DAY:
        if number < 1:
            return (datetime.min + timedelta(seconds=round(number * 86_400))).time().isoformat()
        early = number < 60 and first_day.year == 1899  # Excel takes 1900 for a leap year
        return first_day + timedelta(milliseconds=round(number * 86_400_000), days=int(early))
    if not number.is_integer():
        return number
    whole = int(text) if text.isdecimal() else int(number)
    return _padded(whole, style.digits) if style.digits and whole >= 0 else whole


def _padded(number: int, pattern: str) -> str:
    digits = list(str(number).zfill(pattern.count("0")))
    head = len(digits) - pattern.count("0")
    return "".join(digits[:head]) + "".join(digits.pop(head) if sign == "0" else sign for sign in pattern)


def style_of(struck: bool, code: str) -> Style:
    """The style of a font and a number format."""
    shown = re.sub(r'"[^"]*"|\\.|\[(?!h|m|s)[^]]*\]', "", code.split(";", maxsplit=1)[0])
    pattern = code.split(";", maxsplit=1)[0].replace("\\", "").replace('"', "")
    padded = re.fullmatch(r"[0()-]+", pattern) is not None and pattern.count("0") > 1
    return Style(struck, "[" not in shown and re.search("[dmhys]", shown, re.IGNORECASE) is not None, pattern * padded)
