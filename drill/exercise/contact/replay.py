"""Replay: feed the logged inputs to a new engine and let it recompute everything else, which also verifies the log."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from pydantic import ValidationError

from drill.errors import UsageError
from drill.exercise.contact.events import ENGINE, DrillEnded, DrillStarted, InputTaken, Row
from drill.exercise.contact.setup import Setup

if TYPE_CHECKING:
    from drill.exercise.contact.engine import Engine


def setup_of(rows: Sequence[Row]) -> Setup:
    """The setup a log begins with; UsageError if it cannot be used."""
    first = rows[0].event if rows else None
    if not isinstance(first, DrillStarted):
        raise UsageError("transcript.no_beginning")
    try:
        return Setup.from_event(first)
    except (ValidationError, ValueError) as problem:
        raise UsageError("transcript.bad_beginning", reason=str(problem).splitlines()[0]) from problem


def regenerate(rows: Sequence[Row]) -> tuple[Engine, list[Row]]:
    """An engine brought to the end of the log, and the rows it made on the way.

    The rows begin with all of `rows`, or the log is not what this engine makes: UsageError names the first
    difference. There may be more rows, where the log was cut in the middle of an effect.
    """
    from drill.exercise.contact.engine import Engine  # with SimPy, which reading a log does not need

    setup = setup_of(rows)
    made: list[Row] = []
    engine = Engine(setup, made.append)
    first = rows[0].event
    if isinstance(first, DrillStarted) and first.engine != ENGINE:
        raise UsageError("transcript.other_engine", engine=first.engine, ours=ENGINE)
    engine.start()
    for row in rows:
        if isinstance(row.event, DrillEnded):
            engine.advance(row.at_ms + 1)  # the quiz comes after it, within its millisecond
        elif isinstance(row.event, InputTaken):
            engine.submit(row.event.command, row.at_ms)
    engine.advance(rows[-1].at_ms + 1)
    for number, (logged, ours) in enumerate(zip_longest(rows, made[: len(rows)]), start=1):
        if logged != ours:
            raise UsageError("transcript.differs", line=number)
    return engine, made
