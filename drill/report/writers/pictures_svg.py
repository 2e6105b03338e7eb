"""Timelines and plots as SVG, in millimetres. Black and white says the same: kinds differ in shape, lines in dashes.

Each picture has its own style sheet, since some printers apply no other to it. Nothing leaves the picture or covers
other words: marks that would meet stand in lanes, long labels break or are cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from drill.drawing.ink import data, text
from drill.drawing.lettering import broken, cut, width
from drill.drawing.tracks import filled
from drill.report.blocks import Plot, Series, Sort, Timeline, Track
from drill.report.writers.figures import (
    CURVES,
    Moment,
    drawn,
    entries,
    figure,
    height,
    share,
    ticks,
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
_SHAPES: dict[Sort, str] = {
    "inject": '<path d="M-1.4 -1.4h2.8L0 1.4z" {full}/>',
    "done": '<circle r="1.4" {full}/>',
    "late": '<path d="M0 -1.4l1.4 1.4l-1.4 1.4l-1.4 -1.4z" {hollow}/>',
    "missed": '<path d="M-1.4 -1.4l2.8 2.8m-2.8 0l2.8 -2.8" stroke="{ink}" stroke-width=".7" fill="none"/>',
    "decision": '<rect x="-1.4" y="-1.4" width="2.8" height="2.8" {full}/>',
    "real": '<path d="M-1.4 1.4h2.8L0 -1.4z" {hollow}/>',
    "note": '<circle r=".7" {full}/>',
}
_DASHES = ("none", "2 1", ".6 .9", "3 .9 .6 .9")
_POINTS: tuple[Sort, ...] = ("done", "decision", "inject", "late", "real", "missed")
_PLOT_HIGH, _PLOT_LEFT = 62.0, 16.0


class _Row(NamedTuple):
    """A track as it is drawn from its own top, and its height."""

    parts: str
    high: float


def timeline_svg(timeline: Timeline, wide: float, landscape: bool, say: Catalogue) -> Iterator[str]:
    """One picture, or several below each other if there are many tracks."""
    rows = [_row(timeline, *each, wide) for each in zip(timeline.tracks, drawn(timeline), strict=True)]
    shapes = {sort: _shape(sort, 0, 0) for sort in _COLOURS}
    key = _key(entries(timeline, shapes, '<path class="due" d="M0 -1.8V1.8"/>', say), wide)
    pages = filled(rows, lambda row: row.high, _TALL[landscape] - key[1])
    for page in pages:
        top, bands, tracks = _AXIS, list[str](), list[str]()
        for number, row in enumerate(page):
            if number % 2:
                bands.append(f'<rect class="band" x="0" y="{top:.2f}" width="{wide:g}" height="{row.high:.2f}"/>')
            tracks.append(_at(0, top, row.parts))
            top += row.high
        last = page is pages[-1]
        parts = [*bands, *_axis(timeline, wide, top), *tracks, *([_at(0, top + 1, key[0])] if last else [])]
        yield _svg(parts, wide, top + 1 + key[1] * last, timeline.caption)


def _at(x: float, y: float, drawn: str) -> str:
    return f'<g transform="translate({x:.2f} {y:.2f})">{drawn}</g>'


def _svg(parts: list[str], wide: float, high: float, name: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:.2f}" role="img"'
        f' aria-label="{data(one_line(name))}"><style>{_STYLE}</style>{"".join(parts)}</svg>'
    )


def _x(timeline: Timeline, at_ms: int, wide: float) -> float:
    return _LABEL + _EDGE + share(timeline, at_ms) * (wide - _LABEL - 2 * _EDGE)


def _row(timeline: Timeline, track: Track, found: list[Moment], wide: float) -> _Row:
    """Marks that would touch go to lanes below each other; where no lane is left, a mark has no number."""
    ends: list[float] = []
    marks: list[str] = []
    for number, _, mark in found:
        x, end = (_x(timeline, at, wide) for at in (mark.at_ms, max(mark.end_ms, mark.at_ms)))
        words = width(str(number)) * _SMALL + 0.6
        turned = end + _RADIUS + words > wide
        left, right = x - _RADIUS - words * turned, end + _RADIUS + words * (not turned)
        lane = next((n for n, used in enumerate(ends) if used <= left), len(ends) if len(ends) < _LANES else None)
        y = 1.1 + _LANE * ((lane or 0) + 0.5)
        if end > x:
            ink = f'stroke="{_COLOURS[mark.sort]}" stroke-width="1" opacity=".45"'
            marks.append(f'<path d="M{x:.2f} {y:.2f}H{end:.2f}" {ink}/>')
        marks.append(_shape(mark.sort, x, y))
        if lane is not None:
            ends[lane : lane + 1] = [right]
            place = x - _RADIUS - 0.5 if turned else end + (_RADIUS if end == x else 0) + 0.5
            marks.append(text(str(number), place, y + 0.9, _SMALL, anchor="end" if turned else "start"))
    label = _three(track.label, (_LABEL - 3) / _SIZE)
    high = max(len(label) * _LINE, max(len(ends), 1) * _LANE) + 2.2
    parts = [text(line, 0.5, 1 + _LINE * (n + 0.8), _SIZE) for n, line in enumerate(label)]
    if track.due_ms is not None and 0 < share(timeline, track.due_ms) < 1:
        x = _x(timeline, track.due_ms, wide)
        parts.append(f'<path class="due" d="M{x:.2f} 0.4V{high - 0.4:.2f}"/>')
    return _Row("".join([*parts, *marks, f'<path class="thin" d="M0 {high:.2f}H{wide:g}"/>']), high)


def _three(said: str, room: float) -> tuple[str, ...]:
    """A text on at most three lines."""
    lines = broken(one_line(said), room)
    return (*lines[:2], cut("".join(lines[2:]), room)) if len(lines) > 3 else lines


def _axis(timeline: Timeline, wide: float, high: float) -> Iterator[str]:
    yield f'<path class="axis" d="M{_LABEL} {_AXIS}H{wide:g}"/>'
    free = 0.0
    for at, said in ticks(timeline, 9):
        x, room = _x(timeline, at, wide), width(said) * _SMALL
        yield f'<path class="thin" d="M{x:.2f} {_AXIS - 1}V{high:.2f}"/>'
        left = min(max(x - room / 2, _LABEL), wide - room)
        if left >= free:
            yield text(said, left, _AXIS - 2, _SMALL)
            free = left + room + 1


def _shape(sort: Sort, x: float, y: float, colour: str = "") -> str:
    """A mark round a point."""
    ink = colour or _COLOURS[sort]
    full, hollow = f'fill="{ink}"', f'fill="#fff" stroke="{ink}" stroke-width=".45"'
    return _at(x, y, _SHAPES[sort].format(ink=ink, full=full, hollow=hollow))


def _key(shapes: list[tuple[str, str]], wide: float) -> tuple[str, float]:
    """Shapes with their names, in as many lines as they need; and their height."""
    x, y, parts = 2.0, 3.5, []
    for shape, name in shapes:
        said = cut(one_line(name), (wide - 12) / _SMALL)
        room = width(said) * _SMALL + 12
        if x > 2 and x + room > wide:
            x, y = 2.0, y + 4.5
        parts += [_at(x + 4, y, shape), text(said, x + 9, y + 0.9, _SMALL)]
        x += room
    return "".join(parts), y + 3 if shapes else 0.0


def plot_svg(plot: Plot, wide: float) -> str:
    """Curves over named places, each with its own dashes and points."""
    step = (wide - _PLOT_LEFT - 2) / max(len(plot.x), 1)
    top, floor = 5.0, 5.0 + _PLOT_HIGH
    parts = []
    for n in range(6):
        y = floor - _PLOT_HIGH * n / 5
        parts.append(f'<path class="{"thin" if n else "axis"}" d="M{_PLOT_LEFT} {y:.2f}H{wide:g}"/>')
        parts.append(text(f"{20 * n}%", _PLOT_LEFT - 1.5, y + 0.9, _SMALL, anchor="end"))
    parts.append(f'<path class="axis" d="M{_PLOT_LEFT} {top}V{floor}"/>')
    names, name_lines = _names(plot, step, floor)
    parts += names
    samples = []
    for n, series in enumerate(plot.series):
        parts += _curve(plot, series, n, step, floor)
        sample = f'<path class="curve" d="M-4 0H4" {_pen(n)}/>{_point(n, 0, 0)}'
        samples.append((sample, series.name))
    key, key_high = _key(samples, wide)
    low_edge = floor + 2 + _LINE * name_lines
    parts.append(_at(0, low_edge + 1, key))
    return _svg(parts, wide, low_edge + key_high + 1, plot.caption)


def _pen(n: int) -> str:
    return f'stroke="#{CURVES[n % 6]}" stroke-dasharray="{_DASHES[n % 4]}"'


def _point(n: int, x: float, y: float) -> str:
    return _shape(_POINTS[n % 6], x, y, f"#{CURVES[n % 6]}")


def _names(plot: Plot, step: float, floor: float) -> tuple[list[str], int]:
    """The names of the places below the axis (only every so many if they stand close), and how many lines they take."""
    each = max(1, -(-9 // max(round(step), 1)))
    parts, most = [], 0
    for n in range(0, len(plot.x), each):
        to_edge = step * (len(plot.x) - n - 0.5) + 2
        room = max(min(step * each / _SMALL - 0.8, 2 * to_edge / _SMALL), 2.0)
        lines = _three(plot.x[n], room)
        most = max(most, len(lines))
        x = _PLOT_LEFT + step * (n + 0.5)
        parts += [text(line, x, floor + 1 + _LINE * (k + 0.8), _SMALL, anchor="middle") for k, line in enumerate(lines)]
    return parts, most


def _curve(plot: Plot, series: Series, n: int, step: float, floor: float) -> Iterator[str]:
    """Lines between neighbouring values, points on them; a single series also has its figures."""
    points = []
    for place, value in enumerate(series.values):
        y = None if value is None else floor - height(value) * _PLOT_HIGH
        points.append((_PLOT_LEFT + step * (place + 0.5), y, value))
    for there, run in groupby(points, key=lambda each: each[1] is not None):
        if there:
            path = " ".join(f"{x:.2f},{y:.2f}" for x, y, _ in run)
            yield f'<polyline class="curve" points="{path}" {_pen(n)}/>'
    for x, y, value in points:
        if y is not None:
            yield _point(n, x, y)
            if len(plot.series) == 1 and step > 9:
                yield text(figure(value, ""), x, y - 2.2, _SMALL, anchor="middle")
