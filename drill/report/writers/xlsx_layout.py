"""Blocks as areas on a sheet: which part of the width, in which rows, how high. The sheet itself is made in `xlsx`.

The width of a page has `ACROSS` steps; every table cuts it where its own columns end, so all share one sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from drill.drawing.lettering import width
from drill.report.blocks import (
    Align,
    Block,
    Bullets,
    Card,
    Cards,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Plot,
    Table,
    Timeline,
)
from drill.report.writers.figures import Fill, key, plot_table, slot_ticks, slots, timeline_table, track_label
from drill.report.writers.plain import CellGrid, grid, one_line, plain
from drill.text.catalogue import Catalogue

ACROSS = 288
_LABEL, _SLOTS = 96, 24
_GAP = 8
_LINE = 1.7
"""Height of a line by the size of its letters; Yu Gothic is that high."""
_SHORT_EM = 0.17
"""What fits a step for certain; rows in which all cells are that short stand in the middle."""
_RULED_PT = 22.0
HIGHEST_PT = 400.0
"""A row of Excel is at most 409 points high; what needs more goes over several rows."""


@dataclass(frozen=True, slots=True)
class Look:
    """How an area looks; `boxed` with lines round it, but not towards what it is a part of."""

    size: float = 10
    bold: bool = False
    align: Align = "left"
    middle: bool = False
    boxed: bool = False
    under: bool = False
    due: bool = False
    from_above: bool = False
    goes_on: bool = False
    fill: Fill | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class SheetBox:
    """A text from step `left` to `right`, in `rows` rows of its part from `row`; at least `least` points high."""

    text: str
    left: int
    right: int
    look: Look
    row: int = 0
    rows: int = 1
    least: float = 0


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Areas that belong together. `heads` rows are the header of a table; `outlines` are boxes to cut out.

    `keep`: on the same page as what follows; `whole`: not cut by the end of a page. `plot` is drawn on this part,
    from the figures in the next one.
    """

    areas: tuple[SheetBox, ...]
    heads: int = 0
    keep: bool = False
    whole: bool = False
    outlines: tuple[tuple[int, int], ...] = ()
    plot: Plot | None = None
    space: float = 7

    def groups(self) -> list[tuple[int, int]]:
        """First and last-but row of what stays on one page: rows that an area spans."""
        within = {row for area in self.areas for row in range(area.row + 1, area.row + area.rows)}
        count = max(area.row + area.rows for area in self.areas)
        starts = [row for row in range(count) if row not in within]
        return list(pairwise([*starts, count]))

    def heights(self, step_pt: float) -> list[float]:
        """How high each row must be to show all text; `step_pt` is the width of a step."""
        rows = [0.0] * max(area.row + area.rows for area in self.areas)
        for area in sorted(self.areas, key=lambda area: area.rows):
            missing = _high(area, step_pt) - sum(rows[area.row : area.row + area.rows])
            rows[area.row + area.rows - 1] += max(missing, 0)
        return rows


def _high(area: SheetBox, step_pt: float) -> float:
    room = max((area.right - area.left) * step_pt / area.look.size - 1, 1)
    wide = [width(line) for line in area.text.split("\n")]
    # a line is seldom full: what may not begin or end one, and whole words, go to the next
    lines = sum(ceil(each / max(room - 1, 1)) if each > room else 1 for each in wide)
    return max(lines * area.look.size * _LINE + 2, area.least)


def parts(block: Block, say: Catalogue) -> Iterator[SheetPart]:
    """A block, part by part."""
    match block:
        case Heading():
            yield _heading(block)
        case Paragraph():
            look = Look(9 if block.kind == "note" else 10, align="right" if block.kind == "right" else "left")
            yield _row(plain(block.text), look, space=4)
        case Bullets():
            for number, line in enumerate(block.lines, start=1):
                yield _row(f"{f'{number}.' if block.numbered else '・'} {one_line(line)}", Look(), space=2)
        case Table():
            yield from _caption(block.caption)
            yield _table(grid(block))
        case Form():
            yield from _caption(block.caption)
            yield _form(block)
        case Cards():
            count = max(block.columns, 1)
            for first in range(0, len(block.cards), count):
                yield _cards(block.cards[first : first + count], count)
        case Timeline():
            yield from _caption(block.caption)
            yield _timeline(block, say)
            yield _table(grid(timeline_table(block, say)))
        case Plot():
            yield from _caption(block.caption)
            yield SheetPart((SheetBox("", 0, ACROSS, Look(), least=225),), whole=True, plot=block)
            yield _table(grid(plot_table(block, say, gap="")))
        case PageBreak():
            return


def _row(text: str, look: Look, space: float, keep: bool = False) -> SheetPart:
    return SheetPart((SheetBox(text, 0, ACROSS, look),), space=space, keep=keep)


