"""The log of a meeting: every line is what people did or said, so a replay has nothing to compute."""

from __future__ import annotations

from drill.exercise.ledger import Ledger, Vocabulary
from drill.exercise.table.commands import AnyCommand
from drill.exercise.table.events import MEETING_SCHEMA, AnyMeetingEvent
from drill.exercise.table.rules import decide
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.state import MeetingState, evolve

MeetingLedger = Ledger[MeetingState, AnyMeetingEvent, AnyCommand]

MEETING: Vocabulary[MeetingSetup, MeetingState, AnyMeetingEvent, AnyCommand] = Vocabulary(
    schema=MEETING_SCHEMA,
    events=AnyMeetingEvent,
    first=MeetingSetup.as_event,
    setup=MeetingSetup.from_event,
    start=MeetingState,
    decide=decide,
    evolve=evolve,
    over=lambda state: state.phase == "closed",
)
