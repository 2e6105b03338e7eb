"""A file of any kind that holds a contact sheet → its grids."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from drill.errors import UsageError
from drill.model.problems import nearest
from drill.sheets.kit.csvfile import CELL_LIMIT, read_csv
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.workbook import read_workbook
from drill.text.normal import key

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
SIZE_LIMIT = 20_000_000
"""Bytes; a contact sheet has some ten thousand."""


@dataclass(frozen=True)
class Opened:
    """The sheets of a file; a text file also says how it was read."""

    grids: tuple[Grid, ...]
    encoding: str = ""
    delimiter: str = ""

    def chosen(self, names: Collection[str]) -> list[Grid]:
        """The sheets of these names, all without any, hidden ones without what they hold.

        UsageError names what is like an unknown name, and hidden sheets where there are no others.
        """
        known = {key(grid.name): grid for grid in self.grids}
        for name in names:
            if key(name) not in known:
                near = nearest(name, [grid.name for grid in self.grids])
                raise UsageError("sheets.no_sheet", self.grids[0].file, name=name, near=near)
        with_contents = [grid for grid in self.grids if grid.cells]
        if not names and all(grid.hidden for grid in with_contents):
            hidden = tuple(grid.name for grid in with_contents)
            raise UsageError("sheets.all_hidden", self.grids[0].file, names=hidden)
        return [known[key(name)] for name in names] or [
            Grid(grid.file, {}, grid.name, hidden=True, left_out=True) if grid.hidden else grid
            for grid in with_contents
        ]


def open_sheets(path: Path, limit: int = CELL_LIMIT) -> Opened:
    """The sheets of a workbook or text file with at most `limit` cells; UsageError says why it cannot be read."""
    ending = path.suffix.lower()
    if ending not in (*WORKBOOKS, ".xls", *TEXTS):
        raise UsageError("sheets.ending", str(path))
    if (size := path.stat().st_size) > SIZE_LIMIT:
        raise UsageError("sheets.too_big", str(path), size=size // 1_000_000, limit=SIZE_LIMIT // 1_000_000)
    if ending not in TEXTS:
        return Opened(tuple(read_workbook(path, limit)))
    grids, encoding, delimiter = read_csv(path, limit)
    return Opened(tuple(grids), encoding, delimiter)
