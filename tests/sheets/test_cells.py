"""Cells one by one: dates, numbers, names, headers; each code at its cell; no cell is ever lost."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.errors import UsageError
from drill.model.problems import SEVERITY, format_problem, letters
from drill.sheets.chart.columns import Meaning, classify, named_meaning
from drill.sheets.chart.importing import import_grids
from drill.sheets.kit.dates import read_day, read_span
from drill.sheets.kit.grid import Grid, as_text, cell_at
from drill.sheets.kit.numbers import read_numbers
from drill.sheets.kit.titles import read_name
from drill.text.catalogue import LANGUAGES, catalogue
from drill.text.normal import key
from tests.builders import LAWS
from tests.sheets.making import people, reach, read, said


@pytest.mark.parametrize(
    "text",
    [
        "令和5年12月1日",
        "R5.12.1",
        "令5.12.1",
        "２０２３/１２/１",
        "2023-12-01",
        "45261",
        "令和５年12月１日（金）確認",
        "20231201",
        "1 Dec 2023",
        "December 1st, 2023",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text) == date(2023, 12, 1)


@pytest.mark.parametrize("text", ["12/1", "令和5年13月1日", "R5.2.30", "未定", "5", "99999", "令和5年", "12月1日"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text) is None


def test_an_era_begins_with_its_first_year() -> None:
    assert read_day("令和元年5月1日") == date(2019, 5, 1)
    assert read_span("R6.8.13～8.16") == (date(2024, 8, 13), date(2024, 8, 16))
    assert read_span("2024/8/16～2024/8/13") is None


@pytest.mark.parametrize(
    ("text", "kind", "expected", "rest"),
    [
        ("内線1234／090-1111-2222", None, [("desk", "1234"), ("mobile", "090-1111-2222")], ""),
        ("1234・1235", "desk", [("desk", "1234"), ("desk", "1235")], ""),
        ("３２１０", "desk", [("desk", "3210")], ""),
        ("03(1234)5678", None, [("desk", "03-1234-5678")], ""),
        ("03-1234-5678（内線2345）", None, [("desk", "03-1234-5678"), ("desk", "2345")], ""),
        ("(携)090-1111-2222 (自)03-3333-4444", None, [("mobile", "090-1111-2222"), ("home", "03-3333-4444")], ""),
        ("a@town.example\nFAX 03-1111-2222", None, [("mail", "a@town.example")], "FAX 03-1111-2222"),
        ("総務課経由 1234", "desk", [("desk", "1234")], "総務課経由"),
        ("０９０－１１１１－２２２２", "mobile", [("mobile", "090-1111-2222")], ""),
        ("０９０・１１１１・２２２２", "mobile", [("mobile", "090-1111-2222")], ""),
        ("90-1111-2222", None, [("mobile", "090-1111-2222")], ""),
        ("+81 (0)90 1111 2222", "mobile", [("mobile", "+81-90-1111-2222")], ""),
        ("x2346", None, [("desk", "2346")], ""),
        ("0120-000-001（9:00～17:00）", None, [("desk", "0120-000-001")], "(9:00~17:00)"),
        ("03-0000-2200\n（夜間転送）", None, [("desk", "03-0000-2200")], "(夜間転送)"),
        (
            "090-1111-2222(私)、090-3333-4444(公)",
            "mobile",
            [("mobile", "090-1111-2222"), ("mobile", "090-3333-4444")],
            "(私) (公)",
        ),
        ("2345(内線) 090-1111-2222(携帯)", None, [("desk", "2345"), ("mobile", "090-1111-2222")], ""),
        ("03-0000-1001(FAX)", None, [], "FAX 03-0000-1001"),
    ],
)
def test_the_numbers_of_a_cell(text: str, kind: Any, expected: list[tuple[str, str]], rest: str) -> None:
    found, left = read_numbers(text, kind)
    assert [(each.kind, each.address) for each in found] == expected
    assert left == rest


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("甲野 太郎 課長", "甲野 太郎", "課長"),
        ("課長　甲野太郎", "甲野太郎", "課長"),
        ("甲野太郎（課長）", "甲野太郎", "課長"),
        ("甲野課長", "甲野", "課長"),
        ("情報管理課長　甲野　太郎", "甲野 太郎", "情報管理課長"),
        ("情報システム担当課長", "", "情報システム担当課長"),
        ("総務課長", "", "総務課長"),
        ("甲野太郎 様", "甲野太郎", ""),
    ],
)
def test_a_name_is_told_from_a_title(text: str, name: str, title: str) -> None:
    found = read_name(text)
    assert (found.name, found.title) == (name, title)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("氏　名", Meaning("name")),
        ("代理者 第２順位", Meaning("name", 2)),
        ("代行者①\n氏名", Meaning("name", 1)),
        ("副担当者 携帯", Meaning("mobile", 1)),
        ("公用携帯", Meaning("mobile")),
        ("夜間 電話", Meaning("number", hours="night")),
        ("報告先", Meaning("target", kind="report")),
        ("期限（分）", Meaning("deadline")),
        ("Ｅ－ｍａｉｌ", Meaning("mail")),
        ("ＦＡＸ番号", Meaning("fax")),
        ("総務課", None),
        ("副区長", None),
        ("甲野太郎", None),
    ],
)
def test_headers_are_known_by_their_whole_text(header: str, meaning: Meaning | None) -> None:
    assert classify(header) == meaning


def test_a_meaning_given_by_hand() -> None:
    assert named_meaning("deputy2.mobile") == Meaning("mobile", 2)
    assert named_meaning("deputy3") == Meaning("name", 3)
    assert named_meaning("公用携帯") == Meaning("mobile")
    with pytest.raises(ValueError, match="nonsense"):
        named_meaning("nonsense")
    found = read(
        ["あ", "い", "う"],
        ["課長", "甲野太郎", "乙野二郎"],
        header=1,
        given={"a": Meaning("post"), "い": Meaning("name"), "c": Meaning("name", 1)},
    )
    assert people(found) == {"課長": ("甲野太郎", ["乙野二郎"])}


HEAD = ["職", "氏名", "内線", "メール", "代理者", "確認日", "連絡先"]


def _rows(*rows: list[Any]) -> list[str]:
    return said(read(HEAD, ["部長", "甲野太郎", "1001", "", "", "", "", ""], *rows))


CODES: list[tuple[str, list[Any]]] = [
    ("XS020 F3", ["課長", "乙野二郎", "", "", "", "12/1"]),
    ("XS021 C3", ["課長", "乙野二郎", "03-1234-567"]),
    ("XS022 C3", ["課長", "乙野二郎", 312345678]),
    ("XS024 C3", ["課長", "乙野二郎", "総務課経由"]),
    ("XS025 D3", ["課長", "乙野二郎", "", "乙野"]),
    ("XS030 E3", ["課長", "乙野二郎", "", "", "丙野三郎"]),
    ("XS032 B3", ["課長", "乙野二郎（兼務）"]),
    ("XS034 A3", ["部長", "乙野二郎"]),
    ("XS035 B3", ["課長", "甲野　太郎"]),
    ("XS036 B3", ["課長", "甲野太郎", "2002"]),
    ("XS037 B3", ["課長", "", "2002"]),
    ("XS038 B3", ["課長", "欠員"]),
    ("XS040 G3", ["課長", "乙野二郎", "", "", "", "", "消防署"]),
    ("XS042 G3", ["課長", "乙野二郎", "", "", "", "", "部長"]),
    ("XS044 G3", ["課長", "乙野二郎", "", "", "", "", "課長"]),
    ("XS050 E3", ["課長", "乙野二郎", "", "", "〃"]),
    ("XS052 A3", ["※ 夜間は守衛室"]),
    ("XS060 B3", ["", "乙野二郎"]),
    ("XS063 E3", ["課長", "乙野二郎", "", "", "乙野二郎"]),
    ("XS065 C3", ["", "", "2002"]),
    ("XS012 G1", ["課長", "乙野二郎"]),
]


@pytest.mark.parametrize(("code", "row"), CODES)
def test_a_spoiled_row_is_told_at_its_cell(code: str, row: list[Any]) -> None:
    assert code in _rows(row)


OTHERS: dict[str, list[list[Any]]] = {
    "XS010 B1": [["職", "何か", "氏名"], ["課長", "x", "甲野太郎"]],
    "XS011 C1": [["職", "氏名", "氏名"], ["課長", "甲野太郎", "乙野二郎"]],
    "XS013 C1": [["職", "氏名", "FAX"], ["課長", "甲野太郎", "03-1111-2222"]],
    "XS014": [["職", "氏名"], ["課長", "甲野太郎"]],
    "XS023 C2": [["職", "氏名", "電話"], ["課長", "甲野太郎", "1001"]],
    "XS026 B2": [["職", "氏名", "内線"], ["課長", "090-1111-2222", "1001"]],
    "XS031 C2": [["職", "氏名", "代理者"], ["課長", "甲野太郎", "乙野二郎"], ["係長", "乙野二郎", ""]],
    "XS033 C2": [["職", "氏名", "代理者"], ["部長", "甲野太郎", "総務課長"], ["総務課長", "", ""]],
    "XS039 B2": [["職", "氏名"], ["班員", "甲野太郎\n乙野二郎\n丙野三郎"]],
    "XS068 B2": [["職", "氏名"], ["委員", "ジョン・スミス"]],
    "XS041 C2": [["職", "報告先", "種別"], ["課長", "部長", "？"], ["部長", "", ""]],
    "XS043 C2": [["職", "報告先", "手段"], ["課長", "部長", "伝書鳩"], ["部長", "", ""]],
    "XS045 C2": [["職", "報告先", "期限（分）"], ["課長", "部長", "直ちに"], ["部長", "", ""]],
    "XS046 C2": [["職", "報告先", "順序"], ["課長", "部長", "あと"], ["部長", "", ""]],
    "XS048 C2": [["職", "報告先", "条件"], ["課長", "部長", "大雨のとき"], ["部長", "", ""]],
    "XS047 C2": [["職", "報告先", "条件"], ["課長", "部長", "夜間"], ["部長", "", ""]],
    "XS049 A3": [["職", "氏名"], ["課長", "甲野太郎"], ["課長→市長"]],
    "XS051 A2": [["緊急連絡網"], ["別の行"], ["職", "氏名"], ["課長", "甲野太郎"]],
    "XS056 D1": [["氏名", "携帯", "代理者", "携帯"], ["甲野太郎", "", "乙野二郎", ""]],
    "XS057 C1": [["課", "責任者", "担当者"], ["税務課", "甲野太郎", "乙野二郎"]],
    "XS061 A2": [["ID", "職", "氏名"], ["あ", "課長", "甲野太郎"]],
    "XS062 C2": [["職", "氏名", "訓練対象"], ["課長", "甲野太郎", "たぶん"]],
    "XS064 D2": [["職", "氏名", "代理者", "代理者 携帯"], ["課長", "甲野太郎", "乙野二郎、丙野三郎", "090-1111-2222"]],
    "XS066 C2": [["職", "氏名", "内線"], ["", "", "1001"], ["課長", "甲野太郎", ""]],
}


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_a_spoiled_sheet_is_told_at_its_cell(code: str) -> None:
    rows = OTHERS[code]
    if code.startswith("XS031"):
        rows = [
            ["職", "氏名", "携帯", "代理者"],
            ["課長", "甲野太郎", "090-1111-1111", ""],
            ["係長", "甲野太郎", "090-2222-2222", ""],
            ["主査", "乙野二郎", "", "甲野太郎"],
        ]
        code = "XS031 D4"
    assert code in said(read(*rows))


def test_every_code_of_a_sheet_is_provoked_somewhere() -> None:
    """XS001-XS008: test_layouts, test_files, test_rows; XS067: below; XS070-XS076: test_edits; XS08…: test_staff."""
    here = {code.split()[0] for code, _ in CODES} | {code.split()[0] for code in OTHERS}
    elsewhere = {f"XS00{i}" for i in range(1, 9)} | {"XS067"} | {f"XS07{i}" for i in range(7)}
    assert {code for code in SEVERITY if code.startswith("XS0") and code < "XS08"} == here | elsewhere


def test_the_same_post_in_a_second_table_is_one_post() -> None:
    found = read(
        ["職", "氏名", "内線"], ["課長", "甲野太郎", "1001"], [], ["職", "夜間電話"], ["課長", "090-1111-2222"]
    )
    assert people(found) == {"課長": ("甲野太郎", [])}
    assert "XS067 A5" in said(found)
    assert reach(found) == {"甲野太郎": [("desk", "1001"), ("mobile", "090-1111-2222")]}


def test_a_message_names_sheet_and_cell_as_a_planner_does() -> None:
    found = read(HEAD, ["課長", "乙野二郎", "総務課経由"])
    line = next(each for each in (format_problem(p, catalogue("ja")) for p in found.problems) if "XS024" in each)
    assert line.startswith("E XS024 a.xlsx!表:C2 番号でない「総務課経由」")


def test_ids_never_hold_names() -> None:
    found = read(["職", "氏名", "代理者"], ["課長", "Ann Example", "Ben Example"])
    ids = " ".join((*found.chart.posts, *found.chart.persons)).lower()
    assert "ann" not in ids
    assert "ben" not in ids


def test_a_sheet_without_a_header_is_refused() -> None:
    with pytest.raises(UsageError, match="no_header"):
        read(["こんにちは"], ["世界"])


@given(st.integers(1, 16_384))
def test_column_letters_lead_there_and_back(number: int) -> None:
    assert cell_at(f"{letters(number)}7") == (7, number)


TEXTS = """
    課長 部長 総務課長 甲野太郎 乙野　二郎 甲野課長 丙野三郎（兼務） 1001 090-1111-2222／内線12 a@town.example 〃 ― なし
    ○ ↓ → 課長→部長 ※注 【総務課】 令和5年12月1日 12/1 職 氏名 内線 代理者 第1順位 連絡先 報告先 備考 担当 電話
    レベル2以上 欠員 #REF! ?
