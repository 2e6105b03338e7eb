"""What the screen and the deeds of a meeting use of their application."""

from __future__ import annotations

from typing import Protocol, TypeVar

from textual.screen import Screen

from drill.exercise.table.commands import AnyCommand
from drill.seats.table import TableSeat
from drill.text.catalogue import Catalogue
from drill.tui.table.room import Room

Answered = TypeVar("Answered")


class Chair(Protocol):
    """The facilitator in front of the room."""

    say: Catalogue
    seat: TableSeat
    room: Room

    async def order(self, command: AnyCommand) -> bool:
        """Send a command; a refusal is said, and the screen follows at once."""

    async def act(self, name: str | None) -> None:
        """What a key asks for; None: it means nothing just now."""

    async def answer(self, number: int) -> None:
        """A question of the hot wash."""

    async def ask(self, dialog: Screen[Answered]) -> Answered | None:
        """Show a dialog, and wait for its answer."""
