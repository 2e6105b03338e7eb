"""How the transcript of a drill or meeting becomes part of a year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from drill.exercise.contact.log import DRILL
from drill.exercise.ledger import Log
from drill.exercise.table.figures import figures
from drill.exercise.table.log import MEETING
from drill.scoring.score import score
from drill.year.events import DrillHeld
from drill.year.folder import YearFolder

AnyLog = Log[Any, Any, Any]


def read_log(path: Path) -> AnyLog:
    """A drill's transcript or a meeting's log; UsageError if it is neither."""
    return MEETING.read(path) if MEETING.begins(path) else DRILL.read(path)


def enter(folder: YearFolder, activity: str, log: AnyLog, on: date, people: tuple[str, ...], today: date) -> int:
    """Keep the transcript in the folder and enter the drill with its figures; the entry's number."""
    held = DrillHeld(activity, on.isoformat(), "", log.head, people, _figures(log))
    folder.expect(held, today)
    file = folder.keep("transcripts", activity, ".jsonl", log.path.read_bytes())
    return folder.record(msgspec.structs.replace(held, transcript=file), today)


def _figures(log: AnyLog) -> dict[str, tuple[int, int]]:
    """Numerator and denominator of each."""
    if log.vocabulary is MEETING:
        return figures(log.state)
    dimensions = score(log.rows).dimensions
    return {name: (each.numerator, each.denominator) for name, each in dimensions.items() if each.denominator}
