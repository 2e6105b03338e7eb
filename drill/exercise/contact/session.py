"""A live drill on this machine: engine, clock and transcript together. Screens send commands and ask for views."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from drill.exercise.clock import DrillClock
from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL, regenerate
from drill.exercise.contact.rules import DrillLedger
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.contact.story import StoryLine, tell
from drill.exercise.ledger import Rejected


class LiveSession:
    """Whenever `tick` is called, everything due since then happens at its exact drill time."""

    def __init__(self, ledger: DrillLedger, clock: DrillClock, run: Callable[[DrillLedger], Engine] = Engine) -> None:
        self.clock = clock
        self.story: list[StoryLine] = []
        ledger.before.append(self._note)
        self._ledger = ledger
        self._engine = run(ledger)

    @classmethod
    def begin(cls, setup: Setup, clock: DrillClock, path: Path | None = None) -> LiveSession:
        """A new drill, its transcript at `path`; UsageError if that is there already or cannot be written."""
        return cls(DRILL.begin(setup, path), clock)

    @classmethod
    def resume(cls, path: Path, clock: DrillClock) -> LiveSession:
        """Go on with a drill that was left or cut off; its transcript must verify (UsageError otherwise)."""
        log = DRILL.read(path)
        session = cls(DRILL.begin_anew(log.rows, str(path)), clock, partial(regenerate, rows=log.rows))
        session._ledger.go_on(log)
        clock.jump(session._engine.now_ms + 1)
        return session

    @property
    def state(self) -> State:
        """The drill as it stands."""
        return self._ledger.state

    @property
    def rows(self) -> list[Row]:
        """All that has happened."""
        return self._ledger.rows

    def _note(self, before: State, row: Row) -> None:
        line = tell(before, row)
        if line:
            self.story.append(line)

    def listen(self, hear: Callable[[State, Row], object]) -> None:
        """From now on `hear` is told of each row, with the state before it."""
        self._ledger.before.append(hear)

    @property
    def due_ms(self) -> float:
        """When the next thing is due."""
        return self._engine.due_ms

    def tick(self) -> None:
        """Let everything happen that is due by now; hurry less while a person is on the telephone."""
        self.clock.set(slowed=self.on_telephone())
        self._engine.advance(self.clock.now_ms())

    def on_telephone(self) -> bool:
        """Whether a played post is in a call, or its telephone rings."""
        state = self.state
        return any(
            state.played(call.key.caller) or (state.played(call.key.target) and (call.answered or state.audible(call)))
            for call in state.calls.values()
        )

    def send(self, command: AnyCommand) -> Rejected | None:
        """A person's command, taken now."""
        self._engine.advance(self.clock.now_ms())
        return self._engine.submit(command, max(self.clock.now_ms(), self._engine.open_ms))

    def skip_ahead(self, concerns: Callable[[StoryLine], bool], limit_ms: int | None = None) -> None:
        """Let drill time run to the next line of the story that concerns somebody, at most `limit_ms` further."""
        known = len(self.story)
        limit = self.state.setup.end_ms if limit_ms is None else self.clock.now_ms() + limit_ms
        while self.state.running and self._engine.due_ms <= limit:
            self._engine.step()
            if any(concerns(line) for line in self.story[known:]):
                limit = self._engine.now_ms
                break
            known = len(self.story)
        self.clock.jump(limit)

    def close(self) -> None:
        """Put the transcript to the disk."""
        self._ledger.close()
