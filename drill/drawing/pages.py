"""A picture on sheets of A4: on one if it can be read there, else on as many as it takes.

On further sheets the boxes above are shown again; a contact between sheets is a note in the box that owes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from drill.drawing.boxes import box_width, breaks_words, repeated, written
from drill.drawing.layout import Drawing, Shape, layout
from drill.drawing.picture import BoxLink, Picture
from drill.drawing.tracks import filled
from drill.drawing.wording import condition, contact, name
from drill.pairs import gathered
from drill.text.catalogue import Catalogue

_A4 = (297.0, 210.0)
MARGIN = 10.0
_LARGEST, _SMALLEST = 1.15, 0.7
"""How much a diagram may be enlarged; and reduced before it needs more sheets: names are then 2.3 mm (6.5 point)."""
_WIDTHS = (48.0, 42.0, 36.0, 31.0, 27.0)
_WIDTH = 33.0
"""Of the boxes of one sheet, whichever fits best; of several."""
_DEEPEST = 7
"""Columns of a sheet, where there are several."""
_ONE_SHEET = 150
"""More boxes than this are not tried on one sheet."""
_ROW_GAP = 5.0
_COPY = "^"
"""Begins the reference of a copy; no name in a chart does."""
_MOST = 6
"""So many conditions, and so many contacts elsewhere, are listed in a box."""


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page: its size, the diagram, and how much it is enlarged. `again`: boxes of an earlier sheet."""

    width: float
    height: float
    drawing: Drawing
    scale: float
    again: frozenset[str] = frozenset()


class _Paper(NamedTuple):
    """A sheet, and how high a diagram may be on it."""

    width: float
    height: float
    room: float


@dataclass(slots=True)
class _Part:
    """What goes on one sheet: rows of boxes; box → the box above it there; boxes shown again; contacts to draw."""

    rows: list[list[str]]
    above: dict[str, str | None] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)
    links: list[BoxLink] = field(default_factory=list)


def sheets(found: Picture, say: Catalogue, top: float, foot: float) -> list[DrawnPage]:
    """The picture on A4, upright or sideways. `top`, `foot`: millimetres above and below the diagram."""
    sideways, upright = (_Paper(wide, high, high - 2 * MARGIN - top - foot) for wide, high in (_A4, _A4[::-1]))
    if len(found.boxes) <= _ONE_SHEET:
        whole = _parts(found, [[list(found.boxes)]], {ref: box.above for ref, box in found.boxes.items()})
        tried = [_drawn(found, whole, say, width, paper)[0] for width in _WIDTHS for paper in (sideways, upright)]
        one = max(tried, key=lambda sheet: _merit(found, sheet, say))
        if one.scale >= _SMALLEST or len(found.boxes) < 4:
            return [one]
    paper = sideways if max(found.depths().values(), default=0) > 3 else upright
    rows, above = _rows(found)

    def needed(row: list[str]) -> float:
        boxes = (found.boxes[ref] for ref in row)
        return _ROW_GAP + max(written(box, box_width(box, _WIDTH), say).height for box in boxes)

    # So far as one can tell before drawing them; rows are often shared.
    dealt = filled(rows, needed, 2 * paper.room / _SMALLEST)
    while True:
        parts = _parts(found, dealt, above)
        drawn = _drawn(found, parts, say, _WIDTH, paper)
        dealt = [half for part, sheet in zip(parts, drawn, strict=True) for half in _halves(part.rows, sheet.scale)]
        if len(dealt) == len(parts):
            return drawn


def _halves(rows: list[list[str]], scale: float) -> list[list[list[str]]]:
    """The rows of a sheet that can be read, or else those of two."""
    middle = (len(rows) + 1) // 2
    return [rows] if scale >= _SMALLEST or len(rows) == 1 else [rows[:middle], rows[middle:]]


def _merit(found: Picture, sheet: DrawnPage, say: Catalogue) -> float:
    """How well a sheet reads: large, and without words broken in two."""
    broken = any(breaks_words(name(found.boxes[each.ref].name, say), each.width) for each in sheet.drawing.shapes)
    return sheet.scale * (0.85 if broken else 1)


