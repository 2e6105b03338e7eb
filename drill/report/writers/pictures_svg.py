"""Timelines and plots as SVG, in millimetres. Black and white says the same: kinds differ in shape, lines in dashes.

Each picture has its own style sheet, since some printers apply no other to it. Nothing leaves the picture or covers
other words: marks that would meet stand in lanes, long labels break or are cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from drill.drawing.ink import data, text
from drill.drawing.lettering import broken, cut, width
from drill.report.blocks import Plot, Series, Sort, Timeline
from drill.report.writers.figures import (
    Moment,
    figure,
    height,
    inside,
    limits,
    moments,
    share,
    sorts,
    ticks,
    value_at,
)
from drill.report.writers.plain import one_line
from drill.text.catalogue import Catalogue

_STYLE = (
    "text{fill:#111;font-family:'Noto Sans CJK JP','Noto Sans JP','Yu Gothic','Hiragino Sans',sans-serif}"
    ".axis{stroke:#444;stroke-width:.25}.thin{stroke:#c4cad2;stroke-width:.15}"
    ".band{fill:#f3f5f8}.due{stroke:#9a1b1b;stroke-width:.35;stroke-dasharray:1 .7}.curve{fill:none;stroke-width:.6}"
)
_TALL = {False: 215.0, True: 140.0}
"""Of one picture at most, by whether the page is landscape; longer timelines go on in another."""
_SIZE, _SMALL, _LINE = 3.0, 2.5, 3.9
_LABEL, _EDGE, _LANE, _AXIS = 46.0, 5.0, 4.2, 6.0
_LANES = 5
_RADIUS = 1.4
_COLOURS: dict[Sort, str] = {
    "inject": "#16325c",
    "done": "#1b5e20",
    "late": "#b45309",
    "missed": "#9a1b1b",
    "decision": "#5b2a86",
    "real": "#444444",
    "note": "#555555",
}
_DASHES = ("none", "2 1", ".6 .9", "3 .9 .6 .9")
_CURVES = ("#16325c", "#9a1b1b", "#1b5e20", "#5b2a86", "#b45309", "#444444")
_POINTS: tuple[Sort, ...] = ("done", "decision", "inject", "late", "real", "missed")
_PLOT_HIGH, _PLOT_LEFT = 62.0, 16.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A track as it is drawn: the lines of its label, its moments with the lane of each, and its height."""

    track: int
    label: tuple[str, ...]
    placed: tuple[tuple[Moment, int | None], ...]
    high: float


def timeline_svg(timeline: Timeline, wide: float, landscape: bool, say: Catalogue) -> Iterator[str]:
    """One picture, or several below each other if there are many tracks."""
    found = moments(timeline)
    rows = [
        _row(timeline, track, [m for m in found if m.track == track], wide) for track in range(len(timeline.tracks))
    ]
    key = _key([(sort, _shape(sort, 0, 0), name) for sort, name in sorts(timeline, say).items()], wide, say, timeline)
    pages: list[list[_Row]] = [[]]
    for row in rows:
        if pages[-1] and sum(each.high for each in pages[-1]) + row.high + key[1] > _TALL[landscape]:
            pages.append([])
        pages[-1].append(row)
    for page in pages:
        high = _AXIS + sum(row.high for row in page) + 1
        last = page is pages[-1]
        parts = [*_bands(page, wide), *_axis(timeline, wide, high - 1, say), *_rows(timeline, page, wide)]
        parts += [f'<g transform="translate(0 {high:.2f})">{key[0]}</g>'] if last else []
        yield _svg(parts, wide, high + key[1] * last, timeline.caption)


def _svg(parts: list[str], wide: float, high: float, name: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:.2f}" role="img"'
        f' aria-label="{data(one_line(name))}"><style>{_STYLE}</style>{"".join(parts)}</svg>'
    )


def _x(timeline: Timeline, at_ms: int, wide: float) -> float:
    return _LABEL + _EDGE + share(timeline, at_ms) * (wide - _LABEL - 2 * _EDGE)


def _row(timeline: Timeline, track: int, found: list[Moment], wide: float) -> _Row:
    """Marks that would touch go to lanes below each other; where no lane is left, a mark has no number."""
    ends: list[float] = []
    placed: list[tuple[Moment, int | None]] = []
    for each in found:
        if not inside(timeline, each.mark):
            continue
        left, right = _extent(timeline, each, wide)
        lane = next((n for n, end in enumerate(ends) if end <= left), len(ends) if len(ends) < _LANES else None)
        placed.append((each, lane))
        if lane is not None:
            ends[lane : lane + 1] = [right]
    lines = broken(one_line(timeline.tracks[track].label), (_LABEL - 3) / _SIZE)
    label = (*lines[:2], cut("".join(lines[2:]), (_LABEL - 3) / _SIZE)) if len(lines) > 3 else lines
    return _Row(track, label, tuple(placed), max(len(label) * _LINE, max(len(ends), 1) * _LANE) + 2.2)


