"""From the sheets of a file to a chart, with everything that was decided on the way and every cell left behind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.problems import Problem, in_order
from drill.sheets.chart.columns import NO_PLACE, Meaning
from drill.sheets.chart.contacts import read_arrows, read_contacts
from drill.sheets.chart.draft import Draft
from drill.sheets.chart.log import CellLog, TableRow, Unread
from drill.sheets.chart.roster import read_deputies, read_people, read_posts
from drill.sheets.chart.settle import settle
from drill.sheets.chart.tables import SheetTable, find_tables
from drill.sheets.kit.dates import find_day
from drill.sheets.kit.grid import Grid
from drill.text.normal import is_arrow, is_note, line

_AS_OF = re.compile(r"現在|時点|改[訂正]|作成|更新|施行|版|as of|updated|revised", re.IGNORECASE)


@dataclass(frozen=True)
class Imported:
    """A chart read from sheets."""

    chart: Chart
    tables: tuple[SheetTable, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Unread, ...]

    def named(self, chart_id: str) -> Imported:
        """The same with another id for the chart."""
        return replace(self, chart=self.chart.model_copy(update={"id": chart_id}))

    @property
    def errors(self) -> int:
        """How many cells could not be read, or only with doubt that somebody has to settle."""
        return sum(each.severity == "error" for each in self.problems)


def import_grids(
    grids: Sequence[Grid], chart_id: str, header: int | None = None, given: Mapping[str, Meaning] | None = None
) -> Imported:
    """Read all tables of these sheets; UsageError where there is none, or none with people."""
    log, draft = CellLog(), Draft()
    tables = [settle(t, log) for grid in grids for t in find_tables(grid, header, given)]
    if not any(t.of("post", "role", "name", "unit") for t in tables if not t.is_contacts):
        raise UsageError("sheets.no_header", " ".join(grid.place for grid in grids))
    for grid in grids:
        log.look(grid)
        for cell in sorted(grid.cells):
            log.failed(grid, cell)
    posts: dict[int, list[TableRow]] = {}
    """Place of a table → its rows with posts."""
    with_posts = {number for number, table in enumerate(tables) if table.of("post", "role")}
    later = {n for n, t in enumerate(tables) if with_posts and n not in with_posts and t.of("name")}
    for number, table in enumerate(tables):
        if not table.is_contacts and number not in later:
            posts[number] = read_posts(table, draft, log)
    for row in chain.from_iterable(posts.values()):
        read_deputies(row)
    for number in sorted(later):
        posts[number] = read_posts(read_people(tables[number], draft, log), draft, log)
        for row in posts[number]:
            read_deputies(row)
    for number, table in enumerate(tables):
        read_contacts(table, {row.number: row.post for row in posts.get(number, ()) if not row.role}, draft, log)
        _frame(table, log)
    together = [*chain.from_iterable(posts.values())]
    for grid in grids:
        read_arrows(grid, {row.number: row.post for row in together if row.table.grid is grid}, draft, log)
    if not draft.contacts:
        log.say("XS014", tables[0].grid, (0, 0))
    title, as_of = _headlines(tables, log)
    with_tables = {id(table.grid) for table in tables}
    for grid in grids:
        _rest(grid, id(grid) in with_tables, log)
    source = " ".join(dict.fromkeys(grid.place for grid in grids))
    chart = draft.chart(chart_id, title or chart_id, source, as_of)
    return Imported(chart, tuple(tables), tuple(in_order(log.problems)), tuple(log.unread))


def _frame(table: SheetTable, log: CellLog) -> None:
    """Headers and headings are understood; columns that are not, or that a chart has no place for, are told."""
    grid, has_contacts = table.grid, table.of("target", "caller")
    for column in table.columns:
        own = [(row, column.number) for row in table.rows if grid.text((row, column.number))]
        log.use(grid, *((row, column.number) for row in (*table.header_rows, *(table.again if column.header else ()))))
        left = [cell for cell in own if grid.origin(cell) not in log.used[grid.name]]
        field, told, code = column.meaning.field, own, ""
        if field == "count":
            log.use(grid, *own)
            continue
        if field in NO_PLACE or (field in ("order", "kind", "by", "deadline", "when") and not has_contacts):
            code = "XS013"
        elif column.meaning.rank and field in ("post", "unit"):
            code, told = "XS013", left
        elif not field:
            if all(is_arrow(grid.text(cell)) for cell in own):
                continue  # read_arrows looks at each of them
            code = "XS010"
        elif field != "ignore":
            continue
        if code and told:
            head = (table.header_rows.stop - 1, column.number)
            log.say(code, grid, head, header=column.header or "-", count=len(told))
        for cell in left:
            log.lose(grid, cell)
    log.use(grid, *((row, c) for row, _ in table.sections.values() for c in range(1, grid.columns + 1)))


def _headlines(tables: Sequence[SheetTable], log: CellLog) -> tuple[str, date | None]:
    """Title and as-of date: the lines above the first table; a line 令和5年12月1日現在 counts anywhere."""
    title, as_of = "", None
    top = tables[0].header_rows.start
    grid = tables[0].grid
    for cell in log.left_over(grid):
        text = line(grid.text(cell))
        dated = find_day(text)
        if as_of is None and dated and (_AS_OF.search(text) or cell[0] < top):
            as_of, text = dated[0], re.sub(r"\(\s*(?:現在|時点)?\s*\)", "", dated[1]).strip()
            log.use(grid, cell)
            text = re.sub(
                rf"^(?:{_AS_OF.pattern})?(?:日|年月日)?[:： ]*(?:{_AS_OF.pattern})?$", "", text, flags=re.IGNORECASE
            )
        if cell[0] < top and text and not title and not is_note(text):
            title = text
            log.use(grid, cell)
        elif dated and text and as_of == dated[0]:
            log.lose(grid, cell)
    return title, as_of


def _rest(grid: Grid, has_table: bool, log: CellLog) -> None:
    """Every cell that nobody has read is named; a sheet without a table is named as a whole."""
    left = log.left_over(grid)
    if left and not has_table:
        log.say("XS006", grid, (0, 0), name=grid.name)
        for cell in left:
            log.lose(grid, cell)
    for cell in left if has_table else ():
        log.refuse("XS052" if is_note(grid.text(cell)) else "XS051", grid, cell, text=grid.text(cell))
