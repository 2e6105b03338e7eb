"""What every format says of a timeline and a plot: the numbered marks, the ticks, and the figures as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from drill.report.blocks import Plot, Sort, Table, Timeline, TimeMark, Track, aligned
from drill.text.catalogue import Catalogue
from drill.text.choices import PICTURE

_MINUTE = 60_000
_STEPS = tuple(_MINUTE * n for n in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200, 525600))


class Moment(NamedTuple):
    """A mark of a track with its number in the picture and in the table below it."""

    number: int
    track: int
    mark: TimeMark


def moments(timeline: Timeline) -> list[Moment]:
    """All marks in order of time, numbered from 1."""
    found = [(track, mark) for track, each in enumerate(timeline.tracks) for mark in each.marks]
    found.sort(key=lambda each: (each[1].at_ms, each[0]))
    return [Moment(number, *each) for number, each in enumerate(found, start=1)]


def sorts(timeline: Timeline, say: Catalogue) -> dict[Sort, str]:
    """The kinds of mark that occur, with their names."""
    used = {mark.sort for track in timeline.tracks for mark in track.marks}
    names = dict(timeline.legend)
    return {sort: names.get(sort) or say(PICTURE[sort]) for sort in get_args(Sort) if sort in used}


def timeline_table(timeline: Timeline, say: Catalogue) -> Table:
    """Every mark: its number, time, track, kind and text."""
    names = sorts(timeline, say)
    header = say.each("lessons.id", "writing.elapsed", "writing.track", "paper.kind", "guide.task")
    rows = tuple(
        (
            str(each.number),
            _span(each.mark, say),
            track_label(timeline.tracks[each.track], say),
            names[each.mark.sort],
            each.mark.text,
        )
        for each in moments(timeline)
    )
    return Table(header, rows, ("right", "right", "left", "left", "left"), (2, 4, 10, 5, 12))


def track_label(track: Track, say: Catalogue) -> str:
    """Its name, and when it is due."""
    if track.due_ms is None:
        return track.label
    return say("writing.due_at", label=track.label, time=elapsed(track.due_ms))


def _span(mark: TimeMark, say: Catalogue) -> str:
    start = elapsed(mark.at_ms)
    return start if mark.until_ms is None else say("writing.until", start=start, end=elapsed(mark.until_ms))


def elapsed(ms: int) -> str:
    """Hours and minutes since the beginning."""
    return f"{ms // (60 * _MINUTE)}:{ms // _MINUTE % 60:02}"


def length(timeline: Timeline) -> int:
    """How long it is, at least a minute."""
    return max(timeline.end_ms, _MINUTE)


def ticks(timeline: Timeline, most: int) -> list[tuple[int, str]]:
    """Round times from start to end, about `most` of them, with what to write there."""
    end = length(timeline)
    step = next((step for step in _STEPS if end / step <= most), end)
    return [(at, elapsed(at)) for at in range(0, end + 1, step)]


def drawn(timeline: Timeline) -> list[list[Moment]]:
    """The moments of each track."""
    found: list[list[Moment]] = [[] for _ in timeline.tracks]
    for each in moments(timeline):
        found[each.track].append(each)
    return found


def share(timeline: Timeline, at_ms: int) -> float:
    """Where a time lies between start (0) and end (1)."""
    return min(max(at_ms / length(timeline), 0.0), 1.0)


CURVES = ("16325c", "9a1b1b", "1b5e20", "5b2a86", "b45309", "444444")
"""Colours of the series of a plot."""


def entries(timeline: Timeline, signs: Mapping[Sort, str], due: str, say: Catalogue) -> list[tuple[str, str]]:
    """The key: the sign of each kind of mark that occurs, and of a deadline, with its name."""
    found = [(signs[sort], name) for sort, name in sorts(timeline, say).items()]
    return [*found, *([(due, say("writing.due"))] if any(t.due_ms is not None for t in timeline.tracks) else [])]


def plot_table(plot: Plot, say: Catalogue, gap: str | None = None) -> Table:
    """The figures behind a plot: a row for each place, a column for each series; `gap` is written for no value."""
    gap = say("writing.no_value") if gap is None else gap
    names = (say("writing.in_per_cent", name=each.name) for each in plot.series)
    rows = tuple((x, *(figure(each.values[n], gap) for each in plot.series)) for n, x in enumerate(plot.x))
    return Table(("", *names), rows, ("left", *aligned("right", len(plot.series))))


def figure(value: float | None, gap: str) -> str:
    """98, 97.5, or what is written for no value."""
    return gap if value is None else f"{value:.1f}".removesuffix(".0")


def per_cent(value: float | None, say: Catalogue) -> str:
    """The same with its sign."""
    return say("writing.no_value") if value is None else f"{figure(value, '')}%"


def height(value: float) -> float:
    """How high a value stands, 0 to 1."""
    return min(max(value / 100, 0.0), 1.0)


def bars(plot: Plot) -> Iterator[tuple[str, str, float | None]]:
    """Every value as place, series and value, place by place."""
    for n, x in enumerate(plot.x):
        for each in plot.series:
            yield x, each.name, each.values[n]