def _extent(timeline: Timeline, each: Moment, wide: float) -> tuple[float, float]:
    """From where to where a mark and its number reach."""
    start, end, words = _ends(timeline, each, wide)
    if _turned(end, words, wide):
        return start - _RADIUS - words, end + _RADIUS
    return start - _RADIUS, end + _RADIUS + words


def _ends(timeline: Timeline, each: Moment, wide: float) -> tuple[float, float, float]:
    """Where a mark begins and ends, and how wide its number is."""
    mark = each.mark
    until = mark.at_ms if mark.until_ms is None else max(mark.until_ms, mark.at_ms)
    return _x(timeline, mark.at_ms, wide), _x(timeline, until, wide), width(str(each.number)) * _SMALL + 0.6


def _turned(x: float, words: float, wide: float) -> bool:
    """Whether a number stands left of its mark, since there is no room at its right."""
    return x + _RADIUS + words > wide


def _axis(timeline: Timeline, wide: float, high: float, say: Catalogue) -> Iterator[str]:
    yield f'<path class="axis" d="M{_LABEL} {_AXIS}H{wide:g}"/>'
    free = 0.0
    for at, said in ticks(timeline, 9, say):
        x, room = _x(timeline, at, wide), width(said) * _SMALL
        yield f'<path class="thin" d="M{x:.2f} {_AXIS - 1}V{high:.2f}"/>'
        left = min(max(x - room / 2, _LABEL), wide - room)
        if left >= free:
            yield text(said, left, _AXIS - 2, _SMALL)
            free = left + room + 1


def _bands(rows: list[_Row], wide: float) -> Iterator[str]:
    """Every other row is shaded."""
    top = _AXIS
    for number, row in enumerate(rows):
        if number % 2:
            yield f'<rect class="band" x="0" y="{top:.2f}" width="{wide:g}" height="{row.high:.2f}"/>'
        top += row.high


def _rows(timeline: Timeline, rows: list[_Row], wide: float) -> Iterator[str]:
    top = _AXIS
    for row in rows:
        for n, line in enumerate(row.label):
            yield text(line, 0.5, top + 1 + _LINE * (n + 0.8), _SIZE)
        due = timeline.tracks[row.track].due_ms
        if due is not None and 0 < share(timeline, due) < 1:
            x = _x(timeline, due, wide)
            yield f'<path class="due" d="M{x:.2f} {top + 0.4:.2f}V{top + row.high - 0.4:.2f}"/>'
        for each, lane in row.placed:
            yield from _mark(timeline, each, top + 1.1 + _LANE * ((lane or 0) + 0.5), lane is not None, wide)
        top += row.high
        yield f'<path class="thin" d="M0 {top:.2f}H{wide:g}"/>'


def _mark(timeline: Timeline, each: Moment, y: float, numbered: bool, wide: float) -> Iterator[str]:
    """Its span and its shape, and its number behind them."""
    mark, (x, end, words) = each.mark, _ends(timeline, each, wide)
    if end > x:
        yield f'<path d="M{x:.2f} {y:.2f}H{end:.2f}" stroke="{_COLOURS[mark.sort]}" stroke-width="1" opacity=".45"/>'
    if mark.at_ms >= timeline.start_ms:
        yield _shape(mark.sort, x, y)
    if numbered:
        turned = _turned(end, words, wide)
        place = x - _RADIUS - 0.5 if turned else end + (_RADIUS if end == x else 0) + 0.5
        yield text(str(each.number), place, y + 0.9, _SMALL, anchor="end" if turned else "start")


def _shape(sort: Sort, x: float, y: float, colour: str = "") -> str:
    """A mark round a point."""
    r, ink = _RADIUS, colour or _COLOURS[sort]
    full, open_ = f'fill="{ink}"', f'fill="#fff" stroke="{ink}" stroke-width=".45"'
    match sort:
        case "done":
            return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r}" {full}/>'
        case "inject":
            return f'<path d="M{x - r:.2f} {y - r:.2f}h{2 * r}L{x:.2f} {y + r:.2f}z" {full}/>'
        case "late":
            d = f"M{x:.2f} {y - r:.2f}l{r} {r}l{-r} {r}l{-r} {-r}z"
            return f'<path d="{d}" {open_}/>'
        case "missed":
            d = f"M{x - r:.2f} {y - r:.2f}l{2 * r} {2 * r}m{-2 * r} 0l{2 * r} {-2 * r}"
            return f'<path d="{d}" stroke="{ink}" stroke-width=".7" fill="none"/>'
        case "decision":
            return f'<rect x="{x - r:.2f}" y="{y - r:.2f}" width="{2 * r}" height="{2 * r}" {full}/>'
        case "real":
            return f'<path d="M{x - r:.2f} {y + r:.2f}h{2 * r}L{x:.2f} {y - r:.2f}z" {open_}/>'
        case "note":
            return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r / 2}" {full}/>'


