"""Timelines and plots as SVG: whatever they are called and whenever things happen, words stay readable."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import get_args
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from drill.drawing.lettering import width
from drill.report.blocks import Plot, Series, Sort, Timeline, TimeMark, Track
from drill.report.writers.figures import elapsed, length, ticks
from drill.report.writers.pictures_svg import plot_svg, timeline_svg
from drill.text.catalogue import catalogue
from tests.builders import LAWS

_SAY = catalogue("ja")
_MIN = 60_000
_names = st.text("情報管理課長への連絡 abcdefgh（）12", min_size=1, max_size=60)
_times = st.integers(0, 90 * _MIN)
_marks = st.builds(TimeMark, _times, st.sampled_from(get_args(Sort)), _names, st.none() | _times)
_tracks = st.builds(Track, _names, st.lists(_marks, max_size=12).map(tuple), st.none() | _times)
_timelines = st.builds(
    Timeline,
    _names,
    st.lists(_tracks, min_size=1, max_size=30).map(tuple),
    st.sampled_from((60 * _MIN, 90 * _MIN, 40 * 60 * _MIN)),
)
_shares = st.lists(st.none() | st.floats(0, 100), min_size=40, max_size=40)
_lists = st.tuples(
    st.lists(_names, min_size=1, max_size=40), st.lists(st.tuples(_names, _shares), min_size=1, max_size=8)
)
_plots = _lists.map(lambda of: Plot("", tuple(of[0]), tuple(Series(n, tuple(v[: len(of[0])])) for n, v in of[1])))


def _words(node: Element, left: float = 0, top: float = 0) -> list[tuple[float, float, float, float, str]]:
    """Every text of a picture: left, top, right, bottom and what it says."""
    if moved := re.fullmatch(r"translate\((\S+) (\S+)\)", node.get("transform", "")):
        left, top = left + float(moved[1]), top + float(moved[2])
    found = [word for child in node for word in _words(child, left, top)]
    if node.tag.endswith("}text") and node.text:
        size = float(node.get("font-size", ""))
        wide = width(node.text) * size
        x = left + float(node.get("x", "")) - {None: 0.0, "middle": wide / 2, "end": wide}[node.get("text-anchor")]
        y = top + float(node.get("y", ""))
        found.append((x, y - 0.75 * size, x + wide, y + 0.1 * size, node.text))
    return found


def _readable(picture: str) -> None:
    root = fromstring(picture)
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    words = _words(root)
    for left, top, right, bottom, said in words:
        assert left >= -0.01, said
        assert top >= -0.01, said
        assert right <= wide + 0.01, said
        assert bottom <= high + 0.01, said
    for a, b in combinations(words, 2):
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], (a, b)


@LAWS
@given(_timelines)
def test_words_of_a_timeline_stay_in_the_picture_and_do_not_touch(timeline: Timeline) -> None:
    for picture in timeline_svg(timeline, 174, False, _SAY):
        _readable(picture)


@LAWS
@given(_plots)
def test_words_of_a_plot_stay_in_the_picture_and_do_not_touch(plot: Plot) -> None:
    _readable(plot_svg(plot, 174))


def test_many_tracks_go_on_in_another_picture_with_its_own_axis() -> None:
    tracks = tuple(Track(f"第{n}係", (TimeMark(n * _MIN, "done"),)) for n in range(60))
    pictures = list(timeline_svg(Timeline("", tracks, 60 * _MIN), 174, False, _SAY))
    assert len(pictures) > 1
    assert all("0:30" in picture for picture in pictures)
    assert sum(picture.count("第59係") for picture in pictures) == 1


@LAWS
@given(st.integers(0, 10**9))
def test_ticks_lie_between_start_and_end_and_are_few(long: int) -> None:
    timeline = Timeline("", (), long)
    places = [at for at, _ in ticks(timeline, 9)]
    assert all(0 <= at <= length(timeline) for at in places)
    assert len(places) <= 10
    assert len({b - a for a, b in pairwise(places)}) <= 1


def test_times_are_hours_and_minutes_from_the_start() -> None:
    assert elapsed(65 * _MIN) == "1:05"
