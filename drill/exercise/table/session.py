"""A running meeting: commands are judged, and what they cause is on the disk before anybody sees it."""

from __future__ import annotations

from pathlib import Path

from drill.errors import UsageError
from drill.exercise.chain import ChainWriter
from drill.exercise.contact.rules import Rejected
from drill.exercise.table.commands import AnyCommand
from drill.exercise.table.events import AnyMeetingEvent
from drill.exercise.table.log import read_meeting
from drill.exercise.table.rules import decide
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.state import State, evolve
from drill.text.reasons import reason


class MeetingSession:
    """The state of a meeting, its entries and its log."""

    def __init__(
        self, state: State, entries: list[tuple[int, AnyMeetingEvent]], writer: ChainWriter | None = None
    ) -> None:
        self.state = state
        self.entries = entries
        self._writer = writer

    @classmethod
    def begin(cls, setup: MeetingSetup, path: Path | None = None) -> MeetingSession:
        """A new one, with its log at `path`; UsageError if that cannot be written."""
        try:
            session = cls(State(setup), [], ChainWriter.create(path) if path else None)
            session._take(0, setup.as_event())
        except OSError as problem:
            raise UsageError("transcript.unwritable", str(path), reason=reason(problem)) from problem
        return session

    @classmethod
    def resume(cls, path: Path) -> MeetingSession:
        """Go on where a log ends; UsageError if it cannot be used."""
        log = read_meeting(path)
        return cls(log.state, list(log.chain.entries), ChainWriter.reopen(path, log.chain))

    def send(self, command: AnyCommand, at_ms: int) -> Rejected | None:
        """A command at a time of the exercise, which never runs back; why not, if it is refused.

        OSError if it cannot be written: then nothing has happened, and it may be tried again.
        """
        verdict = decide(self.state, command)
        if isinstance(verdict, Rejected):
            return verdict
        for event in verdict:
            self._take(max(at_ms, self.state.now_ms), event)
        return None

    def _take(self, at_ms: int, event: AnyMeetingEvent) -> None:
        if self._writer:
            self._writer.append(at_ms, event)
        self.entries.append((at_ms, event))
        self.state = evolve(self.state, event, at_ms)

    def close(self) -> None:
        """Put the log to the disk."""
        if self._writer:
            self._writer.close()
