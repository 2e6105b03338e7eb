"""Columns on a terminal: a Japanese character takes two cells, and nothing here counts in `len`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat, zip_longest
from typing import Literal

from rich.cells import cell_len, split_graphemes

from drill.text.breaking import wrap
from drill.text.clean import clean

__all__ = ["Align", "clean", "fit", "pad", "table"]

Align = Literal["left", "right", "center"]
_ELLIPSIS = "…"
_NARROWEST = 6
"""Cells a column keeps, whatever else needs room."""


def fit(text: str, width: int) -> str:
    """`text` cut to at most `width` cells; what was cut is shown by …."""
    if cell_len(text) <= width:
        return text
    room, end = width - 1, 0
    if room < 0:
        return ""
    for _start, stop, cells in split_graphemes(text)[0]:
        room -= cells
        if room < 0:
            break
        end = stop
    return text[:end].rstrip() + _ELLIPSIS


def pad(text: str, width: int, align: Align = "left") -> str:
    """`text` filled with spaces to `width` cells; a longer text stays as it is."""
    space = max(width - cell_len(text), 0)
    left = {"left": 0, "right": space, "center": space // 2}[align]
    return " " * left + text + " " * (space - left)


def table(
    rows: Sequence[Sequence[str]], header: Sequence[str] = (), align: Sequence[Align] = (), room: int | None = None
) -> list[str]:
    """Lines of a plain-text table, laid out in columns, with a rule below its header."""
    laid, widths = laid_out((header, *rows) if header else rows, align, room)
    rule = [["  ".join("-" * width for width in widths)]] if header else []
    return [line for lines in (*laid[:1], *rule, *laid[1:]) for line in lines]


def laid_out(
    rows: Sequence[Sequence[str]], align: Sequence[Align] = (), room: int | None = None
) -> tuple[list[list[str]], list[int]]:
    """Each row as its lines, and the widths of the columns; cells are cleaned, rows filled up.

    Columns without an `align` are left-aligned. To fit into `room` cells the widest give way: their texts are broken,
    and only there newlines are kept.
    """
    cells = [[clean(cell, keep_newlines=room is not None).split("\n") for cell in row] for row in rows]
    columns = [*zip_longest(*cells, fillvalue=[""])]
    widths = [max(cell_len(line) for cell in column for line in cell) for column in columns]
    if room and sum(widths) + 2 * (len(widths) - 1) > room:
        widths = _narrowed(columns, widths, room - 2 * (len(widths) - 1))
    broken = (
        [[part for line in cell for part in wrap(line, width)] for cell in column]
        for column, width in zip(columns, widths, strict=True)
    )
    left: Align = "left"
    sides = [*align, *repeat(left, len(columns))]
    return [
        ["  ".join(map(pad, line, widths, sides)).rstrip() for line in zip_longest(*row, fillvalue="")]
        for row in zip(*broken, strict=True)
    ], widths


def _narrowed(columns: Sequence[Sequence[Sequence[str]]], widths: list[int], room: int) -> list[int]:
    """The widths with the widest reduced, as far as that goes without breaking a word, else further."""
    words = [
        max(cell_len(word) for cell in each for line in cell for word in wrap(line, 1, fold=False)) for each in columns
    ]
    for least in (words, [_NARROWEST] * len(widths)):
        for _ in range(sum(widths) - room):
            if wide := [place for place, width in enumerate(widths) if width > max(least[place], _NARROWEST)]:
                widths[max(wide, key=widths.__getitem__)] -= 1
    return widths
