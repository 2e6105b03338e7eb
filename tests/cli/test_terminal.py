from __future__ import annotations

import io
import json

import pytest

from drill.cli.terminal import Terminal, environment_language
from drill.errors import UsageError


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_on_a_terminal_and_wiped_at_the_end() -> None:
    screen = _Screen()
    with Terminal("en", io.StringIO(), screen).progress(1000, str) as show:
        for done in range(0, 1001, 5):
            show(done)
    drawn = screen.getvalue()
    assert "[##########          ]  50 %  500" in drawn
    assert drawn.count("%") == 101
    assert drawn.endswith(" \r")


def test_no_progress_is_written_to_a_file() -> None:
    file = io.StringIO()
    with Terminal("en", io.StringIO(), file).progress(10, str) as show:
        show(5)
    assert file.getvalue() == ""


def test_json_is_ascii_where_the_stream_is_not_unicode() -> None:
    for encoding, plain in (("utf-8", True), ("cp932", False), ("ascii", False)):
        buffer = io.BytesIO()
        stream = io.TextIOWrapper(buffer, encoding=encoding)
        Terminal("ja", stream, stream).json({"title": "訓練～"})
        stream.flush()
        text = buffer.getvalue().decode(encoding)
        assert ("訓練" in text) == plain
        assert json.loads(text) == {"title": "訓練～"}


def test_the_environment_names_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert environment_language() == "ja"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert environment_language() == "en"


def test_the_place_of_a_mistake_colours_nothing() -> None:
    said = io.StringIO()
    Terminal("en", io.StringIO(), said).blame(UsageError("year.none", "r\x1b[31m5\u202e"))
    assert said.getvalue().startswith("drill: r5: ")
