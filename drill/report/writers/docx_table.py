"""Tables of Word as XML: cells that span rows and columns, header rows that repeat, rows that are not cut.

Lengths are in twentieths of a point, as in the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from drill.report.writers.layout import Look, PageArea

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PER_MM = 1440 / 25.4
_PER_PT = 20
_SOLID = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="6B7480"/>'
_CUT = '<w:{side} w:val="dashed" w:sz="8" w:space="0" w:color="333333"/>'
_DUE = '<w:{side} w:val="dashed" w:sz="12" w:space="0" w:color="9A1B1B"/>'
_BLANK = Look()


def paragraph(text: str, look: Look, keep: bool = False) -> str:
    """A paragraph in a cell; a newline in its text is a new line."""
    jc = f'<w:jc w:val="{look.align}"/>' if look.align != "left" else ""
    format_ = f"{'<w:keepNext/>' if keep else ''}{jc}"
    half_points = round(2 * look.size)
    run = f'{"<w:b/>" if look.bold else ""}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    texts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    said = f"<w:r><w:rPr>{run}</w:rPr>{texts}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Cell"/>{format_}<w:rPr>{run}</w:rPr></w:pPr>{said}</w:p>'


def _ruled(lines: int) -> str:
    """Empty lines to write on."""
    rule = '<w:pBdr><w:between w:val="dotted" w:sz="4" w:space="0" w:color="777777"/></w:pBdr>'
    spacing = f'<w:spacing w:line="{round(8 * PER_MM)}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="Cell"/>{rule}{spacing}</w:pPr></w:p>' * lines


def table(
    areas: Sequence[PageArea],
    wide: int,
    heads: int = 0,
    *,
    keep: bool = False,
    split: bool = False,
    narrow: bool = False,
    nested: bool = False,
    inside: Mapping[int, str] | None = None,
) -> str:
    """A table `wide` in all, what no area covers is left blank; `heads` rows are repeated on each page.

    `keep`: all on one page, as rows that a cell spans always are. `split`: a page may end within a row. `narrow`:
    hardly any room at the sides of cells. A `nested` table stands in a cell. `inside`: cards with a line round them
    where they are cut, in place of the texts of the areas that begin at these steps.
    """
    cuts = sorted({cut for area in areas for cut in (area.left, area.right)})
    columns = [max(round(wide * (right - left) / (cuts[-1] - cuts[0])), 1) for left, right in pairwise(cuts)]
    side = 10 if narrow else 80
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    at: dict[int, list[PageArea]] = {}
    for area in sorted(areas, key=lambda area: area.left):
        for row in range(area.row, area.row + area.rows):
            at.setdefault(row, []).append(area)
    rows = []
    for row, found in sorted(at.items()):
        high = round(_PER_PT * max((area.least for area in found if area.row == row), default=0))
        format_ = (
            ("" if split else "<w:cantSplit/>")
            + (f'<w:trHeight w:val="{high}" w:hRule="atLeast"/>' if high else "")
            + ("<w:tblHeader/>" if row < heads else "")
        )
        together = (keep and row < len(at) - 1) or any(area.row + area.rows > row + 1 for area in found)
        cells = "".join(_cells(_covered(found, row, cuts), row, cuts, columns, together, inside or {}))
        rows.append(f"<w:tr><w:trPr>{format_}</w:trPr>{cells}</w:tr>")
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{0 if nested else side}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        f'<w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _covered(areas: list[PageArea], row: int, cuts: list[int]) -> Iterator[PageArea]:
    """The areas of a row, and blank ones where there are none."""
    left = cuts[0]
    for area in (*areas, PageArea("", cuts[-1], cuts[-1], _BLANK)):
        if area.left > left:
            yield PageArea("", left, area.left, _BLANK, row)
        if area.right > area.left:
            yield area
        left = area.right


def _cells(
    areas: Iterator[PageArea], row: int, cuts: list[int], columns: list[int], keep: bool, inside: Mapping[int, str]
) -> Iterator[str]:
    due = False
    for area in areas:
        first, last, look = cuts.index(area.left), cuts.index(area.right), area.look
        span = f'<w:gridSpan w:val="{last - first}"/>' if last - first > 1 else ""
        begins = row == area.row
        joined = "" if area.rows == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
        there = {"top": not look.from_above, "left": True, "bottom": not look.goes_on, "right": True}
        lines = dict.fromkeys((side for side in there if look.boxed and there[side]), _SOLID)
        lines |= dict.fromkeys(there if area.left in inside else (), _CUT)
        lines |= {"left": _DUE} if due else {}
        lines |= {"right": _DUE} if look.due else {}
        due = look.due
        borders = "".join(lines[side].format(side=side) for side in there if side in lines)
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else ""
        middle = '<w:vAlign w:val="center"/>' if look.middle else ""
        text = _ruled(area.ruled) if area.ruled else paragraph(area.text if begins else "", look, keep)
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns[first:last])}" w:type="dxa"/>{span}{joined}'
            f"<w:tcBorders>{borders}</w:tcBorders>{fill}{middle}</w:tcPr>{inside.get(area.left, text)}</w:tc>"
        )