def _heading(block: Heading) -> SheetPart:
    text = one_line(block.text)
    if block.depth <= 1:
        return _row(text, Look(15, bold=True, align="center"), 8, keep=True)
    return _row(text, Look(12 if block.depth == 2 else 10.5, bold=True, under=block.depth == 2), 4, keep=True)


def _caption(text: str) -> Iterator[SheetPart]:
    if text:
        yield _row(plain(text), Look(bold=True), 1, keep=True)


def _edges(shares: tuple[int, ...], left: int, right: int) -> list[int]:
    """Where columns begin and end, each at least a step wide."""
    total, so_far, edges = sum(shares), 0, [left]
    for share in shares:
        so_far += share
        edges.append(max(left + round((right - left) * so_far / total), edges[-1] + 1))
    return edges


def _table(found: CellGrid) -> SheetPart:
    edges = _edges(found.shares, 0, ACROSS)
    tall = {
        cell.row for cell in found.cells if _SHORT_EM * (edges[cell.column + 1] - edges[cell.column]) < width(cell.text)
    }
    areas = tuple(
        SheetBox(
            cell.text,
            edges[cell.column],
            edges[cell.column + cell.columns],
            Look(
                9,
                bold=cell.header or cell.strong,
                align=cell.align,
                middle=cell.header or cell.row not in tall,
                boxed=True,
                fill="head" if cell.header else "strong" if cell.strong else None,
                number=cell.align == "right" and not cell.header,
                from_above=cell.from_above,
                goes_on=cell.goes_on,
            ),
            cell.row,
            cell.rows,
            least=_RULED_PT if found.to_write_on(cell.row) else 18,
        )
        for cell in found.cells
    )
    return SheetPart(areas or (SheetBox("", 0, ACROSS, Look()),), heads=found.heads)


def _form(block: Form) -> SheetPart:
    middle = round(ACROSS * 0.3)
    areas = []
    for row, field in enumerate(block.fields):
        least = _RULED_PT * max(field.lines, 1)
        label = Look(9.5, bold=True, middle=True, boxed=True, fill="head")
        areas.append(SheetBox(plain(field.label), 0, middle, label, row, least=least))
        areas.append(SheetBox(plain(field.value), middle, ACROSS, Look(boxed=True, middle=True), row))
    return SheetPart(tuple(areas) or (SheetBox("", 0, ACROSS, Look()),), whole=True)


def _cards(cards: tuple[Card, ...], count: int) -> SheetPart:
    """Cards side by side; their rows stand level."""
    wide = max((ACROSS - _GAP * (count - 1)) // count, 2)
    areas: list[SheetBox] = []
    outlines = []
    for number, card in enumerate(cards):
        left = number * (wide + _GAP)
        areas += _card(card, left, left + wide)
        outlines.append((left, left + wide))
    return SheetPart(tuple(areas), outlines=tuple(outlines), whole=True, space=12)


def _card(card: Card, left: int, right: int) -> Iterator[SheetBox]:
    middle = left + max(round((right - left) * 0.32), 1)
    yield SheetBox(one_line(card.title), left, right, Look(12, bold=True, middle=True), least=24)
    row = 1
    for text in filter(None, map(plain, (card.subtitle,))):
        yield SheetBox(text, left, right, Look(9), row)
        row += 1
    for label, text in card.rows:
        yield SheetBox(plain(label), left, middle, Look(9, bold=True, boxed=True, fill="head"), row)
        yield SheetBox(plain(text), middle, right, Look(9, boxed=True), row)
        row += 1
    for text in filter(None, map(plain, (card.note,))):
        yield SheetBox(text, left, right, Look(8.5), row)
        row += 1


def _timeline(block: Timeline, say: Catalogue) -> SheetPart:
    """A label, then slots of time with symbols in them."""
    step = (ACROSS - _LABEL) // _SLOTS
    areas = [
        SheetBox(label, _LABEL + place * step, _LABEL + (place + 3) * step, Look(8))
        for place, label in slot_ticks(block, _SLOTS, 3).items()
    ] or [SheetBox("", 0, _LABEL, Look(8))]
    for row, (track, line) in enumerate(zip(block.tracks, slots(block, _SLOTS), strict=True), start=1):
        label = plain(track_label(track, say))
        areas.append(SheetBox(label, 0, _LABEL, Look(9, middle=True, boxed=True), row, least=22))
        for n, slot in enumerate(line):
            look = Look(7, align="center", middle=True, boxed=True, due=slot.due, fill=slot.colour)
            areas.append(SheetBox(slot.text, _LABEL + n * step, _LABEL + (n + 1) * step, look, row))
    areas.append(SheetBox(plain(key(block, say)), 0, ACROSS, Look(8), len(block.tracks) + 1))
    return SheetPart(tuple(areas), whole=True)
