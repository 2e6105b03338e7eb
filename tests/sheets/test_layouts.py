"""Contact sheets as Japanese offices really keep them, each as a file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from drill.sheets.kit.opening import open_sheets
from tests.sheets.making import a_workbook, contacts, imported, people, reach, read, said


def test_a_vertical_list_below_title_and_day(tmp_path: Path) -> None:
    rows = [
        ["緊急連絡網"],
        ["", "", "", "", "令和５年１２月１日現在"],
        [],
        ["所　属", "役職", "氏　名", "内線", "公用携帯", "確認日"],
        ["情報管理課", "情報管理課長", "甲野　太郎", "２３４５", "090-1111-2222", "令和5年11月30日"],
        ["〃", "情報セキュリティ係長", "乙野 花子", 2346, "―", datetime(2023, 11, 1)],
        [],
        ["※ 夜間は守衛室へ"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("体制", rows, ["A1:F1"])))
    assert found.chart.title.ja == "緊急連絡網"
    assert found.chart.as_of == date(2023, 12, 1)
    assert people(found) == {"情報管理課長": ("甲野 太郎", []), "情報セキュリティ係長": ("乙野 花子", [])}
    assert reach(found) == {
        "甲野 太郎": [("desk", "2345"), ("mobile", "090-1111-2222")],
        "乙野 花子": [("desk", "2346")],
    }
    assert [p.unit.ja for p in found.chart.persons.values() if p.unit] == ["情報管理課", "情報管理課"]
    assert [p.verified for p in found.chart.persons.values()] == [date(2023, 11, 30), date(2023, 11, 1)]
    assert said(found) == ["XS014", "XS052 A8"]


def test_two_header_rows_with_deputies_and_merged_sections(tmp_path: Path) -> None:
    rows = [
        ["部", "課", "職", "氏名", "代理者", None, "連絡先", None, None],
        [None, None, None, None, "第１順位", "第２順位", "内線", "公用\n携帯", "メール"],
        [
            "総務部",
            "広報課",
            "課長",
            "甲野太郎",
            "乙野二郎",
            "情報システム担当課長",
            "1001",
            "090-1111-1111",
            "a@town.example",
        ],
        [None, None, "係長", "乙野二郎", "甲野太郎", "なし", "1002", "×", None],
        [None, "情報管理課", "情報システム担当課長", "丙野三郎", "同上", None, "1003", "○", None],
        ["部", "課", "職", "氏名", "代理者", None, "連絡先", None, None],
        [None, None, None, None, "第１順位", "第２順位", "内線", "公用\n携帯", "メール"],
        ["区民部", "区民課", "課長", "丁野四郎", "戊野五郎", None, "1004", None, None],
    ]
    merge = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:I1", "A3:A5", "B3:B4"]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("体制", rows, merge)))
    assert people(found) == {
        "総務部 広報課 課長": ("甲野太郎", ["乙野二郎", "丙野三郎"]),
        "総務部 広報課 係長": ("乙野二郎", ["甲野太郎"]),
        "情報システム担当課長": ("丙野三郎", ["甲野太郎"]),
        "区民部 区民課 課長": ("丁野四郎", ["戊野五郎"]),
    }
    assert reach(found)["丙野三郎"] == [("desk", "1003"), ("mobile", None)]
    assert [line for line in said(found) if line != "XS014"] == ["XS030 E8"]


def test_a_matrix_of_sections_with_two_people_each(tmp_path: Path) -> None:
    rows = [
        ["課", "責任者", "内線", "担当者", "内線", "副担当者"],
        ["税務課", "甲野太郎", "1111", "乙野二郎", "1112", "丙野三郎"],
        ["住民課", "丁野四郎", "1121", "戊野五郎", "1122", ""],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("体制", rows, [])))
    assert people(found) == {
        "税務課": ("甲野太郎", ["丙野三郎"]),
        "税務課 担当者": ("乙野二郎", []),
        "住民課": ("丁野四郎", []),
        "住民課 担当者": ("戊野五郎", []),
    }
    assert reach(found)["乙野二郎"] == [("desk", "1112")]
    assert "XS057 D1" in said(found)


def test_a_night_chart_with_arrows_between_its_rows(tmp_path: Path) -> None:
    rows = [
        ["夜間・休日緊急連絡網"],
        ["No.", "職", "氏名", "夜間電話", "順番"],
        [1, "守衛室", "", "内線 110", 1],
        ["", "↓"],
        [2, "当番課長", "甲野課長", "090-0000-0001", 2],
        ["", "↓"],
        [3, "総務部長", "部長　乙野 花子", "(携)090-0000-0002", 3],
        ["総務部長→当番課長→守衛室"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("夜間", rows, [])))
    assert people(found) == {"守衛室": ("守衛室", []), "当番課長": ("甲野", []), "総務部長": ("乙野 花子", [])}
    assert contacts(found) == [
        ("守衛室", "当番課長", "report"),
        ("当番課長", "総務部長", "report"),
        ("総務部長", "当番課長", "report"),
        ("当番課長", "守衛室", "report"),
    ]
    assert {c.hours for p in found.chart.persons.values() for c in p.channels} == {"night"}
    assert "night" in found.chart.hours
    assert {"XS047 D3", "XS042 B4", "XS042 B6", "XS042 A8", "XS037 C3", "XS013 E2"} <= set(said(found))


def test_cp932_text_from_an_old_system(tmp_path: Path) -> None:
    path = tmp_path / "kinkyu.csv"
    text = '"職コード","職名","担当者名","TEL","代行者"\r\n"001","①情報管理課長","髙野　甲","312345678","乙野"\r\n'
    path.write_bytes(text.encode("cp932"))
    opened = open_sheets(path)
    assert (opened.encoding, opened.delimiter) == ("CP932", "comma")
    found = imported(path)
    assert list(found.chart.posts) == ["001"]
    assert people(found) == {"①情報管理課長": ("髙野 甲", ["乙野"])}
    assert reach(found)["髙野 甲"] == [("desk", "0312345678")]
    assert said(found) == ["XS014", "XS022 D2", "XS023 D2", "XS030 E2"]


def test_an_english_sheet(tmp_path: Path) -> None:
    rows = [
        ["Emergency contacts", None, None, None, "as of 1 December 2023"],
        ["Position", "Name", "Deputy 1", "2nd deputy", "Desk phone", "Mobile", "E-mail", "Reports to", "Last verified"],
        ["CISO", "A. Example", "B. Example", "none", "1000", "+81-90-1111-2222", "a@town.example", "", "2023-11-01"],
        ["IT chief", "B. Example", "C. Example", "A. Example", 1001, "", "b@town.example", "CISO", "1 Nov 2023"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("Chart", rows, [])))
    assert found.chart.title.ja == "Emergency contacts"
    assert found.chart.as_of == date(2023, 12, 1)
    assert people(found) == {
        "CISO": ("A. Example", ["B. Example"]),
        "IT chief": ("B. Example", ["C. Example", "A. Example"]),
    }
    assert list(found.chart.posts) == ["ciso", "post_02"]
    assert contacts(found) == [("IT chief", "CISO", "report")]
    assert said(found) == ["XS030 C4"]


def test_one_person_in_several_posts(tmp_path: Path) -> None:
    rows = [
        ["役割", "職名", "担当者", "携帯"],
        ["ＣＩＳＯ", "副区長", "甲野太郎", "090-1111-1111"],
        ["ＣＳＩＲＴ責任者", "部長", "乙野二郎", "090-2222-2222"],
        ["危機管理責任者", "〃", "〃", "〃"],
        ["広報責任者", "広報課長", "甲野太郎", "090-9999-9999"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("体制", rows, [])))
    assert list(found.chart.posts) == ["ciso", "csirt_head", "post_03", "post_04"]
    holders = [post.holder for post in found.chart.posts.values()]
    assert holders[1] == holders[2]
    assert holders[0] != holders[3]
    assert {"XS035 C4", "XS036 C5"} <= set(said(found))


def test_numbers_that_excel_took_for_numbers(tmp_path: Path) -> None:
    rows = [
        ["職", "氏名", "電話", "携帯", "内線"],
        ["課長", "甲野太郎", 312345678, 9012345678, 123],
        ["係長", "乙野二郎", "03-1234-567", None, 45],
    ]
    path = a_workbook(tmp_path / "a.xlsx", ("体制", rows, []))
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["体制"]["E3"].number_format = "0000"
    book.save(path)
    found = imported(path)
    assert reach(found)["甲野太郎"] == [("desk", "0312345678"), ("mobile", "09012345678"), ("desk", "123")]
    assert reach(found)["乙野二郎"] == [("desk", "03-1234-567"), ("desk", "0045")]
    assert {"XS022 C2", "XS022 D2", "XS021 C3"} <= set(said(found))


def test_contacts_in_a_second_sheet(tmp_path: Path) -> None:
    roster = [
        ["職", "氏名", "緊急連絡先"],
        ["PoC", "甲野太郎", "内線1234／090-1111-2222"],
        ["ＣＳＩＲＴ管理者", "乙野二郎", "1235・1236"],
        ["CISO", "丙野三郎", "1237"],
        ["広報課長", "丁野四郎", "1238"],
    ]
    ways = [
        ["No", "連絡先", "連絡元", "種別", "条件", "手段", "期限", "順序"],
        [1, "CSIRT管理者", "PoC", "報告", "常時", "内線→携帯", "10分", 1],
        [2, "CISO", "CSIRT管理者", "報告", "レベル2以上", "携帯", "20分以内", 1],
        [3, "広報課長", "CSIRT管理者", "協議", "公表する場合", "内線、メール", "1時間", 2],
        [4, "消防署", "CSIRT管理者", "通報", "大雨", "伝書鳩", "適宜", "x"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("体制", roster, []), ("連絡経路", ways, [])))
    assert contacts(found) == [
        ("PoC", "ＣＳＩＲＴ管理者", "report"),
        ("ＣＳＩＲＴ管理者", "CISO", "report"),
        ("ＣＳＩＲＴ管理者", "広報課長", "consult"),
    ]
    first, second, third = found.chart.contacts
    assert (first.by, first.deadline_min) == (("desk", "mobile"), 10)
    assert (second.when.level, second.deadline_min) == ((2, 3), 20)
    assert (third.when.publishing, third.by, third.deadline_min, third.order) == (True, ("desk", "mail"), 60, 2)
    assert reach(found)["甲野太郎"] == [("desk", "1234"), ("mobile", "090-1111-2222")]
    assert {"XS012 C1", "XS012 B1", "XS040 B5"} <= set(said(found))


def test_two_tables_side_by_side_and_a_heading_for_a_section(tmp_path: Path) -> None:
    rows = [
        ["職", "氏名", "内線", None, "職", "氏名", "内線"],
        ["【情報管理課】"],
        ["課長", "甲野太郎", "1", None, "区民課長", "丙野三郎", "21"],
        ["係長", "乙野二郎", "12", None, "区民係長", "丁野四郎", "22"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("体制", rows, [])))
    assert list(people(found)) == ["情報管理課 課長", "情報管理課 係長", "区民課長", "区民係長"]
    assert "XS021 C3" in said(found)


def test_a_deputys_number_beside_the_deputy(tmp_path: Path) -> None:
    rows = [
        ["職", "氏名", "携帯", "代理者", "携帯"],
        ["課長", "甲野太郎", "090-1111-1111", "乙野二郎", "090-2222-2222"],
    ]
    found = imported(a_workbook(tmp_path / "a.xlsx", ("体制", rows, [])))
    assert reach(found) == {"甲野太郎": [("mobile", "090-1111-1111")], "乙野二郎": [("mobile", "090-2222-2222")]}
    assert "XS056 E1" in said(found)


def test_hidden_rows_and_formulas_are_told(tmp_path: Path) -> None:
    rows = [
        ["職", "氏名", "内線"],
        ["課長", "甲野太郎", "=1+1"],
        ["係長", "乙野二郎", "#REF!"],
        ["主査", "丙野三郎", "33"],
    ]
    path = a_workbook(tmp_path / "a.xlsx", ("体制", rows, []), ("旧", rows, []))
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["体制"].row_dimensions[4].hidden = True
    book["体制"].column_dimensions["B"].hidden = True
    book["旧"].sheet_state = "hidden"
    book.save(path)
    found = imported(path)
    assert {"XS001 A4", "XS004 B1", "XS002 C2", "XS003 C3"} <= set(said(found))
    assert [each.file for each in found.problems if each.code == "XS005"] == ["a.xlsx!旧"]


def test_a_second_person_who_is_nowhere_named_makes_no_post_that_later_rows_would_meet() -> None:
    found = read(
        ["課", "責任者", "担当者", "職"], ["総務課", "甲野太郎", "", ""], ["総務課", "丙川三郎", "乙山次郎", ""]
    )
    again = read(
        ["課", "責任者", "担当者"],
        ["総務課", "甲野太郎", ""],
        [],
        ["課", "責任者", "担当者"],
        ["総務課", "", "乙山次郎"],
    )
    assert "総務課 担当者" in people(found)
    assert people(again)["総務課 担当者"] == ("乙山次郎", [])


def test_hours_that_the_chart_does_not_know_are_told() -> None:
    found = read(
        ["職", "氏名", "内線"],
        ["課長", "甲野太郎", "1001"],
        ["部長", "乙山次郎", "1002"],
        [],
        ["連絡元", "連絡先", "条件"],
        ["課長", "部長", "時間帯: early"],
    )
    assert contacts(found) == [("課長", "部長", "report")]
    assert "XS048 C6" in said(found)
