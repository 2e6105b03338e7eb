"""Excel workbooks → grids. A file that is damaged, locked, huge or a bomb is refused before it is unpacked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

from drill.errors import UsageError
from drill.sheets.kit.csvfile import CELL_LIMIT
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.parts import Attributes, Parts, Suspicious, Text, TextReader, is_on
from drill.sheets.kit.worksheet import Book, Style, TooMany, Worksheet, style_of

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAYS = (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
"""Built-in number formats that show days and times, those of Japanese Excel included (ECMA-376 part 1, 18.8.30)."""


def read_workbook(path: Path, limit: int = CELL_LIMIT) -> list[Grid]:
    """All sheets of a workbook of at most `limit` cells, hidden ones included; UsageError if it cannot be read."""
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            locked = "EncryptedPackage".encode("utf-16-le") in file.read()
            raise UsageError("sheets.encrypted" if locked else "sheets.old_xls", str(path))
        try:
            with ZipFile(file) as archive:
                grids = _grids(path.name, Parts(archive, limit), limit)
        except Suspicious as found:
            raise UsageError("sheets.suspicious", str(path), size=found.args[0] // 1_000_000) from found
        except TooMany as found:
            raise UsageError("sheets.too_many", str(path), limit=limit) from found
        except MemoryError:
            raise
        except Exception as error:  # whatever unpackers and parsers meet in a damaged file
            raise UsageError("sheets.corrupt", str(path)) from error
    if not any(grid.cells for grid in grids):
        raise UsageError("sheets.empty", str(path))
    return grids


def _grids(file: str, parts: Parts, limit: int) -> list[Grid]:
    main = next(name for kind, name in parts.related("").values() if kind == "officeDocument")
    sheets: list[Attributes] = []
    from_1904 = False

    def start(tag: str, given: Attributes) -> None:
        nonlocal from_1904
        if tag == "sheet":
            sheets.append(given)
        elif tag == "workbookPr":
            from_1904 = is_on(given, "date1904", "0")

    parts.scan(main, start)
    related = parts.related(main)
    named = {kind: name for kind, name in related.values() if name in parts.names}
    strings = _strings(parts, named["sharedStrings"], limit) if "sharedStrings" in named else ()
    styles = _styles(parts, named["styles"]) if "styles" in named else [Style()]
    book = Book(strings, styles, datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30))
    grids: list[Grid] = []
    for sheet in sheets:
        kind, name = related[next(value for key, value in sheet.items() if key.endswith(":id"))]
        if kind == "worksheet":
            reader = Worksheet(book, limit - sum(len(grid.cells) for grid in grids))
            reader.read(parts, name)
            grids.append(reader.grid(file, sheet["name"], hidden=sheet.get("state", "visible") != "visible"))
    return grids


def _strings(parts: Parts, name: str, limit: int) -> Sequence[Text]:
    """The texts that cells refer to by number."""
    found, reader = list[Text](), TextReader()

    def start(tag: str, given: Attributes) -> None:
        nonlocal reader
        if tag == "si":
            reader = TextReader()
        reader.start(tag, given)

    def end(tag: str, text: str) -> None:
        reader.end(tag, text)
        if tag == "si":
            if len(found) >= limit:
                raise TooMany
            found.append(reader.whole())

    parts.scan(name, start, end)
    return found


def _styles(parts: Parts, name: str) -> list[Style]:
    """The formats that cells refer to by number."""
    codes = dict.fromkeys(_DAYS, "d")
    struck: list[bool] = []
    found: list[Style] = []
    section = ""

    def start(tag: str, given: Attributes) -> None:
        nonlocal section
        if tag in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            section = tag
        elif tag == "numFmt":
            codes[int(given["numFmtId"])] = given["formatCode"]
        elif section == "fonts" and tag == "font":
            struck.append(False)
        elif section == "fonts" and tag == "strike":
            struck[-1] = is_on(given)
        elif section == "cellXfs" and tag == "xf":
            font = int(given.get("fontId", 0))
            code = codes.get(int(given.get("numFmtId", 0)), "")
            found.append(style_of(font < len(struck) and struck[font], code))

    parts.scan(name, start)
    return found or [Style()]
