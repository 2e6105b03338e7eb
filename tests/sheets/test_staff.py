"""Staff lists as offices have them: read into a roster, or refused row by row with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from drill.errors import UsageError
from drill.model.library import find_program
from drill.model.load import load_program
from drill.model.problems import SEVERITY, format_problem, place_in_file
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.opening import open_sheets
from drill.sheets.year.staff import CELLS, StaffList, find_as_of, read_staff
from drill.sheets.year.staff_cells import read_leaves, service_since
from drill.text.catalogue import catalogue
from drill.year.roster import StaffLeave, StaffMember, dump_roster
from drill.year.state import YearState
from drill.year.year import Year
from scripts.make_roster import FILE, roster

PROGRAM = load_program(find_program("suginami-r5")).value
assert PROGRAM
AS_OF = date(2023, 12, 1)
HEAD = ["職員番号", "所属", "職務", "従事年数", "休職等の期間"]
TAX, STAFF = "課税課", "操作職員"


def read(*rows: Sequence[Any], merge: Sequence[str] = (), name: str = "") -> StaffList:
    assert PROGRAM
    return read_staff([Grid.of(rows, "名簿.xlsx", name, merge)], PROGRAM, AS_OF)


def said(found: StaffList) -> list[str]:
    return [f"{each.code} {place_in_file(each)}" for each in found.problems]


def members(found: StaffList) -> list[StaffMember]:
    return list(found.roster.members.values())


def leaves(text: object) -> tuple[tuple[date | None, date | None], ...] | None:
    try:
        return tuple((each.first, each.last) for each in read_leaves(text))  # type: ignore[arg-type]
    except ValueError:
        return None


def test_the_shipped_roster_is_what_the_script_makes() -> None:
    assert FILE.read_text(encoding="utf-8-sig") == roster()


def test_the_shipped_roster_has_the_published_headcounts() -> None:
    assert PROGRAM
    grids = open_sheets(FILE, CELLS).chosen(())
    assert find_as_of(grids) == AS_OF
    found = read_staff(grids, PROGRAM, AS_OF)
    assert not found.errors
    year = Year(PROGRAM, found.roster, YearState())
    for activity in PROGRAM.activities.values():
        for target in activity.targets:
            people = year.headcount([target], activity.first, activity.end)
            assert PROGRAM.targets[target].headcount in (None, len(people.required))
            assert len(people.required) > 1
    for check in PROGRAM.selfchecks.values():
        for target in check.groups.values():
            people = year.headcount([target], check.first, check.last)
            assert PROGRAM.targets[target].headcount == len(people.required)


@pytest.mark.parametrize(
    "head",
    [
        ["職員番号", "所属", "職務", "従事年数", "休職・産休・育休の期間"],
        ["職員コード", "所属課", "担当業務", "経験年数", "休業期間"],
        ["Staff No.", "Section", "Duty", "Years of service", "On leave"],
        ["ＩＤ", "部署名", "役割", "勤続年数", "育休等"],
        ["仮名", "係名", "職名", "従事年数（区分）", "不在期間"],
        ["No.", "配属先", "担当", "年数", "休暇"],
        ["職員番号", "課", "職・担当", "年数", "休職等"],
    ],
)
def test_headers_of_many_spellings_mean_the_same(head: list[str]) -> None:
    found = read(head, ["K1", TAX, STAFF, "1年目", "R5.6.1～R6.3.31"])
    assert said(found) == []
    assert members(found) == [
        StaffMember("K1", "tax", (STAFF,), "first", (StaffLeave(date(2023, 6, 1), date(2024, 3, 31)),)),
    ]


def test_titles_notes_blank_rows_repeated_headers_and_sums_are_no_people() -> None:
    found = read(
        ["令和5年度 訓練対象者名簿"],
        [],
        HEAD,
        ["K1", TAX, STAFF],
        [],
        HEAD,
        ["K2", TAX, STAFF],
        ["計", "2人"],
        ["※ 休職者を含む"],
    )
    assert list(found.roster.members) == ["K1", "K2"]
    assert said(found) == []


def test_a_header_of_two_rows_with_a_leave_in_two_columns() -> None:
    found = read(
        ["職員番号", "所属", "職務", "休職期間", ""],
        ["", "", "", "開始日", "終了日"],
        ["K1", TAX, STAFF, datetime(2023, 6, 1), datetime(2024, 3, 31)],
        ["K2", TAX, STAFF, "令和5年9月1日", "未定"],
        ["K3", TAX, STAFF, "", ""],
        merge=("A1:A2", "B1:B2", "C1:C2", "D1:E1"),
    )
    assert [each.leave for each in members(found)] == [
        (StaffLeave(date(2023, 6, 1), date(2024, 3, 31)),),
        (StaffLeave(date(2023, 9, 1), None),),
        (),
    ]


def test_a_day_of_return_is_the_day_after_the_leave() -> None:
    found = read(["職員番号", "所属", "休職開始日", "復職予定日"], ["K1", TAX, "2023-06-01", "2023-12-01"])
    assert members(found)[0].leave == (StaffLeave(date(2023, 6, 1), date(2023, 11, 30)),)


def test_merged_sections_ditto_marks_and_headings_name_the_section() -> None:
    merged = read(HEAD, ["K1", TAX, STAFF], ["K2", "", STAFF], merge=("B2:B3",))
    ditto = read(HEAD, ["K1", TAX, STAFF], ["K2", "〃", STAFF])
    heading = read(["番号", "職務"], ["【課税課】"], ["K1", STAFF], ["K2", STAFF])
    sheet = read(["番号", "職務"], ["K1", STAFF], ["K2", STAFF], name=TAX)
    for found in (merged, ditto, heading, sheet):
        assert [(each.number, each.section) for each in members(found)] == [("K1", "tax"), ("K2", "tax")]


def test_of_several_columns_the_finest_known_section_counts() -> None:
    found = read(
        ["職員番号", "部", "課", "係"],
        ["K1", "区民生活部", "区民課", "住民記録係"],
        ["K2", "区民生活部", "区民課", "庶務係"],
    )
    assert [each.section for each in members(found)] == ["resident_records", "residents_section"]


def test_several_duties_stand_in_one_cell_and_a_dot_inside_a_duty_is_left_alone() -> None:
    found = read(
        HEAD, ["K1", "情報管理課", "番号制度・情報セキュリティ担当、ＣＳＩＲＴ構成員"], ["K2", TAX, "操作職員・代表者"]
    )
    assert [each.duties for each in members(found)] == [
        ("番号制度・情報セキュリティ担当", "ＣＳＩＲＴ構成員"),
        ("操作職員", "代表者"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ()),
        ("なし", ()),
        ("在職", ()),
        ("育休中", ((None, None),)),
        ("R5.6.1～R6.3.31", ((date(2023, 6, 1), date(2024, 3, 31)),)),
        ("令和5年9月1日～", ((date(2023, 9, 1), None),)),
        ("令和5年9月1日から", ((date(2023, 9, 1), None),)),
        ("～令和6年3月31日", ((None, date(2024, 3, 31)),)),
        ("R6.3.31まで", ((None, date(2024, 3, 31)),)),
        ("産休 R5.6.1～R5.9.30、育休 R5.10.1～", ((date(2023, 6, 1), date(2023, 9, 30)), (date(2023, 10, 1), None))),
        ("2023/6/1 - 2024/3/31", ((date(2023, 6, 1), date(2024, 3, 31)),)),
        ("2023-06-01 to 2024-03-31", ((date(2023, 6, 1), date(2024, 3, 31)),)),
        (date(2023, 6, 1), ((date(2023, 6, 1), date(2023, 6, 1)),)),
        ("そのうち", None),
        ("R6.3.31～R5.6.1", None),
        ("R5.13.1～", None),
    ],
)
def test_leaves_are_read_as_offices_write_them(text: object, wanted: object) -> None:
    assert leaves(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *((text, "first") for text in ("1年目", "１年目", 1, "1年未満", "新任", "first")),
        *((text, "later") for text in ("2年目以上", "２年目", 5, 3.0, "1年以上", "later")),
        ("", None),
        ("-", None),
    ],
)
def test_years_of_service_are_first_or_later(text: object, wanted: object) -> None:
    assert members(read(HEAD, ["K1", TAX, STAFF, text]))[0].service == wanted


def test_a_day_of_hiring_gives_the_years_of_service() -> None:
    found = read(["職員番号", "所属", "採用日"], ["K1", TAX, "R5.4.1"], ["K2", TAX, "H30.4.1"], ["K3", TAX, ""])
    assert [each.service for each in members(found)] == ["first", "later", None]
    assert service_since(date(2022, 12, 1), AS_OF) == "later"
    assert service_since(date(2022, 12, 2), AS_OF) == "first"


REFUSED: list[tuple[str, list[Any]]] = [
    ("XS080 A2", ["", TAX, STAFF]),
    ("XS082 A2", ['=HYPERLINK("http://example.com","x")', TAX, STAFF]),
    ("XS082 A2", ["+81", TAX, STAFF]),
    ("XS082 A2", ["K\x1b[31m1", TAX, STAFF]),
    ("XS082 A2", ["K" * 50, TAX, STAFF]),
    ("XS083 A2", ["123456789012", TAX, STAFF]),
    ("XS084 B2", ["K1", "", STAFF]),
    ("XS085 B2", ["K1", "課税化", STAFF]),
    ("XS086 E2", ["K1", TAX, STAFF, "", "未確認"]),
    ("XS087 D2", ["K1", TAX, STAFF, "長い"]),
    ("XS003 C2", ["K1", TAX, "#REF!"]),
    ("XS093 C2", ["K1", TAX, "=1+1"]),
    ("XS093 C2", ["K1", TAX, "@SUM(A1)"]),
    ("XS093 C2", ["K1", TAX, '=HYPERLINK("http://example.com","x")']),
]


@pytest.mark.parametrize(("problem", "row"), REFUSED)
def test_a_bad_row_is_refused_with_its_cell_and_the_others_are_read(problem: str, row: list[Any]) -> None:
    found = read(HEAD, row, ["K9", TAX, STAFF])
    assert [problem] == [each for each in said(found) if not each.startswith("XS09") or each.startswith("XS093")]
    assert list(found.roster.members) == ["K9"]
    assert found.rows == 2


def test_a_number_twice_names_the_first_row_and_is_recognised_in_any_width() -> None:
    found = read(HEAD, ["K1", TAX, STAFF], ["ｋ１", TAX, STAFF])
    assert said(found) == ["XS081 A3"]
    assert "A2" in format_problem(found.problems[0], catalogue("en"))


def test_other_words_for_a_day_of_hiring_or_one_in_the_future_are_refused() -> None:
    found = read(["職員番号", "所属", "採用日"], ["K1", TAX, "去年"], ["K2", TAX, "R6.4.1"])
    assert said(found)[1:] == ["XS088 C2", "XS088 C3"]


def test_personal_columns_are_named_and_not_taken_over() -> None:
    found = read(
        ["職員番号", "氏名", "フリガナ", "所属", "職務", "内線", "備考", "席次"],
        ["K1", "甲野太郎", "コウノ", TAX, STAFF, "1234", "異動予定", "3"],
    )
    assert said(found) == ["XS091 B1", "XS091 C1", "XS091 F1", "XS092 G1", "XS092 H1"]
    assert "甲野" not in dump_roster(found.roster).decode()


def test_a_duty_that_no_target_asks_for_is_said_once_with_its_count() -> None:
    found = read(HEAD, ["K1", TAX, "庶務"], ["K2", TAX, "庶務"])
    assert said(found) == ["XS090 C2"]
    assert found.problems[0].params["count"] == 2


def test_a_list_without_duties_is_warned_of_and_one_without_a_header_refused() -> None:
    assert said(read(["職員番号", "所属"], ["K1", TAX])) == ["XS094 A1"]
    with pytest.raises(UsageError) as error:
        read(["K1", TAX], ["K2", TAX])
    assert error.value.code == "sheets.staff.no_header"


def test_an_unknown_section_is_answered_with_names_like_it() -> None:
    found = read(HEAD, ["K1", "課税化", STAFF])
    assert "課税課" in format_problem(found.problems[0], catalogue("ja"))


def test_every_code_of_a_staff_list_is_provoked_here() -> None:
    here = {problem.split()[0] for problem, _ in REFUSED} - {"XS003"}
    elsewhere = {"XS081", "XS088", "XS090", "XS091", "XS092", "XS094"}
    assert {code for code in SEVERITY if code.startswith(("XS08", "XS09"))} == here | elsewhere


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_csv_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    assert PROGRAM
    file = tmp_path / "名簿.csv"
    file.write_bytes(f"職員番号,所属,職務\nK1,{TAX},{STAFF}\n".encode(encoding))
    assert members(read_staff(open_sheets(file).chosen(()), PROGRAM, AS_OF)) == [StaffMember("K1", "tax", (STAFF,))]


def test_a_formula_without_a_result_refuses_its_row_and_one_with_a_result_is_read_as_shown(tmp_path: Path) -> None:
    assert PROGRAM
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEAD[:3], ["K1", '=HYPERLINK("http://example.com","課税課")', STAFF], ["K2", TAX, STAFF]):
        sheet.append(row)
    book.save(tmp_path / "名簿.xlsx")
    found = read_staff(open_sheets(tmp_path / "名簿.xlsx").chosen(()), PROGRAM, AS_OF)
    assert "XS002 B2" in said(found)
    assert list(found.roster.members) == ["K2"]


def test_a_hundred_thousand_rows_are_read_and_each_bad_one_has_its_reason(tmp_path: Path) -> None:
    assert PROGRAM
    file = tmp_path / "big.csv"
    rows = (f"K{n},{'課税化' if n % 10_000 == 0 else TAX},{STAFF},1年目,\n" for n in range(1, 100_001))
    file.write_text(",".join(HEAD) + "\n" + "".join(rows), encoding="cp932")
    found = read_staff(open_sheets(file, CELLS).chosen(()), PROGRAM, AS_OF)
    assert len(found.roster.members) == 99_990
    assert said(found) == [f"XS085 B{n * 10_000 + 1}" for n in range(1, 11)]
