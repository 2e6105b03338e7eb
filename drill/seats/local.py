"""A drill on this machine: it lets happen what is due when it is due, and tells each seat what it may see of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import suppress

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.directory import Candidate, candidates
from drill.exercise.contact.events import Row
from drill.exercise.contact.overview import Overview, overview
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.state import ContactKey, State
from drill.exercise.contact.story import StoryLine
from drill.exercise.contact.touching import touched
from drill.exercise.contact.viewing import view
from drill.exercise.contact.views import View
from drill.seats.authority import Place, directing, refusal
from drill.seats.bell import Bell
from drill.seats.handed import Pace, QuizQuestion, Refusal, Result, ToldLine
from drill.seats.seat import Seat, Sight
from drill.text.catalogue import Language

STEP_MS = 300_000
"""No more is skipped at once while something is open."""
Wait = Callable[[asyncio.Event, float | None], Awaitable[object]]


async def _wait(event: asyncio.Event, seconds: float | None) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


class LocalDrill:
    """A live session and the seats at it."""

    def __init__(self, session: LiveSession) -> None:
        self.session = session
        self._seats: list[LocalSeat] = []
        self._stirred = asyncio.Event()
        self._closed = False
        session.listen(self._hear)

    def seat(self, place: Place) -> LocalSeat:
        """Somebody sits down."""
        self._seats.append(seat := LocalSeat(self, place))
        return seat

    def get_up(self, seat: LocalSeat) -> None:
        """Nothing is told there any more."""
        self._seats.remove(seat)

    def _hear(self, before: State, row: Row) -> None:
        posts = touched(before, row.event)
        for seat in self._seats:
            seat.hear(posts)

    async def run(self, wait: Wait = _wait) -> None:
        """Sleep until something is due, or somebody has done something; until the drill is closed."""
        while not self._closed:
            self.tick()
            self._stirred.clear()
            await wait(self._stirred, self._due_s())

    def _due_s(self) -> float | None:
        clock = self.session.clock
        if not clock.pace or not self.session.state.running:
            return None
        due_ms = min((self.session.due_ms + 1, *(seat.turns_ms for seat in self._seats)))
        return max(0, due_ms - clock.now_ms()) / 1000 / clock.pace + 0.001

    def tick(self) -> None:
        """Let everything happen that is due by now."""
        rate = self.session.clock.pace
        self.session.tick()
        if self.session.clock.pace != rate:
            self._ring()
        for seat in self._seats:
            seat.turn(self.session.clock.now_ms())

    def stir(self, *, clock: bool = False) -> None:
        """Somebody has done something; everybody is told of a clock that goes otherwise."""
        if clock:
            self._ring()
        self._stirred.set()

    def _ring(self) -> None:
        for seat in self._seats:
            seat.bell.ring()

    def skip_ahead(self) -> None:
        """Let the time run to the next line that people at the screens see, but past no deadline of theirs."""
        state, now = self.session.state, self.session.clock.now_ms()
        todo = view(state, state.setup.played, now).todo
        steps = [each.due_ms - now for each in todo if each.due_ms is not None and each.due_ms > now]
        self.session.skip_ahead(self._concerns, min((STEP_MS, *steps)) if todo else None)
        self.tick()
        self.stir(clock=True)

    def _concerns(self, line: StoryLine) -> bool:
        """Whether people at the screens notice: a line of theirs, or their telephone rings."""
        state = self.session.state
        played = state.setup.played
        if line.shown_to(played) or line.code != "story.call_placed":
            return line.shown_to(played)
        return any(call.ref == line.call for call in view(state, played, self.session.clock.now_ms()).calls)

    def close(self) -> None:
        """Put the transcript to the disk; the drill can be resumed."""
        self._closed = True
        self.session.close()
        self.stir()


class LocalSeat(Seat):
    """One place at a drill on this machine."""

    def __init__(self, drill: LocalDrill, place: Place) -> None:
        self.place = place
        self.chart = drill.session.state.setup.chart
        self.bell = Bell()
        self.turns_ms: float = float("inf")
        """When what was seen last may look otherwise though nothing happens."""
        self._drill = drill
        self._session = drill.session
        self._seen: tuple[View, Overview | None] | None = None
        self._story: list[ToldLine] = []
        self._heard = 0

    def hear(self, touched: Collection[str] | None) -> None:
        """Something happens: what is seen from here is out of date if it touches these posts (None: everybody)."""
        if touched is None or self.place.sees_all or any(post in touched for post in self.place.posts):
            self._forget()

    def turn(self, now_ms: int) -> None:
        """Hours have opened or closed."""
        if now_ms >= self.turns_ms:
            self._forget()

    def _forget(self) -> None:
        self._seen, self.turns_ms = None, float("inf")
        self.bell.ring()

    async def look(self, known: int = 0) -> Sight:
        state, clock = self._session.state, self._session.clock
        now_ms = clock.now_ms() if state.ended_ms is None else state.ended_ms
        if self._seen is None:
            self._hear_story()
            self._seen = view(state, self.place.posts, now_ms), overview(state) if self.place.sees_all else None
            self.turns_ms = state.setup.next_turn_ms(now_ms)
        seen, whole = self._seen
        goes = Pace(clock.speed, clock.paused, clock.pace if state.running else 0)
        return Sight(seen.at(now_ms), goes, whole, tuple(self._story[known:]), len(self._story))

    def _hear_story(self) -> None:
        story, posts = self._session.story, self.place.posts
        self._story += [
            ToldLine.of(line) for line in story[self._heard :] if self.place.sees_all or line.shown_to(posts)
        ]
        self._heard = len(story)

    async def changes(self, known: int = 0) -> AsyncIterator[Sight]:
        async for _ in self.bell.rings():
            sight = await self.look(known)
            known = sight.lines
            yield sight

    async def send(self, command: AnyCommand) -> Refusal | None:
        refused = refusal(self.place, command) or self._session.send(command)
        self._drill.stir()
        return Refusal.of(refused)

    async def set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> Refusal | None:
        if not (refused := directing(self.place)):
            self._session.clock.set(speed=speed, paused=paused)
            self._drill.stir(clock=True)
        return Refusal.of(refused)

    async def skip_ahead(self) -> Refusal | None:
        if not (refused := directing(self.place)):
            self._drill.skip_ahead()
        return Refusal.of(refused)

    async def candidates(self, key: ContactKey) -> tuple[Candidate, ...]:
        if key.caller not in self.place.posts:
            return ()
        return candidates(self._session.state, key, self._session.clock.now_ms())

    async def quiz(self) -> tuple[QuizQuestion, ...]:
        state = self._session.state
        questions = {} if state.running or self.place.kind != "participant" else state.setup.scenario.quiz
        return tuple(
            QuizQuestion(name, question.text, tuple(answer.text for answer in question.answers))
            for name, question in questions.items()
            if name not in state.quiz
        )

    async def result(self, language: Language) -> Result | None:
        if self._session.state.running:
            return None
        from drill.seats.results import result

        return result(self._session.rows, self.place.posts or self._session.state.setup.played, language)

    async def leave(self) -> None:
        self._drill.get_up(self)
        self.bell.ring(last=True)
