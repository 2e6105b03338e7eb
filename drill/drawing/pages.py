"""A picture on sheets of A4: on one if it can be read there, else on as many as it takes.

On further sheets the boxes above are shown again; a contact between sheets is a note in the box that owes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drill.drawing.boxes import box_width, breaks_words, repeated, written
from drill.drawing.layout import Drawing, Shape, layout
from drill.drawing.picture import BoxLink, Picture, Way
from drill.drawing.tracks import filled
from drill.drawing.wording import condition, contact, name
from drill.pairs import gathered
from drill.text.catalogue import Catalogue

_LONG, _SHORT, MARGIN = 297.0, 210.0, 10.0
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


@dataclass(slots=True)
class _Part:
    """What goes on one sheet: rows of boxes; box → the box above it there; boxes shown again; contacts to draw."""

    rows: list[list[str]] = field(default_factory=list)
    above: dict[str, str | None] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)
    links: list[BoxLink] = field(default_factory=list)

    @classmethod
    def of(cls, rows: list[list[str]], above: Mapping[str, str | None]) -> _Part:
        """Rows, each after the boxes that stand above it and are not on the sheet yet."""
        part = cls(rows)
        for row in rows:
            missing: list[str] = []
            upward = above[row[0]] if row else None
            while upward is not None and upward not in part.above:
                missing.append(upward)
                upward = above.get(upward)
            part.again |= set(missing)
            part.above |= {ref: above.get(ref) for ref in (*reversed(missing), *row)}
        return part


def sheets(found: Picture, say: Catalogue, top: float, foot: float) -> list[DrawnPage]:
    """The picture on A4, upright or sideways. `top`, `foot`: millimetres above and below the diagram."""
    across, down = _LONG - 2 * MARGIN, _SHORT - 2 * MARGIN
    areas = {True: (across, down - top - foot), False: (down, across - top - foot)}
    if len(found.boxes) <= _ONE_SHEET:
        whole = [_Part.of([list(found.boxes)], {ref: box.above for ref, box in found.boxes.items()})]
        tried = [_drawn(found, whole, say, width, areas[wide], wide)[0] for width in _WIDTHS for wide in areas]
        one = max(tried, key=lambda sheet: _merit(found, sheet, say))
        if one.scale >= _SMALLEST or len(found.boxes) < 4:
            return [one]
    wide = max(found.depths().values(), default=0) > 3
    rows, above = _rows(found)
    dealt = _deal_rows(found, rows, say, 2 * areas[wide][1] / _SMALLEST)  # rows are often shared
    while True:
        parts = [_Part.of(each, above) for each in dealt]
        drawn = _drawn(found, parts, say, _WIDTH, areas[wide], wide)
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


def _drawn(
    found: Picture, parts: list[_Part], say: Catalogue, width: float, area: tuple[float, float], wide: bool
) -> list[DrawnPage]:
    """Each part laid out, as large as it fits."""
    for part in parts:
        part.links.clear()
    _deal_links(found, parts)
    texts = _Texts(found, parts, say)
    across, down = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    drawn = []
    for part in parts:
        drawing = layout(*texts.of(part, width))
        scale = min(area[0] / max(drawing.width, 1), area[1] / max(drawing.height, 1), _LARGEST)
        drawn.append(DrawnPage(across, down, drawing, scale, frozenset(part.again)))
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


def _deal_rows(found: Picture, rows: list[list[str]], say: Catalogue, room: float) -> list[list[list[str]]]:
    """The rows on sheets that have `room` millimetres, so far as one can tell before drawing them."""

    def needed(row: list[str]) -> float:
        boxes = (found.boxes[ref] for ref in row)
        return _ROW_GAP + max(written(box, box_width(box, _WIDTH), say).height for box in boxes)

    return filled(rows, needed, room)


def _deal_links(found: Picture, parts: list[_Part]) -> None:
    """Contacts beside the tree go to the first sheet that has both ends, while it has room for their lines."""
    where = gathered((ref, number) for number, part in enumerate(parts) for ref in part.above)
    for link in found.links:
        both = sorted(set(where[link.caller]) & set(where[link.target]))
        if found.way(link) is None and both and len(parts[both[0]].links) < len(parts[both[0]].above) + 8:
            parts[both[0]].links.append(link)


class _Texts:
    """What stands in the boxes of each sheet."""

    def __init__(self, found: Picture, parts: list[_Part], say: Catalogue) -> None:
        self.found, self.say = found, say
        self.ways: dict[str, list[Way]] = {}
        self.conditions: dict[str, list[str]] = {}
        self.notes: dict[str, list[str]] = {}
        drawn = {link for part in parts for link in part.links}
        for link in found.links:
            if way := found.way(link):
                child = link.caller if way[1] == "up" else link.target
                self.ways.setdefault(child, []).append(way)
                if condition(link, say):
                    self.conditions.setdefault(child, []).append(contact(link, say))
            elif link not in drawn:
                target = name(found.boxes[link.target].name, say)
                note = say("drawing.elsewhere", target=target, contact=contact(link, say))
                self.notes.setdefault(link.caller, []).append(note)
        page = {
            ref: number for number, part in enumerate(parts, start=1) for ref in part.above if ref not in part.again
        }
        for ref, box in found.boxes.items():
            if box.above is not None and page[ref] != page[box.above]:
                note = say("drawing.continued", page=page[ref])
                notes = self.notes.setdefault(box.above, [])
                notes += [note] if note not in notes else []

    def of(self, part: _Part, width: float) -> tuple[list[Shape], list[tuple[BoxLink, str]]]:
        """The boxes of a sheet with their texts, and its contacts beside the tree with their labels."""
        shapes = []
        for ref, above in part.above.items():
            box = self.found.boxes[ref.removeprefix(_COPY)]
            wide = box_width(box, width)
            if ref in part.again:
                text = repeated(box, wide, self.say)
            else:
                more = (self._listed(said.get(ref, [])) for said in (self.conditions, self.notes))
                text = written(box, wide, self.say, *more)
            ways = tuple(self.ways.get(ref, ())) if above is not None else ()
            shapes.append(Shape(ref, above, text, wide, ways))
        return shapes, [(link, condition(link, self.say)) for link in part.links]

    def _listed(self, said: list[str]) -> tuple[str, ...]:
        """The first of what is to be said, and how much more there is."""
        if len(said) <= _MOST:
            return tuple(said)
        return (*said[:_MOST], self.say("year.roster.more", count=len(said) - _MOST))
