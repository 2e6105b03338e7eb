"""`drill year log`: what was entered into a year, numbered."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from drill.cli.arguments import Parser
from drill.cli.terminal import Terminal
from drill.text.catalogue import Catalogue, Word
from drill.text.choices import YEAR_LOG, YEAR_WHAT
from drill.text.width import table
from drill.year import events as e
from drill.year.folder import YearFolder
from drill.year.state import day_at


def options(parser: Parser) -> None:
    """The year."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print a line an entry: its number, the day it speaks of (else the day it was entered), and what it says."""
    folder, say = YearFolder.open(args.year), terminal.say
    rows = []
    for number, (at_ms, event) in enumerate(folder.log()):
        entered = day_at(folder.program.year, at_ms).isoformat()
        gone = f" {say('year.log.gone')}" if number in folder.state.withdrawn else ""
        rows.append((f"{number}", getattr(event, "on", entered), entry_text(folder, number, say) + gone))
    header = [*say.each("year.column.count", "year.column.day", "year.column.entry")]
    terminal.out(*table(rows, header, ("right",)))
    return True


def entry_text(folder: YearFolder, number: int, say: Catalogue) -> str:
    """One entry in words; by its bare name what a withdrawn one spoke of and the programme has no more."""
    program, event = folder.program, folder.state.entries[number]
    params: dict[str, Any] = {name: getattr(event, name) for name in event.__struct_fields__}
    match event:
        case e.SessionHeld() | e.TestHandedIn() | e.DrillHeld():
            activity, section = program.activities.get(event.activity), getattr(event, "section", "")
            params["title"] = activity.number or activity.title if activity else event.activity
            name = program.sections[section].name if section in program.sections else section
            params["section"] = say("year.held.section", section=name) if name else ""
            params["count"] = len(event.results if isinstance(event, e.TestHandedIn) else event.attended)
        case e.SelfCheckClosed():
            params["title"] = plan.title if (plan := program.selfchecks.get(event.selfcheck)) else event.selfcheck
        case e.PutToBoard():
            paper = program.papers.get(event.paper)
            params |= {"title": paper.title if paper else event.paper, "what": Word(YEAR_WHAT[event.what])}
    return say(YEAR_LOG[type(event).__name__], **params)
