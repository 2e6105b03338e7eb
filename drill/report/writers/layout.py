"""Blocks as areas of a page: which part of its width, in which rows, how they look. Excel and Word draw them as cells.

The width of a page has `ACROSS` steps; every table cuts it where its own columns end, so all share one sheet of Excel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from drill.drawing.lettering import width
from drill.report import blocks
from drill.report.writers.figures import drawn, entries, plot_table, share, ticks, timeline_table, track_label
from drill.report.writers.plain import grid, one_line, plain
from drill.text.catalogue import Catalogue
from drill.text.width import Align

ACROSS = 288
HEAD, STRONG = "E7ECF2", "F3F4F6"
"""Colours of cells, as those of the kinds of mark below."""
_LABEL, _SLOTS, _APART = 96, 24, 3
_GAP = 8
_LINE = 1.7
"""Height of a line by the size of its letters; Yu Gothic is that high."""
_SHORT_EM = 0.17
"""What fits a step for certain; rows in which all cells are that short stand in the middle."""
_RULED_PT = 22.0
"""Height of a line to write on."""
HIGHEST_PT = 400.0
"""A row of Excel is at most 409 points high; what needs more goes over several rows."""


FILLS: dict[blocks.Sort, str] = {
    "inject": "C9D6EA",
    "done": "CFE5CF",
    "late": "F6DFC2",
    "missed": "F1CACA",
    "decision": "DDD0EA",
    "real": "D9D9D9",
    "note": "ECECEC",
}
SYMBOLS: dict[blocks.Sort, str] = {
    "inject": "▼",
    "done": "●",
    "late": "◇",
    "missed": "×",
    "decision": "■",
    "real": "△",
    "note": "＋",
}


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
    fill: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class PageArea:
    """A text from step `left` to `right`, in `rows` rows of its part from `row`; at least `least` points high.

    `ruled`: so many lines to write on.
    """

    text: str
    left: int
    right: int
    look: Look
    row: int = 0
    rows: int = 1
    least: float = 0
    ruled: int = 0


@dataclass(frozen=True, slots=True)
class PagePart:
    """Areas that belong together. `heads` rows are the header of a table; `outlines` are boxes to cut out.

    `keep`: on the same page as what follows; `whole`: not cut by the end of a page; `narrow`: with hardly any room at
    the sides of cells. `plot` is drawn on this part, from the figures in the next one.
    """

    areas: tuple[PageArea, ...]
    heads: int = 0
    keep: bool = False
    whole: bool = False
    outlines: tuple[tuple[int, int], ...] = ()
    plot: blocks.Plot | None = None
    narrow: bool = False
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


def _high(area: PageArea, step_pt: float) -> float:
    room = max((area.right - area.left) * step_pt / area.look.size - 1, 1)
    wide = [width(line) for line in area.text.split("\n")]
    # a line is seldom full: what may not begin or end one, and whole words, go to the next
    lines = sum(ceil(each / max(room - 1, 1)) if each > room else 1 for each in wide)
    return max(lines * area.look.size * _LINE + 2, area.least)


def parts(block: blocks.Block, say: Catalogue) -> Iterator[PagePart]:
    """A block, part by part, below its caption."""
    if caption := blocks.caption_of(block):
        yield _row(plain(caption), Look(bold=True), 1, keep=True)
    yield from laid(block, say)


def laid(block: blocks.Block, say: Catalogue) -> Iterator[PagePart]:
    """The same without its caption."""
    match block:
        case blocks.Heading():
            yield _heading(block)
        case blocks.Paragraph():
            look = Look(9 if block.kind == "note" else 10, align="right" if block.kind == "right" else "left")
            yield _row(plain(block.text), look, space=4)
        case blocks.Bullets():
            for mark, line in block.marked("・"):
                yield _row(f"{mark} {one_line(line)}", Look(), space=2)
        case blocks.Table():
            yield _table(block)
        case blocks.Form():
            yield _form(block)
        case blocks.Cards():
            count = max(block.columns, 1)
            for first in range(0, len(block.cards), count):
                yield _cards(block.cards[first : first + count], count)
        case blocks.Timeline():
            yield _timeline(block, say)
            yield _table(timeline_table(block, say))
        case blocks.Plot():
            yield PagePart((PageArea("", 0, ACROSS, Look(), least=225),), whole=True, plot=block)
            yield _table(plot_table(block, say, gap=""))
        case blocks.PageBreak():
            return


def _row(text: str, look: Look, space: float, keep: bool = False) -> PagePart:
    return PagePart((PageArea(text, 0, ACROSS, look),), space=space, keep=keep)


def _heading(block: blocks.Heading) -> PagePart:
    text = one_line(block.text)
    if block.depth <= 1:
        return _row(text, Look(15, bold=True, align="center"), 8, keep=True)
    return _row(text, Look(12 if block.depth == 2 else 10.5, bold=True, under=block.depth == 2), 4, keep=True)


def _edges(shares: tuple[int, ...], left: int, right: int) -> list[int]:
    """Where columns begin and end, each at least a step wide."""
    total, so_far, edges = sum(shares), 0, [left]
    for each in shares:
        so_far += each
        edges.append(max(left + round((right - left) * so_far / total), edges[-1] + 1))
    return edges


def _table(block: blocks.Table) -> PagePart:
    """A table as it is."""
    found = grid(block)
    edges = _edges(found.shares, 0, ACROSS)
    tall = {
        cell.row for cell in found.cells if _SHORT_EM * (edges[cell.column + 1] - edges[cell.column]) < width(cell.text)
    }
    areas = tuple(
        PageArea(
            cell.text,
            edges[cell.column],
            edges[cell.column + cell.columns],
            Look(
                9,
                bold=cell.header or cell.strong,
                align=cell.align,
                middle=cell.header or cell.row not in tall,
                boxed=True,
                fill=HEAD if cell.header else STRONG if cell.strong else "",
                number=cell.align == "right" and not cell.header,
                from_above=cell.from_above,
                goes_on=cell.goes_on,
            ),
            cell.row,
            cell.rows,
            least=_RULED_PT if cell.row in found.blank else 0,
        )
        for cell in found.cells
    )
    return PagePart(areas or (PageArea("", 0, ACROSS, Look()),), heads=found.heads)


def _form(block: blocks.Form) -> PagePart:
    """Labels, and beside them what is filled in or room to write."""
    middle = round(ACROSS * 0.3)
    areas = []
    for row, field in enumerate(block.fields):
        least = _RULED_PT * max(field.lines, 1)
        label = Look(9.5, bold=True, middle=True, boxed=True, fill=HEAD)
        areas.append(PageArea(plain(field.label), 0, middle, label, row, least=least))
        ruled = field.lines if field.lines > 1 and not field.value else 0
        areas.append(PageArea(plain(field.value), middle, ACROSS, Look(boxed=True, middle=True), row, ruled=ruled))
    return PagePart(tuple(areas) or (PageArea("", 0, ACROSS, Look()),), whole=True)


def _cards(cards: tuple[blocks.Card, ...], count: int) -> PagePart:
    """Cards side by side; their rows stand level."""
    wide = max((ACROSS - _GAP * (count - 1)) // count, 2)
    areas: list[PageArea] = []
    outlines = []
    for number, card in enumerate(cards):
        left = number * (wide + _GAP)
        areas += _card(card, left, left + wide)
        outlines.append((left, left + wide))
    return PagePart(tuple(areas), outlines=tuple(outlines), whole=True, space=12)


def _card(card: blocks.Card, left: int, right: int) -> Iterator[PageArea]:
    middle = left + max(round((right - left) * 0.32), 1)
    yield PageArea(one_line(card.title), left, right, Look(12, bold=True, middle=True), least=24)
    row = 1
    if subtitle := plain(card.subtitle):
        yield PageArea(subtitle, left, right, Look(9), row)
        row += 1
    yield from card_rows(card, left, middle, right, row)
    if note := plain(card.note):
        yield PageArea(note, left, right, Look(8.5), row + len(card.rows))


def card_rows(card: blocks.Card, left: int, middle: int, right: int, first: int = 0) -> Iterator[PageArea]:
    """The labelled lines of a card, from row `first`."""
    for row, (label, text) in enumerate(card.rows, start=first):
        yield PageArea(plain(label), left, middle, Look(9, bold=True, boxed=True, fill=HEAD), row)
        yield PageArea(plain(text), middle, right, Look(9, boxed=True), row)


def _timeline(block: blocks.Timeline, say: Catalogue) -> PagePart:
    """A label, then slots of time with symbols in them; the times above, the key below."""

    def slot(at_ms: int) -> int:
        return min(int(share(block, at_ms) * _SLOTS), _SLOTS - 1)

    areas = [PageArea(label, _left(n), _left(n + _APART), Look(8)) for n, label in _ticks(block)]
    for row, (track, found) in enumerate(zip(block.tracks, drawn(block), strict=True), start=1):
        label = plain(track_label(track, say))
        areas.append(PageArea(label, 0, _LABEL, Look(9, middle=True, boxed=True), row))
        texts: list[list[str]] = [[] for _ in range(_SLOTS)]
        fills = [""] * _SLOTS
        for number, _, mark in found:
            first, last = slot(mark.at_ms), slot(mark.end_ms)
            fills[first : last + 1] = [FILLS[mark.sort]] * (last + 1 - first)
            texts[first] += [SYMBOLS[mark.sort], str(number)]
        due = None if track.due_ms is None else max(round(share(block, track.due_ms) * _SLOTS) - 1, 0)
        for n in range(_SLOTS):
            look = Look(7, align="center", middle=True, boxed=True, due=n == due, fill=fills[n])
            areas.append(PageArea("\n".join(texts[n]), _left(n), _left(n + 1), look, row))
    key = "　".join(f"{sign} {name}" for sign, name in entries(block, SYMBOLS, "┃", say))
    areas.append(PageArea(plain(key), 0, ACROSS, Look(8), len(block.tracks) + 1))
    return PagePart(tuple(areas), whole=True, narrow=True)


def _left(slot: int) -> int:
    """The step at which a slot begins."""
    return _LABEL + slot * (ACROSS - _LABEL) // _SLOTS


def _ticks(block: blocks.Timeline) -> Iterator[tuple[int, str]]:
    """What to write over which slot, each label `_APART` slots from the next at least."""
    free = 0
    for at, label in ticks(block, _SLOTS // _APART):
        slot = int(share(block, at) * _SLOTS)
        if free <= slot <= _SLOTS - _APART:
            yield slot, label
            free = slot + _APART
