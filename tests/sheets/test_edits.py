"""A planner edits the printed sheet: what the cells show is what counts, and every change is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from drill.model.chart import Chart
from drill.sheets.chart.importing import Imported
from drill.sheets.chart.own import import_own
from drill.sheets.chart.pages import sheets
from drill.sheets.kit.opening import open_sheets
from drill.sheets.kit.printing import workbook
from drill.text.catalogue import catalogue
from tests.builders import a_chart, contact, person
from tests.sheets.making import imported, said

PEOPLE = {
    "ann": person("desk", "mobile") | {"name": {"ja": "甲野太郎", "en": "A"}, "unit": "総務課"},
    "ben": person("desk") | {"name": {"ja": "乙野二郎", "en": "B"}},
    "cat": person("mail") | {"name": {"ja": "丙野三郎", "en": "C"}},
}
PEOPLE["ann"]["channels"][0] |= {"address": "1001", "medium": "exchange", "hours": "office"}


def _chart(**more: Any) -> Chart:
    posts: dict[str, Any] = {
        "head": {"name": {"ja": "部長", "en": "Head"}, "holder": "ann", "deputies": ["ben"]},
        "chief": {"name": {"ja": "課長", "en": "Chief"}, "holder": "ben", "deputies": ["cat", "ann"]},
    }
    return a_chart(
        posts, contact("chief", "head", by=["desk"], deadline_min=10), persons=PEOPLE, as_of="2023-12-01", **more
    )


Edit = Callable[[Any], None]


def _edited(tmp_path: Path, edit: Edit, chart: Chart | None = None) -> Imported:
    """The export after an edit. Posts: A post, B unit, C name, D-E deputies, F-H desk, mobile, mail, N id."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(sheets(chart or _chart(), catalogue("ja"))))
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return import_own(open_sheets(path).grids)


def _set(sheet: str, **cells: Any) -> Edit:
    def edit(book: Any) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value

    return edit


def test_the_printed_sheet_has_a_header_for_each_field(tmp_path: Path) -> None:
    found: list[Any] = []

    def look(book: Any) -> None:
        sheet = book["連絡体制表"]
        found.append([[cell.value for cell in row] for row in sheet["A1:N5"]])
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == "$3:$4"
        assert sheet.oddFooter.center.text == "&P / &N"
        assert sheet["A5"].border.left.style == "thin"

    assert _edited(tmp_path, look).chart == _chart()
    rows = found[0]
    assert rows[0][0] == "Town"
    assert rows[1][0] == "令和5年12月1日現在"
    assert rows[4][:6] == ["部長", "総務課", "甲野太郎", "乙野二郎", None, "1001"]
    assert rows[4][13] == "head"


def test_an_edited_deputy_wins_over_the_hidden_data(tmp_path: Path) -> None:
    found = _edited(tmp_path, _set("連絡体制表", D5="丙野　三郎", E6=None))
    assert found.chart.posts["head"].deputies == ("cat",)
    assert found.chart.posts["chief"].deputies == ("cat",)
    assert said(found) == ["XS070 D5", "XS070 E6"]


def test_a_new_number_keeps_medium_and_hours(tmp_path: Path) -> None:
    found = _edited(tmp_path, _set("連絡体制表", F5=2002, G5="090-1111-2222"))
    desk, mobile = found.chart.persons["ann"].channels
    assert (desk.address, desk.medium, desk.hours) == ("2002", "exchange", "office")
    assert mobile.address == "090-1111-2222"


def test_a_new_holder_takes_over_the_numbers_of_the_seat(tmp_path: Path) -> None:
    found = _edited(tmp_path, _set("連絡体制表", C5="戊野五郎（主査）"))
    holder = found.chart.posts["head"].holder
    assert holder not in PEOPLE
    new = found.chart.persons[holder or ""]
    assert new.name.ja == "戊野五郎"
    assert new.channels == _chart().persons["ann"].channels
    assert said(found) == ["XS074 A5", "XS032 C5", "XS070 C5", "XS072 C5"]


