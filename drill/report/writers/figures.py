"""What every format says of a timeline and a plot: the numbered marks, the ticks, and the figures as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from drill.report.blocks import Plot, Sort, Table, Timeline, TimeMark, Track, aligned
from drill.text.catalogue import Catalogue
from drill.text.choices import WRITING_SORT

_MINUTE, _DAY = 60_000, 86_400_000
_STEPS = tuple(_MINUTE * n for n in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200, 525600))


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark with its number in the picture and in the table below it."""

    number: int
    track: int
    mark: TimeMark

    @property
    def until_ms(self) -> int:
        """Its end, where it is a span."""
        return self.mark.at_ms if self.mark.until_ms is None else self.mark.until_ms


def moments(timeline: Timeline) -> list[Moment]:
    """All marks in order of time, numbered from 1."""
    found = [(mark.at_ms, track, mark) for track, each in enumerate(timeline.tracks) for mark in each.marks]
    found.sort(key=lambda each: each[:2])
    return [Moment(number, track, mark) for number, (_, track, mark) in enumerate(found, start=1)]


def sorts(timeline: Timeline, say: Catalogue) -> dict[Sort, str]:
    """The kinds of mark that occur, with their names."""
    used = {mark.sort for track in timeline.tracks for mark in track.marks}
    names = dict(timeline.legend)
    return {sort: names.get(sort) or say(WRITING_SORT[sort]) for sort in get_args(Sort) if sort in used}


def timeline_table(timeline: Timeline, say: Catalogue) -> Table:
    """Every mark: its number, time, track, kind and text."""
    names = sorts(timeline, say)
    time = "writing.elapsed" if timeline.clock_ms is None else "writing.time"
    header = say.each("lessons.id", time, "writing.track", "paper.kind", "guide.task")
    rows = tuple(
        (
            str(each.number),
            _span(timeline, each.mark, say),
            track_label(timeline, timeline.tracks[each.track], say),
            names[each.mark.sort],
            each.mark.text,
        )
        for each in moments(timeline)
    )
    return Table(header, rows, ("right", "right", "left", "left", "left"), (2, 4, 10, 5, 12))


def track_label(timeline: Timeline, track: Track, say: Catalogue) -> str:
    """Its name, and when it is due."""
    if track.due_ms is None:
        return track.label
    return say("writing.due_at", label=track.label, time=clock(timeline, track.due_ms, say))


def _span(timeline: Timeline, mark: TimeMark, say: Catalogue) -> str:
    start = clock(timeline, mark.at_ms, say)
    if mark.until_ms is None:
        return start
    return say("writing.until", start=start, end=clock(timeline, mark.until_ms, say))


def clock(timeline: Timeline, at_ms: int, say: Catalogue) -> str:
    """14:05 where the time of day is known, else hours and minutes since 0."""
    if timeline.clock_ms is None:
        return ("-" if at_ms < 0 else "") + _hours(abs(at_ms))
    day, time = divmod(timeline.clock_ms + at_ms, _DAY)
    return say("doc.next_day", day=day + 1, time=_hours(time)) if day else _hours(time)


def _hours(ms: int) -> str:
    return f"{ms // (60 * _MINUTE)}:{ms // _MINUTE % 60:02}"


def bounds(timeline: Timeline) -> tuple[int, int]:
    """Start and end, at least a minute apart."""
    return timeline.start_ms, max(timeline.end_ms, timeline.start_ms + _MINUTE)


