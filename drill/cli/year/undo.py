"""`drill year undo`: withdraw an entry; it stays in the log, with the reason."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from drill.cli.arguments import Parser, readable, whole
from drill.cli.terminal import Terminal
from drill.cli.year.log import entry_text
from drill.errors import UsageError
from drill.year.events import Withdrawn, YearEvent, YearOpened
from drill.year.folder import YearFolder


def options(parser: Parser) -> None:
    """The year, the entry, why."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("entry", metavar="ENTRY", nargs="?", type=whole(0, 10**9, "cli.year.bad_entry"))
    parser.value("--reason", metavar="TEXT", type=readable, required=True)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Withdraw it, or the last one that holds."""
    folder = YearFolder.open(args.year)
    entry = _last(folder) if args.entry is None else args.entry
    number = folder.record(Withdrawn(entry, args.reason), date.today())
    terminal.out(terminal.say("year.undone", entry=entry, text=entry_text(folder, entry, terminal.say)))
    terminal.note(terminal.say("year.entered", number=number))
    return True


def _last(folder: YearFolder) -> int:
    standing = [n for n, each in folder.state.standing(YearEvent) if not isinstance(each, (Withdrawn, YearOpened))]
    if not standing:
        raise UsageError("cli.year.nothing", str(folder.path))
    return standing[-1]
