"""The log of a meeting on disk: a chain (`drill.exercise.chain`) whose times count from the start of the exercise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drill.errors import UsageError
from drill.exercise.chain import Chain, ChainReader
from drill.exercise.table.events import MEETING_SCHEMA, AnyMeetingEvent, MeetingStarted
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.state import State, evolve

_READER: ChainReader[AnyMeetingEvent] = ChainReader(AnyMeetingEvent)


@dataclass(frozen=True, slots=True)
class MeetingLog:
    """What is good of a log, and the meeting as it stands after it; `chain.flaw` is `cut` where the end is missing."""

    chain: Chain[AnyMeetingEvent]
    state: State


def is_meeting(path: Path) -> bool:
    """Whether a file begins like the log of a meeting; False for what cannot be read."""
    try:
        with path.open("rb") as file:
            return f'"schema":"{MEETING_SCHEMA}"'.encode() in file.read(400)
    except OSError:
        return False


def read_meeting(path: Path) -> MeetingLog:
    """Read a file; UsageError if it is no log of a meeting or a line does not fit those before it."""
    chain = _READER.read(path)
    first = chain.entries[0][1] if chain.entries else None
    if not isinstance(first, MeetingStarted) or first.schema != MEETING_SCHEMA:
        raise UsageError("transcript.not_one", str(path), schema=MEETING_SCHEMA)
    if chain.flaw and chain.flaw != "cut":
        raise UsageError(f"cli.transcript_{chain.flaw}", str(path), line=chain.flaw_line)
    state = State(MeetingSetup.from_event(first))
    for number, (at_ms, event) in enumerate(chain.entries, start=1):
        try:
            state = evolve(state, event, at_ms)
        except LookupError as problem:  # names that chart and scenario do not have
            raise UsageError("cli.transcript_changed", str(path), line=number) from problem
    return MeetingLog(chain, state)
