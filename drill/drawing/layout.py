"""Where everything stands: boxes on a grid, lines only in the gutters between its columns and rows. Millimetres.

A box stands one column right of the box above it; the first below stands in its row, the others in rows of their own.
Contacts along the tree run through the gutter between the two columns, one bus for each kind. The others leave a box at
its top or bottom, run through the gutter between two rows, if need be through one between two columns, and enter the
other box at its top or bottom. So no line crosses a box, and the labels, in the gutters between rows, cover none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drill.drawing.boxes import SMALL_MM, Written
from drill.drawing.lettering import cut, width
from drill.drawing.picture import KINDS, BoxLink, Way
from drill.drawing.tracks import tracks
from drill.model.basics import ContactKind
from drill.pairs import gathered

Point = tuple[float, float]
_PORT, _PITCH, _SIDE, _ROW = 2.5, 2.0, 4.2, 2.2
"""Between contacts at a box's side; between lines; free for arrow heads beside columns, and above and below rows."""
_ACROSS = 4
_LABEL_HEIGHT, _LABEL_EM = 4.0, 22.0
"""A line with a label takes more room; a longer label is cut (the line's tooltip has it all)."""


@dataclass(slots=True)
class Shape:
    """A box and, once it is placed, where. `ways`: the kinds of contact with the box above it."""

    ref: str
    above: str | None
    text: Written
    width: float
    ways: tuple[Way, ...] = ()
    column: int = 0
    row: int = 0
    height: float = 0.0
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """Lines of one kind, and the points at which they have an arrow head, each with the point it comes from."""

    kind: ContactKind
    paths: tuple[tuple[Point, ...], ...]
    heads: tuple[tuple[Point, Point], ...]
    link: BoxLink | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A condition on a line; `x`, `y` are the middle."""

    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Drawing:
    """A whole diagram of `width` × `height`."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]


@dataclass(slots=True)
class _Route:
    """A contact beside the tree: from a channel between rows to another, through a gutter if they differ.

    `ports`: where it leaves the one box and enters the other; `levels`: how high it runs in the two channels.
    """

    link: BoxLink
    label: str
    start: int
    end: int
    gutter: int
    lane: float = 0.0
    ports: list[float] = field(default_factory=lambda: [0.0, 0.0])
    levels: list[float] = field(default_factory=lambda: [0.0, 0.0])


_Run = tuple[_Route, bool, float, float]
"""A level part of a route: whether it is at its end, from where to where."""


def layout(shapes: Iterable[Shape], links: Sequence[tuple[BoxLink, str]]) -> Drawing:
    """The diagram of boxes (each after the one above it) with the contacts beside the tree and their labels."""
    return _Grid(shapes, links).drawing()


