"""Blocks as Markdown. Nothing in a text takes effect as markup, HTML or a link."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drill.report.blocks import Block, Bullets, Heading, Paragraph, Table
from drill.text.clean import clean

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!])")
_INDENT = re.compile(r"^ +", re.MULTILINE)
_LINE_START = re.compile(r"^([-+=]|\d+[.)])(?=\s|$|[-+=])", re.MULTILINE)
_RULE = {"left": ":---", "right": "---:", "center": ":---:"}


def markdown(blocks: Iterable[Block]) -> str:
    """A whole document, ending in a newline."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def escape(text: str) -> str:
    """A text with everything that Markdown would act on made harmless."""
    return _SPECIAL.sub(r"\\\1", clean(text, keep_newlines=True))


def _lines(text: str) -> str:
    """Escaped text that also starts no list, rule, heading or indented code of its own."""
    return _LINE_START.sub(lambda m: f"{m[1][:-1]}\\{m[1][-1]}", _INDENT.sub("", escape(text)))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.depth} {_one_line(block.text)}"
        case Paragraph():
            return _lines(block.text).replace("\n", "  \n")
        case Bullets():
            return "\n".join(f"- {_lines(' '.join(line.split()))}" for line in block.lines)
        case Table():
            rows = [block.header, *block.rows]
            lines = ["| " + " | ".join(map(_one_line, row)) + " |" for row in rows]
            lines.insert(1, "| " + " | ".join(_RULE[align] for align in block.align) + " |")
            return "\n".join(lines)
        case _:
            raise NotImplementedError


def _one_line(text: str) -> str:
    return escape(" ".join(text.split()))
