"""`drill chart import`: a contact sheet as offices keep it → a chart file, with all that was decided on the way."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from drill.cli.arguments import Parser, whole
from drill.cli.saving import save
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.load import load_chart
from drill.model.problems import Problem, format_problem, letters, place_in_file, worst_first
from drill.text.catalogue import Catalogue
from drill.text.choices import SHEETS_DELIMITER, SHEETS_FIELD, SHEETS_WHY
from drill.text.eras import say_date
from drill.text.width import fit, table

if TYPE_CHECKING:
    from drill.sheets.chart.columns import Meaning
    from drill.sheets.chart.importing import Imported
    from drill.sheets.chart.log import Unread
    from drill.sheets.chart.tables import Column, SheetTable
    from drill.sheets.kit.opening import Opened

ALIKE = frozenset({"XS022", "XS023", "XS037", "XS038", "XS042", "XS065"})
"""Said once for a column, with the other cells' names: a hundred telephone numbers would bury everything else."""
_CELLS = 10
_WIDTHS = (20, 34, 12, 40)
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")


def options(parser: Parser) -> None:
    """The file, what the program cannot know of it, and where the chart goes."""
    parser.value("file", words="sheet_file", metavar="FILE", type=Path)
    parser.value("--sheet", metavar="NAME", action="append", default=[])
    parser.value("--header", metavar="ROW", type=whole(1, 1_048_576))
    parser.value("--map", metavar="COLUMN=MEANING", action="append", default=[])
    parser.value("--write", words="sheet_write", metavar="OUT.yaml", type=Path)
    parser.value("--id", words="sheet_id", metavar="ID")
    parser.switch("--force")
    parser.switch("--strict")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print what was read and write it if asked to; False if a cell could not be read (`--strict`: any doubt)."""
    from drill.sheets.kit.opening import open_sheets

    chart_id = _chart_id(args)
    opened = open_sheets(args.file)
    found = _read(opened, args, chart_id)
    say = terminal.say
    if opened.encoding:
        terminal.out(
            say("sheets.encoding", encoding=opened.encoding, delimiter=say(SHEETS_DELIMITER[opened.delimiter]))
        )
    terminal.out(*_preview(found, say))
    terminal.out("", *_messages(found.problems, say))
    warnings = sum(each.severity == "warning" for each in found.problems)
    terminal.out("", say("sheets.findings", errors=found.errors, warnings=warnings))
    if args.write:
        _write(found, args.write, args.force, say)
        terminal.note(say("sheets.written", file=args.write))
    else:
        terminal.note(say("sheets.not_written"))
    return not found.errors and not (args.strict and warnings)


def _read(opened: Opened, args: Namespace, chart_id: str) -> Imported:
    from drill.sheets.chart.everything import MARK
    from drill.sheets.chart.importing import import_grids
    from drill.sheets.chart.own import import_own, is_own

    if not (args.sheet or args.header or args.map) and is_own(opened.grids):
        found = import_own(opened.grids)
        return found.named(args.id) if args.id else found
    grids = [grid for grid in opened.chosen(args.sheet) if MARK not in grid.cells.values()]
    return import_grids(grids, chart_id, args.header, _given(args.map))


def _given(texts: Iterable[str]) -> dict[str, Meaning]:
    """`C=mobile` → what column C means; a header may stand for the letter."""
    from drill.sheets.chart.columns import MEANINGS, named_meaning
    from drill.text.normal import key

    found = {}
    for text in texts:
        column, equals, meaning = text.rpartition("=")
        try:
            found[key(column)] = named_meaning(meaning)
        except ValueError:
            equals = ""
        if not equals or not column.strip():
            raise UsageError("sheets.bad_map", value=text, known=MEANINGS)
    return found


def _chart_id(args: Namespace) -> str:
    """The id asked for, else the name of the file to write or of the sheet, else `chart`."""
    if args.id is not None and not _ID.fullmatch(args.id):
        raise UsageError("sheets.bad_id", value=args.id)
    stems = [args.id or "", args.write.stem if args.write else "", args.file.stem]
    return next((stem for stem in stems if _ID.fullmatch(stem)), "chart")


def _preview(found: Imported, say: Catalogue) -> Iterator[str]:
    """What each column was taken for, and what came of it."""
    if not found.tables:
        yield say("sheets.own")
    for each in found.tables:
        rows = each.header_rows
        head = str(rows.start) if len(rows) == 1 else f"{rows.start}-{rows.stop - 1}"
        first = each.rows[0] if each.rows else rows.stop
        yield say("sheets.table", place=each.grid.place, first=first, rows=len(each.rows), head=head)
        titles = say.each("sheets.column", "sheets.header", "sheets.taken", "sheets.ground", "sheets.samples")
        yield from table([_column(each, column, say) for column in each.columns if _seen(each, column)], titles)
        yield ""
    chart = found.chart
    yield say("sheets.title", title=chart.title)
    yield say("sheets.as_of", day=say_date(chart.as_of, say.language) if chart.as_of else say("sheets.no_day"))
    yield say(
        "sheets.counts",
        posts=len(chart.posts),
        persons=len(chart.persons),
        deputies=sum(len(post.deputies) for post in chart.posts.values()),
        channels=sum(len(person.channels) for person in chart.persons.values()),
        contacts=len(chart.contacts),
        sites=len(chart.sites),
    )
    if found.unread:
        yield say("sheets.unread", count=len(found.unread))


def _seen(found: SheetTable, column: Column) -> bool:
    return bool(column.header) or any(found.grid.text((row, column.number)) for row in found.rows)


def _column(found: SheetTable, column: Column, say: Catalogue) -> tuple[str, ...]:
    texts = (found.grid.text((row, column.number)).replace("\n", " ") for row in found.rows)
    samples = " | ".join(list(dict.fromkeys(filter(None, texts)))[:3])
    cells = (column.header, _meaning(column.meaning, say), say(SHEETS_WHY[column.why]) if column.why else "-", samples)
    return (letters(column.number), *(fit(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True)))


def _meaning(meaning: Meaning, say: Catalogue) -> str:
    if not meaning.field:
        return say("sheets.field.unknown")
    text = say(SHEETS_FIELD[meaning.field])
    if meaning.hours != "always":
        text = say("sheets.at_night" if meaning.hours == "night" else "sheets.at_office", field=text)
    if meaning.role:
        text = say("sheets.of_role", role=meaning.role, field=text)
    return say("sheets.of_deputy", rank=meaning.rank, field=text) if meaning.rank else text


def _messages(problems: Iterable[Problem], say: Catalogue) -> Iterator[str]:
    """One line each, errors first; decisions of one kind in one column are one line."""
    alike: dict[object, list[Problem]] = {}
    for each in worst_first(problems):
        alike.setdefault((each.code, each.file, each.column) if each.code in ALIKE else each, []).append(each)
    for first, *more in alike.values():
        cells = [place_in_file(each) for each in more[:_CELLS]] + ["…"] * (len(more) > _CELLS)
        rest = f" {say('sheets.alike', count=len(more), cells=' '.join(cells))}" if more else ""
        yield format_problem(first, say) + rest


def _write(found: Imported, path: Path, force: bool, say: Catalogue) -> None:
    """The chart file; what the chart has no place for stands at its end as comments."""
    from drill.model.save import chart_yaml

    save(chart_yaml(found.chart, _comments(found.unread, say)).encode(), path, force)
    loaded = load_chart(path)
    if loaded.value != found.chart:
        raise RuntimeError(f"{path} does not hold the chart that was written: {loaded.problems[:3]}")


def _comments(unread: Iterable[Unread], say: Catalogue) -> Iterator[str]:
    from drill.sheets.kit.grid import cell_name

    for number, each in enumerate(unread):
        if not number:
            yield say("sheets.comment")
        yield f"{each.place}:{cell_name(each.cell)} {each.text}"
