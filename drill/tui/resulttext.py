"""The result as text: the blocks of the record for reading on a screen, with the deadlines drawn beside the times."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content

from drill.report.blocks import Block, Bullets, Heading, Paragraph, Table
from drill.report.record import blocks, clock
from drill.scoring.score import Score
from drill.text.catalogue import Catalogue
from drill.text.width import fit, pad
from drill.tui.lines import hang, paint

_BEFORE_SCORE = 3
"""Title, notice and facts: the banner has them."""


def result_text(score: Score, say: Catalogue, saved: Path | None, width: int) -> Content:
    """Score first, then the times against the deadlines, then the rest of the record."""
    found = list(blocks(score, say))[_BEFORE_SCORE:]
    second = next((i for i, block in enumerate(found) if i and isinstance(block, Heading)), len(found))
    lines: list[tuple[str, str] | str] = []
    for block in found[:second]:
        lines += _block(block, width)
    if saved:
        lines += hang(say("tui.result.saved", path=saved), width)
    lines += _times(score, say, width)
    for block in found[second:]:
        lines += _block(block, width)
    return paint(lines)


def _times(score: Score, say: Catalogue, width: int) -> Iterator[tuple[str, str] | str]:
    """Every contact with a deadline: a line up to its end, `*` where it was made, `|` the deadline."""
    marks = [mark for mark in score.dimensions["timeliness"].rows if mark.due_ms is not None]
    if not marks:
        return
    yield from ("", (say("tui.result.times"), "bold $text-primary"))
    longest = max(1, *(max(mark.due_ms or 0, mark.at_ms or 0) for mark in marks))
    room = max(12, width - 30 - 16)
    for mark in sorted(marks, key=lambda mark: mark.due_ms or 0):
        name = str(mark.params["target"])
        line = ["."] * room
        line[min(room - 1, (mark.due_ms or 0) * (room - 1) // longest)] = "|"
        if mark.at_ms is not None:
            line[min(room - 1, mark.at_ms * (room - 1) // longest)] = "*"
        at = "--:--" if mark.at_ms is None else clock(mark.at_ms)
        sign = "o" if mark.got else "x"
        text = f"{sign} {pad(fit(name, 28), 28)}{''.join(line)} {at:>7}/{clock(mark.due_ms or 0)}"
        yield text, "" if mark.got else "$text-warning"
    yield say("tui.result.times_legend"), "$foreground-muted"


def _block(block: Block, width: int) -> Iterator[tuple[str, str] | str]:
    match block:
        case Heading():
            yield ""
            yield block.text, "bold $text-primary"
        case Paragraph():
            yield from hang(block.text, width)
        case Bullets():
            for item in block.lines:
                yield from hang(item, width, "- ")
        case Table():
            yield from _table(block, width)


def _table(table: Table, width: int) -> Iterator[tuple[str, str] | str]:
    """Columns as wide as their cells, the last one broken to what is left."""
    rows = [table.header, *table.rows]
    widths = [min(34, max(cell_len(row[i]) for row in rows)) for i in range(len(table.header))]
    room = max(16, width - sum(widths[:-1]) - 2 * (len(widths) - 1))
    for number, row in enumerate(rows):
        start = "".join(
            pad(fit(cell, size), size, side) + "  "
            for cell, size, side in zip(row[:-1], widths[:-1], table.align, strict=False)
        )
        for line in hang(row[-1], cell_len(start) + room, start):
            yield (line, "$foreground-muted") if number == 0 else line
