"""What a screen knows of a drill: it sends commands and asks for views; local and remote drills both satisfy it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.directory import Candidate
from drill.exercise.contact.overview import Overview
from drill.exercise.contact.state import ContactKey
from drill.exercise.contact.views import View
from drill.model.chart import Chart
from drill.seats.authority import Place
from drill.seats.handed import Asked, Refusal, Result, Told
from drill.text.catalogue import Language


class Gateway(Protocol):
    """One seat at a drill; for a participant's, `posts` are acted for."""

    place: Place
    chart: Chart
    posts: tuple[str, ...]
    transcript: Path | None

    @property
    def speed(self) -> float:
        """Drill seconds per second as chosen."""

    @property
    def paused(self) -> bool:
        """Whether the drill clock stands."""

    def tick(self) -> None:
        """Let everything happen that is due by now."""

    def send(self, command: AnyCommand) -> Refusal | None:
        """A command taken now, or why not."""

    def view(self) -> View:
        """What these posts may see."""

    def story(self) -> list[Told]:
        """The lines seen so far from here."""

    def candidates(self, key: ContactKey) -> tuple[Candidate, ...]:
        """Who may answer for the contact's target, and how they can be reached."""

    def overview(self) -> Overview | None:
        """The whole drill at a glance, where the place sees it."""

    def set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> Refusal | None:
        """Change the pace of the drill, or why not."""

    def skip_ahead(self) -> Refusal | None:
        """Let the time run to the next line that people at the screens see, but past no deadline of theirs."""

    def quiz(self) -> tuple[Asked, ...]:
        """The closing questions not answered yet; none before the end."""

    def result(self, language: Language) -> Result | None:
        """What the drill came to, after its end."""

    def close(self) -> None:
        """Leave the drill; it can be resumed."""
