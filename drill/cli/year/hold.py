"""`drill year hold`: enter that a class was held, and say which sections can start now."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from drill.cli.arguments import DAY, Parser
from drill.cli.terminal import Terminal
from drill.cli.year.entering import activity_of, attendance_options, attended, say_notes, section_of
from drill.text.eras import Day
from drill.year.events import SessionHeld
from drill.year.folder import YearFolder
from drill.year.status import status


def options(parser: Parser) -> None:
    """The year, the class, when, where, by whom and who took part."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("activity", metavar="ACTIVITY")
    parser.value("--section", metavar="SECTION")
    parser.value("--on", metavar="DATE", type=DAY)
    parser.value("--teacher", metavar="NUMBER", default="")
    attendance_options(parser)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Enter it; what is unusual about it is said."""
    folder, say, today = YearFolder.open(args.year), terminal.say, date.today()
    name, activity = activity_of(folder, args.activity)
    section = section_of(folder.program, args.section) if args.section else ""
    on = args.on or today
    numbers = attended(args, folder, activity, on, terminal, section)
    blocked = blocked_sections(folder, today)
    event = SessionHeld(name, on.isoformat(), numbers, section, args.teacher)
    entry = folder.record(event, today)
    say_notes(terminal, folder, activity, on, numbers)
    found = next(each for each in status(folder.year, today).activities if each.result.activity is activity)
    turnout = found.result.turnout
    done, required = (turnout.attended, turnout.required) if turnout else (len(numbers), len(numbers))
    where = say("year.held.section", section=folder.program.sections[section].name) if section else ""
    terminal.out(
        say(
            "year.held",
            title=activity.title,
            day=Day(on),
            section=where,
            attended=len(numbers),
            done=done,
            required=required,
        )
    )
    if released := blocked - blocked_sections(folder, today):
        names = tuple(each.name for key, each in folder.program.sections.items() if key in released)
        terminal.out(say("year.released", sections=names))
    terminal.note(say("year.entered", number=entry))
    return True


def blocked_sections(folder: YearFolder, today: date) -> set[str]:
    """The sections that cannot start something yet."""
    return {section.section for each in status(folder.year, today).activities for section in each.blocked}
