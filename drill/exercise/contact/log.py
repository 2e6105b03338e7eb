"""The log of a contact drill. Replay feeds the logged inputs to a new engine, which recomputes everything else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.events import (
    ENGINE,
    TRANSCRIPT_SCHEMA,
    AnyEvent,
    DrillEnded,
    DrillStarted,
    InputTaken,
    Row,
)
from drill.exercise.contact.evolve import change
from drill.exercise.contact.rules import DrillLedger, decide
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.ledger import Log, Rejected, Vocabulary

if TYPE_CHECKING:
    from drill.exercise.contact.engine import Engine

DrillLog = Log[Setup, State, AnyEvent]


def regenerate(ledger: DrillLedger, rows: Sequence[Row]) -> Engine:
    """An engine brought to the end of a log, in a ledger that has begun like it."""
    from drill.exercise.contact.engine import Engine  # with SimPy, which reading a log does not need

    engine = Engine(ledger)
    for row in rows:
        if isinstance(row.event, DrillEnded):
            engine.advance(row.at_ms + 1)  # the quiz comes after it, within its millisecond
        elif isinstance(row.event, InputTaken):
            engine.submit(row.event.command, row.at_ms)
    engine.advance(rows[-1].at_ms + 1)
    return engine


def _decide(state: State, command: AnyCommand) -> Sequence[AnyEvent] | Rejected:
    verdict = decide(state, command)
    return verdict if isinstance(verdict, Rejected) else [InputTaken(command), *verdict]


def _durable(event: AnyEvent) -> bool:
    """What the engine makes of it, it would make again."""
    return isinstance(event, (DrillStarted, InputTaken))


DRILL: Vocabulary[Setup, State, AnyEvent, AnyCommand] = Vocabulary(
    schema=TRANSCRIPT_SCHEMA,
    events=AnyEvent,
    first=lambda setup: setup.first_event,
    setup=Setup.from_event,
    start=State,
    decide=_decide,
    evolve=change,
    over=lambda state: state.ended_ms is not None,
    durable=_durable,
    regenerate=regenerate,
    engine=ENGINE,
)
