"""Columns on a terminal: a Japanese character takes two cells, and nothing here counts in `len`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat, zip_longest
from typing import Literal

from rich.cells import cell_len, split_graphemes

from drill.text.clean import clean

__all__ = ["Align", "clean", "fit", "pad", "table"]

Align = Literal["left", "right", "center"]
_ELLIPSIS = "…"


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


def table(rows: Sequence[Sequence[str]], header: Sequence[str] = (), align: Sequence[Align] = ()) -> list[str]:
    """Lines of a plain-text table; columns without an `align` are left-aligned, cells are cleaned, rows filled up."""
    cells = [[clean(cell) for cell in row] for row in ((header, *rows) if header else rows)]
    columns = [*zip_longest(*cells, fillvalue="")]
    widths = [max(map(cell_len, column)) for column in columns]
    left: Align = "left"
    sides = [*align, *repeat(left, len(columns))]
    lines = ["  ".join(map(pad, row, widths, sides)).rstrip() for row in zip(*columns, strict=True)]
    if header:
        lines.insert(1, "  ".join("-" * width for width in widths))
    return lines
