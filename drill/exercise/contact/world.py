"""What the parts of the simulated world see of the engine, and what the engine asks of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from drill.exercise.contact.behaviour import Behaviours
from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.events import AnyEvent, Event
from drill.exercise.contact.state import State
from drill.exercise.contact.timeline import DrillTime
from drill.exercise.ledger import Rejected


class World(Protocol):
    """The drill a part lives in."""

    state: State
    timeline: DrillTime
    behaviours: Behaviours

    @property
    def now_ms(self) -> int:
        """Drill time."""

    def emit(self, event: AnyEvent) -> None:
        """Something has happened now."""

    def do(self, command: AnyCommand) -> Rejected | None:
        """A simulated post's command: carried out now, or refused."""


class Part(Protocol):
    """A part of the simulated world: hears of events, and may only schedule what comes of them."""

    @property
    def reactions(self) -> Mapping[type[Event], Callable[[Any], None]]:
        """What it does when an event of a kind has just happened."""
