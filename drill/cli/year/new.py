"""`drill year new`: begin a drill year in a folder."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from drill.cli.arguments import Parser
from drill.cli.terminal import Terminal
from drill.model.check import check_year_file
from drill.model.library import find_program
from drill.model.load import load_program
from drill.year.folder import YearFolder


def options(parser: Parser) -> None:
    """The programme, and where the year goes."""
    parser.value("program", metavar="PROGRAM")
    parser.value("folder", words="new_folder", metavar="DIR", type=Path)
    parser.value("--after", metavar="LASTYEAR", type=Path)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Say what is wrong with the programme, warnings only as their number; then make the folder."""
    found = check_year_file(load_program(find_program(args.program)))
    terminal.errors(found)
    if count := sum(each.severity == "warning" for each in found):
        terminal.note(terminal.say("cli.warnings", count=count, files=args.program))
    folder = YearFolder.create(args.folder, args.program, date.today(), args.after)
    terminal.out(terminal.say("year.made", path=args.folder, title=folder.program.title))
    return True
