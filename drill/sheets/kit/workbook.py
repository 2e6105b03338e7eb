"""Excel workbooks → grids. A file that is damaged, locked, huge or a bomb is refused before it is unpacked."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from drill.errors import UsageError
from drill.sheets.kit.csvfile import CELL_LIMIT, SIZE_LIMIT
from drill.sheets.kit.grid import Cell, Grid, Value

_UNPACKED = 150_000_000
"""Bytes of all parts; a sheet of 10,000 posts has 20 million."""
_FORMATTED = 3
"""Cells that only have a format count a third, for they take time to read too."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_VALUED = re.compile(rb"<(?:\w+:)?(?:v|is)>")


def read_workbook(path: Path, limit: int = CELL_LIMIT) -> list[Grid]:
    """All sheets of a workbook of at most `limit` cells, hidden ones included; UsageError if it cannot be read."""
    _look_before(path, limit)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of the file that do not matter here
            book = load_workbook(path, data_only=False)
            formulas = any(
                cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
            )
            values = load_workbook(path, data_only=True) if formulas else book
    except (OSError, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever its parsers meet in a damaged file
        raise UsageError("sheets.corrupt", str(path)) from error
    grids = [_grid(path.name, sheet, values[sheet.title]) for sheet in book.worksheets]
    if not any(grid.cells for grid in grids):
        raise UsageError("sheets.empty", str(path))
    return grids


def _look_before(path: Path, limit: int) -> None:
    """Everything that can be known of a file without believing it."""
    size = path.stat().st_size
    if size > SIZE_LIMIT:
        raise UsageError("sheets.too_big", str(path), size=size // 1_000_000, limit=SIZE_LIMIT // 1_000_000)
    data = path.read_bytes()
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise UsageError("sheets.encrypted" if locked else "sheets.old_xls", str(path))
    try:
        with ZipFile(path) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
            if unpacked > _UNPACKED or len(archive.infolist()) > 5_000:
                raise UsageError("sheets.suspicious", str(path), size=unpacked // 1_000_000)
            cells = valued = 0
            for info in archive.infolist():
                if not info.filename.endswith((".xml", ".rels")):
                    continue
                part = archive.read(info)
                if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                    raise UsageError("sheets.suspicious", str(path), size=unpacked // 1_000_000)
                if "worksheets/" in info.filename:
                    cells += sum(1 for _ in _CELL.finditer(part))
                    valued += sum(1 for _ in _VALUED.finditer(part))
    except UsageError:
        raise
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise UsageError("sheets.corrupt", str(path)) from error
    except Exception as error:  # zlib.error and others of the unpackers
        raise UsageError("sheets.corrupt", str(path)) from error
    if valued > limit or cells > _FORMATTED * limit:
        raise UsageError("sheets.too_many", str(path), cells=max(cells, valued), limit=limit)


def _grid(file: str, sheet: Any, values: Any) -> Grid:
    cells: dict[Cell, Value] = {}
    uncomputed = set()
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            at = (cell.row, cell.column)
            if cell.data_type == "f":
                value = values.cell(*at).value
                if value is None:
                    uncomputed.add(at)
                    value = _formula(cell.value)
            else:
                value = _as_shown(cell)
            if value is not None and value != "":
                cells[at] = value
    return Grid(
        file,
        cells,
        sheet.title,
        _merged(sheet),
        frozenset(uncomputed),
        frozenset(n for n, each in sheet.row_dimensions.items() if each.hidden),
        frozenset(
            n
            for each in sheet.column_dimensions.values()
            if each.hidden and each.min
            for n in range(each.min, min(each.max, 200) + 1)
        ),
        sheet.sheet_state != "visible",
    )


def _merged(sheet: Any) -> dict[Cell, Cell]:
    """Covered cell → the one with the value; areas over whole rows or columns are cut where the values end."""
    bottom, right = sheet.max_row or 1, sheet.max_column or 1
    return {
        (r, c): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for r in range(area.min_row, min(area.max_row, bottom) + 1)
        for c in range(area.min_col, min(area.max_col, right) + 1)
        if (r, c) != (area.min_row, area.min_col)
    }


def _formula(value: Any) -> str:
    return str(getattr(value, "text", value))


def _as_shown(cell: Any) -> Value | None:
    """The value; a whole number that a format of zeros shows with leading zeros or hyphens is that text."""
    value, shown = cell.value, cell.number_format or ""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and float(value).is_integer():
        pattern = shown.split(";")[0].replace("\\", "").replace('"', "")
        if re.fullmatch(r"[0()-]+", pattern) and pattern.count("0") > 1:
            digits = list(str(int(value)).zfill(pattern.count("0")))
            head = len(digits) - pattern.count("0")
            return "".join(digits[:head]) + "".join(digits.pop(head) if sign == "0" else sign for sign in pattern)
        return int(value)
    return value if isinstance(value, (str, int, float, bool)) or hasattr(value, "year") else str(value)
