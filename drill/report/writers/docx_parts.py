"""Blocks that Word shows as tables: tables themselves, forms, cards, timelines and plots."""

from __future__ import annotations

from collections.abc import Iterator

from drill.drawing.lettering import width
from drill.report.blocks import Card, Cards, Form, Plot, Table, Timeline
from drill.report.writers.docx_table import CUT, DUE, PER_MM, Tile, open_sides, paragraph, ruled, table
from drill.report.writers.figures import FILLS, bars, height, key, per_cent, slot_ticks, slots, track_label
from drill.report.writers.plain import grid, one_line, plain
from drill.text.catalogue import Catalogue

_HEAD, _STRONG = FILLS["head"], FILLS["strong"]
_BARS = ("16325C", "A9B4C4", "6B7480", "D3D9E1")
_SLOTS, _SLOT_SHARE, _LABEL_SHARE = 24, 3, 34
_BAR = 40
_WRITTEN = round(8 * PER_MM)
_CARD_LINES = 44
"""Lines of a card that fit a page for certain; longer ones may be cut by its end."""


def table_part(block: Table, wide: int) -> str:
    """A table as it is."""
    found = grid(block)
    boxes = [
        Tile(
            cell.text,
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            bold=cell.header or cell.strong,
            align=cell.align,
            fill=_HEAD if cell.header else _STRONG if cell.strong else "",
            middle=cell.header,
            lines=open_sides(*(["top"] * cell.from_above + ["bottom"] * cell.goes_on)),
        )
        for cell in found.cells
    ]
    heights = [_WRITTEN if found.to_write_on(row) else 0 for row in range(found.rows)]
    return table(boxes, found.shares, wide, heads=found.heads, heights=heights)


def form_part(block: Form, wide: int) -> str:
    """Labels, and beside them what is filled in or lines to write on."""
    boxes, heights = [], []
    for row, field in enumerate(block.fields):
        lines = max(field.lines, 1)
        boxes.append(Tile(plain(field.label), row, 0, bold=True, half_points=19, fill=_HEAD, middle=True))
        room = ruled(lines) if lines > 1 and not field.value else ""
        boxes.append(Tile(plain(field.value), row, 1, half_points=20, middle=not room, inside=room))
        heights.append(_WRITTEN * lines)
    return table(boxes, (3, 7), wide, heights=heights, keep=True)


def cards_part(block: Cards, wide: int) -> Iterator[str]:
    """A row of cards, with room between them, at a time."""
    count = max(block.columns, 1)
    gap = 3
    share = max((100 - gap * (count - 1)) // count, 1)
    shares = [share if n % 2 == 0 else gap for n in range(2 * count - 1)]
    inner = round(wide * share / sum(shares)) - 160
    for first in range(0, len(block.cards), count):
        cards = block.cards[first : first + count]
        boxes = [Tile("", 0, n) for n in range(2 * count - 1)]
        for n, card in enumerate(cards):
            lines = dict.fromkeys(("top", "left", "bottom", "right"), CUT)
            boxes[2 * n] = Tile("", 0, 2 * n, inside=_card(card, inner), lines=lines)
        long = max(_card_lines(card, inner) for card in cards) > _CARD_LINES
        yield table(boxes, shares, wide, split=long, lines=False)


def _card(card: Card, wide: int) -> str:
    boxes = []
    for row, (label, text) in enumerate(card.rows):
        boxes.append(Tile(plain(label), row, 0, bold=True, fill=_HEAD))
        boxes.append(Tile(plain(text), row, 1))
    return (
        paragraph(one_line(card.title), bold=True, half_points=24, keep=True)
        + (paragraph(plain(card.subtitle), keep=True) if card.subtitle else "")
        + (table(boxes, (32, 68), wide, nested=True) if boxes else "")
        + paragraph(plain(card.note), half_points=17)
    )


def _card_lines(card: Card, wide: int) -> float:
    room = max(wide * 0.68 / 180 - 1, 1)
    texts = [text for _, text in card.rows]
    return 3 + sum(1 + width(line) // room for text in (*texts, card.note) for line in text.split("\n"))


def timeline_part(block: Timeline, wide: int, say: Catalogue) -> str:
    """A label, then slots of time with symbols in them; the times above, the key below."""
    ticks = slot_ticks(block, _SLOTS, 3)
    boxes = [Tile("", 0, 0, lines=open_sides("top", "left", "right"))]
    slot = 0
    while slot < _SLOTS:
        label = ticks.get(slot)
        span = (
            3 if label is not None else next((n for n in range(1, _SLOTS - slot) if slot + n in ticks), _SLOTS - slot)
        )
        boxes.append(Tile(label or "", 0, slot + 1, 1, span, half_points=16, lines=open_sides("top", "left", "right")))
        slot += span
    for row, (track, line) in enumerate(zip(block.tracks, slots(block, _SLOTS), strict=True), start=1):
        boxes.append(Tile(plain(track_label(track, say)), row, 0, half_points=17, middle=True))
        for n, each in enumerate(line):
            fill = FILLS[each.colour] if each.colour else ""
            lines = ({"right": DUE} if each.due else {}) | ({"left": DUE} if n and line[n - 1].due else {})
            box = Tile(each.text, row, n + 1, align="center", half_points=13, fill=fill, middle=True, lines=lines)
            boxes.append(box)
    last = len(block.tracks) + 1
    sides = open_sides("left", "bottom", "right")
    boxes.append(Tile(plain(key(block, say)), last, 0, 1, _SLOTS + 1, half_points=16, lines=sides))
    return table(boxes, (_LABEL_SHARE, *(_SLOT_SHARE,) * _SLOTS), wide, heads=1, keep=True, narrow=True)


def plot_part(block: Plot, wide: int, say: Catalogue) -> str:
    """A bar of shaded cells for each value, place by place, with the value beside it."""
    boxes = [
        Tile("", 0, 0, 1, 2, fill=_HEAD),
        Tile("0%", 0, 2, 1, _BAR // 2, half_points=16, fill=_HEAD, lines=open_sides("right")),
        Tile(
            "100%", 0, 2 + _BAR // 2, 1, _BAR // 2, align="right", half_points=16, fill=_HEAD, lines=open_sides("left")
        ),
        Tile("", 0, 2 + _BAR, fill=_HEAD),
    ]
    count = max(len(block.series), 1)
    for row, (x, name, value) in enumerate(bars(block), start=1):
        if (row - 1) % count == 0:
            boxes.append(Tile(plain(x), row, 0, count, middle=True))
        boxes.append(Tile(plain(name), row, 1, half_points=16))
        long = 0 if value is None else round(height(value) * _BAR)
        if long:
            boxes.append(Tile("", row, 2, 1, long, fill=_BARS[(row - 1) % count % len(_BARS)]))
        if long < _BAR:
            boxes.append(Tile("", row, 2 + long, 1, _BAR - long))
        boxes.append(Tile(per_cent(value, say), row, 2 + _BAR, align="right"))
    return table(boxes, (18, 20, *(2,) * _BAR, 12), wide, heads=1)
