"""Seats at a drill for tests: those of this machine, and the same at the end of a wire."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

from drill.exercise.clock import DrillClock
from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.directory import Candidate
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import ContactKey
from drill.model.chart import Chart
from drill.seats.authority import Place
from drill.seats.handed import QuizQuestion, Refusal, Result
from drill.seats.local import LocalDrill
from drill.seats.seat import Seat, Sight
from drill.seats.wire import decode, encode
from drill.text.catalogue import Language
from tests.builders import a_setup, shipped
from tests.exercise.live import Wall


class WiredSeat:
    """A seat of which nothing is known but what came as bytes."""

    def __init__(self, far: Seat) -> None:
        self._far = far
        self.place = decode(encode(far.place), Place)
        self.chart = decode(encode(far.chart), Chart)

    async def look(self, known: int = 0) -> Sight:
        return decode(encode(await self._far.look(known)), Sight)

    async def changes(self, known: int = 0) -> AsyncIterator[Sight]:
        async for sight in self._far.changes(known):
            yield decode(encode(sight), Sight)

    async def send(self, command: AnyCommand) -> Refusal | None:
        got: AnyCommand = decode(encode(command), AnyCommand)  # type: ignore[arg-type]
        return decode(encode(await self._far.send(got)), Refusal | None)  # type: ignore[arg-type]

    async def set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> Refusal | None:
        return decode(encode(await self._far.set_clock(speed=speed, paused=paused)), Refusal | None)  # type: ignore[arg-type]

    async def skip_ahead(self) -> Refusal | None:
        return decode(encode(await self._far.skip_ahead()), Refusal | None)  # type: ignore[arg-type]

    async def candidates(self, key: ContactKey) -> tuple[Candidate, ...]:
        return decode(encode(await self._far.candidates(decode(encode(key), ContactKey))), tuple[Candidate, ...])

    async def quiz(self) -> tuple[QuizQuestion, ...]:
        return decode(encode(await self._far.quiz()), tuple[QuizQuestion, ...])

    async def result(self, language: Language) -> Result | None:
        return decode(encode(await self._far.result(language)), Result | None)  # type: ignore[arg-type]

    async def leave(self) -> None:
        await self._far.leave()


def at_hand(drill: LocalDrill, place: Place) -> Seat:
    """A seat of this machine."""
    return drill.seat(place)


def over_a_wire(drill: LocalDrill, place: Place) -> Seat:
    """The same at the end of a wire."""
    return WiredSeat(drill.seat(place))


MAKERS: tuple[Callable[[LocalDrill, Place], Seat], ...] = (at_hand, over_a_wire)
"""Whatever makes a seat keeps the same contract."""


def a_drill(wall: Wall, setup: Setup | None = None, path: Path | None = None) -> LocalDrill:
    """A drill that has begun; its wall is turned by hand."""
    setup = setup or a_setup(*shipped("nws-stop"), played=("poc", "csirt_manager"))
    return LocalDrill(LiveSession.begin(setup, DrillClock(wall), path))
