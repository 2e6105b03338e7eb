"""The parts of a workbook, read as a stream: one that is too large or defines things of its own is never unpacked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

_UNPACKED = 150_000_000
"""Bytes of all parts; a sheet of 10,000 posts has 20 million."""
_PART = 40_000_000
"""Bytes of one part that is read, or a hundred for each cell that is allowed if that is more."""
_PARTS = 5_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Attributes = Mapping[str, str]


class Suspicious(Exception):
    """A workbook that unpacks to more than any sheet of contacts, or that holds a DOCTYPE; the size in bytes."""


class TextRun(NamedTuple):
    """A stretch of text in one font; `struck` is None where the font is the cell's."""

    text: str
    struck: bool | None = None


Text = str | tuple[TextRun, ...]


class Parts:
    """The archive of a workbook, from which parts are read by name."""

    def __init__(self, archive: ZipFile, cells: int) -> None:
        self._archive = archive
        self._part = max(_PART, 100 * cells)
        self.names = frozenset(archive.namelist())
        self.size = sum(info.file_size for info in archive.infolist())
        if self.size > max(_UNPACKED, 2 * self._part) or len(archive.infolist()) > _PARTS:
            raise Suspicious(self.size)

    def scan(
        self,
        name: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str, str], None] | None = None,
    ) -> None:
        """Call these for each element of a part, `end` with its text; names come without their prefixes."""
        info = self._archive.getinfo(name)
        if info.file_size > self._part:
            raise Suspicious(self.size)
        parser, texts = ParserCreate(), list[str]()

        def begin(tag: str, given: Attributes) -> None:
            texts.clear()
            start(tag.rpartition(":")[2], given)

        parser.buffer_text = True
        parser.StartElementHandler = begin
        if end:
            parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2], "".join(texts))
            parser.CharacterDataHandler = texts.append
        parser.StartDoctypeDeclHandler = self._refuse
        with self._archive.open(info) as part:
            parser.ParseFile(part)

    def _refuse(self, *_: object) -> None:
        raise Suspicious(self.size)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Id → kind and name of the parts that a part refers to (`""`: the whole file)."""
        folder, file = posixpath.split(name)
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, given: Attributes) -> None:
            if tag == "Relationship":
                target = posixpath.normpath(posixpath.join("/", folder, given["Target"])).lstrip("/")
                found[given["Id"]] = given["Type"].rpartition("/")[2], target

        self.scan(posixpath.join(folder, "_rels", f"{file}.rels"), start)
        return found


class TextReader:
    """The text of an `si` or `is` element: its runs with their strikes; readings above kanji are no part of it."""

    def __init__(self) -> None:
        self._runs: list[TextRun] = []
        self._struck: bool | None = None
        self._reading = False

    def start(self, tag: str, given: Attributes) -> None:
        """An element of the text begins."""
        if tag == "r":
            self._struck = None
        elif tag == "rPr":
            self._struck = False
        elif tag == "strike":
            self._struck = is_on(given)
        elif tag == "rPh":
            self._reading = True

    def end(self, tag: str, text: str) -> None:
        """An element of the text ends."""
        if tag == "t" and not self._reading:
            self._runs.append(TextRun(unescaped(text), self._struck))
        elif tag == "rPh":
            self._reading = False

    def whole(self) -> Text:
        """What was read."""
        if all(run.struck is None for run in self._runs):
            return "".join(run.text for run in self._runs)
        return tuple(self._runs)


def is_on(given: Attributes, name: str = "val", default: str = "1") -> bool:
    """Whether an attribute says yes."""
    return given.get(name, default) in ("1", "true", "on")


def unescaped(text: str) -> str:
    """Text as Excel shows it: `_x000D_` is a character, or half of one; half of one alone is none."""
    if "_x" not in text:
        return text
    halves = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
