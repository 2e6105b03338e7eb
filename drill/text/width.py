"""Columns on a terminal: a Japanese character takes two cells, and nothing here counts in `len`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len, split_graphemes

from drill.text.clean import clean

__all__ = ["Align", "clean", "fit", "markdown_table", "pad", "table"]

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
    """Lines of a plain-text table; columns without an `align` are left-aligned, and cells are cleaned."""
    cells, widths, sides = _columns(rows, header, align)
    lines = ["  ".join(map(pad, row, widths, sides)).rstrip() for row in cells]
    if header:
        lines.insert(1, "  ".join("-" * width for width in widths))
    return lines


def markdown_table(rows: Sequence[Sequence[str]], header: Sequence[str], align: Sequence[Align] = ()) -> list[str]:
    """The same table in Markdown, aligned for reading as plain text too; `|` in a cell is escaped."""
    escaped = [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row] for row in (header, *rows)]
    cells, widths, sides = _columns(escaped[1:], escaped[0], align)
    widths = [max(width, 3) for width in widths]
    rule = [_rule(width, side) for width, side in zip(widths, sides, strict=True)]
    lines = [list(map(pad, row, widths, sides)) for row in cells]
    return [f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:])]


def _columns(
    rows: Sequence[Sequence[str]], header: Sequence[str], align: Sequence[Align]
) -> tuple[list[list[str]], list[int], list[Align]]:
    """Cleaned cells (header first), and of each column its width and its side; short rows are filled up."""
    cells = [[clean(cell) for cell in row] for row in ((header, *rows) if header else rows)]
    count = max(map(len, cells), default=0)
    cells = [row + [""] * (count - len(row)) for row in cells]
    sides: list[Align] = [*align, *["left"] * (count - len(align))]  # type: ignore[list-item]
    return cells, [max(map(cell_len, column)) for column in zip(*cells, strict=True)], sides[:count]


def _rule(width: int, align: Align) -> str:
    dashes = "-" * width
    if align == "left":
        return dashes
    return (":" if align == "center" else "-") + dashes[2:] + ":"
