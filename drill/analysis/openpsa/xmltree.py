"""XML → elements with their lines. Nothing is expanded and nothing outside the file is read.

The bare `<!DOCTYPE opsa-mef>` that files of this format begin with is allowed; any other declaration of a document
type, of entities or of anything external is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from drill.errors import UsageError

SIZE_LIMIT = 100_000_000
"""Bytes; the largest published models are some 10 MB."""


@dataclass(slots=True)
class Xml:
    """An element of the file; texts (labels) are of no use here."""

    tag: str
    line: int
    attributes: dict[str, str]
    children: list[Xml] = field(default_factory=list)


def read_xml(path: Path) -> Xml:
    """The root of a file; UsageError where it is no XML, not safe or too large."""
    if path.stat().st_size > SIZE_LIMIT:
        raise UsageError("openpsa.too_large", str(path), limit=SIZE_LIMIT // 1_000_000)
    parser = expat.ParserCreate()
    top = Xml("", 0, {})
    opened = [top]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        element = Xml(tag, parser.CurrentLineNumber, {key: value.strip() for key, value in attributes.items()})
        opened[-1].children.append(element)
        opened.append(element)

    def document_type(_name: str, system: str | None, public: str | None, declares: int) -> None:
        if system or public or declares:
            raise UsageError("openpsa.unsafe", f"{path}:{parser.CurrentLineNumber}")

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _: opened.pop()
    parser.StartDoctypeDeclHandler = document_type
    try:
        parser.Parse(path.read_bytes(), True)
    except expat.ExpatError as error:
        place = f"{path}:{error.lineno}:{error.offset + 1}"
        raise UsageError("openpsa.not_xml", place, reason=expat.ErrorString(error.code)) from error
    except (ValueError, LookupError) as error:
        raise UsageError("openpsa.encoding", str(path), reason=str(error)) from error
    return top.children[0]