def test_days_title_and_contacts_are_edited(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        _set("連絡体制表", A1="新しい体制", A2="令和6年4月1日現在", L5="令和6年3月1日")(book)
        _set("連絡経路", C5="指示", E5="レベル2・3、公表時", F5="携帯、メール", G5="15")(book)
        _set("要員", H7="2024-08-13 ~ 2024-08-16")(book)

    chart = _edited(tmp_path, edit).chart
    assert (chart.title.ja, str(chart.as_of), str(chart.persons["ann"].verified)) == (
        "新しい体制",
        "2024-04-01",
        "2024-03-01",
    )
    only = chart.contacts[0]
    assert (only.kind, only.by, only.deadline_min, only.when.level, only.when.publishing) == (
        "instruct",
        ("mobile", "mail"),
        15,
        (2, 3),
        True,
    )
    assert str(chart.persons["cat"].leave[0].end) == "2024-08-16"


def test_rows_come_and_go(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book["連絡体制表"].delete_rows(5)
        book["連絡体制表"].append(["係長", None, "丙野三郎"])
        book["連絡経路"].append(["係長", "課長", "報告"])

    found = _edited(tmp_path, edit)
    assert list(found.chart.posts) == ["chief", "post_03"]
    assert found.chart.posts["post_03"].holder == "cat"
    assert [(each.caller, each.target) for each in found.chart.contacts] == [("post_03", "chief")]
    assert [code for code in said(found) if code.startswith("XS075")] == ["XS075 A3", "XS075 A3"]


def test_an_edit_of_a_contact_that_is_gone_with_its_post_is_told(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book["連絡体制表"].delete_rows(5)
        book["連絡経路"]["C5"] = "指示"

    found = _edited(tmp_path, edit)
    assert found.chart.contacts == ()
    assert "XS071 C5" in said(found)


def test_two_different_edits_of_one_person_are_an_error(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        _set("連絡体制表", F5="2002")(book)
        _set("要員", D5="3003")(book)

    assert "XS073 D5" in said(_edited(tmp_path, edit))


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        ("連絡体制表", "A5", None),
        ("連絡体制表", "J5", "消防署"),
        ("連絡体制表", "L5", "そのうち"),
        ("連絡体制表", "M5", "?"),
        ("連絡経路", "A5", "消防署"),
        ("連絡経路", "C5", "踊り"),
        ("連絡経路", "E5", "大雨"),
        ("連絡経路", "F5", "伝書鳩"),
        ("連絡経路", "G5", "-3"),
        ("要員", "H5", "夏"),
    ],
)
def test_an_edit_that_makes_no_sense_is_told_and_changes_nothing(
    tmp_path: Path, sheet: str, cell: str, value: str | None
) -> None:
    found = _edited(tmp_path, _set(sheet, **{cell: value}))
    assert said(found) == [f"XS071 {cell}"]
    assert found.chart == _chart()


def test_a_column_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        for area in list(book["要員"].merged_cells.ranges):
            book["要員"].unmerge_cells(str(area))
        book["要員"].delete_cols(2)

    found = _edited(tmp_path, edit)
    assert found.chart == _chart()
    assert said(found) == ["XS076 A3"]


def test_without_the_last_sheet_it_is_read_like_any_other_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(sheets(_chart(), catalogue("ja"))))
    book = load_workbook(path)
    del book["全項目"]
    book.save(path)
    chart = imported(path).chart
    head, chief = chart.posts["head"], chart.posts["chief"]
    assert (head.name.ja, chief.name.ja) == ("総務課 部長", "課長")
    names = {each: entry.name.ja for each, entry in chart.persons.items()}
    assert [names[each] for each in chart.candidates("head")] == ["甲野太郎", "乙野二郎"]
    assert [names[each] for each in chart.candidates("chief")] == ["乙野二郎", "丙野三郎", "甲野太郎"]
    assert [(each.caller, each.target, each.kind) for each in chart.contacts] == [("chief", "head", "report")]
    assert set(names.values()) == {"丙野三郎", "乙野二郎", "甲野太郎"}


def test_a_sheet_under_another_name_is_found_by_its_header(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book["連絡体制表"]["D5"] = "丙野三郎"
        book["連絡体制表"].title = "R6体制"
        book["要員"].title = "R6要員"

    found = _edited(tmp_path, edit)
    assert list(found.chart.posts["head"].deputies) == ["cat"]
    assert said(found) == ["XS070 D5"]


def test_a_new_number_is_read_whatever_its_width(tmp_path: Path) -> None:
    found = _edited(tmp_path, _set("連絡体制表", F5="２００１"))
    assert found.chart.persons["ann"].channels[0].address == "2001"


def test_what_a_new_row_says_about_its_holder_is_taken_over(tmp_path: Path) -> None:
    found = _edited(tmp_path, _set("連絡体制表", A7="係長", B7="税務課", C7="己野六郎", D7="課長"))
    post = found.chart.posts["post_03"]
    assert list(post.deputies) == ["ben"]
    assert found.chart.persons[str(post.holder)].unit is not None
    assert not found.errors