class _Grid:
    def __init__(self, shapes: Iterable[Shape], links: Sequence[tuple[BoxLink, str]]) -> None:
        self.shapes = {shape.ref: shape for shape in shapes}
        self.below = gathered((shape.above, shape) for shape in self.shapes.values())
        self._place_on_grid()
        self.ways = {ref: _ways(below) for ref, below in self.below.items() if ref is not None}
        for shape in self.shapes.values():
            # High enough for the text and for the contacts at both sides.
            ports = max(len(self.ways.get(ref, ())) for ref in (shape.ref, shape.above or shape.ref))
            shape.height = max(shape.text.height, (ports + 1) * _PORT)
        self.routes = [self._route(link, label) for link, label in links]
        self.width = self._set_columns()
        self._set_ports()
        self.labels: list[Label] = []
        self.height = self._set_rows()

    def _place_on_grid(self) -> None:
        """Columns by depth; a box, the first below it, the first below that … stand in the first row free for all."""
        free: dict[int, int] = {}
        tops = self.below.get(None, [])
        waiting = [shape for shape in reversed(tops) if shape.ref in self.below]
        while waiting:
            chain = [waiting.pop()]
            while below := self.below.get(chain[-1].ref):
                chain.append(below[0])
            above = chain[0].above
            column = 0 if above is None else self.shapes[above].column + 1
            row = max(free.get(column + place, 0) for place in range(len(chain)))
            for place, each in enumerate(chain):
                each.column, each.row = column + place, row
                free[column + place] = row + 1
                # The last of the chain comes first: so a box's bus has the gutter below it to itself.
                waiting += reversed(self.below.get(each.ref, [])[1:])
        # Those that stand alone fill rows of their own.
        across, down = max(len(free), _ACROSS), max(free.values(), default=0)
        for place, shape in enumerate(shape for shape in tops if shape.ref not in self.below):
            shape.column, shape.row = place % across, down + place // across

    def _route(self, link: BoxLink, label: str) -> _Route:
        one, two = self.shapes[link.caller], self.shapes[link.target]
        start = one.row if one.row > two.row else one.row + 1
        end = two.row if one.row < two.row else two.row + 1
        gutter = two.column if two.column > one.column else two.column + 1
        return _Route(link, cut(label, _LABEL_EM), start, end, gutter)

    def _set_columns(self) -> float:
        """The left side of each column, and where the lines through the gutters run; how wide all is."""
        standing = gathered((shape.column, shape) for shape in self.shapes.values())
        through = gathered((route.gutter, route) for route in self.routes if route.start != route.end)
        self.trunk: list[float] = []
        x = 0.0
        for gutter in range(len(standing) + 1):
            self.trunk.append(x + _SIDE)
            trunks = max((len(self.ways.get(shape.ref, ())) for shape in standing.get(gutter - 1, ())), default=0)
            routes = through.get(gutter, [])
            chosen, count = tracks([(min(each.start, each.end), max(each.start, each.end)) for each in routes])
            for route, track in zip(routes, chosen, strict=True):
                route.lane = x + _SIDE + (trunks + track) * _PITCH
            if 0 < gutter < len(standing):
                x += 2 * _SIDE + max(trunks + count - 1, 0) * _PITCH
            elif count:
                x += _SIDE + count * _PITCH
            for shape in standing.get(gutter, ()):
                shape.x = x
            x += max((shape.width for shape in standing.get(gutter, ())), default=0.0)
        return max(x, *(_label_width(route.label) for route in self.routes), 0.0)

    def _set_ports(self) -> None:
        """Where each route meets its boxes.

        Those at the bottom stand in the left half, those at the top in the right, so that they never cover each other.
        """
        met = gathered(
            ((ref, channel > self.shapes[ref].row), (route.gutter, number, end))
            for number, route in enumerate(self.routes)
            for ref, channel, end in ((route.link.caller, route.start, False), (route.link.target, route.end, True))
        )
        for (ref, bottom), ends in met.items():
            for place, (_, number, end) in enumerate(sorted(ends), start=1):
                share = place / (len(ends) + 1) * 0.44
                shape = self.shapes[ref]
                self.routes[number].ports[end] = shape.x + (share + (0.04 if bottom else 0.52)) * shape.width

    def _set_rows(self) -> float:
        """The top of each row, and the height at which each line runs between rows; how high all is."""
        standing = gathered((shape.row, shape) for shape in self.shapes.values())
        runs = gathered(run for route in self.routes for run in _runs(route))
        y = 0.0
        for channel in range(len(standing) + 1):
            y = self._fill_channel(runs.get(channel, []), y)
            for shape in standing.get(channel, ()):
                shape.y = y
            y += max((shape.height for shape in standing.get(channel, ())), default=0.0)
        return y

    def _fill_channel(self, runs: list[_Run], y: float) -> float:
        """Give each run of a channel that begins at `y` its height, and place the labels; where the channel ends."""
        spans, texts = [], []
        for route, end, one, two in runs:
            # The label stands on the last part, nearest to whoever is told.
            text = route.label if end else ""
            room = _label_width(text)
            middle = min(max((one + two) / 2, room / 2), self.width - room / 2)
            spans.append((min(one, two, middle - room / 2) - 1, max(one, two, middle + room / 2) + 1))
            texts.append((text, middle, room))
        chosen, count = tracks(spans)
        heights = [_PITCH] * count
        for track, (text, _, _) in zip(chosen, texts, strict=True):
            heights[track] = _LABEL_HEIGHT if text else heights[track]
        if count or y > 0.0:
            y += _ROW if count else 2 * _ROW
        for track, (route, end, _, _), (text, middle, room) in zip(chosen, runs, texts, strict=True):
            route.levels[end] = y + sum(heights[:track]) + heights[track] / 2
            if text:
                self.labels.append(Label(text, middle, route.levels[end], room))
        return y + sum(heights) + (_ROW if count else 0.0)

    def drawing(self) -> Drawing:
        """Everything at its place."""
        strokes = [stroke for above, ways in self.ways.items() for stroke in self._buses(self.shapes[above], ways)]
        strokes += map(self._line, self.routes)
        return Drawing(self.width, self.height, tuple(self.shapes.values()), tuple(strokes), tuple(self.labels))

    def _buses(self, parent: Shape, ways: list[Way]) -> Iterator[Stroke]:
        """The contacts of a box with those below it, one bus for each way."""
        right = parent.x + parent.width
        for place, way in enumerate(ways):
            trunk = self.trunk[parent.column + 1] + (len(ways) - 1 - place) * _PITCH
            down = (place + 1) * _PORT
            start = (right, parent.y + down)
            ends = [(shape.x, shape.y + down) for shape in self.below[parent.ref] if way in shape.ways]
            paths: list[tuple[Point, ...]] = [(start, (trunk, start[1]), (trunk, ends[-1][1]), ends[-1])]
            paths += [((trunk, y), (x, y)) for x, y in ends[:-1]]
            heads = [(start, (trunk, start[1]))] if way[1] == "up" else [(end, (trunk, end[1])) for end in ends]
            yield Stroke(way[0], tuple(paths), tuple(heads))

    def _line(self, route: _Route) -> Stroke:
        one, two = self.shapes[route.link.caller], self.shapes[route.link.target]
        (start, end), (first, last) = route.ports, route.levels
        leaves = one.y + one.height if route.start > one.row else one.y
        enters = two.y + two.height if route.end > two.row else two.y
        across = (
            [(start, first), (route.lane, first), (route.lane, last)] if route.start != route.end else [(start, last)]
        )
        points = ((start, leaves), *across, (end, last), (end, enters))
        return Stroke(route.link.kind, (points,), ((points[-1], points[-2]),), route.link)


def _ways(below: list[Shape]) -> list[Way]:
    """The kinds of contact of a box with those below it, in their usual order."""
    ways = {way for shape in below for way in shape.ways}
    return sorted(ways, key=lambda way: (KINDS.index(way[0]), way[1] == "down"))


def _runs(route: _Route) -> Iterator[tuple[int, _Run]]:
    """The level parts of a route, each with its channel."""
    start, end = route.ports
    if route.start != route.end:
        yield route.start, (route, False, start, route.lane)
        start = route.lane
    yield route.end, (route, True, start, end)


def _label_width(text: str) -> float:
    return width(text) * SMALL_MM + 1.6 if text else 0.0
