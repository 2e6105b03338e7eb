"""A live drill on this machine: engine, clock and transcript together. Screens send commands and ask for views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drill.exercise.clock import DrillClock
from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.evolve import evolve
from drill.exercise.contact.replay import regenerate
from drill.exercise.contact.rules import Rejected
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.contact.story import Line, tell
from drill.exercise.transcript import Transcript, TranscriptWriter


class LiveSession:
    """Call `tick` a few times a second; everything due since then happens at its exact drill time."""

    def __init__(self, clock: DrillClock, writer: TranscriptWriter | None = None) -> None:
        self.clock = clock
        self.rows: list[Row] = []
        self.story: list[Line] = []
        self._writer = writer
        self._engine: Engine

    @classmethod
    def begin(cls, setup: Setup, clock: DrillClock, path: Path | None = None) -> LiveSession:
        """A new drill, its transcript at `path` (which must not exist yet)."""
        session = cls(clock, TranscriptWriter.create(path) if path else None)
        session._engine = Engine(setup, session._on_row)
        session._engine.start()
        return session

    @classmethod
    def resume(cls, transcript: Transcript, clock: DrillClock, path: Path) -> LiveSession:
        """Go on with a drill that was cut off; the transcript must verify (UsageError otherwise)."""
        engine, made = regenerate(transcript.rows)
        session = cls(clock)
        state = State(engine.state.setup)
        for row in made:
            session._note(state, row)
            state = evolve(state, row.event, row.at_ms)
        session._engine = engine
        session._writer = TranscriptWriter.reopen(path, transcript)
        for row in made[len(transcript.rows) :]:
            session._writer.append(row)
        engine.on_row = session._on_row
        clock.jump(engine.now_ms + 1)
        return session

    @property
    def state(self) -> State:
        """The drill as it stands."""
        return self._engine.state

    def _on_row(self, row: Row) -> None:
        if self._writer:
            self._writer.append(row)
        self._note(self._engine.state, row)

    def _note(self, before: State, row: Row) -> None:
        self.rows.append(row)
        line = tell(before, row)
        if line:
            self.story.append(line)

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

    def skip_ahead(self, concerns: Callable[[Line], bool], limit_ms: int | None = None) -> None:
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
        if self._writer:
            self._writer.close()
