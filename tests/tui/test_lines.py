"""Columns are counted in cells."""

from __future__ import annotations

from datetime import datetime

import pytest
from rich.cells import cell_len

from drill.text.eras import say_short
from drill.text.figures import clock
from drill.tui.contact.tree import SYMBOLS
from drill.tui.kit.lines import bar, ends, hang


def test_durations_read_as_on_a_stopwatch() -> None:
    assert [clock(ms) for ms in (0, 59_999, 470_000, 3_600_000, -30_000)] == [
        "00:00",
        "00:59",
        "07:50",
        "1:00:00",
        "00:30",
    ]


def test_a_bar_shows_something_as_long_as_anything_is_left() -> None:
    assert [bar(share, 4) for share in (1, 0.5, 0.01, 0)] == ["[####]", "[##..]", "[#...]", "[....]"]


def test_days_are_written_as_each_language_does() -> None:
    when = datetime(2023, 11, 16)
    assert [say_short(when, "ja"), say_short(when, "en")] == ["11/16(木)", "Thu 16 Nov"]


@pytest.mark.parametrize("width", [20, 34, 48])
def test_hanging_lines_keep_to_the_width_and_their_indent(width: int) -> None:
    lines = hang("ＰｏＣ担当者はＣＳＩＲＴ管理者に報告し、17課に連絡します。", width, "1 ")
    assert all(cell_len(line) <= width for line in lines)
    assert lines[0].startswith("1 ")
    assert all(line.startswith("  ") for line in lines[1:])


def test_two_ends_of_a_line_fill_it_whatever_has_to_be_cut() -> None:
    assert cell_len(ends("【訓練】情報提供ネットワークシステムの停止", "14:00", 30)) == 30


def test_each_symbol_is_one_ascii_cell_and_means_one_thing() -> None:
    assert all(symbol.isascii() and len(symbol) == 1 for symbol in SYMBOLS.values())
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
