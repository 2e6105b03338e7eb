"""Timelines and plots of characters, for Markdown. Labels stand to the right, so any font keeps the columns."""

from __future__ import annotations

from drill.report.blocks import Plot, Sort, Timeline, Track
from drill.report.writers.figures import (
    Moment,
    bars,
    drawn,
    entries,
    height,
    per_cent,
    share,
    ticks,
)
from drill.report.writers.plain import one_line
from drill.text.catalogue import Catalogue

_WIDE = 60
SIGNS: dict[Sort, str] = {
    "inject": "v",
    "done": "o",
    "late": "!",
    "missed": "x",
    "decision": "#",
    "real": "*",
    "note": ".",
}
_SPAN, _DUE = "=", "|"


def timeline_text(timeline: Timeline, say: Catalogue) -> str:
    """An axis, a line for each track, and the key."""
    axis, scale = list("-" * (_WIDE + 1)), [" "] * (_WIDE + 12)
    free = 0
    for at, label in ticks(timeline, 6):
        place = _place(timeline, at)
        axis[place] = "+"
        if place >= free and label.isascii():
            scale[place : place + len(label)] = label
            free = place + len(label) + 1
    lines = [_lane(timeline, track, marks) for track, marks in zip(timeline.tracks, drawn(timeline), strict=True)]
    key = "  ".join(one_line(f"{sign} {name}") for sign, name in entries(timeline, SIGNS, _DUE, say))
    return "\n".join(["".join(scale).rstrip(), "".join(axis), *lines, "", key]).rstrip()


def _lane(timeline: Timeline, track: Track, marks: list[Moment]) -> str:
    line = [" "] * (_WIDE + 1)
    for each in marks:
        for place in range(_place(timeline, each.mark.at_ms), _place(timeline, each.mark.end_ms)):
            line[place] = _SPAN
    if track.due_ms is not None:
        line[_place(timeline, track.due_ms)] = _DUE
    for each in marks:
        line[_place(timeline, each.mark.at_ms)] = SIGNS[each.mark.sort]
    return f"{''.join(line)}  {one_line(track.label)}".rstrip()


def _place(timeline: Timeline, at_ms: int) -> int:
    return round(share(timeline, at_ms) * _WIDE)


def plot_text(plot: Plot, say: Catalogue) -> str:
    """A bar for each value, place by place, on a scale to 100 per cent."""
    lines = ["0%" + "100%".rjust(_WIDE - 2), "-" * _WIDE]
    several = len(plot.series) > 1
    for x, name, value in bars(plot):
        bar = "" if value is None else "#" * round(height(value) * _WIDE)
        label = " ".join((x, name)) if several else x
        lines.append(f"{bar:<{_WIDE}}  {one_line(f'{per_cent(value, say)}  {label}')}")
    return "\n".join(map(str.rstrip, lines))
