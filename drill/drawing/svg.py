"""A picture as SVG for A4: title, diagram and key, all to millimetres; no script, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from drill.drawing import ink
from drill.drawing.lettering import broken, cut, width
from drill.drawing.pages import MARGIN, DrawnPage, sheets
from drill.drawing.picture import Picture
from drill.drawing.wording import heading
from drill.text.catalogue import Catalogue

_TITLE_MM, _FACT_MM, _FACT_LINE_MM = 5.0, 3.2, 4.4
_ROOM = 190.0
"""The narrower side of a sheet without its margins."""


def svg(found: Picture, say: Catalogue) -> str:
    """The whole file; several sheets stand one below the other."""
    title, *said = heading(found, say)
    facts = [line for fact in said for line in broken(fact, _ROOM / _FACT_MM)]
    top = 12.0 + _FACT_LINE_MM * len(facts)
    kinds = [*found.kinds(), *ink.looks(found)]
    foot = ink.KEY_LINE_MM * len(ink.key_rows(say, [*kinds, "again"], _ROOM)) + 3
    pages = sheets(found, say, top, foot)
    kinds += ["again"] if any(page.again for page in pages) else []
    wide, high = pages[0].width, pages[0].height
    description = say("drawing.description", boxes=len(found.boxes), links=len(found.links))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}mm" height="{high * len(pages):g}mm"'
        f' viewBox="0 0 {wide:g} {high * len(pages):g}" role="img" lang="{say.language}">',
        f"<title>{ink.data(' '.join((title, *said)))}</title><desc>{ink.data(description)}</desc>",
        f"<style>@page{{size:{wide:g}mm {high:g}mm;margin:0}}{ink.STYLE}</style><defs>{ink.HATCH}</defs>",
        f'<rect width="{wide:g}" height="{high * len(pages):g}" fill="#fff"/>',
    ]
    for number, page in enumerate(pages):
        parts.append(f'<g transform="translate(0 {number * high:g})">')
        parts += _head(title, facts, wide)
        parts += _diagram(found, say, page, top)
        rows = ink.key_rows(say, kinds, wide - 2 * MARGIN - 20 * (len(pages) > 1))
        parts += ink.key(rows, say, MARGIN, high - MARGIN - ink.KEY_LINE_MM * (len(rows) - 1) - 2)
        if len(pages) > 1:
            count = say("drawing.page", page=number + 1, pages=len(pages))
            parts.append(ink.text(count, wide - MARGIN, high - MARGIN, _FACT_MM, "remark", "end"))
        parts.append("</g>")
    return "\n".join([*parts, "</svg>"]) + "\n"


def _head(title: str, facts: list[str], wide: float) -> Iterator[str]:
    """The title in the middle, as large as it fits on one line; day and level at the right."""
    size = _TITLE_MM
    while size > 2.5 and width(title) * size > wide - 2 * MARGIN:
        size *= 0.95
    yield ink.text(cut(title, (wide - 2 * MARGIN) / size), wide / 2, MARGIN + 5, size, "name", "middle")
    for number, fact in enumerate(facts):
        yield ink.text(fact, wide - MARGIN, MARGIN + 11 + number * _FACT_LINE_MM, _FACT_MM, "remark", "end")


def _diagram(found: Picture, say: Catalogue, page: DrawnPage, top: float) -> Iterator[str]:
    """Lines below, boxes above them, labels on top."""
    drawing, scale = page.drawing, page.scale
    left = (page.width - drawing.width * scale) / 2
    yield f'<g transform="translate({left:.2f} {MARGIN + top:.2f}) scale({scale:.4f})">'
    for stroke in drawing.strokes:
        yield from ink.stroke(stroke, found, say)
    for shape in drawing.shapes:
        yield from ink.shape(shape, found.boxes[shape.ref.removeprefix("^")], shape.ref in page.again)
    for label in drawing.labels:
        yield from ink.label(label)
    yield "</g>"
