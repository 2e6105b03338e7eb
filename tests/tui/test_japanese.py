"""Textual breaks Japanese lines well after `install`, and screenshots keep the terminal's columns."""

from __future__ import annotations

import re
from html import unescape

import pytest
import rich.text
import textual.content
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.document import _wrapped_document
from textual.widgets import Static, TextArea

from drill.tui.kit.japanese import correct_svg, install

SENTENCE = "窓口の端末が応答しません。「復旧の見込み」はJ-LISへ確認中です。"


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install for one test; monkeypatch remembers the originals and puts them back."""
    for module, name in (
        (rich.text, "divide_line"),
        (textual.content, "divide_line"),
        (_wrapped_document, "compute_wrap_offsets"),
    ):
        monkeypatch.setattr(module, name, getattr(module, name))
    install()
    install()


class Screen(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(SENTENCE + " abc", markup=False)
        yield TextArea(SENTENCE)


def test_content_breaks_by_the_rules() -> None:
    lines = [line.content.plain for line in Content(SENTENCE)._wrap_and_format(24)]
    assert lines == ["窓口の端末が応答しませ", "ん。「復旧の見込み」は", "J-LISへ確認中です。"]


async def test_an_editor_breaks_by_the_rules_and_leaves_lines_with_tabs_to_textual() -> None:
    async with (app := Screen()).run_test(size=(30, 12)):
        area = app.query_one(TextArea)
        area.wrapped_document.wrap(24)
        assert area.wrapped_document.lines == [
            ["窓口の端末が応答しませ", "ん。「復旧の見込み」は", "J-LISへ確認中です。"]
        ]
        area.text = "a\tb " * 10
        area.wrapped_document.wrap(24)
        assert "".join(area.wrapped_document.lines[0]) == area.text


async def test_a_screenshot_places_every_character_on_its_cell_and_needs_no_network() -> None:
    async with (app := Screen()).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        raw = app.export_screenshot()
    svg = correct_svg(raw)
    assert "cdnjs" not in svg
    assert "Noto Sans Mono CJK JP" in svg
    assert correct_svg(svg) == svg
    placed = [
        (unescape(t), [float(x) for x in xs.split()]) for xs, t in re.findall(r'x="([^"]+ [^"]+)"[^>]*>([^<]*)<', svg)
    ]
    (found,) = (pair for pair in placed if pair[0].startswith("窓口") and "abc" in pair[0])
    text, xs = found
    assert len(xs) == len(text)
    assert xs[-1] - xs[0] == pytest.approx(12.2 * cell_len(text[:-1]), abs=0.1)
    assert re.findall(r">([^<]*)<", svg.split("</style>")[1]) == re.findall(r">([^<]*)<", raw.split("</style>")[1])
