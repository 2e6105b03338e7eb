"""Pure formatting for the screens: times, bars, columns and hanging indents, all counted in terminal cells."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content

from drill.text.breaking import hang
from drill.text.width import fit, pad

__all__ = ["Painted", "bar", "ends", "hang", "paint", "styled"]

Painted = tuple[str, str] | str
"""A line with its style, or without."""


def bar(left: float, width: int = 10) -> str:
    """How much of a time is left, 0 to 1, drawn in ASCII; anything left shows at least one mark."""
    full = min(width, max(0, round(left * width)))
    full = max(1, full) if left > 0 else 0
    return "[" + "#" * full + "." * (width - full) + "]"


def styled(style: str, text: str, width: int, first: str = "") -> list[Painted]:
    """The lines of `hang` in a style."""
    return [(line, style) for line in hang(text, width, first)]


def ends(left: str, right: str, width: int) -> str:
    """`left` and `right`, if there is one, at the two ends of a line; `left` gives way."""
    right = right and f" {right}"
    room = width - cell_len(right)
    return pad(fit(left, room), room) + right


def paint(lines: Iterable[Painted]) -> Content:
    """Lines, each with a style or without, as one text that is never read as markup."""
    parts = [Content(line) if isinstance(line, str) else Content.styled(*line) for line in lines]
    return Content("\n").join(parts)
