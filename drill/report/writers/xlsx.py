"""A document as an Excel workbook for A4: in cells, as wide as a page, with a sheet for each page break.

A text that begins as a formula does is text. Row heights are set here: no program fits merged cells by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from math import ceil
from typing import Any

from drill.report.blocks import Block, Document, PageBreak
from drill.report.writers.layout import HIGHEST_PT, Look, PageArea, PagePart, parts
from drill.report.writers.plain import number, one_line, running_head
from drill.report.writers.xlsx_chart import add_chart
from drill.report.writers.zipped import fixed
from drill.text.catalogue import Catalogue, catalogue

FONT = "游ゴシック"
_A4 = 9
_WIDE = {False: 95.0, True: 143.0}
"""Of the columns together, in Excel's characters; fills A4 within its margins, by whether it is landscape."""
_HIGH = {False: 735.0, True: 485.0}
"""Of a printed page, in points."""
_WORTH_A_GAP = 0.5
"""Rows that belong together and take more of a page than this may be parted by its end."""
_CHAR_PT = 5.25
"""Width of a figure in Arial 10 at 96 dots an inch; wherever Arial is missing there is one as wide."""
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""


def write(document: Document) -> bytes:
    """The file, the same bytes for the same document."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    say = catalogue(document.language)
    book: Any = Workbook()
    book.remove(book.worksheets[0])
    book._named_styles["Normal"].font = Font(name="Arial", size=10)  # the measure of column widths
    titles: list[str] = []
    for title, blocks in _pages(document):
        titles.append(_free(title, titles, say))
        _Sheet(book.create_sheet(titles[-1]), document, blocks, say).fill()
    book.properties.creator, book.properties.title = "", one_line(document.title)
    out = BytesIO()
    book.save(out)
    return fixed(out.getvalue())


def _pages(document: Document) -> Iterator[tuple[str, list[Block]]]:
    """The blocks of each sheet with its title; an empty sheet is none."""
    title, blocks = document.title, list[Block]()
    for block in document.blocks:
        if not isinstance(block, PageBreak):
            blocks.append(block)
            continue
        if blocks:
            yield title, blocks
        title, blocks = block.title, []
    yield title, blocks


def _free(title: str, taken: list[str], say: Catalogue) -> str:
    """A title that Excel takes and no other sheet has."""
    plain = _NOT_IN_TITLES.sub(" ", one_line(title)).strip("' ")[:31].strip("' ")
    plain = plain if plain and plain.lower() != "history" else say("writing.sheet", number=len(taken) + 1)
    used, again, found = {each.lower() for each in taken}, 2, plain
    while found.lower() in used:
        found = f"{plain[: 28 - len(str(again))]} ({again})"
        again += 1
    return found


class _Sheet:
    """One sheet, filled from top to bottom."""

    def __init__(self, target: Any, document: Document, blocks: list[Block], say: Catalogue) -> None:
        self.target, self.document = target, document
        self.parts = [part for block in blocks for part in parts(block, say)]
        self.cuts = sorted(
            {0, 1, *(cut for part in self.parts for area in part.areas for cut in (area.left, area.right))}
        )
        if len(self.cuts) > 2:
            self.cuts.remove(1)
        self.row, self.plot_row, self.repeated = 1, 1, 0.0
        self.page, self.used = _HIGH[document.landscape], 0.0
        self.wide_cm = _WIDE[document.landscape] * _CHAR_PT * 2.54 / 72
        self.step = _WIDE[document.landscape] / self.cuts[-1]

    def fill(self) -> None:
        """All of it, with what the printer needs."""
        from openpyxl.utils import get_column_letter

        for column, (left, right) in enumerate(zip(self.cuts, self.cuts[1:], strict=False), start=1):
            self.target.column_dimensions[get_column_letter(column)].width = (right - left) * self.step
        tables = [part for part in self.parts if part.heads]
        for place, part in enumerate(self.parts):
            if self.used + self._together(place) > self.page:
                self._break(self.row)
            self.repeated = sum(part.heights(self.step * _CHAR_PT)[: part.heads]) if tables == [part] else 0.0
            first = self._lay(part)
            if tables == [part]:
                self.target.print_title_rows = f"{first}:{first + part.heads - 1}"
            before = self.parts[place - 1] if place else part
            if before.plot:
                columns = [self._column(area.left) for area in part.areas if area.row == 0]
                add_chart(self.target, before.plot, self.plot_row, first + part.heads, columns, self.wide_cm)
            self.plot_row = first
        self._page()

    def _together(self, place: int) -> float:
        """The height of what stays on one page from here on, at most a page; 0 if that began before."""
        if place and self.parts[place - 1].keep:
            return 0
        high = 0.0
        for part in self.parts[place:]:
            rows = part.heights(self.step * _CHAR_PT)
            first = next((end for start, end in part.groups() if start >= part.heads), len(rows))
            if part.keep or part.whole:
                first = len(rows)
            elif sum(rows[:first]) > self.page * _WORTH_A_GAP:
                first = part.heads + 1
            high += sum(rows[:first])
            if not part.keep:
                break
        return min(high, self.page)

    def _break(self, row: int) -> None:
        """A page ends before a row."""
        from openpyxl.worksheet.pagebreak import Break

        if self.used:
            self.target.row_breaks.append(Break(id=row - 1))
            self.used = self.repeated

    def _lay(self, part: PagePart) -> int:
        """The areas of a part in the next rows; the first of them."""
        starts, heights = [self.row], part.heights(self.step * _CHAR_PT)
        for first, last in part.groups():
            high = sum(heights[first:last]) if last - first > 1 else 0
            if self.used + high > self.page and high < self.page * _WORTH_A_GAP:
                self._break(starts[-1])
            for height in heights[first:last]:
                count = max(1, ceil(height / HIGHEST_PT))
                for row in range(starts[-1], starts[-1] + count):
                    self._high(row, height / count)
                starts.append(starts[-1] + count)
        for area in part.areas:
            self._area(area, starts[area.row], starts[area.row + area.rows] - 1)
        for left, right in part.outlines:
            self._outline(starts[0], starts[-1] - 1, self._column(left), self._column(right) - 1)
        self._high(starts[-1], part.space)
        self.row = starts[-1] + 1
        return starts[0]

    def _high(self, row: int, height: float) -> None:
        """A row is so high; what does not fit a page begins the next."""
        self.target.row_dimensions[row].height = max(round(height, 1), 3)
        self.used = self.repeated + height if self.used + height > self.page else self.used + height

    def _column(self, step: int) -> int:
        return self.cuts.index(step) + 1

    def _area(self, area: PageArea, top: int, bottom: int) -> None:
        left, right = self._column(area.left), self._column(area.right) - 1
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                _dress(self.target.cell(row, column), area.look)
        _put(self.target.cell(top, left), area.text, area.look)
        if (top, left) != (bottom, right):
            self.target.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def _outline(self, top: int, bottom: int, left: int, right: int) -> None:
        """A dashed line round a card, where it is cut."""
        from openpyxl.styles import Border, Side

        dashed = Side(style="mediumDashed", color="FF555555")
        for row in range(top, bottom + 1):
            for column in {left, right} if top < row < bottom else range(left, right + 1):
                cell = self.target.cell(row, column)
                old = cell.border
                cell.border = Border(
                    left=dashed if column == left else old.left,
                    right=dashed if column == right else old.right,
                    top=dashed if row == top else old.top,
                    bottom=dashed if row == bottom else old.bottom,
                )

    def _page(self) -> None:
        setup = self.target.page_setup
        setup.orientation = "landscape" if self.document.landscape else "portrait"
        setup.paperSize, setup.fitToWidth, setup.fitToHeight = _A4, 1, 0
        self.target.sheet_properties.pageSetUpPr.fitToPage = True
        self.target.print_options.horizontalCentered = True
        margins = self.target.page_margins
        margins.left = margins.right = 0.55
        margins.top, margins.bottom, margins.header, margins.footer = 0.75, 0.7, 0.35, 0.35
        if running := running_head(self.document):
            self.target.oddHeader.right.text = running.replace("&", "&&")[:200]
        self.target.oddFooter.center.text = "&P / &N"
        self.target.sheet_view.showGridLines = False


def _put(cell: Any, text: str, look: Look) -> None:
    """A figure as a number, anything else as text."""
    value = number(text) if look.number else None
    if value is not None:
        cell.value = int(value) if value.is_integer() and "." not in text else value
        cell.number_format = "0." + "0" * len(text.partition(".")[2]) if "." in text else "0"
    elif text:
        cell.value = _ESCAPED.sub("_x005F_", text[:_LONGEST])
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = text.lstrip()[:1] in tuple("=+-@")


def _dress(cell: Any, look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.font = Font(name=FONT, size=look.size, bold=look.bold)
    cell.alignment = Alignment(
        horizontal=look.align, vertical="center" if look.middle else "top", wrap_text=True, shrink_to_fit=False
    )
    if look.boxed:
        thin = Side(style="thin", color="FF808080")
        right = Side(style="mediumDashed", color="FF9A1B1B") if look.due else thin
        top, bottom = None if look.from_above else thin, None if look.goes_on else thin
        cell.border = Border(left=thin, right=right, top=top, bottom=bottom)
    elif look.under:
        cell.border = Border(bottom=Side(style="medium", color="FF16325C"))
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=f"FF{look.fill}")
