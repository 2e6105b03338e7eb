"""Each format in both languages, held to golden files (`DRILL_UPDATE_GOLDEN=1` writes them anew); hostile names."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from drill.drawing.dot import dot
from drill.drawing.mermaid import mermaid
from drill.drawing.picture import Picture, picture
from drill.drawing.svg import svg
from drill.drawing.treetext import tree_lines
from drill.text.catalogue import Catalogue, Language, catalogue
from tests.builders import LAWS, a_chart, contact
from tests.drawing.charts import SHIPPED, random_picture, shipped_chart

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
WEAK = {"poc": 25, "csirt_manager": 10, "housing": 1}


def _tree(found: Picture, say: Catalogue) -> str:
    return "\n".join(tree_lines(found, say)) + "\n"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("ending", "draw"), [("txt", _tree), ("mmd", mermaid), ("dot", dot), ("svg", svg)])
def test_a_picture_looks_as_agreed(ending: str, draw: Callable[[Picture, Catalogue], str], language: Language) -> None:
    golden = HERE / "golden" / f"csirt-nws.{language}.{ending}"
    text = draw(picture(shipped_chart("csirt-nws"), weak=WEAK), catalogue(language))
    if os.environ.get("DRILL_UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


HOSTILE = [
    '"]; click x "javascript:alert(1)"',
    "end\n  click b0 call evil()",
    "#quot; #35; &lt; &amp; &#60;",
    "<script>alert(1)</script><!-- ]]>",
    "<b>bold</b>\\N\\G\\",
    '\\" ] -> x [URL="javascript:alert(1)"',
    "%%{init: {}}%% `code` **bold** style x:#fff;",
    "\x1b[31mred\x1b[0m\x00\u202e\ufffe",
    "'; } digraph evil {",
    "---\ntitle: x\n---",
]


def _named(text: str) -> Picture:
    """A picture in which everything is called `text`."""
    posts = {name: {"name": text, "holder": "ann"} for name in ("a", "b", "c", "d")}
    rows = [contact("a", "b"), contact("b", "g", "instruct"), contact("a", "c", "consult", when={"level": [2]})]
    rows.append(contact("c", "b", "liaise"))
    people = {"ann": {"name": text}}
    more = {"groups": {"g": {"name": text, "members": ["d"]}}, "title": text, "persons": people}
    return picture(a_chart(posts, *rows, **more), weak={"a": 2, "d": 1}, with_names=True)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_changes_nothing_but_words_in_svg(text: str) -> None:
    def shape(name: str) -> list[str]:
        return sorted({element.tag for element in ET.fromstring(svg(_named(name), catalogue("ja"))).iter()})

    assert shape(text) == shape("plain")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_changes_nothing_but_words_in_mermaid(text: str) -> None:
    def shape(name: str) -> list[str]:
        lines = mermaid(_named(name), catalogue("en")).splitlines()
        title = lines.pop(1)
        assert isinstance(json.loads(title.removeprefix("title: ")), str)
        return [re.sub(r'"[^"]*"', '""', line) for line in lines]

    assert shape(text) == shape("plain")
    labels = re.findall(r'"([^"]*)"', mermaid(_named(text), catalogue("en")).split("flowchart", 1)[1])
    for label in labels:
        rest = re.sub(r"#\d+;|<br/>", "", label)
        assert not re.search(r"[^\w /,\u0080-\uffff]", rest), rest


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_changes_nothing_but_words_in_dot(text: str) -> None:
    def shape(name: str) -> str:
        return re.sub(r'"(?:[^"\\]|\\.)*"', '""', dot(_named(name), catalogue("en")))

    assert shape(text) == shape("plain")
    assert not re.search(r"&(?!amp;)", dot(_named(text), catalogue("en")))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_moves_no_cursor_in_the_terminal(text: str) -> None:
    lines = tree_lines(_named(text), catalogue("en"))
    assert not any(re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", line) for line in lines)
    assert len(tree_lines(_named("plain"), catalogue("en"))) <= len(lines)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_tree_needs_no_character_that_cp932_lacks(name: str, language: Language) -> None:
    chart = shipped_chart(name)
    text = "\n".join(tree_lines(picture(chart, weak=dict.fromkeys(chart.posts, 2)), catalogue(language), 80, True))
    assert text.encode("cp932").decode("cp932") == text


@LAWS
@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.integers(40, 120), st.booleans())
def test_no_line_of_the_tree_is_wider_than_the_terminal(number: int, posts: int, width: int, every: bool) -> None:
    found = random_picture(number, posts, 0.4)
    lines = tree_lines(found, catalogue("ja"), width, every)
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("name", SHIPPED)
def test_the_japanese_tree_fits_where_arrows_and_marks_take_two_cells(name: str) -> None:
    found = picture(shipped_chart(name), weak=dict.fromkeys(shipped_chart(name).posts, 12))
    lines = tree_lines(found, catalogue("ja"), 80, True)
    assert max(cell_len(line) + sum(east_asian_width(sign) == "A" for sign in line) for line in lines) <= 80


def test_what_is_said_of_a_post_goes_to_the_next_line_whole() -> None:
    found = picture(shipped_chart("csirt-nws"), weak=WEAK)
    assert any(line.endswith(" ◆単一障害点（25職に届かない）") for line in tree_lines(found, catalogue("ja")))


@pytest.mark.parametrize("draw", [svg, mermaid, dot])
def test_the_key_explains_only_the_kinds_of_contact_that_occur(draw: Callable[[Picture, Catalogue], str]) -> None:
    found = picture(a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", "consult")))
    text = draw(found, catalogue("ja"))
    assert "協議" in text
    assert not re.search("報告|指示|連携", text)


@pytest.mark.parametrize("draw", [svg, mermaid, dot, _tree])
def test_a_name_that_fills_pages_is_cut(draw: Callable[[Picture, Catalogue], str]) -> None:
    text = draw(_named("W" * 20_000), catalogue("ja"))
    assert "W" * 201 not in text
    assert "…" in text


def test_a_weak_point_is_marked_by_words_and_coloured_only_where_asked() -> None:
    found = picture(a_chart({"a": ["ann"]}), weak={"a": 3})
    plain, coloured = (tree_lines(found, catalogue("en"), colour=colour) for colour in (False, True))
    assert any("◆ single point: 3" in line for line in plain)
    assert not any("\x1b" in line for line in plain)
    assert any(line.startswith("\x1b[1;31m") for line in coloured)


def test_a_group_is_one_line_unless_its_posts_are_asked_for() -> None:
    found = picture(shipped_chart("csirt-nws"))
    closed, opened = (tree_lines(found, catalogue("ja"), every_member=every) for every in (False, True))
    assert len(opened) == len(closed) + 17
    assert not any("住宅課" in line for line in closed)


def test_an_svg_says_what_it_is_and_uses_nothing_from_elsewhere() -> None:
    text = svg(picture(shipped_chart("juki-net"), level=3), catalogue("ja"))
    root = ET.fromstring(text)
    assert root.get("width") == "297mm"
    title = root.findtext(f"{SVG}title")
    assert title is not None
    assert title.startswith("住基ネット緊急時連絡体制 令和5年12月1日現在")
    assert root.findtext(f"{SVG}desc")
    assert not re.search(r"href|src=|@import|<script|url\((?!#hatch)", text)
    assert "【訓練】" not in text
    assert {"報告", "指示", "協議", "連携"} <= {element.text for element in root.iter(f"{SVG}text")}


def test_kinds_of_contact_differ_without_colour() -> None:
    text = svg(picture(shipped_chart("juki-net")), catalogue("ja"))
    dashes = re.findall(r"\.(?:report|instruct|consult|liaise)\{[^}]*stroke-dasharray:([^}]*)\}", text)
    assert len(set(dashes)) == 4
