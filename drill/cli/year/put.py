"""`drill year put`: enter that a paper was put to the review board."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from drill.cli.arguments import DAY, Parser, one_of
from drill.cli.terminal import Terminal
from drill.text.catalogue import Word
from drill.text.choices import YEAR_WHAT
from drill.text.eras import Day
from drill.year.events import PutToBoard
from drill.year.folder import YearFolder


def options(parser: Parser) -> None:
    """The year, the paper, what of it, when."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("paper", metavar="PAPER")
    parser.value("what", metavar="method|result", type=one_of(("method", "result")))
    parser.value("--on", metavar="DATE", type=DAY)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Enter it."""
    folder, today = YearFolder.open(args.year), date.today()
    on = args.on or today
    number = folder.record(PutToBoard(args.paper, args.what, on.isoformat()), today)
    title = folder.program.papers[args.paper].title
    terminal.out(terminal.say("year.put", title=title, what=Word(YEAR_WHAT[args.what]), day=Day(on)))
    terminal.note(terminal.say("year.entered", number=number))
    return True
