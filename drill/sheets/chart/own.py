"""A sheet that drill wrote, read back: the chart in its last sheet, with the edits of the cells people see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.problems import in_order
from drill.sheets.chart.edits import EditRejected, Edits
from drill.sheets.chart.everything import MARK, unflatten
from drill.sheets.chart.importing import Imported
from drill.sheets.chart.log import CellLog
from drill.sheets.chart.pages import ChartPage, SheetField, Shown, headlines, pages
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.normal import tidy
from drill.text.catalogue import LANGUAGES, Catalogue, catalogue
from drill.text.choices import SHEETS_PAGE


@dataclass(frozen=True)
class FoundSheet:
    """A printed sheet found again: where its data begin and which column shows which field."""

    page: ChartPage
    grid: Grid
    header: int
    columns: dict[str, int]
    """`name` or `deputyN` → column."""


def is_own(grids: Sequence[Grid]) -> bool:
    """Whether the file holds the sheet that keeps everything."""
    return _kept(grids) is not None


def import_own(grids: Sequence[Grid]) -> Imported:
    """The chart with all edits; UsageError if the sheet that keeps everything is damaged."""
    kept = _kept(grids)
    assert kept is not None
    grid, top = kept
    language = next((each for each in LANGUAGES if each == grid.text((top, 2))), "ja")
    base = _base(grid, top)
    shown = Shown.of(base, catalogue(language))
    log = CellLog()
    for each in grids:
        log.look(each)
    edits = Edits(base, shown, log)
    names = {shown.say(SHEETS_PAGE[page.name]): page for page in pages(shown)}
    others = [each for each in grids if each is not grid and each.name not in names]
    for name, page in names.items():
        named = [each for each in grids if each.name == name]
        found = next((each for each in (_find(page, g, shown.say) for g in named or others) if each), None)
        others = [each for each in others if not found or each is not found.grid]
        if found is None or "id" not in found.columns:
            log.say("XS076", grid, (0, 0), header=shown.say(SHEETS_PAGE[page.name]))
            continue
        if page.name == "posts":
            edits.header(found.grid, found.header)
        known = {tidy(line) for line in headlines(shown, page)}
        above = [cell for cell in found.grid.cells if cell[0] < found.header and tidy(found.grid.text(cell)) in known]
        log.use(found.grid, *above)
        _read(found, edits, shown, log)
    for other in grids:
        if other is not grid:
            _leftovers(other, log)
    return Imported(edits.chart(), (), tuple(in_order(log.problems)), tuple(log.unread))


def _kept(grids: Sequence[Grid]) -> tuple[Grid, int] | None:
    for grid in grids:
        top = min(grid.filled, default=0)
        if top and grid.cells.get((top, 1)) == MARK and grid.cells.get((top, 2)) in LANGUAGES:
            return grid, top
    return None


def _base(grid: Grid, top: int) -> Chart:
    rows = [(grid.cells.get((r, 1)), grid.cells.get((r, 2))) for r in range(top + 2, grid.rows + 1)]
    texts = [(str(path), str(value)) for path, value in rows if path is not None and value is not None]
    try:
        return Chart.model_validate(unflatten(texts))
    except ValidationError as error:
        reason = "/".join(map(str, error.errors()[0]["loc"]))
        raise UsageError("sheets.damaged_own", grid.place, reason=reason) from error
    except ValueError as error:
        raise UsageError("sheets.damaged_own", grid.place, reason=str(error)) from error


def _find(page: ChartPage, grid: Grid, say: Catalogue) -> FoundSheet | None:
    """The header of a printed sheet, wherever rows and columns have been moved to; the sheet may have a new name."""
    wanted = {field.headers(say): field.key for field in page.fields}
    for row in sorted(grid.filled):
        columns: dict[str, int] = {}
        upper = ""
        for column in range(1, grid.columns + 1):
            own, lower = (tidy(grid.text((r, column))) for r in (row, row + 1))
            upper = own or (upper if lower else "")
            name = wanted.get((upper, "" if lower == upper else lower))
            if name and name not in columns:
                columns[name] = column
        if len(columns) * 2 > len(wanted):
            return FoundSheet(page, grid, row, columns)
    return None


def _read(found: FoundSheet, edits: Edits, shown: Shown, log: CellLog) -> None:
    """Every row of a printed sheet: known by its id, new, or gone."""
    grid, page = found.grid, found.page
    for field in page.fields:
        if field.key not in found.columns:
            log.say("XS076", grid, (found.header, 1), header=field.header(shown.say))
    log.use(grid, *((r, c) for r in (found.header, found.header + 1) for c in range(1, grid.columns + 1)))
    order: dict[int, str] = {}
    """Row → its entry."""
    gone = dict.fromkeys(page.keys)
    rows = [
        r
        for r in sorted(grid.filled)
        if r > found.header + 1 and any(grid.text((r, c)) for c in found.columns.values())
    ]
    for row in rows:
        entry = grid.text((row, found.columns["id"]))
        log.use(grid, *((row, column) for column in found.columns.values()))
        order[row] = ""
        if entry in gone:
            del gone[entry]
            order[row] = entry
            _apply(found, row, entry, _cells(found, row, entry, shown), edits, log)
    for row in [row for row, entry in order.items() if not entry]:
        if made := edits.add(page.name, grid, row, found.columns):
            order[row] = made
            entry = grid.text((row, found.columns["id"]))
            if entry and entry != made:
                log.say("XS061", grid, (row, found.columns["id"]), text=entry, id=made)
            _apply(found, row, made, _cells(found, row, None, shown), edits, log)
    meant = set(order.values())  # a row without an id may mean somebody known
    for entry in gone:
        if entry not in meant:
            edits.remove(page.name, entry, grid, (found.header, 1))
    edits.order(page.name, [entry for entry in order.values() if entry])


def _cells(found: FoundSheet, row: int, entry: str | None, shown: Shown) -> Iterator[tuple[SheetField, int, str, str]]:
    """Field, column, what the chart would show and what the cell shows, where these differ; of a new row all."""
    for field in found.page.fields:
        column = found.columns.get(field.key)
        if column is None or field.name == "id":
            continue
        before = field.render(shown, entry) if entry else ""
        after = found.grid.text((row, column))
        if _lines(before) != _lines(after):
            yield field, column, before, after


def _lines(text: str) -> list[str]:
    return [tidy(line) for line in text.splitlines() if line.strip()]


def _apply(
    found: FoundSheet,
    row: int,
    entry: str,
    cells: Iterator[tuple[SheetField, int, str, str]],
    edits: Edits,
    log: CellLog,
) -> None:
    # What a row says about a person is about the one it names now.
    for field, column, before, after in sorted(cells, key=lambda each: each[0].name != "holder"):
        cell = (row, column)
        try:
            changed = edits.change(found.page.name, entry, field, after, found.grid, cell)
        except EditRejected as reason:
            log.refuse("XS071", found.grid, cell, after, text=after or "-", reason=reason.word)
            continue
        if changed:
            log.say("XS070", found.grid, cell, before=before or "-", after=after or "-")
    edits.row_done(found.page.name, entry, found.grid, row)


def _leftovers(grid: Grid, log: CellLog) -> None:
    for cell in log.left_over(grid):
        log.refuse("XS051", grid, cell, text=grid.text(cell))
