"""XML → elements with their lines. Nothing is expanded and nothing outside the file is read.

The bare `<!DOCTYPE opsa-mef>` that files of this format begin with is allowed; any other declaration of a document
type, of entities or of anything external is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from drill.errors import UsageError

SIZE_LIMIT = 100_000_000
"""Bytes; the largest published models are some 10 MB."""


@dataclass(slots=True)
class Xml:
    """An element of the file."""

    tag: str
    line: int
    attributes: dict[str, str]
    children: list[Xml] = field(default_factory=list)


def read_xml(path: Path) -> Xml:
    """The root of a file; UsageError where it is no XML, not safe or too large."""
    if path.stat().st_size > SIZE_LIMIT:
        raise UsageError("openpsa.too_large", str(path), limit=SIZE_LIMIT // 1_000_000)
    parser = _Parser(forbid_dtd=True)
    builder = _Builder(parser)
    parser.setContentHandler(builder)
    try:
        parser.parse(BytesIO(path.read_bytes()))
    except DefusedXmlException as error:
        raise UsageError("openpsa.unsafe", f"{path}:{parser.getLineNumber()}") from error
    except SAXParseException as error:
        place = f"{path}:{error.getLineNumber()}:{(error.getColumnNumber() or 0) + 1}"
        raise UsageError("openpsa.not_xml", place, reason=error.getMessage()) from error
    except (ValueError, LookupError) as error:
        raise UsageError("openpsa.encoding", str(path), reason=str(error)) from error
    return builder.root.children[0]


class _Parser(DefusedExpatParser):
    def defused_start_doctype_decl(
        self, name: str, sysid: str | None, pubid: str | None, has_internal_subset: bool
    ) -> None:
        if sysid or pubid or has_internal_subset:
            super().defused_start_doctype_decl(name, sysid, pubid, has_internal_subset)


class _Builder(ContentHandler):
    """Keeps elements and attributes; texts (labels) are of no use here."""

    def __init__(self, place: Locator) -> None:
        super().__init__()
        self._place = place
        self.root = Xml("", 0, {})
        self._open = [self.root]

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        line = self._place.getLineNumber() or 0
        element = Xml(name, line, {key: value.strip() for key, value in attrs.items()})
        self._open[-1].children.append(element)
        self._open.append(element)

    def endElement(self, name: str) -> None:
        assert self._open.pop().tag == name