"""
CELLS = st.sampled_from(["", "", "", 1002, 312345678, "①乙野二郎\n②丙野三郎", *re.findall("[^ \n]+", TEXTS)])


@LAWS
@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), min_size=1, max_size=12), st.booleans())
def test_every_cell_is_in_the_chart_or_named(rows: list[list[Any]], merged: bool) -> None:
    head = ["職", "氏名", "内線", "代理者", "連絡先"]
    grid = Grid.of([head, *rows], "a.xlsx", "表", ["A2:A3"] if merged and len(rows) > 1 else [])
    found = import_grids([grid], "town")
    chart = found.chart
    texts = " ".join(
        [
            str(chart.model_dump_json()),
            *(each.text for each in found.unread),
            *(column.header for t in found.tables for column in t.columns),
        ]
    )
    told = {(p.line, p.column) for p in found.problems}
    for cell, value in grid.cells.items():
        text = as_text(value)
        if cell in told or grid.origin(cell) != cell or len(text) < 2:
            continue
        plain = text.replace("　", " ").split("\n")[0].lstrip("①【").rstrip("】").removesuffix("課長") or text
        known = (
            key(plain) in key(texts)
            or key(text) in key(texts)
            or any(mark in text for mark in ("なし", "〃", "欠員", "090", "2023", "令和", "→", "氏名", "第1"))
        )
        assert known, (cell, text)
    for language in LANGUAGES:
        assert all(format_problem(each, catalogue(language)) for each in found.problems)