def _key(
    entries: list[tuple[str, str, str]], wide: float, say: Catalogue, timeline: Timeline | None = None
) -> tuple[str, float]:
    """Shapes with their names, in as many lines as they need; and their height."""
    if timeline and any(track.due_ms is not None for track in timeline.tracks):
        entries = [*entries, ("due", '<path class="due" d="M0 -1.8V1.8"/>', say("writing.due"))]
    x, y, parts = 2.0, 3.5, []
    for _, drawn, name in entries:
        said = cut(one_line(name), (wide - 12) / _SMALL)
        room = width(said) * _SMALL + 12
        if x > 2 and x + room > wide:
            x, y = 2.0, y + 4.5
        parts.append(f'<g transform="translate({x + 4:.2f} {y:.2f})">{drawn}</g>{text(said, x + 9, y + 0.9, _SMALL)}')
        x += room
    return "".join(parts), y + 3 if entries else 0.0


def plot_svg(plot: Plot, wide: float, say: Catalogue) -> str:
    """Curves over named places, each with its own dashes and points."""
    low, high = limits(plot)
    step = (wide - _PLOT_LEFT - 2) / max(len(plot.x), 1)
    top, floor = 5.0, 5.0 + _PLOT_HIGH
    parts = []
    for n in range(6):
        value = low + (high - low) * n / 5
        y = floor - _PLOT_HIGH * n / 5
        parts.append(f'<path class="{"thin" if n else "axis"}" d="M{_PLOT_LEFT} {y:.2f}H{wide:g}"/>')
        said = cut(one_line(figure(value) + plot.unit), (_PLOT_LEFT - 2) / _SMALL)
        parts.append(text(said, _PLOT_LEFT - 1.5, y + 0.9, _SMALL, anchor="end"))
    parts.append(f'<path class="axis" d="M{_PLOT_LEFT} {top}V{floor}"/>')
    names, name_lines = _names(plot, step, floor)
    parts += names
    entries = []
    for n, series in enumerate(plot.series):
        parts += _curve(plot, series, n, step, floor)
        sample = f'<path class="curve" d="M-4 0H4" {_pen(n)}/>{_shape(_POINTS[n % 6], 0, 0, _CURVES[n % 6])}'
        entries.append(("", sample, series.name))
    key, key_high = _key(entries, wide, say)
    low_edge = floor + 2 + _LINE * name_lines
    parts.append(f'<g transform="translate(0 {low_edge + 1:.2f})">{key}</g>')
    return _svg(parts, wide, low_edge + key_high + 1, plot.caption)


def _pen(n: int) -> str:
    return f'stroke="{_CURVES[n % 6]}" stroke-dasharray="{_DASHES[n % 4]}"'


def _names(plot: Plot, step: float, floor: float) -> tuple[list[str], int]:
    """The names of the places below the axis (only every so many if they stand close), and how many lines they take."""
    each = max(1, -(-9 // max(round(step), 1)))
    parts, most = [], 0
    for n in range(0, len(plot.x), each):
        room = max(step * each / _SMALL - 0.8, 2.0)
        lines = broken(one_line(plot.x[n]), room)
        lines = (lines[0], lines[1], cut("".join(lines[2:]), room)) if len(lines) > 3 else lines
        most = max(most, len(lines))
        x = _PLOT_LEFT + step * (n + 0.5)
        parts += [text(line, x, floor + 1 + _LINE * (k + 0.8), _SMALL, anchor="middle") for k, line in enumerate(lines)]
    return parts, most


def _curve(plot: Plot, series: Series, n: int, step: float, floor: float) -> Iterator[str]:
    """Lines between neighbouring values, points on them; a single series also has its figures."""
    points = []
    for place in range(len(plot.x)):
        value = value_at(series.values, place)
        y = None if value is None else floor - height(plot, value) * _PLOT_HIGH
        points.append((_PLOT_LEFT + step * (place + 0.5), y, value))
    for there, run in groupby(points, key=lambda each: each[1] is not None):
        if there:
            path = " ".join(f"{x:.2f},{y:.2f}" for x, y, _ in run)
            yield f'<polyline class="curve" points="{path}" {_pen(n)}/>'
    for x, y, value in points:
        if y is not None:
            yield _shape(_POINTS[n % 6], x, y, _CURVES[n % 6])
            if len(plot.series) == 1 and step > 9:
                yield text(figure(value), x, y - 2.2, _SMALL, anchor="middle")
