"""A sheet that drill wrote, read back: the chart in its last sheet, with the edits of the cells people see."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.problems import in_order
from drill.sheets.chart.edits import EditRejected, Edits
from drill.sheets.chart.everything import MARK, unflatten
from drill.sheets.chart.importing import Imported
from drill.sheets.chart.log import CellLog
from drill.sheets.chart.pages import ChartPage, Shown, headlines, pages
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.printing import HEADER_ROWS
from drill.sheets.kit.rows import Header, find_header
from drill.text.catalogue import LANGUAGES, Catalogue, catalogue
from drill.text.choices import SHEETS_PAGE
from drill.text.normal import line, tidy


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
    shown = Shown(base, catalogue(language))
    log = CellLog()
    for each in grids:
        log.look(each)
    edits = Edits(base, shown, log)
    names = {shown.say(SHEETS_PAGE[page.name]): page for page in pages(shown)}
    others = [each for each in grids if each is not grid and each.name not in names]
    for name, page in names.items():
        named = [each for each in grids if each.name == name]
        header = next(filter(None, (_find(page, each, shown.say) for each in named or others)), None)
        others = [each for each in others if not header or each is not header.grid]
        if header and header.has("id"):
            _read(page, header, edits)
        else:
            log.say("XS076", grid, (0, 0), header=name)
    for other in grids:
        for cell in log.left_over(other) if other is not grid else ():
            log.refuse("XS051", other, cell, text=other.text(cell))
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


def _find(page: ChartPage, grid: Grid, say: Catalogue) -> Header | None:
    """The header of a printed sheet, wherever rows and columns have been moved to; the sheet may have a new name."""
    wanted = {line(" ".join(field.headers(say))): field.key for field in page.fields}
    return find_header(
        grid, lambda text: wanted.get(line(text)), lambda found: len(found.columns) * 2 > len(wanted), [HEADER_ROWS]
    )


def _read(page: ChartPage, header: Header, edits: Edits) -> None:
    """Every row of a printed sheet: known by its id, new, or gone."""
    grid, log = header.grid, edits.log
    columns = {name: at[0] for name, at in header.columns.items()}
    if page.name == "posts":
        edits.header(grid, header.rows.start)
    known = {tidy(line) for line in headlines(edits.shown, page)}
    log.use(grid, *(cell for cell in grid.cells if cell[0] < header.rows.start and tidy(grid.text(cell)) in known))
    log.use(grid, *((row, column) for row in header.rows for column in range(1, grid.columns + 1)))
    for field in page.fields:
        if field.key not in columns:
            log.say("XS076", grid, (header.rows.start, 1), header=field.header(edits.shown.say))
    order: dict[int, str] = {}
    """Row → its entry."""
    gone = dict.fromkeys(page.keys)
    for row in sorted(grid.filled):
        if row >= header.rows.stop and any(grid.text((row, column)) for column in columns.values()):
            log.use(grid, *((row, column) for column in columns.values()))
            order[row] = entry = grid.text((row, columns["id"]))
            if entry in gone:
                del gone[entry]
                _apply(page, grid, row, columns, entry, edits)
            else:
                order[row] = ""
    for row in [row for row, entry in order.items() if not entry]:
        if made := edits.add(page.name, grid, row, columns):
            order[row] = made
            entry = grid.text((row, columns["id"]))
            if entry and entry != made:
                log.say("XS061", grid, (row, columns["id"]), text=entry, id=made)
            _apply(page, grid, row, columns, made, edits, new=True)
    meant = set(order.values())  # a row without an id may mean somebody known
    for entry in gone:
        if entry not in meant:
            edits.remove(page.name, entry, grid, (header.rows.start, 1))
    edits.order(page.name, [entry for entry in order.values() if entry])


def _apply(
    page: ChartPage, grid: Grid, row: int, columns: dict[str, int], entry: str, edits: Edits, new: bool = False
) -> None:
    """Take over what a row shows otherwise than the chart would; of a new row all."""
    # What a row says about a person is about the one it names now.
    for field in sorted(page.fields, key=lambda each: each.name != "holder"):
        if field.name == "id" or not (column := columns.get(field.key)):
            continue
        cell, before = (row, column), "" if new else field.render(edits.shown, entry)
        after = grid.text(cell)
        if _lines(before) == _lines(after):
            continue
        try:
            if edits.change(page.name, entry, field, after, grid, cell):
                edits.log.say("XS070", grid, cell, before=before or "-", after=after or "-")
        except EditRejected as reason:
            edits.log.refuse("XS071", grid, cell, after, text=after or "-", reason=reason.word)
    edits.row_done(page.name, entry, grid, row)


def _lines(text: str) -> list[str]:
    return [tidy(line) for line in text.splitlines() if line.strip()]
