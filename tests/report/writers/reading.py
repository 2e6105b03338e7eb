"""What a reader sees of a written document, format by format."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from defusedxml.ElementTree import fromstring
from markdown_it import MarkdownIt
from openpyxl import load_workbook

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Page(HTMLParser):
    """An HTML file: its tags, their attributes, and its text without style sheets."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] != "style":
            self.text.append(data)


def seen_in_markdown(data: bytes) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    parts = [part for token in tokens for part in (token, *(token.children or ()))]
    assert {part.content for part in parts if part.type.startswith("html")} <= {"<br>"}
    return "".join(part.content for part in parts if part.type in ("text", "text_special", "fence"))


def seen_in_html(data: bytes) -> str:
    return "".join(Page(data).text)


def seen_in_xlsx(data: bytes) -> str:
    return "".join(cell for sheet in sheets(data).values() for cell in sheet.values())


def sheets(data: bytes) -> dict[str, dict[str, str]]:
    """Of each sheet the cells with something in them; a number as its format shows it."""
    book = load_workbook(BytesIO(data))
    return {
        sheet.title: {
            cell.coordinate: _shown(cell) for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in book.worksheets
    }


def _shown(cell: Any) -> str:
    if isinstance(cell.value, str):
        return re.sub("_x005F_", "_", cell.value)
    return f"{cell.value:.{len(cell.number_format.partition('.')[2])}f}"


def seen_in_docx(data: bytes) -> str:
    docx.Document(BytesIO(data))
    with ZipFile(BytesIO(data)) as file:
        body = fromstring(file.read("word/document.xml"))
    return "".join(part.text or "" for part in body.iter(f"{_W}t"))


SEEN: dict[str, Callable[[bytes], str]] = {
    "md": seen_in_markdown,
    "html": seen_in_html,
    "xlsx": seen_in_xlsx,
    "docx": seen_in_docx,
}
