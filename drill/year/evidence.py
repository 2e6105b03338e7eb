"""What the transcript of a drill or meeting says of itself, and how it becomes part of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drill.exercise.contact.log import DRILL
from drill.exercise.table.figures import figures
from drill.exercise.table.log import MEETING
from drill.scoring.score import score
from drill.year.events import DrillHeld
from drill.year.folder import YearFolder


@dataclass(frozen=True)
class DrillEvidence:
    """A transcript: which scenario, the day it begins in, the last hash, numerator and denominator of each figure."""

    path: Path
    scenario: str
    start: date
    head: str
    figures: dict[str, tuple[int, int]]


def read_evidence(path: Path) -> DrillEvidence:
    """A drill's transcript or a meeting's log; UsageError if it is neither."""
    if MEETING.begins(path):
        meeting = MEETING.read(path)
        found = figures(meeting.state)
        return DrillEvidence(path, meeting.setup.scenario.id, meeting.setup.start.date(), meeting.head, found)
    log = DRILL.read(path)
    dimensions = score(log.rows).dimensions
    found = {name: (each.numerator, each.denominator) for name, each in dimensions.items() if each.denominator}
    return DrillEvidence(path, log.setup.scenario.id, log.setup.start.date(), log.head, found)


def enter(
    folder: YearFolder, activity: str, found: DrillEvidence, on: date, people: tuple[str, ...], today: date
) -> int:
    """Keep the transcript in the folder and enter the drill; the entry's number."""
    folder.expect(DrillHeld(activity, on.isoformat(), "", found.head, people, found.figures), today)
    file = folder.keep("transcripts", activity, ".jsonl", found.path.read_bytes())
    return folder.record(DrillHeld(activity, on.isoformat(), file, found.head, people, found.figures), today)
