"""What a screen knows of a drill: it sends commands and asks for views; local and remote drills both satisfy it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.directory import Candidate
from drill.exercise.contact.overview import Overview
from drill.exercise.contact.state import ContactKey
from drill.exercise.contact.story import Line
from drill.exercise.contact.views import View
from drill.exercise.ledger import Rejected
from drill.model.chart import Chart
from drill.model.scenario import Milestone, Question
from drill.seats.authority import Place
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

    def send(self, command: AnyCommand) -> Rejected | None:
        """A command taken now, or why not."""

    def view(self) -> View:
        """What these posts may see."""

    def story(self) -> list[Line]:
        """The lines seen so far from here."""

    def candidates(self, key: ContactKey) -> tuple[Candidate, ...]:
        """Who may answer for the contact's target, and how they can be reached."""

    def overview(self) -> Overview | None:
        """The whole drill at a glance, where the place sees it."""

    def set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> Rejected | None:
        """Change the pace of the drill, or why not."""

    def skip_ahead(self) -> Rejected | None:
        """Let the time run to the next line that people at the screens see, but past no deadline of theirs."""

    def quiz(self) -> dict[str, Question]:
        """The closing questions not answered yet; none before the end."""

    def reference(self) -> tuple[str, tuple[Milestone, ...]]:
        """After the end: the scenario's source and what the real case had done when."""

    def score(self) -> Any:
        """The score of the drill, after its end."""

    def save_record(self, language: Language) -> Path | None:
        """Put the readable record beside the transcript, after the end."""

    def close(self) -> None:
        """Leave the drill; it can be resumed."""
