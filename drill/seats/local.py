"""A drill on this machine behind the gateway: one seat looks at a live session."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.directory import Candidate, candidates
from drill.exercise.contact.overview import Overview, overview
from drill.exercise.contact.rules import Rejected
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.state import ContactKey
from drill.exercise.contact.story import Line
from drill.exercise.contact.viewing import view
from drill.exercise.contact.views import View
from drill.model.scenario import Milestone, Question
from drill.text.catalogue import Language

STEP_MS = 300_000
"""No more is skipped at once while something is open."""


class LocalGateway:
    """All of a live session, seen from the posts that are played on this machine."""

    def __init__(self, session: LiveSession, transcript: Path | None) -> None:
        self._session = session
        self.chart = session.state.setup.chart
        self.posts = session.state.setup.played
        self.transcript = transcript
        self._mine: list[Line] = []
        self._seen = 0

    @property
    def speed(self) -> float:
        """Drill seconds per second as chosen."""
        return self._session.clock.speed

    @property
    def paused(self) -> bool:
        """Whether the drill clock stands."""
        return self._session.clock.paused

    def tick(self) -> None:
        """Let everything happen that is due by now."""
        self._session.tick()

    def send(self, command: AnyCommand) -> Rejected | None:
        """A command taken now, or why not."""
        return self._session.send(command)

    def view(self) -> View:
        """What these posts may see."""
        state = self._session.state
        ended = state.ended_ms
        return view(state, self.posts, self._now_ms() if ended is None else ended)

    def _now_ms(self) -> int:
        return self._session.clock.now_ms()

    def story(self, everything: bool = False) -> list[Line]:
        """The lines these posts have seen so far; for the facilitator, all."""
        story = self._session.story
        self._mine += [line for line in story[self._seen :] if line.shown_to(self.posts)]
        self._seen = len(story)
        return story if everything else self._mine

    def candidates(self, key: ContactKey) -> tuple[Candidate, ...]:
        """Who may answer for the contact's target, and how they can be reached."""
        return candidates(self._session.state, key, self._now_ms())

    def overview(self) -> Overview:
        """The facilitator's picture."""
        return overview(self._session.state)

    def set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> None:
        """Change the pace of the drill."""
        self._session.clock.set(speed=speed, paused=paused)

    def skip_ahead(self) -> None:
        """Let the time run to the next line these posts see, but past no deadline of theirs."""
        now, todo = self._now_ms(), self.view().todo
        steps = [each.due_ms - now for each in todo if each.due_ms is not None and each.due_ms > now]
        self._session.skip_ahead(self._concerns, min((STEP_MS, *steps)) if todo else None)

    def _concerns(self, line: Line) -> bool:
        """Whether these posts notice: a line of theirs, or their telephone rings."""
        rings = line.code == "call_placed" and any(call.ref == line.call for call in self.view().calls)
        return rings or line.shown_to(self.posts)

    def quiz(self) -> dict[str, Question]:
        """The closing questions not answered yet; none before the end."""
        state = self._session.state
        questions = {} if state.running else state.setup.scenario.quiz
        return {name: question for name, question in questions.items() if name not in state.quiz}

    def reference(self) -> tuple[str, tuple[Milestone, ...]]:
        """After the end: the scenario's source and what the real case had done when."""
        scenario = self._session.state.setup.scenario
        return scenario.source or "", scenario.reference

    def score(self) -> Any:
        """The score of the drill, after its end."""
        from drill.scoring.score import score

        return score(self._session.rows)

    def save_record(self, language: Language) -> Path | None:
        """Put the readable record beside the transcript, after the end."""
        from drill.report.record import record

        if self.transcript is None:
            return None
        path = self.transcript.with_suffix(".md")
        path.write_text(record(self.score(), language), encoding="utf-8")
        return path

    def close(self) -> None:
        """Leave the drill; it can be resumed."""
        self._session.close()
