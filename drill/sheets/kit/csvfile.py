"""CSV as offices have it: UTF-8, CP932, UTF-16; commas, tabs, semicolons. And as drill writes it."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from drill.errors import UsageError
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.printing import Sheet
from drill.text.normal import INVISIBLE

CELL_LIMIT = 200_000
"""Cells with a value; a sheet of 10,000 posts has 150,000."""
_SHEET_MARK = "#drill-sheet"
"""Begins a line that names the sheet below, in a CSV file that drill wrote."""
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_DELIMITERS = {",": "comma", "\t": "tab", ";": "semicolon"}


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text and the name of its encoding; UsageError if it is in none of these."""
    row = 1
    for name in _encodings(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError as error:
            row = data[: error.start].count(b"\n") + 1
            continue
        if name == "cp932" and _is_garbled(text):
            row = 1
            break
        return text, name.removesuffix("-sig").upper()
    raise UsageError("sheets.bad_encoding", file, row=row)


def _encodings(data: bytes) -> tuple[str, ...]:
    """By the mark at the beginning or by zeros in every second byte; else two that are tried."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return (name,)
    head = data[:2000]
    if len(head) > 3 and (zeros := max(head[0::2].count(0), head[1::2].count(0))) > len(head) // 10:
        return ("utf-16-le" if head[1::2].count(0) == zeros else "utf-16-be",)
    return "utf-8", "cp932"


def _is_garbled(text: str) -> bool:
    """Whether CP932 gives what EUC-JP looks like in it: half-width kana for nearly everything, private characters."""
    odd = sum("\uff61" <= sign <= "\uff9f" or "\ue000" <= sign <= "\uf8ff" for sign in text)
    return odd > sum("\u3041" <= sign <= "\u9fff" for sign in text)


def read_csv(path: Path, limit: int = CELL_LIMIT) -> tuple[list[Grid], str, str]:
    """The sheets of a file of at most `limit` cells, its encoding, its delimiter. UsageError if it cannot be read."""
    text, encoding = decode(path.read_bytes(), str(path))
    text = INVISIBLE.sub("", text)
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error as error:
        raise UsageError("sheets.bad_csv", str(path), reason=str(error)) from error
    cells = sum(1 for row in rows for value in row if value.strip())
    if not cells:
        raise UsageError("sheets.empty", str(path))
    if cells > limit:
        raise UsageError("sheets.too_many", str(path), limit=limit)
    return _grids(path.name, rows), encoding, _DELIMITERS[delimiter]


def _delimiter(text: str) -> str:
    """The delimiter that cuts most lines of the beginning into the same number of cells, more than one."""
    head = "".join(text[:20_000].splitlines(keepends=True)[:60])

    def columns(delimiter: str) -> int:
        try:
            widths = Counter(len(row) for row in csv.reader(StringIO(head, newline=""), delimiter=delimiter))
        except csv.Error:
            return 0
        return max(((width - 1) * count for width, count in widths.items()), default=0)

    return max(_DELIMITERS, key=columns)


def _grids(file: str, rows: Sequence[Sequence[str]]) -> list[Grid]:
    """One grid, or one for each sheet that a line of drill's own names; cells keep the rows of the file."""
    name, found, own = "", {"": dict[tuple[int, int], str]()}, any(row[:1] == [_SHEET_MARK] for row in rows)
    for r, row in enumerate(rows, 1):
        if own and row[:1] == [_SHEET_MARK]:
            name = row[1] if len(row) > 1 else ""
            found.setdefault(name, {})
            continue
        for c, value in enumerate(row, 1):
            if value.strip():
                found[name][r, c] = _unguarded(value) if own else _typed(value)
    return [Grid(file, cells, name) for name, cells in found.items() if cells]


def _typed(value: str) -> str:
    """A value without the signs people put before numbers so that Excel keeps them as text: ="0312", '0312."""
    found = re.fullmatch(r'\s*(?:="(?P<quoted>[^"]*)"|\'(?P<marked>[\d(+].*))', value, re.DOTALL)
    return (found["quoted"] or found["marked"] or "") if found else value


def as_csv(sheets: Iterable[Sheet]) -> str:
    """All sheets in one CSV text, each below a line that names it; no cell can become a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for sheet in sheets:
        writer.writerow([_SHEET_MARK, sheet.name])
        writer.writerows([_guarded(value) for value in row] for row in sheet.rows)
        writer.writerow([])
    return out.getvalue()


def _guarded(value: str) -> str:
    """A value that no spreadsheet program takes for a formula when it opens the CSV file."""
    return f"'{value}" if re.match(r"'*[=+\-@\t\r＝＋－＠#]", value) else value


def _unguarded(value: str) -> str:
    return value[1:] if re.match(r"'+[=+\-@\t\r＝＋－＠#]", value) else value
