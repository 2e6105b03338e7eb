"""What screens and pages know of an exercise: a seat at it, wherever the exercise itself is.

A seat hands out nothing but what can be written down (`drill.seats.wire`), and refuses what is not for its place.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

import msgspec

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.directory import Candidate
from drill.exercise.contact.overview import Overview
from drill.exercise.contact.state import ContactKey
from drill.exercise.contact.views import View
from drill.model.chart import Chart
from drill.seats.authority import Place
from drill.seats.handed import Pace, QuizQuestion, Refusal, Result, ToldLine
from drill.text.catalogue import Language


class Sight(msgspec.Struct, frozen=True):
    """What is seen from a seat, and of the story the lines that whoever looks has not got; `lines` there are in all."""

    view: View
    clock: Pace
    overview: Overview | None
    told: tuple[ToldLine, ...]
    lines: int


class Seat(Protocol):
    """One place at a drill: a participant's, the facilitator's, an evaluator's or an onlooker's."""

    place: Place
    chart: Chart

    async def look(self, known: int = 0) -> Sight:
        """What is seen now, with the lines after the first `known`."""

    def changes(self, known: int = 0) -> AsyncIterator[Sight]:
        """What is seen now and, whenever that has changed, again; several changes at once are one. Ends on leaving."""

    async def send(self, command: AnyCommand) -> Refusal | None:
        """A command taken now, or why not; whoever looks next sees what came of it."""

    async def set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> Refusal | None:
        """Change the pace of the drill, or why not."""

    async def skip_ahead(self) -> Refusal | None:
        """Let the time run to the next line that people at the screens see, but past no deadline of theirs."""

    async def candidates(self, key: ContactKey) -> tuple[Candidate, ...]:
        """Who may answer for the contact's target, and how they can be reached; what others tried is not told."""

    async def quiz(self) -> tuple[QuizQuestion, ...]:
        """The closing questions not answered yet; none before the end, nor but for participants."""

    async def result(self, language: Language) -> Result | None:
        """What the drill came to, after its end."""

    async def leave(self) -> None:
        """Get up; nothing is told any more."""
