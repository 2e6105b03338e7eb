"""Tables as cells, and cells as rows of Excel that show all their text."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from drill.report.blocks import Block, Card, Cards, Document, PageBreak, Paragraph, Table
from drill.report.writers.formats import write
from drill.report.writers.plain import grid, number
from tests.builders import LAWS
from tests.report.writers.hostile import HOSTILE, tables


def _table(*rows: tuple[str, ...], **more: object) -> Table:
    return Table(("a", "b"), rows, ("left", "left"), **more)  # type: ignore[arg-type]


def _body(table: Table) -> list[tuple[str, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.rows) for cell in grid(table).cells if not cell.header]


@LAWS
@given(tables())
def test_cells_cover_a_table_without_gap_or_overlap(table: Table) -> None:
    found = grid(table)
    places = [
        (row, column)
        for cell in found.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    assert sorted(places) == [(row, column) for row in range(found.rows) for column in range(len(found.shares))]


def test_equal_cells_are_joined_only_where_those_left_of_them_are() -> None:
    assert _body(_table(("x", "1"), ("x", "1"), ("y", "1"), joined=2)) == [
        ("x", 1, 0, 2),
        ("1", 1, 1, 2),
        ("y", 3, 0, 1),
        ("1", 3, 1, 1),
    ]


def test_many_equal_cells_stand_alone_without_lines_between_them_so_that_a_page_may_end_anywhere() -> None:
    cells = [cell for cell in grid(_table(*[("x", str(n)) for n in range(6)], joined=1)).cells if cell.column == 0][1:]
    assert [cell.text for cell in cells] == ["x", *[""] * 5]
    assert [(cell.from_above, cell.goes_on) for cell in cells] == [(False, True), *[(True, True)] * 4, (True, False)]


def test_a_header_reaches_up_where_nothing_stands_above_it() -> None:
    heads = [cell for cell in grid(_table(above=(("", 1), ("year", 1)))).cells if cell.header]
    assert [(cell.text, cell.row, cell.rows) for cell in heads] == [("a", 0, 2), ("year", 0, 1), ("b", 1, 1)]


def test_only_texts_that_would_look_the_same_are_numbers() -> None:
    same = {"0": 0, "12": 12, "-3": -3, "95.7": 95.7, "0.50": 0.5}
    assert {text: number(text) for text in same} == same
    other = ("", "007", "1,000", "+1", "1e3", "１２", "5%", "-0", ".5", "12 ", "1" * 16)
    assert not [text for text in other if number(text) is not None]


def test_sheets_have_titles_that_excel_takes_each_once() -> None:
    titles = ["[a]:*?/\\", "", "history", "x" * 40, "x" * 40, "X" * 40, "'quoted'", *HOSTILE]
    blocks: list[Block] = [block for title in titles for block in (PageBreak(title), Paragraph("text"))]
    names = load_workbook(BytesIO(write(Document("t", "en", tuple(blocks)), "xlsx"))).sheetnames
    assert len({name.lower() for name in names}) == len(titles)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert not [name for name in names if name.startswith("'") or name.endswith("'")]


def test_a_text_longer_than_the_highest_row_of_excel_goes_over_several() -> None:
    text = "漢字" * 1_500
    data = write(Document("t", "ja", (_table((text, "b"), widths=(1, 9)),)), "xlsx")
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    heights = [row.height for row in sheet.row_dimensions.values() if row.height]
    assert max(heights) <= 409
    assert sum(heights) > len(text) * 9 * 9 / 50  # letters of 9 points in a column 50 points wide
    assert any(str(area).startswith("A2:A") for area in sheet.merged_cells.ranges)


@settings(LAWS, max_examples=8)
@given(st.integers(8, 30))
def test_no_card_of_a_sheet_is_cut_by_the_end_of_a_page(rows: int) -> None:
    cards = Cards(tuple(Card(f"card {n}", rows=(("label", "text"),) * rows) for n in range(4)), columns=1)
    sheet = load_workbook(BytesIO(write(Document("t", "en", (cards,)), "xlsx"))).worksheets[0]
    first = [row for row in range(1, sheet.max_row + 1) if str(sheet.cell(row, 1).value).startswith("card")]
    breaks = {int(each.id or 0) + 1 for each in sheet.row_breaks.brk}
    assert breaks <= {*first}
    for start, end in zip(first, [*first[1:], sheet.max_row], strict=True):
        page = max([row for row in breaks if row <= start], default=1)
        assert sum(sheet.row_dimensions[row].height or 15 for row in range(page, end)) <= 760
