"""A room's tests from a sheet: whatever way answers are written, each row is graded or refused with its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from drill.errors import UsageError
from drill.model.problems import place_in_file
from drill.sheets.kit.grid import Grid, Value
from drill.sheets.kit.opening import open_sheets
from drill.sheets.year.blank import blank_test
from drill.sheets.year.handin import HandedIn, find_code, read_answer, read_handed_in
from drill.text.catalogue import LANGUAGES, Language, catalogue
from drill.year.events import TestResult
from drill.year.quiz import LETTERS, TestPaper, grade
from drill.year.roster import StaffMember
from tests.builders import LAWS
from tests.sheets.making import a_workbook
from tests.year.papers import a_paper, papers

PAPER = a_paper(4)
HEAD = ("職員番号", "従事年数", "問1", "問2", "問3", "問4")
RIGHT = tuple("アイウエ"[item.right] for item in PAPER.items)
WRONG = "アイウエ"[(PAPER.items[0].right + 1) % 4]
MEMBERS = {number: StaffMember(number, "north") for number in ("A1", "A2", "A3")}


def read(*rows: Sequence[Value | None], merge: Sequence[str] = (), known: bool = True) -> HandedIn:
    """What these rows come to, below the usual header."""
    grid = Grid.of([HEAD, *rows], "票.xlsx", "表", merge)
    return read_handed_in([grid], PAPER, MEMBERS if known else None)


def said(found: HandedIn) -> list[str]:
    """Codes with their cells."""
    return [f"{each.code} {place_in_file(each)}" for each in found.problems]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("signs", ["アイウエ", "ｱｲｳｴ", "ABCD", "abcd", "ＡＢＣＤ", "1234", "１２３４", "①②③④"])
@pytest.mark.parametrize("around", ["{}", "（{}）", " {} ", "{}.", "「{}」", "{}。"])
def test_an_answer_is_read_however_it_is_written(place: int, signs: str, around: str) -> None:
    assert read_answer(around.format(signs[place])) == place


@pytest.mark.parametrize("text", ["", "-", "なし", "無回答", "未記入"])
def test_no_answer_is_no_answer(text: str) -> None:
    assert read_answer(text) is None


@pytest.mark.parametrize("text", ["ア、イ", "AB", "12", "0", "9", "=1+1", "正", "true", "2023-11-10", "\x1b[31m"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        read_answer(text)


@LAWS
@given(papers(), st.data())
def test_a_filled_in_blank_sheet_is_graded_as_the_answers_are(paper: TestPaper, data: st.DataObject) -> None:
    taken = [data.draw(st.one_of(st.none(), st.integers(0, len(item.answers) - 1))) for item in paper.items]
    language: Language = data.draw(st.sampled_from(LANGUAGES))
    member = StaffMember("A1", "north", service="first")
    book = load_workbook(BytesIO(blank_test(paper, "Test", [member], catalogue(language))))
    sheet = book.worksheets[0]
    for column, place in enumerate(taken, start=3):
        sheet.cell(5, column).value = None if place is None else LETTERS[language][place]
    rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    merge = [str(area) for area in sheet.merged_cells.ranges] if data.draw(st.booleans()) else []
    grid = Grid.of(rows, merge=merge)  # saved as CSV, nothing is merged
    found = read_handed_in([grid], paper, {"A1": member})
    assert found.problems == ()
    if any(place is not None for place in taken):
        assert found.results == (grade(paper, taken, "A1", "first"),)
    else:
        assert (found.results, found.absent) == ((), 1)


def test_the_blank_sheet_is_an_excel_file_that_opens_and_says_its_paper(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    path.write_bytes(blank_test(PAPER, "確認テスト", [], catalogue("ja")))
    grids = open_sheets(path).chosen(())
    assert find_code(grids) == (PAPER.seed, 4)
    found = read_handed_in(grids, PAPER)
    assert (found.results, found.rows, found.problems) == ((), 0, ())


def test_a_sheet_of_another_paper_is_refused_as_a_whole() -> None:
    grid = Grid.of([("問題用紙番号 9-4-ABCD",), HEAD, ("A1", "1年目", *RIGHT)])
    with pytest.raises(UsageError) as refused:
        read_handed_in([grid], PAPER)
    assert refused.value.code == "test.other_paper"


def test_numbers_and_years_of_service_may_be_blank_and_unanswered_questions_are_not_right() -> None:
    found = read((None, None, *RIGHT), ("A1", "２年目以上", RIGHT[0], None, "無回答", RIGHT[3]))
    assert found.results == (
        TestResult(4, 4),
        TestResult(2, 4, "A1", "later", (PAPER.refs[1], PAPER.refs[2])),
    )
    assert found.problems == ()


def test_only_the_number_right_will_do() -> None:
    rows: list[Sequence[Value | None]] = [
        ("番号", "年数", "正答数"),
        ("A1", "初年度", 3),
        ("A2", 2, "４点"),
        ("A3", None, "2/4"),
    ]
    found = read_handed_in([Grid.of(rows)], PAPER, MEMBERS)
    assert found.results == (
        TestResult(3, 4, "A1", "first"),
        TestResult(4, 4, "A2", "later"),
        TestResult(2, 4, "A3"),
    )


@pytest.mark.parametrize("cell", [5, -1, 2.5, "三", "3/5", "=SUM(A1)", "1e0"])
def test_a_number_right_that_cannot_be_is_refused(cell: Value) -> None:
    found = read_handed_in([Grid.of([("職員番号", "正答数"), ("A1", cell)])], PAPER)
    assert (found.results, said(found)) == ((), ["XS104 B2"])


def test_a_number_right_must_agree_with_the_answers_beside_it() -> None:
    rows: list[Sequence[Value | None]] = [(*HEAD, "正答数"), ("A1", "1年目", *RIGHT, 4), ("A2", "1年目", *RIGHT, 3)]
    found = read_handed_in([Grid.of(rows)], PAPER)
    assert [each.member for each in found.results] == ["A1"]
    assert said(found) == ["XS105 G3"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("A9", "1年目", *RIGHT), "XS100 A2"),
        (("123456789012", "1年目", *RIGHT), "XS083 A2"),
        (("=HYPERLINK(1)", "1年目", *RIGHT), "XS082 A2"),
        (("A1", "ずっと", *RIGHT), "XS087 B2"),
        (("A1", "1年目", "ア、イ", *RIGHT[1:]), "XS102 C2"),
        (("A1", "1年目", "=1+1", *RIGHT[1:]), "XS102 C2"),
        (("A1", "1年目", "オ", *RIGHT[1:]), "XS103 C2"),
        (("A1", "1年目", "#REF!", *RIGHT[1:]), "XS003 C2"),
    ],
)
def test_a_bad_cell_refuses_its_row_and_no_other(row: Sequence[Value], problem: str) -> None:
    found = read(row, ("A2", "1年目", *RIGHT))
    assert said(found) == [problem]
    assert [each.member for each in found.results] == ["A2"]
    assert found.rows == 2


def test_a_row_says_everything_that_is_wrong_with_it() -> None:
    assert said(read(("A9", "ずっと", "ん", "？", *RIGHT[2:]))) == ["XS100 A2", "XS087 B2", "XS102 C2", "XS102 D2"]


def test_a_number_that_is_there_twice_is_refused_the_second_time_whatever_its_width() -> None:
    found = read(("A1", None, *RIGHT), ("Ａ１", None, *RIGHT), known=False)
    assert said(found) == ["XS081 A3"]
    assert len(found.results) == 1


def test_merged_answers_belong_to_nobody_but_merged_years_of_service_to_everybody() -> None:
    rows = [("A1", "2年目以上", *RIGHT), ("A2", None, *RIGHT), ("A3", None, *RIGHT)]
    assert [each.service for each in read(*rows, merge=["B2:B4"]).results] == ["later"] * 3
    spoiled = read(*rows, merge=["C2:C3"])
    assert said(spoiled) == ["XS101 C2", "XS101 C3"]
    assert [each.member for each in spoiled.results] == ["A3"]


def test_a_formula_is_taken_by_its_result_and_refused_without_one() -> None:
    grid = Grid.of([HEAD, ("A1", None, *RIGHT), ("A2", None, "=C2", *RIGHT[1:])])
    spoiled = Grid(grid.file, grid.cells, uncomputed=frozenset({(3, 3)}))
    found = read_handed_in([spoiled], PAPER)
    assert said(found) == ["XS002 C3"]


def test_people_without_answers_sums_and_remarks_are_no_tests() -> None:
    found = read(("A1", "1年目", *RIGHT), ("A2", "2年目以上"), ("平均", None, 1, 1, 1, 1), ("※ 記号を記入", None))
    assert (len(found.results), found.rows, found.absent, found.problems) == (1, 1, 1, ())


def test_names_are_not_taken_over_and_it_is_said() -> None:
    grid = Grid.of([("職員番号", "氏名", "問1", "問2", "問3", "問4", "部屋"), ("A1", "某", *RIGHT, "301")])
    found = read_handed_in([grid], PAPER)
    assert found.results == (TestResult(4, 4, "A1"),)
    assert said(found) == ["XS091 B1", "XS092 G1"]


def test_questions_that_are_missing_or_too_many_refuse_the_sheet() -> None:
    for header in (("職員番号", "問1", "問2", "問4"), ("職員番号", "問1", "問2", "問3", "問4", "問5")):
        with pytest.raises(UsageError) as refused:
            read_handed_in([Grid.of([header, ("A1", *RIGHT)])], PAPER)
        assert refused.value.code == "test.other_questions"
    with pytest.raises(UsageError) as refused:
        read_handed_in([Grid.of([("a", "b"), ("c", "d")])], PAPER)
    assert refused.value.code == "test.no_header"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_text_files_are_read_in_the_encodings_offices_have(tmp_path: Path, encoding: str, between: str) -> None:
    rows = [HEAD, ("A1", "2年目以上", *RIGHT), ("A2", "1年目", WRONG, *RIGHT[1:])]
    path = tmp_path / "results.csv"
    path.write_bytes("\r\n".join(between.join(row) for row in rows).encode(encoding))
    found = read_handed_in(open_sheets(path).chosen(()), PAPER, MEMBERS)
    assert [(each.member, each.right) for each in found.results] == [("A1", 4), ("A2", 3)]


def test_a_workbook_with_a_title_two_header_rows_and_a_sheet_a_room_is_read(tmp_path: Path) -> None:
    head = [("確認テスト 結果",), ("職員番号", "従事年数", "解答"), (None, None, 1, 2, 3, 4)]
    rooms = (
        ("北", [*head, ("A1", "1年目", *RIGHT)], ["A2:A3", "B2:B3", "C2:F2"]),
        ("南", [*head, ("A2", 2, *RIGHT)], ["A2:A3", "B2:B3", "C2:F2"]),
    )
    found = read_handed_in(open_sheets(a_workbook(tmp_path / "rooms.xlsx", *rooms)).chosen(()), PAPER, MEMBERS)
    assert found.problems == ()
    assert [(each.member, each.service) for each in found.results] == [("A1", "first"), ("A2", "later")]
