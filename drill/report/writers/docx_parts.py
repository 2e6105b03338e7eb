"""What only Word draws as tables: cards, whose lines are tables of their own, and plots as bars of shaded cells."""

from __future__ import annotations

from collections.abc import Iterator

from drill.drawing.lettering import width
from drill.report.blocks import Card, Cards, Plot
from drill.report.writers.docx_table import paragraph, table
from drill.report.writers.figures import bars, height, per_cent
from drill.report.writers.layout import HEAD, Look, PageArea, PagePart, card_rows
from drill.report.writers.plain import one_line, plain
from drill.text.catalogue import Catalogue

_BARS = ("16325C", "A9B4C4", "6B7480", "D3D9E1")
_NAMES, _BAR, _STEP, _END = 38, 40, 2, 130
"""Where the bars begin, how many steps of which width they have, and where their figures end."""
_GAP = 3
"""Between cards, per cent."""
_CARD_LINES = 44
"""Lines of a card that fit a page for certain; longer ones may be cut by its end."""


def table_part(part: PagePart, wide: int) -> str:
    """A table, a form or a timeline as it is laid on a page."""
    return table(part.areas, wide, part.heads, keep=part.whole, narrow=part.narrow)


def cards_part(block: Cards, wide: int) -> Iterator[str]:
    """A row of cards, with room between them, at a time."""
    count = max(block.columns, 1)
    share = max((100 - _GAP * (count - 1)) // count, 1)
    total = count * share + (count - 1) * _GAP
    inner = round(wide * share / total) - 160
    for first in range(0, len(block.cards), count):
        cards = dict(zip(range(0, total, share + _GAP), block.cards[first : first + count], strict=False))
        areas = [PageArea("", left, left + share, Look()) for left in range(0, total, share + _GAP)]
        long = max(_card_lines(card, inner) for card in cards.values()) > _CARD_LINES
        yield table(areas, wide, split=long, inside={left: _card(card, inner) for left, card in cards.items()})


def _card(card: Card, wide: int) -> str:
    rows = [*card_rows(card, 0, 32, 100)]
    return (
        paragraph(one_line(card.title), Look(12, bold=True), keep=True)
        + (paragraph(plain(card.subtitle), Look(9), keep=True) if card.subtitle else "")
        + (table(rows, wide, nested=True) if rows else "")
        + paragraph(plain(card.note), Look(8.5))
    )


def _card_lines(card: Card, wide: int) -> float:
    room = max(wide * 0.68 / 180 - 1, 1)
    texts = [text for _, text in card.rows]
    return 3 + sum(1 + width(line) // room for text in (*texts, card.note) for line in text.split("\n"))


def plot_part(block: Plot, wide: int, say: Catalogue) -> str:
    """A bar of shaded cells for each value, place by place, with the value beside it."""
    middle, full = _NAMES + _BAR * _STEP // 2, _NAMES + _BAR * _STEP
    head = Look(8, boxed=True, fill=HEAD)
    areas = [
        PageArea("", 0, _NAMES, head),
        PageArea("0%", _NAMES, middle, head),
        PageArea("100%", middle, full, Look(8, boxed=True, fill=HEAD, align="right")),
        PageArea("", full, _END, head),
    ]
    count = max(len(block.series), 1)
    for row, (x, name, value) in enumerate(bars(block), start=1):
        if (row - 1) % count == 0:
            areas.append(PageArea(plain(x), 0, _NAMES // 2, Look(9, middle=True, boxed=True), row, count))
        areas.append(PageArea(plain(name), _NAMES // 2, _NAMES, Look(8, boxed=True), row))
        end = _NAMES + (0 if value is None else round(height(value) * _BAR) * _STEP)
        shade = Look(boxed=True, fill=_BARS[(row - 1) % count % len(_BARS)])
        bar = (PageArea("", _NAMES, end, shade, row), PageArea("", end, full, Look(boxed=True), row))
        areas += [area for area in bar if area.right > area.left]
        areas.append(PageArea(per_cent(value, say), full, _END, Look(9, boxed=True, align="right"), row))
    return table(areas, wide, 1)
