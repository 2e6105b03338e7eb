"""Laws of line breaking: everything fits, nothing is lost, no line begins or ends with what may not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from drill.text.breaking import NOT_AT_END, NOT_AT_START, divide_line, wrap

WORDS = [
    "訓練",
    "報告",
    "。",
    "、",
    "「",
    "」",
    "ー",
    "チェック",
    "きょう",
    "J-LIS",
    "12,345",
    "CSIRT ",
    " ",
    "  ",
    "(",
    ")",
]
texts = st.lists(st.sampled_from([*WORDS, "……", "ＰｏＣ", "ﾄﾞ", "か\u3099", "🏢", "the end. "]), max_size=30).map(
    "".join
)
widths = st.integers(2, 40)


def pieces(text: str, width: int, hang: bool = True) -> list[str]:
    cuts = divide_line(text, width, hang=hang)
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


@given(texts, widths)
def test_no_line_is_wider_than_the_width_and_nothing_is_lost(text: str, width: int) -> None:
    lines = pieces(text, width)
    assert "".join(lines) == text
    assert all(lines) or not text
    assert all(cell_len(line.rstrip()) <= width for line in lines)


@given(texts, widths)
def test_in_an_editor_the_spaces_count_too(text: str, width: int) -> None:
    lines = pieces(text, width, hang=False)
    assert "".join(lines) == text
    assert all(cell_len(line) <= width for line in lines)


def forbidden(left: str, right: str) -> bool:
    """Whether the rules keep these two neighbours on one line (combining marks always stay)."""
    after_space = left.isspace() and right.isascii()
    return (
        (right in NOT_AT_START and not after_space) or left in NOT_AT_END or left == right == "…" or right == "\u3099"
    )


@given(texts, widths)
def test_a_line_begins_or_ends_with_what_it_may_not_only_where_the_whole_line_before_is_glued(
    text: str, width: int
) -> None:
    lines = pieces(text, width)
    for line, after in pairwise(lines):
        if not line[-1].isspace() and forbidden(line[-1], after[0]):
            assert all(forbidden(a, b) or b.isspace() for a, b in pairwise(line))


@given(st.lists(st.text("abcdefgh12345", min_size=1, max_size=10), max_size=20), st.integers(10, 40))
def test_latin_words_and_numbers_stay_whole(words: list[str], width: int) -> None:
    assert " ".join(words).split() == " ".join(wrap(" ".join(words), width)).split()


@given(texts, st.integers(-3, 1))
def test_an_impossible_width_still_ends(text: str, width: int) -> None:
    assert "".join(pieces(text, width)) == text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("窓口で確認します。", 16, ["窓口で確認しま", "す。"]),
        ("至急「報告」です", 6, ["至急", "「報", "告」で", "す"]),
        ("サーバー障害", 6, ["サー", "バー障", "害"]),
        ("件数は12,345件です", 10, ["件数は", "12,345件で", "す"]),
        ("担当のＣＳＩＲＴへ", 12, ["担当の", "ＣＳＩＲＴへ"]),
        ("復旧は J-LIS に確認する", 12, ["復旧は J-LIS", "に確認する"]),
        ("一行目\n\n二行目の続き", 10, ["一行目", "", "二行目の続", "き"]),
        ("https://example.jp/a。", 10, ["https://ex", "ample.jp/", "a。"]),
        ("。。。。", 4, ["。。", "。。"]),
        ("", 10, [""]),
    ],
)
def test_examples_break_as_a_typesetter_would(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_without_folding_a_long_word_is_left_to_be_cut() -> None:
    assert divide_line("報告 abcdefghijkl 以上", 6, fold=False) == [3, 16]
