"""What holds for every format: any document of any texts is written, opens again, and says what it was given."""

from __future__ import annotations

import importlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from drill.errors import UsageError
from drill.report.blocks import Block, Bullets, Document, Heading, Paragraph, Table
from drill.report.writers import needed
from drill.report.writers.formats import BINARY, ENDINGS, FORMATS, write
from drill.report.writers.plain import plain
from tests.builders import LAWS
from tests.report.writers.hostile import HOSTILE, all_texts, documents
from tests.report.writers.reading import SEEN, Page, sheets
from tests.report.writers.sample import sample

_ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "p", "h1", "h2", "h3", "ul", "ol", "li"),
    *("div", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "figure", "wbr"),
    *("svg", "g", "path", "rect", "circle", "polyline", "text"),
}
_ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "style", "rowspan", "colspan", "role", "aria-label"),
    *("xmlns", "viewbox", "x", "y", "width", "height", "d", "points", "cx", "cy", "r", "transform", "font-size"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "text-anchor"),
}


def _pango() -> bool:
    try:
        importlib.import_module("weasyprint")
    except OSError:
        return False
    return True


WITH_PANGO = pytest.mark.skipif(not _pango(), reason="WeasyPrint needs Pango, a library of the system")


def squeezed(text: str) -> str:
    """A text as it can be looked for: line breaks and spaces differ between formats."""
    return "".join(plain(text).split())


@pytest.mark.parametrize("format_", SEEN)
def test_every_text_of_any_document_is_seen(format_: str) -> None:
    @settings(LAWS, max_examples=20 if format_ in BINARY else 60)
    @given(documents)
    def law(document: Document) -> None:
        seen = squeezed(SEEN[format_](write(document, format_)))
        for text in all_texts(document):
            assert squeezed(text) in seen

    law()


@settings(LAWS, max_examples=60)
@given(documents)
def test_no_text_becomes_a_tag_or_an_attribute_of_html(document: Document) -> None:
    page = Page(write(document, "html"))
    assert {tag for tag, _ in page.tags} <= _ALLOWED
    assert {name for _, attributes in page.tags for name in attributes} <= _ATTRIBUTES


@settings(LAWS, max_examples=15)
@given(documents)
def test_no_text_becomes_a_formula(document: Document) -> None:
    book = load_workbook(BytesIO(write(document, "xlsx")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[0] in "=+-@" and cell.data_type == "s")


@WITH_PANGO
def test_hostile_texts_are_printed_as_pdf() -> None:
    table = Table(HOSTILE[:3], (HOSTILE[3:6],), ())
    blocks: list[Block] = [Heading("x", 1), *map(Paragraph, HOSTILE), Bullets(HOSTILE), table]
    assert write(Document(HOSTILE[0], "ja", tuple(blocks), HOSTILE[1]), "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize("format_", SEEN)
def test_a_word_of_ten_thousand_letters_is_written_whole(format_: str) -> None:
    table = Table(("a", "b"), (("x" * 10_000, "漢" * 3_000),), ("left", "left"), (1, 9))
    seen = squeezed(SEEN[format_](write(Document("t", "ja", (table,)), format_)))
    assert "x" * 10_000 in seen
    assert "漢" * 3_000 in seen


@pytest.mark.parametrize("format_", [pytest.param(each, marks=WITH_PANGO if each == "pdf" else ()) for each in FORMATS])
def test_the_same_document_is_the_same_bytes_at_any_time(format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write(sample("ja"), format_)
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    assert write(sample("ja"), format_) == first


@pytest.mark.parametrize("format_", ["xlsx", "docx"])
def test_office_files_carry_no_time_and_no_author(format_: str) -> None:
    with ZipFile(BytesIO(write(sample("ja"), format_))) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2
    assert "python-docx" not in core
    assert "openpyxl" not in core


def test_every_format_has_an_ending() -> None:
    assert set(ENDINGS.values()) == set(FORMATS)
    assert set(FORMATS) >= BINARY


@pytest.mark.parametrize(
    ("raised", "code"), [(ModuleNotFoundError("docx"), "writing.needs"), (OSError("libpango"), "writing.needs_pango")]
)
def test_a_missing_library_is_named(raised: Exception, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise raised

    monkeypatch.setattr(needed, "import_module", missing)
    for format_ in ("docx", "pdf"):
        with pytest.raises(UsageError) as caught:
            write(sample("ja"), format_)
        assert caught.value.code == code


@WITH_PANGO
def test_pdf_fetches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if our HTML asked for a file, as it never does, the file would not be in the PDF."""
    picture = tmp_path / "x.svg"
    picture.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    html = importlib.import_module("drill.report.writers.html")
    sizes = []
    for source in (picture.as_uri(), (tmp_path / "none.svg").as_uri()):
        monkeypatch.setattr(html, "write", lambda _, url=source: f'<img src="{url}">'.encode())
        sizes.append(len(write(sample("ja"), "pdf")))
    assert sizes[0] == sizes[1]


def test_figures_of_right_aligned_columns_are_numbers_and_everything_else_is_text() -> None:
    row = ("95.70", "007", "-1", "1,000", "12")
    table = Table(("a", "b", "c", "d", "e"), (row,), ("right", "right", "right", "right", "left"))
    data = write(Document("t", "ja", (table,)), "xlsx")
    cells = load_workbook(BytesIO(data)).worksheets[0]
    assert [cell.data_type for cell in cells[2]] == ["n", "s", "n", "s", "s"]
    assert [sheets(data)["t"][f"{column}2"] for column in "ABCDE"] == [*row]
