"""Documents as lines of a terminal: tables with rules of hyphens, pictures of characters, in 79 cells."""

from __future__ import annotations

from collections.abc import Iterator

from drill.report.blocks import Block, Bullets, Document, Heading, Paragraph, Plot, Table
from drill.report.writers.pictures_text import plot_text
from drill.report.writers.plain import Row, one_line, plain, running_head
from drill.text.breaking import hang, wrap
from drill.text.catalogue import Catalogue, catalogue
from drill.text.width import table

_WIDE = 79


def lines(document: Document) -> list[str]:
    """The document; forms and cards, which are for paper, are left out."""
    say = catalogue(document.language)
    found = [running_head(document)] if running_head(document) else []
    for block in document.blocks:
        if drawn := list(_block(block, say)):
            found += [*([""] if found and not (isinstance(block, Heading) and block.depth == 1) else []), *drawn]
    return found


def _block(block: Block, say: Catalogue) -> Iterator[str]:
    match block:
        case Heading():
            yield one_line(block.text)
        case Paragraph():
            yield from wrap(plain(block.text), _WIDE)
        case Bullets():
            for mark, text in block.marked("-"):
                yield from hang(one_line(text), _WIDE, f"{mark} ")
        case Table():
            if groups := [one_line(text) for text, _ in block.above if text]:
                yield " / ".join(groups)
            yield from table(_cells(block), block.header, block.align, _WIDE)
        case Plot():
            yield from (one_line(block.caption), *plot_text(block, say).split("\n"))


def _cells(block: Table) -> list[Row]:
    """The rows; of equal cells below each other in the joined columns only the first is written."""
    found, above = [], ("",) * len(block.header)
    for row in block.rows:
        same = next((i for i in range(block.joined) if row[i] != above[i]), block.joined)
        found.append(tuple("" if i < same else text for i, text in enumerate(row)))
        above = row
    return found
