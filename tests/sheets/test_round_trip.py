"""Export and import: nothing is lost, and what a planner changes in a printed sheet is what counts."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from openpyxl import load_workbook

from benchmarks.big_chart import big_chart
from drill.model.chart import Chart
from drill.model.library import list_charts
from drill.model.load import load_chart
from drill.model.save import chart_yaml
from drill.sheets.chart.everything import flatten, unflatten
from drill.sheets.chart.own import import_own, is_own
from drill.sheets.chart.pages import sheets
from drill.sheets.kit.csvfile import CELL_LIMIT, as_csv
from drill.sheets.kit.opening import open_sheets
from drill.sheets.kit.printing import workbook
from drill.text.catalogue import LANGUAGES, Language, catalogue
from tests.builders import LAWS, a_chart, contact
from tests.sheets.making import nasty_charts


def _through(chart: Chart, ending: str, language: Language) -> tuple[Chart, list[str]]:
    found = sheets(chart, catalogue(language))
    with TemporaryDirectory() as folder:
        path = Path(folder, f"chart.{ending}")
        path.write_bytes(workbook(found) if ending == "xlsx" else as_csv(found).encode("utf-8-sig"))
        opened = open_sheets(path)
    assert is_own(opened.grids)
    result = import_own(opened.grids)
    return result.chart, [each.code for each in result.problems]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("name", [entry.name for entry in list_charts() if entry.shipped])
def test_a_shipped_chart_comes_back_as_it_was(name: str, ending: str, language: Language) -> None:
    entry = next(each for each in list_charts() if each.name == name)
    chart = load_chart(entry.path).value
    assert chart is not None
    assert _through(chart, ending, language) == (chart, [])


@LAWS
@given(nasty_charts())
def test_any_chart_comes_back_from_excel(chart: Chart) -> None:
    assert _through(chart, "xlsx", "ja") == (chart, [])


@LAWS
@given(nasty_charts())
def test_any_chart_comes_back_from_csv(chart: Chart) -> None:
    assert _through(chart, "csv", "en") == (chart, [])


@LAWS
@given(nasty_charts())
def test_any_chart_comes_back_from_the_rows_of_paths_and_values(chart: Chart) -> None:
    assert Chart.model_validate(unflatten(flatten(chart))) == chart


def test_rows_of_single_values_as_files_had_them_before_are_read() -> None:
    chart = a_chart({"a": ["ann", "ben"], "b": ["ben"]}, contact("a", "b", by=["mobile"]), contact("b", "a"))

    def leaves(path: str, value: object) -> list[tuple[str, str]]:
        parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        rows = [row for name, part in parts for row in leaves(f"{path}/{name}", part)]
        return rows or [(path, json.dumps(value))]

    rows = [row for path, text in flatten(chart) for row in leaves(path, json.loads(text))]
    assert len(rows) > len(flatten(chart))
    assert Chart.model_validate(unflatten(rows)) == chart


def test_a_chart_of_three_thousand_posts_is_small_enough_to_be_read_back() -> None:
    found = sheets(big_chart(3_000), catalogue("ja"))
    assert sum(bool(value) for sheet in found for row in sheet.rows for value in row) < CELL_LIMIT


def test_titles_and_cells_of_a_printed_sheet_have_their_own_fonts() -> None:
    chart = a_chart({"a": ["ann"]}, as_of="2023-12-01")
    sheet = load_workbook(BytesIO(workbook(sheets(chart, catalogue("ja"))))).worksheets[0]
    assert [sheet[cell].font.size for cell in ("A1", "A2", "A3", "A5")] == [14, 10, 9, 9]
    assert [sheet[cell].font.bold for cell in ("A1", "A2", "A3", "A5")] == [True, False, True, False]


@LAWS
@given(nasty_charts())
def test_any_chart_comes_back_from_its_yaml(chart: Chart) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "town.yaml")
        path.write_text(chart_yaml(chart, ["a comment\nwith: a second line"]), encoding="utf-8", newline="\n")
        loaded = load_chart(path)
    assert loaded.problems == ()
    assert loaded.value == chart


@LAWS
@given(nasty_charts())
def test_no_cell_of_an_export_is_a_formula(chart: Chart) -> None:
    book = load_workbook(BytesIO(workbook(sheets(chart, catalogue("ja")))))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    rows = csv.reader(StringIO(as_csv(sheets(chart, catalogue("ja"))), newline=""))
    assert not [value for row in rows for value in row if value.startswith(tuple("=+-@＝＋－＠"))]
