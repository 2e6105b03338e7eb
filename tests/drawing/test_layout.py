"""Geometry: nothing overlaps, no text leaves its box, no line runs through a box, everything is on the page."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.drawing.boxes import HATCH_MM
from drill.drawing.layout import Drawing, Label, Shape
from drill.drawing.lettering import balanced, broken, cut, whole_bracket, width
from drill.drawing.pages import MARGIN, sheets
from drill.drawing.picture import Picture, picture
from drill.drawing.tracks import tracks
from drill.text.catalogue import Language, catalogue
from tests.builders import LAWS, a_chart, contact
from tests.drawing.charts import SHIPPED, random_picture, shipped_chart

_HEAD, _FOOT = 22.0, 14.0
_TOUCH = 0.01
Rect = tuple[float, float, float, float]


def _box(shape: Shape) -> Rect:
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def _ground(label: Label) -> Rect:
    return label.x - label.width / 2, label.y - 1.7, label.x + label.width / 2, label.y + 1.7


def _apart(one: Rect, two: Rect) -> bool:
    return (
        one[2] <= two[0] + _TOUCH or two[2] <= one[0] + _TOUCH or one[3] <= two[1] + _TOUCH or two[3] <= one[1] + _TOUCH
    )


def assert_legible(drawing: Drawing) -> None:
    """The laws of a diagram."""
    boxes = [_box(shape) for shape in drawing.shapes]
    grounds = [_ground(label) for label in drawing.labels]
    for one, two in combinations([*boxes, *grounds], 2):
        assert _apart(one, two)
    for left, top, right, bottom in [*boxes, *grounds]:
        assert left >= -_TOUCH
        assert top >= -_TOUCH
        assert right <= drawing.width + _TOUCH
        assert bottom <= drawing.height + _TOUCH
    for shape in drawing.shapes:
        for line in shape.text.lines:
            assert line.x + width(line.text) * line.size <= shape.width
            assert line.size * 0.8 <= line.y <= shape.height - line.size * 0.2
    for label in drawing.labels:
        assert width(label.text) * 2.6 <= label.width
    for stroke in drawing.strokes:
        for path in stroke.paths:
            for (ax, ay), (bx, by) in pairwise(path):
                assert ax == bx or ay == by, "lines run along the axes"
                run = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                assert all(_apart(run, box) for box in boxes), "a line runs through a box"
                assert run[0] >= 0 <= run[1]
                assert run[2] <= drawing.width
                assert run[3] <= drawing.height


def assert_complete(found: Picture, language: Language) -> None:
    """Every sheet is legible and on its page, and every box is on exactly one sheet."""
    pages = sheets(found, catalogue(language), _HEAD, _FOOT)
    shown: list[str] = []
    for page in pages:
        assert_legible(page.drawing)
        assert page.drawing.width * page.scale <= page.width - 2 * MARGIN + _TOUCH
        assert page.drawing.height * page.scale <= page.height - 2 * MARGIN - _HEAD - _FOOT + _TOUCH
        shown += (shape.ref for shape in page.drawing.shapes if shape.ref not in page.again)
    assert sorted(shown) == sorted(found.boxes)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("weak", [False, True])
@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_chart_stands_legibly_on_one_page(name: str, weak: bool, language: Language) -> None:
    chart = shipped_chart(name)
    found = picture(chart, weak=dict.fromkeys(chart.posts, 12) if weak else {})
    assert_complete(found, language)
    (page,) = sheets(found, catalogue(language), _HEAD, _FOOT)
    assert page.scale * 3.3 > 2.3, "names are at least 6.5 point"


@LAWS
@given(st.integers(0, 2**32 - 1), st.integers(1, 45), st.sampled_from([0.0, 0.5, 0.9]), st.sampled_from(["ja", "en"]))
def test_any_chart_is_legible(number: int, posts: int, bushy: float, language: Language) -> None:
    assert_complete(random_picture(number, posts, bushy), language)


@pytest.mark.parametrize(("posts", "bushy"), [(300, 0.9), (300, 0.2), (1000, 0.0)])
def test_a_large_or_deep_chart_goes_on_over_legible_pages(posts: int, bushy: float) -> None:
    found = random_picture(3, posts, bushy)
    assert_complete(found, "ja")
    pages = sheets(found, catalogue("ja"), _HEAD, _FOOT)
    assert len(pages) < posts / 5
    assert all(page.scale >= 0.5 for page in pages)


def test_a_contact_that_cannot_be_drawn_is_noted_in_the_box_that_owes_it() -> None:
    posts = {f"p{i}": ["ann"] for i in range(200)}
    tree = [contact(f"p{i}", f"p{i // 3}") for i in range(1, 200)]
    found = picture(a_chart(posts, *tree, contact("p1", "p199", "consult")))
    texts = [
        line.text
        for page in sheets(found, catalogue("en"), _HEAD, _FOOT)
        for shape in page.drawing.shapes
        for line in shape.text.lines
        if shape.ref == "p1"
    ]
    assert "→ p199: consult" in " ".join(texts)


def test_a_box_hatched_as_a_weak_point_keeps_its_text_off_the_hatching() -> None:
    found = picture(a_chart({"a": ["ann"]}), weak={"a": 5})
    (page,) = sheets(found, catalogue("ja"), _HEAD, _FOOT)
    (shape,) = page.drawing.shapes
    assert all(line.x > HATCH_MM for line in shape.text.lines)


@LAWS
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)).map(lambda span: (span[0], span[0] + span[1]))))
def test_spans_on_one_track_never_touch(spans: list[tuple[int, int]]) -> None:
    chosen, count = tracks(spans)
    assert set(chosen) == set(range(count))
    for (a, one), (b, two) in combinations(zip(spans, chosen, strict=True), 2):
        assert one != two or a[1] < b[0] or b[1] < a[0]


@LAWS
@given(st.text("危機（管理）、ーabcW-, ", min_size=1, max_size=40), st.integers(4, 20))
def test_a_broken_text_fits_and_loses_nothing(text: str, room: int) -> None:
    for lines in (broken(text, room), balanced(text, room), whole_bracket(text, room)):
        assert all(width(line) <= room for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())
    assert width(cut(text, room)) <= room


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("協議（レベル2・3）", 8, ("協議", "（レベル2・3）")),
        ("指示（紛失・不正行為）", 9.5, ("指示", "（紛失・不正行為）")),
        ("協議（課長（兼務）のみ、公表時）", 14, ("協議", "（課長（兼務）のみ、公表時）")),
        ("協議（公表時）", 8, ("協議（公表時）",)),
        ("consult (when publishing)", 13, ("consult", "(when publishing)")),
    ],
)
def test_a_condition_that_fits_a_line_is_not_broken(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert whole_bracket(text, room) == lines


def test_cutting_takes_as_much_as_fits() -> None:
    assert cut("課" * 30, 10) == "課" * 9 + "…"
    assert cut("課" * 10, 10) == "課" * 10
