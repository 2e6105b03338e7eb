"""Timelines and plots of characters, for Markdown. Labels stand to the right, so any font keeps the columns."""

from __future__ import annotations

from drill.report.blocks import Plot, Sort, Timeline
from drill.report.writers.figures import bars, figure, height, inside, limits, moments, share, sorts, ticks
from drill.report.writers.plain import one_line, plain
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
    for at, label in ticks(timeline, 6, say):
        place = _place(timeline, at)
        axis[place] = "+"
        if place >= free and label.isascii():
            scale[place : place + len(label)] = label
            free = place + len(label) + 1
    lines = [_lane(timeline, track) for track in range(len(timeline.tracks))]
    key = [f"{SIGNS[sort]} {name}" for sort, name in sorts(timeline, say).items()]
    key += [f"{_DUE} {say('writing.due')}"] if any(track.due_ms is not None for track in timeline.tracks) else []
    labels = [one_line(track.label) for track in timeline.tracks]
    drawn = [f"{line}  {label}".rstrip() for line, label in zip(lines, labels, strict=True)]
    return "\n".join(["".join(scale).rstrip(), "".join(axis), *drawn, "", "  ".join(map(one_line, key))]).rstrip()


def _lane(timeline: Timeline, track: int) -> str:
    line, due = [" "] * (_WIDE + 1), timeline.tracks[track].due_ms
    marks = [each.mark for each in moments(timeline) if each.track == track and inside(timeline, each.mark)]
    for mark in marks:
        last = _place(timeline, mark.at_ms if mark.until_ms is None else mark.until_ms)
        for place in range(_place(timeline, mark.at_ms), last):
            line[place] = _SPAN
    if due is not None and timeline.start_ms <= due <= timeline.end_ms:
        line[_place(timeline, due)] = _DUE
    for mark in marks:
        line[_place(timeline, mark.at_ms)] = SIGNS[mark.sort]
    return "".join(line)


def _place(timeline: Timeline, at_ms: int) -> int:
    return round(share(timeline, at_ms) * _WIDE)


def plot_text(plot: Plot, say: Catalogue) -> str:
    """A bar for each value, place by place, on a scale from low to high."""
    low, high = (figure(each) + plot.unit for each in limits(plot))
    lines = [plain(low) + plain(high).rjust(_WIDE - len(low)), "-" * _WIDE]
    several = len(plot.series) > 1
    for x, name, value in bars(plot):
        bar = "" if value is None else "#" * round(height(plot, value) * _WIDE)
        label = " ".join((x, name)) if several else x
        said = say("writing.no_value") if value is None else figure(value) + plot.unit
        lines.append(f"{bar:<{_WIDE}}  {one_line(f'{said}  {label}')}")
    return "\n".join(map(str.rstrip, lines))
