"""Tables of Word as XML: cells that span rows and columns, header rows that repeat, rows that are not cut.

Lengths are in twentieths of a point, as in the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from drill.report.blocks import Align

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PER_MM = 1440 / 25.4
_SOLID = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="6B7480"/>'
_NONE = '<w:{side} w:val="nil"/>'
CUT = '<w:{side} w:val="dashed" w:sz="8" w:space="0" w:color="333333"/>'
DUE = '<w:{side} w:val="dashed" w:sz="12" w:space="0" w:color="9A1B1B"/>'
_SIDES = ("top", "left", "bottom", "right")


@dataclass(frozen=True, slots=True)
class Tile:
    """A cell from row and column 0, with its text (or XML that stands `inside`), and how it looks."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    bold: bool = False
    align: Align = "left"
    half_points: int = 18
    fill: str = ""
    middle: bool = False
    inside: str = ""
    lines: dict[str, str] = field(default_factory=dict)


def open_sides(*sides: str) -> dict[str, str]:
    """No line at these sides of a cell."""
    return dict.fromkeys(sides, _NONE)


def paragraph(text: str, bold: bool = False, align: Align = "left", half_points: int = 18, keep: bool = False) -> str:
    """A paragraph in a cell; a newline in its text is a new line."""
    jc = f'<w:jc w:val="{align}"/>' if align != "left" else ""
    format_ = f"{'<w:keepNext/>' if keep else ''}{jc}"
    run = f'{"<w:b/>" if bold else ""}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    texts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    said = f"<w:r><w:rPr>{run}</w:rPr>{texts}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Cell"/>{format_}<w:rPr>{run}</w:rPr></w:pPr>{said}</w:p>'


def ruled(lines: int) -> str:
    """Empty lines to write on."""
    rule = '<w:pBdr><w:between w:val="dotted" w:sz="4" w:space="0" w:color="777777"/></w:pBdr>'
    spacing = f'<w:spacing w:line="{round(8 * PER_MM)}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="Cell"/>{rule}{spacing}</w:pPr></w:p>' * lines


def table(  # noqa: PLR0913 each of them is one property of a table
    boxes: Sequence[Tile],
    shares: Sequence[int],
    wide: int,
    *,
    heads: int = 0,
    heights: Sequence[int] = (),
    keep: bool = False,
    split: bool = False,
    narrow: bool = False,
    lines: bool = True,
    nested: bool = False,
) -> str:
    """A table `wide` in all, which the boxes cover without gap; `heads` rows are repeated on each page.

    `heights`: at least so high is each row. `keep`: all on one page, as rows that a cell spans always are.
    `split`: a page may end within a row. `narrow`: hardly any room at the sides of cells. Without `lines` only
    those of the boxes are drawn. A `nested` table stands in a cell.
    """
    columns = [max(round(wide * share / sum(shares)), 1) for share in shares]
    borders = "".join(_SOLID.format(side=side) for side in (*_SIDES, "insideH", "insideV") if lines)
    side = 10 if narrow else 80
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    rows = []
    count = max((box.row + box.rows for box in boxes), default=0)
    at: dict[int, list[Tile]] = {}
    for box in boxes:
        for row in range(box.row, box.row + box.rows):
            at.setdefault(row, []).append(box)
    for row in range(count):
        high = heights[row] if row < len(heights) else 0
        format_ = (
            ("" if split else "<w:cantSplit/>")
            + (f'<w:trHeight w:val="{high}" w:hRule="atLeast"/>' if high else "")
            + ("<w:tblHeader/>" if row < heads else "")
        )
        together = (keep and row < count - 1) or any(box.row + box.rows > row + 1 for box in at.get(row, []))
        cells = "".join(_cells(at.get(row, []), row, columns, together))
        rows.append(f"<w:tr><w:trPr>{format_}</w:trPr>{cells}</w:tr>")
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{0 if nested else side}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        f'<w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _cells(boxes: list[Tile], row: int, columns: list[int], keep: bool) -> Iterator[str]:
    for box in sorted(boxes, key=lambda box: box.column):
        wide = sum(columns[box.column : box.column + box.columns])
        span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
        begins = row == box.row
        joined = "" if box.rows == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
        lines = "".join(box.lines[side].format(side=side) for side in _SIDES if side in box.lines)
        borders = f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{box.fill}"/>' if box.fill else ""
        middle = '<w:vAlign w:val="center"/>' if box.middle else ""
        inside = box.inside if begins else ""
        text = box.text if begins else ""
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{joined}{borders}{fill}{middle}</w:tcPr>'
            f"{inside or paragraph(text, box.bold, box.align, box.half_points, keep)}</w:tc>"
        )
