"""Sheets as offices keep them: several tables beside each other, people with their numbers in one cell, headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.sheets.kit.titles import Named, read_name
from tests.sheets.making import a_workbook, imported, people, reach, read, said


def test_two_tables_beside_a_blank_column_do_not_share_their_people() -> None:
    found = read(
        ["庁内", "", "", "", "外部"],
        ["所属", "職", "氏名", "内線", "", "機関名", "担当", "電話"],
        ["情報課", "課長", "甲野太郎", "2345", "", "県情報課", "連絡担当", "03-0000-1000"],
        ["情報課", "係長", "乙野次郎", "2346", "", "県警", "", "03-0000-1100"],
    )
    assert reach(found) == {
        "甲野太郎": [("desk", "2345")],
        "乙野次郎": [("desk", "2346")],
        "連絡担当": [("desk", "03-0000-1000")],
        "県警": [("desk", "03-0000-1100")],
    }


def test_a_blank_column_within_a_table_does_not_cut_it() -> None:
    found = read(["所属", "職", "", "氏名", "内線"], ["情報課", "課長", "", "甲野太郎", "2345"])
    assert people(found) == {"情報課 課長": ("甲野太郎", [])}


def test_a_deputy_named_by_the_heading_over_several_columns_keeps_their_numbers() -> None:
    found = read(
        ["課名", "推進員（正）", "", "", "推進員（副）", "", ""],
        ["", "職", "氏名", "内線", "職", "氏名", "内線"],
        ["総務課", "係長", "甲野太郎", "2201", "主任", "乙野次郎", "2202"],
        merge=["A1:A2", "B1:D1", "E1:G1"],
    )
    assert people(found) == {"総務課 係長": ("甲野太郎", ["乙野次郎"])}
    assert reach(found) == {"甲野太郎": [("desk", "2201")], "乙野次郎": [("desk", "2202")]}
    assert "XS013 E2" in said(found)


def test_title_name_and_number_may_share_a_cell() -> None:
    found = read(
        ["部署", "責任者", "第１順位代理者", "第２順位代理者"],
        [
            "総務部",
            "総務部長\n甲野 太郎\n090-0000-0001",
            "総務課長\n乙野 次郎\n℡03-0000-0004",
            "主任　丙野三郎（内線2301）",
        ],
    )
    assert people(found) == {"総務部長": ("甲野 太郎", ["乙野 次郎", "丙野三郎"])}
    assert reach(found) == {
        "甲野 太郎": [("mobile", "090-0000-0001")],
        "乙野 次郎": [("desk", "03-0000-0004")],
        "丙野三郎": [("desk", "2301")],
    }


def test_numbers_never_go_to_the_person_above_when_the_row_is_about_somebody_else() -> None:
    found = read(
        ["記号", "職", "氏名", "内線", "携帯"],
        ["A", "課長", "甲野太郎", "2345", ""],
        ["B", "", "", "2200", "090-0000-0001"],
        ["", "", "", "2346", ""],
    )
    assert reach(found) == {"甲野太郎": [("desk", "2345"), ("desk", "2346")]}
    assert {"XS066 D3", "XS066 E3", "XS065 D4"} <= set(said(found))


def test_a_section_without_post_and_name_is_reached_by_its_own_numbers() -> None:
    found = read(["名称", "担当", "電話"], ["甲社", "窓口", "03-0000-1000"], ["県警", "", "03-0000-1100"])
    assert reach(found) == {"窓口": [("desk", "03-0000-1000")], "県警": [("desk", "03-0000-1100")]}


def test_a_row_of_posts_is_no_header() -> None:
    found = read(
        ["役職", "担当者名", "内線", "代行者①"],
        ["責任者", "甲野太郎", "2100", "管理者"],
        ["管理者", "（空席）", "", "副管理者"],
        ["副管理者", "乙野次郎", "2345", ""],
    )
    assert people(found) == {
        "責任者": ("甲野太郎", ["管理者"]),
        "管理者": (None, ["乙野次郎"]),
        "副管理者": ("乙野次郎", []),
    }


def test_the_caption_of_the_next_table_is_no_post() -> None:
    found = read(
        ["職", "氏名"],
        ["部長", "甲野太郎"],
        ["課長", "乙野次郎"],
        [],
        ["２　連絡順"],
        ["連絡元", "", "報告先"],
        ["部長", "→", "課長"],
    )
    assert people(found) == {"部長": ("甲野太郎", []), "課長": ("乙野次郎", [])}
    assert "XS051 A5" in said(found)
    assert not any("XS010" in each for each in said(found))


def test_one_header_for_two_columns_is_shared_out() -> None:
    found = read(
        ["役割", "所属・職", "", "氏名"],
        ["責任者", "副市長", "", "甲野太郎"],
        ["管理者", "情報課", "課長", "乙野次郎"],
        merge=["B1:C1", "B2:C2"],
    )
    assert people(found) == {"責任者（副市長）": ("甲野太郎", []), "管理者（情報課 課長）": ("乙野次郎", [])}
    plain = read(["所属", "職・氏名", "", "内線"], ["情報課", "課長", "甲野太郎", "2345"], ["合計", "1名", "", ""])
    assert people(plain) == {"情報課 課長": ("甲野太郎", [])}
    assert {"XS051 A3", "XS051 B3"} <= set(said(plain))


def test_whom_to_contact_is_the_post_of_a_row_that_names_no_other() -> None:
    found = read(["連絡先", "担当者", "電話"], ["CISO", "甲野太郎", "2001"], ["県", "―", "03-0000-1000"])
    assert people(found) == {"CISO": ("甲野太郎", []), "県": ("県", [])}


def test_a_formula_without_its_result_is_in_no_part_of_the_chart(tmp_path: Path) -> None:
    rows = [
        ["課", "職", "氏名", "内線"],
        ["税務課", "課長", "甲野太郎", "=2300+45"],
        ["=A2", "係長", "乙野次郎", "2346"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("表", rows, ())))
    assert "=" not in found.chart.model_dump_json()
    assert {"XS002 D2", "XS002 A3"} <= set(said(found))
    assert [each.text for each in found.unread] == ["=2300+45", "=A2"]


def test_signs_that_keep_a_number_a_text_in_csv_are_no_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('職,氏名,携帯\n課長,甲野太郎,\'090-0000-0001\n係長,乙野次郎,="090-0000-0002"\n', encoding="utf-8")
    assert reach(imported(file)) == {
        "甲野太郎": [("mobile", "090-0000-0001")],
        "乙野次郎": [("mobile", "090-0000-0002")],
    }


def test_nobody_is_made_of_the_word_for_nothing() -> None:
    found = read(["Job title", "Full name", "Deputy 1"], ["Director", "Kono Taro", "n/a"])
    assert people(found) == {"Director": ("Kono Taro", [])}


def test_the_same_as_on_the_left_repeats_the_cell_on_the_left() -> None:
    found = read(["職", "氏名", "内線", "夜間電話"], ["課長", "甲野太郎", "2345", "同左"])
    assert reach(found) == {"甲野太郎": [("desk", "2345"), ("desk", "2345")]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("秘書課長（丁野四郎）", Named("丁野四郎", "秘書課長")),
        ("秘書課長（丁野四郎様）", Named("丁野四郎", "秘書課長")),
        ("課長（兼務）", Named("", "課長", "兼務")),
        ("課長（税務担当）", Named("", "課長", "税務担当")),
        ("総務部長兼危機管理監　戊野五郎", Named("戊野五郎", "総務部長兼危機管理監")),
        ("㈱甲社 保守窓口", Named("(株)甲社 保守窓口")),
        ("乙野次郎【兼】PoC", Named("乙野次郎", "", "【兼】PoC")),
        ("Mr. Kono Taro", Named("Kono Taro")),
        ("神野\ufa19子", Named("神野\ufa19子")),
    ],
)
def test_names_with_what_stands_beside_them(text: str, expected: Named) -> None:
    assert read_name(text) == expected


def test_what_stands_beside_a_title_without_a_name_is_told() -> None:
    found = read(["所属", "氏名"], ["税務課", "課長（兼務）"])
    assert [each.text for each in found.unread] == ["兼務"]


def test_a_room_a_post_with_brackets_and_a_mail_address_among_numbers_are_understood() -> None:
    found = read(
        ["職", "氏名", "執務室", "携帯", "報告先"],
        ["最高情報セキュリティ責任者（副市長）", "甲野太郎", "本庁舎3階", "090-0000-0001", ""],
        [
            "ＣＳＩＲＴ責任者",
            "乙野次郎",
            "本庁舎2階",
            "090-0000-0002\notsuno@example.jp",
            "最高情報セキュリティ責任者（副市長）",
        ],
    )
    assert [each.code for each in found.problems if each.severity == "error"] == []
    assert len(found.chart.sites) == 2
    assert len(found.chart.contacts) == 1
    assert reach(found)["乙野次郎"] == [("mobile", "090-0000-0002"), ("mail", "otsuno@example.jp")]
