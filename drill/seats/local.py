"""A drill on this machine behind the gateway: one seat looks at a live session."""

from __future__ import annotations

from pathlib import Path

from drill.exercise.contact.commands import AnyCommand
from drill.exercise.contact.directory import Candidate, candidates
from drill.exercise.contact.overview import Overview, overview
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.state import ContactKey
from drill.exercise.contact.story import Line
from drill.exercise.contact.viewing import view
from drill.exercise.contact.views import View
from drill.seats.authority import Place, directing, refusal
from drill.seats.handed import Asked, Refusal, Result, Told
from drill.text.catalogue import Language

STEP_MS = 300_000
"""No more is skipped at once while something is open."""


class LocalGateway:
    """A live session seen from one place; what is not for that place is refused before the rules are asked."""

    def __init__(self, session: LiveSession, transcript: Path | None, place: Place) -> None:
        self._session = session
        self.chart = session.state.setup.chart
        self.place = place
        self.posts = place.posts
        self.transcript = transcript
        self._mine: list[Told] = []
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

    def send(self, command: AnyCommand) -> Refusal | None:
        """A command taken now, or why not."""
        return Refusal.of(refusal(self.place, command) or self._session.send(command))

    def view(self) -> View:
        """What these posts may see."""
        state = self._session.state
        ended = state.ended_ms
        return view(state, self.posts, self._now_ms() if ended is None else ended)

    def _now_ms(self) -> int:
        return self._session.clock.now_ms()

    def story(self) -> list[Told]:
        """The lines seen so far from here."""
        story, all_of_it = self._session.story, self.place.sees_all
        self._mine += [Told.of(line) for line in story[self._seen :] if all_of_it or line.shown_to(self.posts)]
        self._seen = len(story)
        return self._mine

    def candidates(self, key: ContactKey) -> tuple[Candidate, ...]:
        """Who may answer for the contact's target, and how they can be reached; what others tried is not told."""
        if key.caller not in self.posts:
            return ()
        return candidates(self._session.state, key, self._now_ms())

    def overview(self) -> Overview | None:
        """The whole drill at a glance, where the place sees it."""
        return overview(self._session.state) if self.place.sees_all else None

    def set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> Refusal | None:
        """Change the pace of the drill, or why not."""
        if refused := directing(self.place):
            return Refusal.of(refused)
        self._session.clock.set(speed=speed, paused=paused)
        return None

    def skip_ahead(self) -> Refusal | None:
        """Let the time run to the next line that people at the screens see, but past no deadline of theirs."""
        if refused := directing(self.place):
            return Refusal.of(refused)
        state, now = self._session.state, self._now_ms()
        todo = view(state, state.setup.played, now).todo
        steps = [each.due_ms - now for each in todo if each.due_ms is not None and each.due_ms > now]
        self._session.skip_ahead(self._concerns, min((STEP_MS, *steps)) if todo else None)
        return None

    def _concerns(self, line: Line) -> bool:
        """Whether people at the screens notice: a line of theirs, or their telephone rings."""
        state = self._session.state
        played = state.setup.played
        if line.shown_to(played) or line.code != "call_placed":
            return line.shown_to(played)
        return any(call.ref == line.call for call in view(state, played, self._now_ms()).calls)

    def quiz(self) -> tuple[Asked, ...]:
        """The closing questions not answered yet; none before the end, nor but for participants."""
        state = self._session.state
        questions = {} if state.running or self.place.kind != "participant" else state.setup.scenario.quiz
        return tuple(
            Asked(name, question.text, tuple(answer.text for answer in question.answers))
            for name, question in questions.items()
            if name not in state.quiz
        )

    def result(self, language: Language) -> Result | None:
        """What the drill came to, after its end."""
        if self._session.state.running:
            return None
        from drill.seats.results import result

        return result(self._session.rows, self.posts or self._session.state.setup.played, language)

    def close(self) -> None:
        """Leave the drill; it can be resumed."""
        self._session.close()