def ticks(timeline: Timeline, most: int, say: Catalogue) -> list[tuple[int, str]]:
    """Round times from start to end, about `most` of them, with what to write there."""
    start, end = bounds(timeline)
    offset = timeline.clock_ms or 0
    if timeline.clock_ms is not None and (end + offset) // _DAY:
        most //= 2  # the number of the day takes room
    step = next((step for step in _STEPS if (end - start) / step <= most), end - start)
    first = -(-(start + offset) // step) * step - offset
    return [(at, clock(timeline, at, say)) for at in range(first, end + 1, step)]


def drawn(timeline: Timeline) -> list[list[Moment]]:
    """Of each track the moments that lie, or a part of them, between start and end; others are in the table alone."""
    start, end = bounds(timeline)
    found: list[list[Moment]] = [[] for _ in timeline.tracks]
    for each in moments(timeline):
        if start <= each.until_ms and each.mark.at_ms <= end:
            found[each.track].append(each)
    return found


def due_within(timeline: Timeline, track: Track) -> int | None:
    """The deadline of a track, if it lies between start and end."""
    start, end = bounds(timeline)
    return track.due_ms if track.due_ms is not None and start <= track.due_ms <= end else None


def share(timeline: Timeline, at_ms: int) -> float:
    """Where a time lies between start (0) and end (1)."""
    start, end = bounds(timeline)
    return min(max((at_ms - start) / (end - start), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the time of one track, for formats that draw with cells: what is written there, and how it looks."""

    text: str
    colour: Sort | None
    due: bool


Fill = Literal["head", "strong"] | Sort
FILLS: dict[Fill, str] = {
    "head": "E7ECF2",
    "strong": "F3F4F6",
    "inject": "C9D6EA",
    "done": "CFE5CF",
    "late": "F6DFC2",
    "missed": "F1CACA",
    "decision": "DDD0EA",
    "real": "D9D9D9",
    "note": "ECECEC",
}
"""Colours of cells."""
CURVES = ("16325c", "9a1b1b", "1b5e20", "5b2a86", "b45309", "444444")
"""Colours of the series of a plot."""
SYMBOLS: dict[Sort, str] = {
    "inject": "▼",
    "done": "●",
    "late": "◇",
    "missed": "×",
    "decision": "■",
    "real": "△",
    "note": "＋",
}


def slots(timeline: Timeline, count: int) -> list[list[Slot]]:
    """Of each track `count` slots: symbols with the numbers of their marks, the colour of a span, and
    whether the deadline is at its end."""

    def place(at_ms: int) -> int:
        return min(int(share(timeline, at_ms) * count), count - 1)

    rows = []
    for track, found in zip(timeline.tracks, drawn(timeline), strict=True):
        texts: list[list[str]] = [[] for _ in range(count)]
        colours: list[Sort | None] = [None] * count
        for each in found:
            sort, first, last = each.mark.sort, place(each.mark.at_ms), place(each.until_ms)
            colours[first : last + 1] = [sort] * (last + 1 - first)
            texts[first] += [SYMBOLS[sort], str(each.number)]
        at_ms = due_within(timeline, track)
        due = None if at_ms is None else max(round(share(timeline, at_ms) * count) - 1, 0)
        rows.append([Slot("\n".join(texts[n]), colours[n], n == due) for n in range(count)])
    return rows


def slot_ticks(timeline: Timeline, count: int, apart: int, say: Catalogue) -> dict[int, str]:
    """What to write over which slot, each label `apart` slots from the next at least."""
    found: dict[int, str] = {}
    for at, label in ticks(timeline, count // apart, say):
        place = int(share(timeline, at) * count)
        if place + apart <= count and all(place - other >= apart for other in found):
            found[place] = label
    return found


def key(timeline: Timeline, say: Catalogue) -> str:
    """The symbols with their names, in one line."""
    return "　".join(f"{sign} {name}" for sign, name in entries(timeline, SYMBOLS, "┃", say))


def entries(timeline: Timeline, signs: Mapping[Sort, str], due: str, say: Catalogue) -> list[tuple[str, str]]:
    """The key: the sign of each kind of mark that occurs, and of a deadline, with its name."""
    found = [(signs[sort], name) for sort, name in sorts(timeline, say).items()]
    return [*found, *([(due, say("writing.due"))] if any(t.due_ms is not None for t in timeline.tracks) else [])]


def plot_table(plot: Plot, say: Catalogue, gap: str | None = None) -> Table:
    """The figures behind a plot: a row for each place, a column for each series; `gap` is written for no value."""
    gap = say("writing.no_value") if gap is None else gap
    names = (say("writing.in_unit", name=each.name, unit=plot.unit) if plot.unit else each.name for each in plot.series)
    rows = tuple((x, *(figure(value_at(each.values, n), gap) for each in plot.series)) for n, x in enumerate(plot.x))
    return Table(("", *names), rows, ("left", *aligned("right", len(plot.series))))


def value_at(values: tuple[float | None, ...], place: int) -> float | None:
    """The value at a place; None where there is none or it is no number."""
    value = values[place] if place < len(values) else None
    return value if value is not None and abs(value) < 1e12 else None


def figure(value: float | None, gap: str = "") -> str:
    """98, 97.5, or what is written for no value."""
    return gap if value is None else f"{value:.1f}".removesuffix(".0")


def limits(plot: Plot) -> tuple[float, float]:
    """The scale, from low to high; wider where values lie outside."""
    values = [value for _, _, value in bars(plot) if value is not None]
    low, high = min([plot.low, *values]), max([plot.high, *values])
    return low, high if high > low else low + 1


def height(plot: Plot, value: float) -> float:
    """Where a value lies between the limits, 0 to 1."""
    low, high = limits(plot)
    return (value - low) / (high - low)


def bars(plot: Plot) -> Iterator[tuple[str, str, float | None]]:
    """Every value as place, series and value, place by place."""
    for n, x in enumerate(plot.x):
        for each in plot.series:
            yield x, each.name, value_at(each.values, n)
