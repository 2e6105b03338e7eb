"""`drill year calendar`: the dates of a year for a calendar program."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from drill.cli.arguments import Parser
from drill.cli.saving import deliver, output_options
from drill.cli.terminal import Terminal
from drill.model.library import find_program
from drill.model.program import Program
from drill.year.folder import LOG, YearFolder, load_checked
from drill.year.state import day_at, first_day


def options(parser: Parser) -> None:
    """The year or programme, and where the calendar goes."""
    parser.value("year", words="year_or_program", metavar="YEAR|PROGRAM")
    output_options(parser)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Write the calendar, or print it."""
    from drill.report.calendar import calendar

    program, stamp = _program(args.year)
    found = calendar(program, terminal.say, stamp)
    deliver(found, args.output, args, terminal)
    return True


def _program(name: str) -> tuple[Program, date]:
    """The programme, and the day of the last entry or the year's first: the same year gives the same calendar."""
    if (Path(name) / LOG).is_file():
        folder = YearFolder.open(Path(name))
        return folder.program, day_at(folder.program.year, folder.log()[-1][0])
    program = load_checked(find_program(name))
    return program, first_day(program.year)
