"""A report that uses every block, as agreed: Markdown and HTML as they are, Excel and Word as what stands where.

DRILL_UPDATE_GOLDEN=1 writes the files anew; look at them as pictures before they are kept.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from pathlib import Path

import docx
import pytest
from docx.table import Table, _Cell
from openpyxl import load_workbook

from drill.report.writers.formats import write
from drill.text.catalogue import LANGUAGES, Language
from tests.report.agreed import assert_agreed
from tests.report.writers.reading import sheets
from tests.report.writers.sample import sample

GOLDEN = Path(__file__).parent / "golden"


def _cells(data: bytes) -> str:
    """Every cell with its text, then what is merged and what is repeated, sheet by sheet."""
    lines = []
    book = load_workbook(BytesIO(data))
    for title, cells in sheets(data).items():
        sheet = book[title]
        lines += [f"# {title} {sheet.page_setup.orientation} {sheet.print_title_rows or '-'}"]
        lines += [f"{place} {text!r}" for place, text in cells.items()]
        lines += [f"merged {area}" for area in sorted(map(str, sheet.merged_cells.ranges))]
    return "\n".join(lines) + "\n"


def _paragraphs(data: bytes) -> str:
    """Paragraphs with their styles, and tables row by row; a cell that spans others stands once."""
    lines = []
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            lines += ["table", *(" | ".join(map(repr, _once(row.cells))) for row in block.rows)]
        else:
            lines.append(f"{block.style.name if block.style else '-'}: {block.text!r}")
    return "\n".join(lines) + "\n"


def _once(cells: tuple[_Cell, ...]) -> list[str]:
    """python-docx gives a cell again for every column that it spans."""
    return [next(run).text for _, run in groupby(cells, key=lambda cell: cell._tc)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", ["md", "html", "xlsx", "docx"])
def test_the_report_reads_as_agreed(format_: str, language: Language) -> None:
    data = write(sample(language), format_)
    text = {"xlsx": _cells, "docx": _paragraphs}.get(format_, bytes.decode)(data)
    assert_agreed(text, GOLDEN / f"sample.{language}.{format_}{'.txt' if format_ in ('xlsx', 'docx') else ''}")
