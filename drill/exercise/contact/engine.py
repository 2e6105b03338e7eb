"""The engine: the simulated world on a ledger. Every change is an event, logged before anybody reacts to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drill.exercise.contact.behaviour import Behaviours
from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.director import Director
from drill.exercise.contact.events import AnyEvent, DrillEnded, Event
from drill.exercise.contact.posts import SimulatedPosts
from drill.exercise.contact.rules import DrillLedger, decide
from drill.exercise.contact.state import State
from drill.exercise.contact.telephone import Telephone
from drill.exercise.contact.timeline import DrillTime, Turn, rank
from drill.exercise.contact.world import Part
from drill.exercise.ledger import Rejected


class Engine:
    """One drill, on a ledger that has just begun."""

    def __init__(self, ledger: DrillLedger) -> None:
        self.ledger = ledger
        self.state: State = ledger.state
        self.timeline = DrillTime()
        self.behaviours = Behaviours(self.state.setup)
        self._stepped_ms = -1
        parts: tuple[Part, ...] = (Telephone(self), Director(self), SimulatedPosts(self))
        self._reactions: dict[type[Event], list[Callable[[Any], None]]] = {}
        for part in parts:
            for kind, react in part.reactions.items():
                self._reactions.setdefault(kind, []).append(react)
        ledger.after.append(self._react)
        self._react(ledger.rows[0].event)
        self.timeline.call_after(self.state.setup.end_ms, rank(Turn.END, 0), self._time_is_up)

    @property
    def now_ms(self) -> int:
        """Drill time of the last thing that happened."""
        return self.timeline.now_ms

    def _time_is_up(self) -> None:
        self.emit(DrillEnded("time"))

    def emit(self, event: AnyEvent) -> None:
        """Something has happened now."""
        self.ledger.append(self.timeline.now_ms, event)

    def _react(self, event: AnyEvent) -> None:
        for react in self._reactions.get(type(event), ()):
            react(event)

    def do(self, command: AnyCommand) -> Rejected | None:
        """A simulated post's command: carried out now, or refused."""
        verdict = decide(self.state, command)
        if isinstance(verdict, Rejected):
            return verdict
        for event in verdict:
            self.emit(event)
        return None

    def advance(self, until_ms: int) -> None:
        """Let everything happen that is due strictly before `until_ms`."""
        while self.state.running and self.due_ms < until_ms:
            self.step()

    @property
    def open_ms(self) -> int:
        """The earliest time for a person's command: in one millisecond people come first, so none that has begun."""
        return self._stepped_ms + 1

    def submit(self, command: AnyCommand, at_ms: int) -> Rejected | None:
        """A person's command at `at_ms` (from `open_ms` on): logged as input with its effects, or refused."""
        if self.state.running:
            self.advance(at_ms)
        if self.state.running:
            self.timeline.move_to(at_ms)
        return self.ledger.send(command, self.now_ms)

    @property
    def due_ms(self) -> float:
        """When the next thing is due."""
        return self.timeline.peek()

    def step(self) -> None:
        """Let the next thing happen."""
        self.timeline.step()
        self._stepped_ms = self.timeline.now_ms

    def run_to_end(self, on_step: Callable[[int], None] | None = None) -> None:
        """Headless: as fast as it goes, telling `on_step` the drill time."""
        state = self.state
        while state.ended_ms is None:
            self.step()
            if on_step:
                on_step(self.now_ms)
