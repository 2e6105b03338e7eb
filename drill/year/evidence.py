"""What the transcript of a drill or meeting says of itself, and how it becomes part of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drill.exercise.contact.replay import setup_of
from drill.exercise.table.figures import held
from drill.exercise.table.log import is_meeting, read_meeting
from drill.exercise.transcript import read_transcript
from drill.scoring.score import score
from drill.year.events import DrillHeld
from drill.year.folder import YearFolder


@dataclass(frozen=True)
class Evidence:
    """A transcript: which scenario, the day it begins in, the last hash, numerator and denominator of each figure."""

    path: Path
    scenario: str
    start: date
    head: str
    figures: dict[str, tuple[int, int]]


def read_evidence(path: Path) -> Evidence:
    """A drill's transcript or a meeting's log; UsageError if it is neither."""
    if is_meeting(path):
        meeting, start = held(path), read_meeting(path).state.setup.start
        return Evidence(path, meeting.scenario, start.date(), meeting.head, meeting.figures)
    transcript = read_transcript(path)
    setup, dimensions = setup_of(transcript.rows), score(transcript.rows).dimensions
    figures = {name: (each.numerator, each.denominator) for name, each in dimensions.items() if each.denominator}
    return Evidence(path, setup.scenario.id, setup.start.date(), transcript.head, figures)


def enter(folder: YearFolder, activity: str, found: Evidence, on: date, people: tuple[str, ...], today: date) -> int:
    """Keep the transcript in the folder and enter the drill; the entry's number."""
    folder.expect(DrillHeld(activity, on.isoformat(), "", found.head, people, found.figures), today)
    file = folder.keep("transcripts", activity, ".jsonl", found.path.read_bytes())
    return folder.record(DrillHeld(activity, on.isoformat(), file, found.head, people, found.figures), today)
