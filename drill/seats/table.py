"""What the screens of a meeting know of it: a seat at it, wherever the meeting itself is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

import msgspec

from drill.exercise.table.commands import AnyCommand
from drill.exercise.table.views import MeetingView, PersonView, Role
from drill.seats.authority import Place
from drill.seats.handed import Pace, Refusal
from drill.text.catalogue import Language


class TableSight(msgspec.Struct, frozen=True):
    """What is seen of a meeting."""

    view: MeetingView
    clock: Pace


class TableSeat(Protocol):
    """One place at a meeting; only the facilitator's does anything."""

    place: Place

    async def look(self) -> TableSight:
        """What is seen now."""

    def changes(self) -> AsyncIterator[TableSight]:
        """What is seen now and, whenever that has changed, again; several changes at once are one. Ends on leaving."""

    async def send(self, command: AnyCommand) -> Refusal | None:
        """A command taken now, or why not. OSError if it cannot be written: then nothing has happened."""

    async def set_clock(self, *, paused: bool) -> Refusal | None:
        """Let the clock stand or run, or why not."""

    async def people(self) -> tuple[PersonView, ...]:
        """Everybody who may be named as a deputy; for the facilitator."""

    async def role(self, post: str) -> Role | None:
        """A member's role card; for the facilitator."""

    async def minutes(self, language: Language) -> str | None:
        """The minutes in Markdown, after the end."""

    async def leave(self) -> None:
        """Get up; nothing is told any more."""
