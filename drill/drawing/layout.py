"""Where everything stands: boxes on a grid, lines only in the gutters between its columns and rows. Millimetres.

A box stands one column right of the box above it; the first below stands in its row, the others in rows of their own.
Contacts along the tree run through the gutter between the two columns, one bus for each kind. The others leave a box at
its top or bottom, run through the gutter between two rows, if need be through one between two columns, and enter the
other box at its top or bottom. So no line crosses a box, and the labels, in the gutters between rows, cover none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Node:
    """A box to be placed. `ways`: the kinds of contact with the box above it."""

    ref: str
    above: str | None
    text: Written
    width: float
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A placed box."""

    ref: str
    x: float
    y: float
    width: float
    height: float
    text: Written


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


@dataclass(frozen=True, slots=True)
class _Route:
    """A contact beside the tree: from a channel between rows to another, through a gutter if they differ."""

    link: BoxLink
    label: str
    start: int
    end: int
    gutter: int


def layout(nodes: Sequence[Node], links: Sequence[tuple[BoxLink, str]]) -> Drawing:
    """The diagram of `nodes` (each after the one above it) with the contacts beside the tree and their labels."""
    return _Grid(nodes, links).drawing()


class _Grid:
    def __init__(self, nodes: Sequence[Node], links: Sequence[tuple[BoxLink, str]]) -> None:
        self.nodes = {node.ref: node for node in nodes}
        self.below = gathered((node.above, node.ref) for node in nodes)
        self.column: dict[str, int] = {}
        self.row: dict[str, int] = {}
        self._place_on_grid()
        self.columns = 1 + max(self.column.values(), default=-1)
        self.rows = 1 + max(self.row.values(), default=-1)
        self.ways = {above: self._ways(refs) for above, refs in self.below.items() if above is not None}
        self.height = {ref: self._height(node) for ref, node in self.nodes.items()}
        self.routes = [self._route(link, label) for link, label in links]
        self.ports = self._ports()
        self._set_columns()
        self._set_rows()

    def _place_on_grid(self) -> None:
        """Columns by depth; a box, the first below it, the first below that … stand in the first row free for all."""
        free: dict[int, int] = {}
        tops = self.below.get(None, [])
        waiting = [ref for ref in reversed(tops) if ref in self.below]
        while waiting:
            ref = waiting.pop()
            above = self.nodes[ref].above
            column = 0 if above is None else self.column[above] + 1
            chain = [ref]
            while below := self.below.get(chain[-1]):
                chain.append(below[0])
            row = max(free.get(column + place, 0) for place in range(len(chain)))
            for place, each in enumerate(chain):
                self.column[each], self.row[each] = column + place, row
                free[column + place] = row + 1
                # The last of the chain comes first: so a box's bus has the gutter below it to itself.
                waiting += reversed(self.below.get(each, [])[1:])
        # Those that stand alone fill rows of their own.
        across, down = max(len(free), _ACROSS), max(free.values(), default=0)
        for place, ref in enumerate(ref for ref in tops if ref not in self.below):
            self.column[ref], self.row[ref] = place % across, down + place // across

    def _ways(self, refs: list[str]) -> list[Way]:
        ways = {way for ref in refs for way in self.nodes[ref].ways}
        return sorted(ways, key=lambda way: (KINDS.index(way[0]), way[1] == "down"))

    def _height(self, node: Node) -> float:
        """High enough for the text and for the contacts at both sides."""
        ports = max(len(self.ways.get(ref, ())) for ref in (node.ref, node.above or node.ref))
        return max(node.text.height, (ports + 1) * _PORT)

    def _route(self, link: BoxLink, label: str) -> _Route:
        one, two = self.row[link.caller], self.row[link.target]
        start, end = (one + 1, two) if one < two else (one, two + 1) if one > two else (one + 1, one + 1)
        left, right = self.column[link.caller], self.column[link.target]
        return _Route(link, cut(label, _LABEL_EM), start, end, right if right > left else right + 1)

    def _ports(self) -> dict[tuple[int, bool], float]:
        """(number of a route, whether its end) → how far right of the box's left side it meets the box.

        Those at the bottom stand in the left half, those at the top in the right, so that they never cover each other.
        """
        met: dict[tuple[str, bool], list[tuple[int, int, bool]]] = {}
        for number, route in enumerate(self.routes):
            for ref, channel, end in ((route.link.caller, route.start, False), (route.link.target, route.end, True)):
                bottom = channel > self.row[ref]
                met.setdefault((ref, bottom), []).append((route.gutter, number, end))
        found: dict[tuple[int, bool], float] = {}
        for (ref, bottom), ends in met.items():
            for place, (_, number, end) in enumerate(sorted(ends), start=1):
                share = place / (len(ends) + 1) * 0.44
                found[number, end] = (share + (0.04 if bottom else 0.52)) * self.nodes[ref].width
        return found

    def _set_columns(self) -> None:
        """The left side of each column, and where the lines through the gutters run."""
        trunks = [0] * (self.columns + 1)
        for ref, ways in self.ways.items():
            gutter = self.column[ref] + 1
            trunks[gutter] = max(trunks[gutter], len(ways))
        routes = enumerate(self.routes)
        through = gathered((route.gutter, number) for number, route in routes if route.start != route.end)
        column_width = [0.0] * (self.columns + 1)
        for ref, column in self.column.items():
            column_width[column] = max(column_width[column], self.nodes[ref].width)
        self.left: list[float] = []
        self.trunk: list[float] = []
        self.lane: dict[int, float] = {}
        x = 0.0
        for gutter in range(self.columns + 1):
            self.trunk.append(x + _SIDE)
            numbers = through.get(gutter, [])
            ends = [(self.routes[each].start, self.routes[each].end) for each in numbers]
            chosen, count = tracks([(min(pair), max(pair)) for pair in ends])
            for number, track in zip(numbers, chosen, strict=True):
                self.lane[number] = x + _SIDE + (trunks[gutter] + track) * _PITCH
            if 0 < gutter < self.columns:
                x += 2 * _SIDE + max(trunks[gutter] + count - 1, 0) * _PITCH
            elif count:
                x += _SIDE + count * _PITCH
            self.left.append(x)
            x += column_width[gutter]
        widest = max((_label_width(route.label) for route in self.routes if route.label), default=0.0)
        self.width = max(x, widest)

    def _set_rows(self) -> None:
        """The top of each row, and the height at which each line runs between rows."""
        runs = gathered(
            (channel, (number, end, min(one, two), max(one, two)))
            for number, route in enumerate(self.routes)
            for end, channel, one, two in self._runs(number, route)
        )
        row_height = [0.0] * self.rows
        for ref, row in self.row.items():
            row_height[row] = max(row_height[row], self.height[ref])
        self.labels: list[Label] = []
        self.run: dict[tuple[int, bool], float] = {}
        self.top: list[float] = []
        y = 0.0
        for channel in range(self.rows + 1):
            y = self._fill_channel(runs.get(channel, []), y)
            self.top.append(y)
            y += row_height[channel] if channel < self.rows else 0.0
        self.height_of_all = y

    def _runs(self, number: int, route: _Route) -> list[tuple[bool, int, float, float]]:
        """The level parts of a route: whether at its end, in which channel, from where to where."""
        start, end = self._port_x(number, False), self._port_x(number, True)
        if route.start == route.end:
            return [(True, route.end, start, end)]
        lane = self.lane[number]
        return [(False, route.start, start, lane), (True, route.end, lane, end)]

    def _port_x(self, number: int, end: bool) -> float:
        link = self.routes[number].link
        return self.left[self.column[link.target if end else link.caller]] + self.ports[number, end]

    def _fill_channel(self, runs: list[tuple[int, bool, float, float]], y: float) -> float:
        """Give each run of a channel that begins at `y` its height, and place the labels; where the channel ends."""
        spans, texts = [], []
        for number, end, one, two in runs:
            route = self.routes[number]
            # The label stands on the last part, nearest to whoever is told.
            text = route.label if end else ""
            room = _label_width(text) if text else 0.0
            middle = min(max((one + two) / 2, room / 2), self.width - room / 2)
            spans.append((min(one, middle - room / 2) - 1, max(two, middle + room / 2) + 1))
            texts.append((text, middle, room))
        chosen, count = tracks(spans)
        heights = [_PITCH] * count
        for track, (text, _, _) in zip(chosen, texts, strict=True):
            heights[track] = _LABEL_HEIGHT if text else heights[track]
        if count or y > 0.0:
            y += _ROW if count else 2 * _ROW
        for track, (number, end, _, _), (text, middle, room) in zip(chosen, runs, texts, strict=True):
            at = y + sum(heights[:track]) + heights[track] / 2
            self.run[number, end] = at
            if text:
                self.labels.append(Label(text, middle, at, room))
        return y + sum(heights) + (_ROW if count else 0.0)

    def drawing(self) -> Drawing:
        """Everything at its place."""
        shapes = {
            ref: Shape(
                ref, self.left[self.column[ref]], self.top[self.row[ref]], node.width, self.height[ref], node.text
            )
            for ref, node in self.nodes.items()
        }
        strokes = [stroke for above in self.ways for stroke in self._buses(above, shapes)]
        strokes += [self._line(number, route, shapes) for number, route in enumerate(self.routes)]
        return Drawing(self.width, self.height_of_all, tuple(shapes.values()), tuple(strokes), tuple(self.labels))

    def _buses(self, above: str, shapes: Mapping[str, Shape]) -> list[Stroke]:
        """The contacts of a box with those below it, one bus for each way."""
        found = []
        parent = shapes[above]
        ways = self.ways[above]
        right = parent.x + parent.width
        for place, way in enumerate(ways):
            trunk = self.trunk[self.column[above] + 1] + (len(ways) - 1 - place) * _PITCH
            down = (place + 1) * _PORT
            start = (right, parent.y + down)
            ends = [(shapes[ref].x, shapes[ref].y + down) for ref in self.below[above] if way in self.nodes[ref].ways]
            paths: list[tuple[Point, ...]] = [(start, (trunk, start[1]), (trunk, ends[-1][1]), ends[-1])]
            paths += [((trunk, y), (x, y)) for x, y in ends[:-1]]
            heads = [(start, (trunk, start[1]))] if way[1] == "up" else [(end, (trunk, end[1])) for end in ends]
            found.append(Stroke(way[0], tuple(paths), tuple(heads)))
        return found

    def _line(self, number: int, route: _Route, shapes: Mapping[str, Shape]) -> Stroke:
        start, end = self._port_x(number, False), self._port_x(number, True)
        one, two = shapes[route.link.caller], shapes[route.link.target]
        leaves = one.y + one.height if route.start > self.row[one.ref] else one.y
        enters = two.y + two.height if route.end > self.row[two.ref] else two.y
        points: list[Point] = [(start, leaves)]
        if route.start != route.end:
            lane, level = self.lane[number], self.run[number, False]
            points += [(start, level), (lane, level), (lane, self.run[number, True])]
        else:
            points.append((start, self.run[number, True]))
        points += [(end, self.run[number, True]), (end, enters)]
        return Stroke(route.link.kind, (tuple(points),), ((points[-1], points[-2]),), route.link)


def _label_width(text: str) -> float:
    return width(text) * SMALL_MM + 1.6
