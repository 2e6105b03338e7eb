"""Sheets → an Excel workbook as planners print it: A4 landscape, borders, header on every page, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from rich.cells import cell_len

_A4 = 9
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads `_x000D_` as a character."""
_WIDTHS = (6, 34)
"""Narrowest and widest column, in half-width characters."""
_NARROW_PATH = 60
HEADER_ROWS = 2
"""Rows of the header below title and day."""
_FIRST = 3


@dataclass(frozen=True)
class Sheet:
    """Texts by row; the header is in rows 3 and 4, the data from row 5 on. `printed` is false for the last sheet."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merge: tuple[tuple[int, int, int, int], ...] = ()
    """Areas as first row, first column, last row, last column."""
    printed: bool = True


def printed(
    name: str, above: tuple[str, str], header: Sequence[tuple[str, str]], rows: Iterable[tuple[str, ...]]
) -> Sheet:
    """A sheet with two lines above a header of two rows: of each column its upper and its lower text.

    Without a lower text the upper one stands in both rows; blank or as at its left, it stands over both columns.
    """
    last = len(header)
    starts = [
        column
        for column, (upper, lower) in enumerate(header, 1)
        if column == 1 or not lower or upper not in ("", header[column - 2][0])
    ]
    areas = [(1, 1, 1, last), (2, 1, 2, last)]
    for first, following in pairwise((*starts, last + 1)):
        areas.append((_FIRST, first, _FIRST + (not header[first - 1][1]), following - 1))
    blank = ("",) * (last - 1)
    upper, lower = zip(*header, strict=True)
    lines = ((above[0], *blank), (above[1], *blank), upper, lower, *rows)
    return Sheet(name, lines, tuple(area for area in areas if area[:2] != area[2:]))


def workbook(found: Sequence[Sheet]) -> bytes:
    """The bytes of an .xlsx file. Every cell is text, whatever it begins with."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in found:
        _fill(book.create_sheet(sheet.name), sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(target: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    thin = Side(style="thin", color="FF808080")
    kinds: dict[tuple[bool, bool, bool], Any] = {}
    """Framed, in the header, beginning like a formula → the style of such a cell, made once."""
    for r, row in enumerate(sheet.rows, 1):
        framed, in_head = sheet.printed and r >= _FIRST, _FIRST <= r < _FIRST + HEADER_ROWS
        for c, value in enumerate(row, 1):
            if not (value or framed):
                continue
            cell = target.cell(r, c)
            if value:
                cell.value = _ESCAPE.sub("_x005F_", value)
                cell.data_type = "s"
            kind = framed, in_head, value[:1] in tuple("=+-@")
            if kind not in kinds:
                cell.number_format, cell.quotePrefix = "@", kind[2]
                if framed:
                    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
                    cell.font = Font(size=9, bold=in_head)
                    cell.alignment = Alignment(
                        horizontal="center" if in_head else None, vertical="center", wrap_text=True
                    )
                if framed and in_head:
                    cell.fill = PatternFill("solid", fgColor="FFE7ECF2")
                kinds[kind] = cell._style
            cell._style = copy(kinds[kind])
    if sheet.printed:
        target["A1"].font, target["A1"].alignment = Font(size=14, bold=True), Alignment(horizontal="center")
        target["A2"].font, target["A2"].alignment = Font(size=10), Alignment(horizontal="right")
        for area in sheet.merge:
            target.merge_cells(start_row=area[0], start_column=area[1], end_row=area[2], end_column=area[3])
        target.freeze_panes = target.cell(_FIRST + HEADER_ROWS, 2)
        target.print_title_rows = f"{_FIRST}:{_FIRST + HEADER_ROWS - 1}"
    _page(target)
    _widths(target, sheet)


def _page(target: Any) -> None:
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = _A4
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.page_margins.left = target.page_margins.right = 0.4
    target.oddFooter.center.text = "&P / &N"
    target.oddFooter.left.text = "&A"


def _widths(target: Any, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    low, high = _WIDTHS if sheet.printed else (_NARROW_PATH, _NARROW_PATH)
    rows = sheet.rows[_FIRST - 1 :] if sheet.printed else ()
    for c in range(len(max(sheet.rows, key=len, default=()))):
        longest = max(
            (cell_len(line) for row in rows for text in row[c : c + 1] for line in text.split("\n")), default=0
        )
        target.column_dimensions[get_column_letter(c + 1)].width = min(max(longest + 2, low), high)
