"""`drill year roster`: take a staff list into a year, without names, row by row refused or taken."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from drill.cli.arguments import DAY, Parser
from drill.cli.terminal import Terminal
from drill.cli.year.entering import cells_told
from drill.errors import UsageError
from drill.text.eras import Day
from drill.text.width import fit, table
from drill.year.folder import YearFolder

_TITLE = 50
"""Cells of a title in the table."""


def options(parser: Parser) -> None:
    """The year, the list, its day."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("file", words="roster_file", metavar="FILE", type=Path)
    parser.value("--as-of", metavar="DATE", type=DAY)
    parser.value("--sheet", metavar="NAME", action="append", default=[])
    parser.switch("--partial")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Say what is wrong with each row; take the list if nothing is, or with `--partial` the rest of it."""
    from drill.sheets.kit.opening import open_sheets
    from drill.sheets.year.staff import CELLS, find_as_of, read_staff

    folder, say = YearFolder.open(args.year, roster_anew=True), terminal.say
    program = folder.program
    grids = open_sheets(args.file, CELLS).chosen(args.sheet)
    as_of = args.as_of or find_as_of(grids)
    if as_of is None:
        as_of = program.as_of
        terminal.note(say("year.note.no_date", day=Day(as_of)))
    elif as_of != program.as_of:
        terminal.note(say("year.note.roster_day", day=Day(as_of), as_of=Day(program.as_of)))
    found = read_staff(grids, program, as_of)
    terminal.out(*cells_told(found.problems, terminal.say))
    refused = found.rows - len(found.roster.members)
    if found.errors and not args.partial:
        terminal.note(say("year.roster.refused", rows=found.rows, refused=refused))
        return False
    if not found.roster.members:
        raise UsageError("year.roster_empty", str(args.file))
    number = folder.take_roster(found.roster, date.today())
    terminal.out(say("year.roster.taken", members=len(found.roster.members), day=Day(as_of), refused=refused))
    header = say.each("year.column.target", "year.column.planned", "year.column.list", "year.column.leave")
    terminal.out("", *table(list(_counts(folder, terminal)), header, ("left", "right", "right", "right")))
    terminal.note(say("year.entered", number=number))
    return not found.errors


def _counts(folder: YearFolder, terminal: Terminal) -> Iterator[tuple[str, ...]]:
    """Each target with the headcount of the programme and that of the list; a difference is said."""
    program, year = folder.program, folder.year
    uses = [(target, each.first, each.end) for each in program.activities.values() for target in each.targets]
    uses += [(target, each.first, each.last) for each in program.selfchecks.values() for target in each.groups.values()]
    counted = ((target, year.headcount([target], first, last)) for target, first, last in uses)
    for target, people in dict.fromkeys(counted):
        entry, count, planned = program.targets[target], len(people.required), program.targets[target].headcount
        title = " ".join(entry.title.get(terminal.language).split("\n"))
        if planned is not None and planned != count:
            terminal.note(terminal.say("year.roster.differs", title=title, planned=planned, found=count))
        yield fit(title, _TITLE), "" if planned is None else f"{planned}", f"{count}", f"{len(people.on_leave)}"
