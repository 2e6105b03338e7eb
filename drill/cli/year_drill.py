"""`drill year drill`: the transcript of a drill or meeting becomes part of the year, with its figures."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drill.cli.arguments import Parser
from drill.cli.recording import open_recording
from drill.cli.terminal import Terminal
from drill.cli.year_entering import DAY, activity_of, attendance_options, attended, name_of, say_notes
from drill.exercise.meeting.figures import held
from drill.exercise.meeting.log import is_meeting, read_meeting
from drill.exercise.transcript import read_transcript
from drill.model.library import find_transcript
from drill.scoring.score import score
from drill.text.eras import Day
from drill.year.events import DrillHeld
from drill.year.folder import YearFolder


@dataclass(frozen=True)
class Evidence:
    """What a transcript says of itself."""

    path: Path
    scenario: str
    start: date
    head: str
    figures: dict[str, tuple[int, int]]


def options(parser: Parser) -> None:
    """The year, the drill, its transcript, when and who took part."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("activity", metavar="ACTIVITY")
    parser.value("transcript", words="transcript_file", metavar="TRANSCRIPT")
    parser.value("--on", words="drill_on", metavar="DATE", type=DAY)
    attendance_options(parser)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Copy it into the folder and enter it."""
    folder, say = YearFolder.open(args.year), terminal.say
    activity = activity_of(folder, args.activity)
    found = read_evidence(args.transcript, terminal)
    if activity.scenario and activity.scenario != found.scenario:
        terminal.note(say("year.note.other_scenario", planned=activity.scenario, found=found.scenario))
    on = args.on or found.start
    people = attended(args, folder, activity, on) if args.all or args.absent or args.attended else ()
    number = enter(folder, name_of(folder, activity), found, on, people, date.today())
    say_notes(terminal, folder, activity, on, people)
    terminal.out(say("year.drill.entered", title=activity.title, day=Day(on), transcript=args.transcript))
    terminal.note(say("year.entered", number=number))
    return True


def read_evidence(name: str, terminal: Terminal) -> Evidence:
    """A drill's transcript or a meeting's log; UsageError if it is neither, or has been changed."""
    path = find_transcript(name)
    if is_meeting(path):
        meeting, setup = held(path), read_meeting(path).state.setup
        return Evidence(path, meeting.scenario, setup.scenario.start.date(), meeting.head, meeting.figures)
    recording = open_recording(name, terminal)
    dimensions = score(recording.rows).dimensions
    figures = {each: (dim.numerator, dim.denominator) for each, dim in dimensions.items() if dim.denominator}
    setup_ = recording.setup
    return Evidence(path, setup_.scenario.id, setup_.start.date(), read_transcript(path).head, figures)


def enter(folder: YearFolder, activity: str, found: Evidence, on: date, people: tuple[str, ...], today: date) -> int:
    """Keep the transcript and enter the drill; the entry's number."""
    file = folder.keep("transcripts", activity, ".jsonl", found.path.read_bytes())
    return folder.record(DrillHeld(activity, on.isoformat(), file, found.head, people, found.figures), today)
