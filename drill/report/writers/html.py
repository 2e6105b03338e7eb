"""A document as one HTML file for A4: no script, nothing from elsewhere, and texts are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from drill.report import blocks
from drill.report.writers.figures import plot_table, timeline_table
from drill.report.writers.html_style import style
from drill.report.writers.pictures_svg import plot_svg, timeline_svg
from drill.report.writers.plain import Cell, grid, one_line, plain, running_head
from drill.text.catalogue import catalogue

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_ENDLESS = re.compile("[!-~]{100}(?=[!-~])")
_ALIGN = {"left": "", "right": "r", "center": "c"}
_WIDE = {False: 174.0, True: 269.0}
"""Of the text on the page in mm, by whether it is landscape."""


def write(document: blocks.Document) -> bytes:
    """The file, in UTF-8."""
    running = running_head(document)
    lines = [
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(one_line(f'{document.mark} {document.title}'))}</title>",
        f"<style>{style(running, document.landscape)}</style>\n</head>\n<body>\n<main>\n<section>",
        *([f'<p class="running">{_text(running)}</p>'] if running else []),
        *(line for block in document.blocks for line in _block(block, document)),
        "</section>\n</main>\n</body>\n</html>\n",
    ]
    return "\n".join(lines).encode()


def _text(text: str) -> str:
    """A text as data; a Latin word without end may break, which printers are very slow to find out by themselves."""
    return "<wbr>".join(map(escape, _ENDLESS.sub(r"\g<0>\0", plain(text)).split("\0")))


def _block(block: blocks.Block, document: blocks.Document) -> Iterator[str]:
    say = catalogue(document.language)
    if caption := blocks.caption_of(block):
        yield f'<p class="caption">{_text(caption)}</p>'
    match block:
        case blocks.Heading():
            depth = min(max(block.depth, 1), 3)
            yield f"<h{depth}>{_text(one_line(block.text))}</h{depth}>"
        case blocks.Paragraph():
            yield f'<p class="{block.kind}">{_text(block.text)}</p>'
        case blocks.Bullets():
            name = "ol" if block.numbered else "ul"
            yield f"<{name}>{''.join(f'<li>{_text(one_line(line))}</li>' for line in block.lines)}</{name}>"
        case blocks.Table():
            yield from _table(block)
        case blocks.Form():
            yield '<table class="form">'
            for each in block.fields:
                room = '<div class="line"></div>' * each.lines if each.lines > 1 and not each.value else ""
                yield f"<tr><th>{_text(each.label)}</th><td>{_text(each.value)}{room}</td></tr>"
            yield "</table>"
        case blocks.Cards():
            yield from _cards(block)
        case blocks.Timeline():
            yield '<figure class="wide">'
            yield from timeline_svg(block, _WIDE[document.landscape], document.landscape, say)
            yield "</figure>"
            yield from _table(timeline_table(block, say))
        case blocks.Plot():
            yield f'<figure class="wide">{plot_svg(block, _WIDE[document.landscape])}</figure>'
            yield from _table(plot_table(block, say))
        case blocks.PageBreak():
            yield "</section>\n<section>"


def _table(table: blocks.Table) -> Iterator[str]:
    found = grid(table)
    total = sum(found.shares)
    yield '<div class="wide"><table>'
    yield "<colgroup>" + "".join(f'<col style="width:{100 * s / total:.2f}%">' for s in found.shares) + "</colgroup>"
    for number, row in enumerate(found.by_row()):
        if number in (0, found.heads):
            yield "<thead>" if number < found.heads else "<tbody>"
        blank = ' class="blank"' if number in found.blank else ""
        yield f"<tr{blank}>{''.join(map(_cell, row))}</tr>"
        if number == found.heads - 1:
            yield "</thead>"
    yield ("</tbody>" if found.rows > found.heads else "") + "</table></div>"


def _cell(cell: Cell) -> str:
    span = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    span += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    if cell.header:
        return f"<th{span}>{_text(cell.text)}</th>"
    flags = {"strong": cell.strong, "above": cell.from_above, "below": cell.goes_on}
    names = " ".join(filter(None, (_ALIGN[cell.align], *(name for name, is_so in flags.items() if is_so))))
    span += f' class="{names}"' if names else ""
    return f"<td{span}>{_text(cell.text)}</td>"


def _cards(block: blocks.Cards) -> Iterator[str]:
    """Cards stand in a table: a row of one is what every browser keeps on one page."""
    count = max(block.columns, 1)
    gap = '<td class="gap"></td>'
    yield '<table class="cards" role="presentation">'
    for first in range(0, len(block.cards), count):
        row = [f'<td class="card">{_card(card)}</td>' for card in block.cards[first : first + count]]
        row += ["<td></td>"] * (count - len(row))
        yield f"<tr>{gap.join(row)}</tr>"
    yield "</table>"


def _card(card: blocks.Card) -> str:
    rows = "".join(f"<tr><th>{_text(label)}</th><td>{_text(text)}</td></tr>" for label, text in card.rows)
    return "".join(
        (
            f"<h3>{_text(one_line(card.title))}</h3>",
            f"<p>{_text(card.subtitle)}</p>" if card.subtitle else "",
            f'<table class="rows">{rows}</table>' if rows else "",
            f'<p class="note">{_text(card.note)}</p>' if card.note else "",
        )
    )
