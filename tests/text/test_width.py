"""Columns counted in cells, and text from outside that cannot harm a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from drill.text.width import Align, clean, fit, pad, table

texts = st.text(st.sampled_from("訓練、。ー「」ｶﾅ abcXYZ 12…①é🏢か\u3099"), max_size=40)


@given(texts, st.integers(0, 50))
def test_a_fitted_text_is_never_wider_and_unchanged_where_it_fits(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert cell_len(fitted) <= width
    if cell_len(text) <= width:
        assert fitted == text
    elif width:
        assert fitted.endswith("…")
        assert text.startswith(fitted[:-1])


def test_a_wide_character_is_not_cut_in_half() -> None:
    assert fit("情報管理課長", 6) == "情報…"
    assert fit("情報管理課長", 7) == "情報管…"
    assert fit("情報管理課長", 1) == "…"
    assert fit("情報", 0) == ""


@given(texts, st.integers(0, 50), st.sampled_from(["left", "right", "center"]))
def test_a_padded_text_fills_its_width_exactly(text: str, width: int, align: Align) -> None:
    padded = pad(text, width, align)
    assert cell_len(padded) == max(width, cell_len(text))
    assert text in padded


def test_table_columns_line_up_in_cells() -> None:
    lines = table([["副区長", "3", "ok"], ["CISO", "12"]], ["職", "回数", ""], ["left", "right"])
    assert lines == ["職      回数", "------  ----  --", "副区長     3  ok", "CISO      12"]
    assert table([]) == []
    assert table([["a\nb\x1b[2J", "c"]]) == ["a b  c"]


def test_a_table_is_narrowed_to_its_room_without_breaking_words_and_breaks_them_only_if_it_must() -> None:
    rows = [["Information Management", "12"], ["副区長", "3"]]
    assert table(rows, ["Group", "n"], ["left", "right"], 15) == [
        "Group         n",
        "-----------  --",
        "Information  12",
        "Management",
        "副区長        3",
    ]
    assert table(rows, room=12) == ["Informat  12", "ion", "Manageme", "nt", "副区長    3"]


@given(st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=5), st.integers(22, 60))
def test_a_table_is_never_wider_than_its_room_and_loses_nothing(rows: list[list[str]], room: int) -> None:
    lines = table(rows, room=room)
    assert max(map(cell_len, lines)) <= room
    assert sorted("".join(lines).replace(" ", "")) == sorted(clean("".join(map("".join, rows))).replace(" ", ""))


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("\x1b[31m赤\x1b[0m", "赤"),
        ("\x1b]0;title\x07件名", "件名"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2J消す", "消す"),
        ("\x90dcs\x9c後", "後"),
        ("\x1bc初期化", "初期化"),
        ("a\x00b\x08c\x7fd\x85e", "abcd e"),
        ("支出\u202e者", "支出者"),
        ("\u2066x\u2069\u200f\ufeff", "x"),
        ("一行\r\n二行\n三行\t表", "一行 二行 三行 表"),
        ("half \ud800 pair", "half  pair"),
    ],
)
def test_cleaning_leaves_only_what_can_be_read(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


def test_newlines_are_kept_on_request() -> None:
    assert clean("一\r\n二\r三\u2028四", keep_newlines=True) == "一\n二\n三\n四"


@given(st.text(st.characters() | st.sampled_from("\x1b[]\x07\x9b\x9dP;m\\\u202e"), max_size=60))
def test_whatever_comes_in_nothing_dangerous_comes_out_and_twice_is_once(text: str) -> None:
    once = clean(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or "\u202a" <= c <= "\u202e" for c in once)
    assert clean(once) == once