def _drawn(found: Picture, parts: list[_Part], say: Catalogue, width: float, paper: _Paper) -> list[DrawnPage]:
    """Each part laid out, as large as it fits."""
    texts = _Texts(found, parts, say)
    drawn = []
    for part in parts:
        drawing = layout(texts.shapes(part, width), [(link, condition(link, say)) for link in part.links])
        across = paper.width - 2 * MARGIN
        scale = min(across / max(drawing.width, 1), paper.room / max(drawing.height, 1), _LARGEST)
        drawn.append(DrawnPage(paper.width, paper.height, drawing, scale, frozenset(part.again)))
    return drawn


def _rows(found: Picture) -> tuple[list[list[str]], dict[str, str | None]]:
    """All boxes in rows that end with a leaf, and box → what it hangs below.

    What is too deep for a sheet hangs below a copy of the box above it, and comes after what is less deep.
    """
    depths = found.depths()
    section = _DEEPEST - 1 if max(depths.values(), default=0) >= _DEEPEST else len(depths) + 1
    inner = {box.above for ref, box in found.boxes.items() if depths[ref] % section}
    above = {
        ref: box.above if depths[ref] % section or box.above is None else _COPY + box.above
        for ref, box in found.boxes.items()
    }
    rows: list[list[str]] = [[]]
    # Sorting is stable: within a section the order of the tree stays.
    for ref in sorted(found.boxes, key=lambda ref: depths[ref] // section):
        rows[-1].append(ref)
        if ref not in inner:
            rows.append([])
    return rows[:-1], above


def _parts(found: Picture, dealt: list[list[list[str]]], above: Mapping[str, str | None]) -> list[_Part]:
    """Rows on sheets, each after the boxes that stand above it and are not on the sheet yet.

    Contacts beside the tree go to the first sheet that has both ends, while it has room for their lines.
    """
    parts = [_Part(rows) for rows in dealt]
    for part in parts:
        for row in part.rows:
            missing: list[str] = []
            upward = above[row[0]] if row else None
            while upward is not None and upward not in part.above:
                missing.append(upward)
                upward = above.get(upward)
            part.again |= set(missing)
            part.above |= {ref: above.get(ref) for ref in (*reversed(missing), *row)}
    where = gathered((ref, number) for number, part in enumerate(parts) for ref in part.above)
    for link in found.beside():
        both = sorted(set(where[link.caller]) & set(where[link.target]))
        if both and len(parts[both[0]].links) < len(parts[both[0]].above) + 8:
            parts[both[0]].links.append(link)
    return parts


class _Texts:
    """What stands in the boxes of each sheet."""

    def __init__(self, found: Picture, parts: list[_Part], say: Catalogue) -> None:
        self.found, self.say = found, say
        self.ways = gathered((child, way) for child, way, _ in found.along())
        self.conditions = gathered(
            (child, contact(link, say)) for child, _, link in found.along() if condition(link, say)
        )
        self.notes = gathered(self._notes(parts))

    def _notes(self, parts: list[_Part]) -> Iterator[tuple[str, str]]:
        """Contacts that no sheet shows, and where it goes on below a box."""
        boxes, say = self.found.boxes, self.say
        drawn = {link for part in parts for link in part.links}
        for link in self.found.beside():
            if link not in drawn:
                target = name(boxes[link.target].name, say)
                yield link.caller, say("drawing.elsewhere", target=target, contact=contact(link, say))
        page = {ref: number for number, part in enumerate(parts, start=1) for ref in part.above.keys() - part.again}
        ends = ((box.above, page[ref]) for ref, box in boxes.items())
        for above, number in dict.fromkeys(ends):
            if above is not None and number != page[above]:
                yield above, say("drawing.continued", page=number)

    def shapes(self, part: _Part, width: float) -> Iterator[Shape]:
        """The boxes of a sheet with their texts."""
        for ref, above in part.above.items():
            box = self.found.boxes[ref.removeprefix(_COPY)]
            wide = box_width(box, width)
            if ref in part.again:
                text = repeated(box, wide, self.say)
            else:
                more = (self._listed(said.get(ref, [])) for said in (self.conditions, self.notes))
                text = written(box, wide, self.say, *more)
            yield Shape(ref, above, text, wide, tuple(self.ways.get(ref, ())) if above is not None else ())

    def _listed(self, said: list[str]) -> tuple[str, ...]:
        """The first of what is to be said, and how much more there is."""
        if len(said) <= _MOST:
            return tuple(said)
        return (*said[:_MOST], self.say("year.roster.more", count=len(said) - _MOST))
