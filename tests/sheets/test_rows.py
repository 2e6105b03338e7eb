"""What every reader of sheets notices: hidden, struck out, merged, failed, invisible; two people in one cell."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from drill.errors import UsageError
from drill.model.basics import Text
from drill.model.library import find_program
from drill.model.load import load_program
from drill.model.problems import Problem, format_problem, place_in_file
from drill.sheets.chart.importing import import_grids
from drill.sheets.chart.own import import_own
from drill.sheets.chart.pages import sheets
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.naming import ids_in, mentions, people_in
from drill.sheets.kit.opening import open_sheets
from drill.sheets.kit.printing import workbook
from drill.sheets.year.handin import read_handed_in
from drill.sheets.year.selfcheck_sheet import read_answers
from drill.sheets.year.staff import read_numbers, read_staff
from drill.text.catalogue import LANGUAGES, catalogue
from drill.year.tally import Respondents
from tests.builders import a_chart
from tests.sheets.making import a_bare_workbook, a_workbook, contacts, imported, people, reach, read, said
from tests.year.checks import a_check
from tests.year.papers import a_paper
from tests.year.years import two

PROGRAM = load_program(find_program("suginami-r5")).value
STRUCK = Font(strike=True)


class Reader(NamedTuple):
    """A kind of sheet: its rows, and what is said of it and how many of its rows are taken."""

    rows: tuple[tuple[str, ...], ...]
    read: Callable[[Sequence[Grid]], tuple[Iterable[Problem], int]]


def _chart(grids: Sequence[Grid]) -> tuple[Iterable[Problem], int]:
    found = import_grids(grids, "town")
    return found.problems, len(found.chart.posts)


def _staff(grids: Sequence[Grid]) -> tuple[Iterable[Problem], int]:
    assert PROGRAM
    found = read_staff(grids, PROGRAM, date(2023, 12, 1))
    return found.problems, len(found.roster.members)


def _test(grids: Sequence[Grid]) -> tuple[Iterable[Problem], int]:
    found = read_handed_in(grids, a_paper(2))
    return found.problems, len(found.results)


def _check(grids: Sequence[Grid]) -> tuple[Iterable[Problem], int]:
    found = read_answers(
        grids, a_check("big"), Respondents.of("big", Text.model_validate(two("Big")), 0, 20, questions=3)
    )
    return found.problems, len(found.sheets)


def _numbers(grids: Sequence[Grid]) -> tuple[Iterable[Problem], int]:
    numbers, problems = read_numbers(grids)
    return problems, len(numbers)


_STAFF = (("職員番号", "氏名", "所属"), ("K1", "甲野太郎", "課税課"), ("K2", "乙山次郎", "課税課"))
_ANSWERS = (("職員番号", "氏名", "問1", "問2"), ("K1", "甲野太郎", "ア", "イ"), ("K2", "乙山次郎", "ア", "ア"))
_CHECKED = (("1", "氏名", "2", "3"), ("はい", "", "はい", "いいえ"), ("はい", "", "はい", "はい"))
READERS = {
    "chart": Reader((("職", "氏名", "内線"), ("課長", "甲野太郎", "1001"), ("係長", "乙山次郎", "1002")), _chart),
    "staff": Reader(_STAFF, _staff),
    "test": Reader(_ANSWERS, _test),
    "selfcheck": Reader(_CHECKED, _check),
    "numbers": Reader(_STAFF, _numbers),
}
SIGNS = ["\u200b", "\u200e", "\u202d", "\u2060", "\ufeff", "\u00ad", "\u2066", "\u180e", "\u3164"]
NAMES = [f"甲野太郎{sign}丙川三子" for sign in "、／・\n　"]
every = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)


def _book(reader: Reader) -> tuple[Workbook, Any]:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in reader.rows:
        sheet.append(row)
    return book, sheet


def _told(reader: Reader, book: Workbook | Path, tmp_path: Path) -> tuple[list[str], int]:
    path = book if isinstance(book, Path) else tmp_path / "a.xlsx"
    if isinstance(book, Workbook):
        book.save(path)
    problems, taken = reader.read(open_sheets(path).chosen(()))
    for language in LANGUAGES:
        assert all(format_problem(each, catalogue(language)) for each in problems)
    return [f"{each.code} {place_in_file(each)}" if each.line else each.code for each in problems], taken


@every
def test_hidden_rows_and_columns_are_read_and_hidden_sheets_are_not_and_all_are_told(
    reader: Reader, tmp_path: Path
) -> None:
    book, sheet = _book(reader)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[2].height = 0.1
    sheet.column_dimensions["A"].hidden = True
    sheet.column_dimensions["C"].width = 0.05
    for name, state in (("旧", "hidden"), ("もっと旧", "veryHidden")):
        other = book.create_sheet(name)
        other.append(reader.rows[0])
        other.append(reader.rows[1])
        other.sheet_state = state
    codes, taken = _told(reader, book, tmp_path)
    assert {"XS001 A2", "XS001 A3", "XS004 A1", "XS004 C1"} <= set(codes)
    assert codes.count("XS005") == 2
    assert taken == 2


@every
def test_a_file_whose_sheets_are_all_hidden_is_refused_with_their_names(reader: Reader, tmp_path: Path) -> None:
    book, sheet = _book(reader)
    sheet.title, sheet.sheet_state = "旧", "hidden"
    book.create_sheet("空")
    with pytest.raises(UsageError) as refused:
        _told(reader, book, tmp_path)
    assert (refused.value.code, refused.value.params["names"]) == ("sheets.all_hidden", ("旧",))


@every
def test_rows_in_a_closed_group_or_filtered_away_are_hidden_rows(reader: Reader, tmp_path: Path) -> None:
    book, sheet = _book(reader)
    sheet.row_dimensions.group(3, 3, hidden=True)
    sheet.auto_filter.ref = "A1:C3"
    codes, taken = _told(reader, book, tmp_path)
    assert ("XS001 A3" in codes, taken) == (True, 2)


@every
def test_a_row_that_is_struck_out_is_left_out_and_told(reader: Reader, tmp_path: Path) -> None:
    book, sheet = _book(reader)
    for cell in sheet[2]:
        cell.font = STRUCK
    codes, taken = _told(reader, book, tmp_path)
    assert ("XS007 A2" in codes, taken) == (True, 1)


@every
def test_words_that_are_struck_out_in_a_cell_are_left_out_of_it_and_told(reader: Reader, tmp_path: Path) -> None:
    book, sheet = _book(reader)
    line = TextBlock(InlineFont(strike=True), "旧")
    sheet["A2"] = CellRichText(line, reader.rows[1][0])
    codes, taken = _told(reader, book, tmp_path)
    assert ("XS007 A2" in codes, taken) == (True, 2)


@every
def test_a_row_or_column_with_a_line_in_its_format_is_told(reader: Reader, tmp_path: Path) -> None:
    book, sheet = _book(reader)
    sheet.row_dimensions[2].font = STRUCK
    sheet.column_dimensions["C"].font = STRUCK
    codes, taken = _told(reader, book, tmp_path)
    assert {"XS008 A2", "XS008 C1"} <= set(codes)
    assert taken == 2


@every
def test_a_header_that_is_struck_out_is_told(reader: Reader, tmp_path: Path) -> None:
    book, sheet = _book(reader)
    sheet["B1"].font = STRUCK
    assert "XS007 B1" in _told(reader, book, tmp_path)[0]


@every
@pytest.mark.parametrize(
    "sign", ["\u200b", "\u200e", "\u202d", "\u2060", "\ufeff", "\u00ad", "\u2066", "\u180e", "\u3164"]
)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_nobody_sees_counts_for_nothing(reader: Reader, sign: str, ending: str, tmp_path: Path) -> None:
    rows = [[sign.join(["", *text, ""]) for text in row] for row in reader.rows]
    path = tmp_path / f"a.{ending}"
    if ending == "xlsx":
        a_workbook(path, ("表", [*rows, [sign, f" {sign} "]], []))
    else:
        path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    plain = a_workbook(tmp_path / "b.xlsx", ("表", reader.rows, []))
    assert _told(reader, path, tmp_path) == _told(reader, plain, tmp_path)


@every
def test_a_formula_without_a_result_or_with_an_error_is_told(reader: Reader, tmp_path: Path) -> None:
    book, sheet = _book(reader)
    sheet["A2"], sheet["A3"] = "=1+1", "#REF!"
    codes, _ = _told(reader, book, tmp_path)
    assert {"XS002 A2", "XS003 A3"} <= set(codes)


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    sheet = (
        '<sheetData><row><c t="str"><f>x</f><v>職</v></c><c t="str"><f>x</f><v>氏名</v></c><c><v/></c></row>'
        '<row><c t="str"><f>x</f><v>課長</v></c><c t="str"><f>x</f><v>甲野太郎</v></c>'
        '<c t="str"><f>x</f><v></v></c></row>'
        "</sheetData>"
    )
    found = imported(a_bare_workbook(tmp_path / "a.xlsx", sheet))
    assert (people(found), said(found)) == ({"課長": ("甲野太郎", [])}, ["XS014"])


@pytest.mark.parametrize("kind", ["staff", "test", "numbers"])
@pytest.mark.parametrize(
    "names",
    ["甲野太郎、丙川三子", "甲野太郎／丙川三子", "甲野太郎・丙川三子", "甲野太郎\n丙川三子", "甲野太郎　丙川三子"],
)
def test_two_names_in_a_cell_refuse_the_row_and_are_told(kind: str, names: str, tmp_path: Path) -> None:
    book, sheet = _book(READERS[kind])
    sheet["B2"] = names
    codes, taken = _told(READERS[kind], book, tmp_path)
    assert ("XS039 B2" in codes, taken) == (True, 1)


@pytest.mark.parametrize("kind", ["staff", "test", "numbers"])
@pytest.mark.parametrize("numbers", ["123、124", "123/124", "123\n124", "K1,K9", "123 124"])
def test_two_staff_numbers_in_a_cell_refuse_the_row_and_are_told(kind: str, numbers: str, tmp_path: Path) -> None:
    book, sheet = _book(READERS[kind])
    sheet["A2"] = numbers
    codes, taken = _told(READERS[kind], book, tmp_path)
    assert ("XS039 A2" in codes, taken) == (True, 1)


@pytest.mark.parametrize("kind", ["staff", "test", "numbers"])
def test_a_staff_number_over_two_rows_is_told(kind: str, tmp_path: Path) -> None:
    book, sheet = _book(READERS[kind])
    sheet.merge_cells("A2:A3")
    codes, taken = _told(READERS[kind], book, tmp_path)
    assert ({"XS101 A2", "XS101 A3"} <= set(codes), taken) == (True, 0)


def test_a_header_that_comes_again_is_nobody() -> None:
    for name, reader in READERS.items():
        problems, taken = reader.read([Grid.of([*reader.rows, reader.rows[0], reader.rows[2][:1]])])
        assert taken in (2, 3), name
        assert not [each for each in problems if each.line == 4], name


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("甲野太郎、乙山次郎", ["甲野太郎", "乙山次郎"]),
        ("甲野・乙山", ["甲野", "乙山"]),
        ("服部・阿部", ["服部", "阿部"]),
        ("課長 甲野太郎\n係長 乙山次郎", ["課長 甲野太郎", "係長 乙山次郎"]),
        ("課長\n甲野太郎\n係長\n乙山次郎", ["課長 甲野太郎", "係長 乙山次郎"]),
        ("甲野 太郎　乙山 次郎", ["甲野 太郎", "乙山 次郎"]),
        ("甲野太郎（正）乙山次郎（副）", ["甲野太郎(正)", "乙山次郎(副)"]),
        ("①甲野太郎②乙山次郎", ["甲野太郎", "乙山次郎"]),
        ("甲野太郎と乙山次郎", ["甲野太郎", "乙山次郎"]),
        ("甲野太郎 ほか2名", ["甲野太郎", "ほか2名"]),
        ("Ann Example, Ben Example", ["Ann Example", "Ben Example"]),
        ("Ann Example and Ben Example", ["Ann Example", "Ben Example"]),
        ("ジョン・スミス", ["ジョン・スミス"]),
        ("Example, Ann", ["Example, Ann"]),
        ("甲野　太郎", ["甲野 太郎"]),
        ("甲野太郎（総務課、税務課兼務）", ["甲野太郎(総務課、税務課兼務)"]),
        ("総務・企画課長", ["総務・企画課長"]),
        ("総務課\n甲野太郎", ["総務課\n甲野太郎"]),
        ("課長\n甲野太郎", ["課長 甲野太郎"]),
        ("(株)甲野商事", ["(株)甲野商事"]),
        ("乙山次郎、欠員", ["乙山次郎"]),
        ("欠員", []),
    ],
)
def test_how_many_people_a_cell_names(cell: str, named: list[str]) -> None:
    assert people_in(cell) == named


@pytest.mark.parametrize(
    ("cell", "whose", "stray"),
    [
        ("甲野太郎 090-1、乙山次郎", ["", ""], ""),
        ("甲野太郎 090-0000-0001、乙山次郎 090-0000-0002", ["090-0000-0001", "090-0000-0002"], ""),
        ("甲野太郎\n090-0000-0001\n乙山次郎\n090-0000-0002", ["090-0000-0001", "090-0000-0002"], ""),
        ("090-0000-0001 甲野太郎\n090-0000-0002 乙山次郎", ["090-0000-0001", "090-0000-0002"], ""),
        ("甲野太郎、乙山次郎\n090-0000-0001\n090-0000-0002", ["090-0000-0001", "090-0000-0002"], ""),
        ("甲野太郎（内線1001）／乙山次郎", ["(内線1001)", ""], ""),
        ("甲野太郎、乙山次郎 090-0000-0001", ["", ""], "090-0000-0001"),
    ],
)
def test_a_number_belongs_to_whom_it_stands_beside(cell: str, whose: list[str], stray: str) -> None:
    found, left = mentions(cell)
    assert ([each.numbers for each in found], left) == (whose, stray)


@pytest.mark.parametrize("number", ["123", "R5/123", "12-345", "甲1", "A 12"])
def test_a_staff_number_with_signs_is_one(number: str) -> None:
    assert len(ids_in(number)) == 1


@pytest.mark.parametrize("between", ["、", "／", "・", "\n", "；", "　"])
def test_of_two_holders_in_a_cell_the_first_is_taken_with_his_own_number(between: str) -> None:
    found = read(
        ["職", "氏名", "携帯", "内線"],
        ["当番", f"甲野太郎{between}乙山次郎", f"090-0000-0001{between}090-0000-0002", "1001"],
    )
    assert people(found) == {"当番": ("甲野太郎", [])}
    assert reach(found) == {"甲野太郎": [("mobile", "090-0000-0001")]}
    assert {"XS039 B2", "XS064 D2"} <= set(said(found))
    assert {"乙山次郎 090-0000-0002", "1001"} <= {each.text for each in found.unread}


def test_deputies_in_a_cell_have_the_numbers_beside_their_names() -> None:
    found = read(
        ["職", "氏名", "代理者", "代理者 携帯"],
        ["課長", "甲野太郎", "乙山次郎（内線1002）\n丙川三子（内線1003）", "090-0000-0002、090-0000-0003"],
    )
    assert people(found) == {"課長": ("甲野太郎", ["乙山次郎", "丙川三子"])}
    assert reach(found)["丙川三子"] == [("desk", "1003"), ("mobile", "090-0000-0003")]


def test_a_deputy_who_is_struck_out_is_none(tmp_path: Path) -> None:
    rows = [
        ["職", "氏名", "代理者1", "代理者2", "報告先"],
        ["課長", "甲野太郎", "乙山次郎", "丙川三子", "部長"],
        ["部長", "丁田四郎"],
    ]
    book = load_workbook(a_workbook(tmp_path / "a.xlsx", ("表", rows, [])))
    book["表"]["C2"].font = STRUCK
    book.save(tmp_path / "a.xlsx")
    found = imported(tmp_path / "a.xlsx")
    assert people(found)["課長"] == ("甲野太郎", ["丙川三子"])
    assert contacts(found) == [("課長", "部長", "report")]
    assert "XS007 C2" in said(found)
    assert "乙山次郎" in [each.text for each in found.unread]


CHART = a_chart({"a": ["ann", "ben"], "b": ["ben"]})


def _own(tmp_path: Path, change: Callable[[Any], None]) -> tuple[Any, list[str]]:
    path = tmp_path / "own.xlsx"
    path.write_bytes(workbook(sheets(CHART, catalogue("ja"))))
    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    found = import_own(open_sheets(path).grids)
    return found.chart, said(found)


def test_in_a_workbook_of_ours_what_is_struck_out_is_gone_and_told(tmp_path: Path) -> None:
    def strike(sheet: Any) -> None:
        sheet["D5"].font = STRUCK

    chart, codes = _own(tmp_path, strike)
    assert (chart.posts["a"].deputies, {"XS007 D5", "XS070 D5"} <= set(codes)) == ((), True)


def test_in_a_workbook_of_ours_two_people_in_a_cell_are_no_person(tmp_path: Path) -> None:
    def write(sheet: Any) -> None:
        sheet["D5"] = "甲野太郎、乙山次郎"

    chart, codes = _own(tmp_path, write)
    assert (chart.posts["a"].deputies, "XS071 D5" in codes) == (("ben",), True)


def test_in_a_workbook_of_ours_hidden_rows_are_told(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[5].hidden = True

    assert _own(tmp_path, hide) == (CHART, ["XS001 A5"])


EMPTY = {
    "a formatted cell": '</sheetData>|<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>',
    "a blank text": '</sheetData>|<row r="9"><c r="XFD9" t="inlineStr"><is><t> &#8203; </t></is></c></row></sheetData>',
    "a dimension": '<sheetData>|<dimension ref="A1:XFD1048576"/><sheetData>',
    "a merged area": '</sheetData>|</sheetData><mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>',
    "a merged column": '</sheetData>|</sheetData><mergeCells><mergeCell ref="C3:C1048576"/></mergeCells>',
    "many merged areas": "</sheetData>|</sheetData><mergeCells>"
    + "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(9, 20_000))
    + "</mergeCells>",
    "a hundred thousand formatted rows": "</sheetData>|"
    + "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(9, 100_000))
    + "</sheetData>",
}


@pytest.mark.parametrize("where", EMPTY)
@every
def test_emptiness_at_the_far_end_of_a_sheet_costs_nothing(reader: Reader, where: str, tmp_path: Path) -> None:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    cells = "".join(f"<row>{''.join(map(cell.format, row))}</row>" for row in reader.rows)
    before, after = EMPTY[where].split("|")
    path = a_bare_workbook(tmp_path / "a.xlsx", f"<sheetData>{cells}</sheetData>".replace(before, after))
    tracemalloc.start()
    try:
        codes, taken = _told(reader, path, tmp_path)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    plain = a_workbook(tmp_path / "b.xlsx", ("体制", reader.rows, []))
    wanted, most = _told(reader, plain, tmp_path)
    if where != "a merged column":
        assert (codes, taken) == (wanted, most)


@pytest.mark.parametrize(
    "parts",
    [
        {"strings": "<si><t>x</t></si>" * 200_001},
        {"sheet": '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' * 3},
        {"sheet": f"<sheetData><row>{'<c><v>1</v></c>' * 200_001}</row></sheetData>"},
        {"sheet": f"<sheetData><row><c t='inlineStr'><is><t>{'x' * 41_000_000}</t></is></c></row></sheetData>"},
    ],
)
def test_what_is_larger_than_the_limit_is_refused(parts: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        open_sheets(a_bare_workbook(tmp_path / "a.xlsx", **{"sheet": "<sheetData/>", **parts}))
    assert refused.value.code in ("sheets.too_many", "sheets.suspicious", "sheets.empty")
