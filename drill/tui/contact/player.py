"""What the screens of a drill use of their application, wherever the drill itself is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, TypeVar

from textual.screen import Screen

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.views import View
from drill.seats.handed import Pace, ToldLine
from drill.seats.seat import Seat
from drill.text.catalogue import Catalogue

Answered = TypeVar("Answered")


class Player(Protocol):
    """Somebody at one screen who plays some posts."""

    say: Catalogue
    seat: Seat
    view: View
    """The drill as it was seen last, at the time it is now."""
    clock: Pace
    story: list[ToldLine]
    """The lines seen so far."""

    record: Path | None
    """Where what the drill came to is written, if it is kept here."""

    @property
    def post(self) -> str:
        """The post whose card is in sight."""

    def notice(self) -> str:
        """Something that cannot wait, or nothing."""

    async def order(self, command: AnyCommand) -> bool:
        """Send a command; a refusal is said, and everything follows at once."""

    async def skip_ahead(self) -> None:
        """Do not wait for the next thing that happens."""

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """A passing remark."""

    async def ask(self, dialog: Screen[Answered]) -> Answered | None:
        """Show a dialog, and wait for its answer."""


class LeadingPlayer(Player, Protocol):
    """Somebody who has the hand on the drill too."""

    directing: Seat
