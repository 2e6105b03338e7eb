"""`drill year drill`: the transcript of a drill or meeting becomes part of the year, with its figures."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from drill.cli.arguments import DAY, Parser
from drill.cli.recording import open_recording
from drill.cli.terminal import Terminal
from drill.cli.year.entering import activity_of, attendance_options, attended, say_notes
from drill.errors import UsageError
from drill.exercise.table.log import MEETING
from drill.model.library import find_transcript
from drill.model.program import Activity
from drill.text.eras import Day
from drill.year.evidence import AnyLog, enter, read_log
from drill.year.folder import YearFolder


def options(parser: Parser) -> None:
    """The year, the drill, its transcript, when and who took part."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("activity", metavar="ACTIVITY")
    parser.value("transcript", metavar="TRANSCRIPT")
    parser.value("--on", words="drill_on", metavar="DATE", type=DAY)
    attendance_options(parser)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Copy it into the folder and enter it."""
    folder, say = YearFolder.open(args.year), terminal.say
    name, activity = activity_of(folder, args.activity)
    found = _read(args.transcript, activity, terminal)
    scenario = found.setup.scenario.id
    if activity.scenario and activity.scenario != scenario:
        terminal.note(say("year.note.other_scenario", planned=activity.scenario, found=scenario))
    on = args.on or found.setup.start.date()
    people = attended(args, folder, activity, on, terminal) if args.all or args.absent or args.attended else ()
    number = enter(folder, name, found, on, people, date.today())
    say_notes(terminal, folder, activity, on, people)
    terminal.out(say("year.drill.entered", title=activity.title, day=Day(on), transcript=args.transcript))
    terminal.note(say("year.entered", number=number))
    return True


def _read(name: str, activity: Activity, terminal: Terminal) -> AnyLog:
    """UsageError if it has been changed or is no drill of the contact chain where one was planned.

    That its end is missing is only said.
    """
    path = find_transcript(name)
    if not MEETING.begins(path):
        open_recording(name, terminal)
    elif activity.kind == "contact":
        raise UsageError("cli.year.meeting_log", str(path), title=activity.title)
    return read_log(path)
