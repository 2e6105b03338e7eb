"""Blocks as Markdown. Nothing in a text takes effect as markup, HTML or a link; the one tag is our own `<br>`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drill.report import blocks
from drill.report.writers.figures import plot_table, timeline_table
from drill.report.writers.pictures_text import plot_text, timeline_text
from drill.report.writers.plain import grid, running_head
from drill.text.catalogue import Catalogue, catalogue
from drill.text.clean import clean

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!])")
_INDENT = re.compile(r"^ +", re.MULTILINE)
_LINE_START = re.compile(r"^([-+=]|\d+[.)])(?=\s|$|[-+=])", re.MULTILINE)
_TICKS = re.compile("`+")
_RULE = {"left": ":---", "right": "---:", "center": ":---:"}
_LINE = "＿" * 12


def write(document: blocks.Document) -> bytes:
    """The document with its mark on top."""
    top = [blocks.Paragraph(running_head(document))] if running_head(document) else []
    say = catalogue(document.language)
    return _joined(_block(block, say, "<br>") for block in (*top, *document.blocks)).encode()


def markdown(record: Iterable[blocks.Block]) -> str:
    """Blocks without pictures as they stand in a record, ending in a newline; a cell is one line."""
    return _joined(_block(block, catalogue("en"), " ") for block in record)


def _joined(blocks: Iterable[Iterator[str]]) -> str:
    return "\n\n".join(part for block in blocks for part in block if part) + "\n"


def escape(text: str) -> str:
    """A text with everything that Markdown would act on made harmless."""
    return _SPECIAL.sub(r"\\\1", clean(text, keep_newlines=True))


def _lines(text: str) -> str:
    """Escaped text that also starts no list, rule, heading or indented code of its own."""
    return _LINE_START.sub(lambda m: f"{m[1][:-1]}\\{m[1][-1]}", _INDENT.sub("", escape(text)))


def _block(block: blocks.Block, say: Catalogue, new_line: str) -> Iterator[str]:
    if (caption := blocks.caption_of(block)).strip():
        yield f"**{_one_line(caption)}**"
    match block:
        case blocks.Heading():
            yield f"{'#' * block.depth} {_one_line(block.text)}"
        case blocks.Paragraph():
            yield _lines(block.text).replace("\n", "  \n")
        case blocks.Bullets():
            yield "\n".join(f"{mark} {_lines(' '.join(line.split()))}" for mark, line in block.marked("-"))
        case blocks.Table():
            yield _table(block, new_line)
        case blocks.Form():
            rows = tuple((each.label, each.value or "\n".join([_LINE] * each.lines)) for each in block.fields)
            yield _table(blocks.Table(("", ""), rows), new_line)
        case blocks.Cards():
            yield from (part for card in block.cards for part in _card(card, new_line))
        case blocks.Timeline():
            yield _fenced(timeline_text(block, say))
            yield _table(timeline_table(block, say), new_line)
        case blocks.Plot():
            yield _fenced(plot_text(block, say))
            yield _table(plot_table(block, say), new_line)
        case blocks.PageBreak():
            yield "---"


def _card(card: blocks.Card, new_line: str) -> Iterator[str]:
    yield f"### {_one_line(card.title)}"
    yield _lines(card.subtitle).replace("\n", "  \n")
    if card.rows:
        yield _table(blocks.Table(("", ""), card.rows), new_line)
    yield _lines(card.note).replace("\n", "  \n")


def _table(table: blocks.Table, new_line: str) -> str:
    """A table has one header row here, so what stands above a header is written into it.

    Joined cells are written once, blank below.
    """
    found = grid(table)
    count, above = len(found.shares), max(found.heads - 1, 0)
    lines = [[""] * count for _ in range(found.rows)]
    for cell in found.cells:
        text = new_line.join(filter(None, map(_one_line, cell.text.split("\n"))))
        for column in range(cell.column, cell.column + cell.columns):
            row = lines[max(cell.row, above) if cell.header else cell.row]
            row[column] = " ".join(filter(None, (row[column], f"**{text}**" if cell.strong and text else text)))
    lines = lines[above:] if found.heads else [[""] * count, *lines]
    texts = ["| " + " | ".join(line) + " |" for line in lines]
    texts.insert(1, "| " + " | ".join(_RULE[each] for each in table.sides) + " |")
    return "\n".join(texts)


def _fenced(text: str) -> str:
    """A text as it is, in a fence longer than any within it."""
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _one_line(text: str) -> str:
    return escape(" ".join(text.split()))
