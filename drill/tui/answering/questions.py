"""One person's questions of the self-check, one after the other, until the sheet is handed in or discarded."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from drill.text.catalogue import Catalogue
from drill.tui.answering.filling import Filling
from drill.tui.answering.kiosk_text import ANSWERS, HAND_IN, below, choices, overview, question, top_line
from drill.tui.answering.listed import STYLE, Listed
from drill.tui.kit.ask import Ask
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.pick import Pick, Pickable
from drill.year.tally import REASON_LIMIT, reason_refused

Take = Callable[[Filling], str | None]
"""Hands a sheet in; a sentence if it was refused."""


class Questions(Listed):
    """A question and its two answers; taking one goes on, and after the last to all of them."""

    CSS = STYLE.format("Questions")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(each[0], f"answer('{each}')", show=False) for each in ANSWERS),
        Binding("s", "answer('')", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("r", "reason", show=False),
        Binding("h", "overview", show=False),
        Binding("q,escape", "leave", show=False),
    ]

    def __init__(self, say: Catalogue, filling: Filling, take: Take) -> None:
        super().__init__(say)
        self._filling = filling
        self._hand_in = take

    def show(self) -> None:
        """The question in sight."""
        say, filling = self.say, self._filling
        self.query_one("#head", Static).update(top_line(filling, say, self.room + 2))
        self.query_one("#text", Static).update(question(filling, say, self.room))
        self.query_one("#below", Static).update(below(filling, say, self.room))
        self.offer(choices(filling, say), filling.answers.get(filling.name) == "no")
        keys = [("y", say("kiosk.yes")), ("n", say("kiosk.no")), ("s", say("kiosk.key.skip"))]
        if filling.group.takes_reasons:
            keys.append(("r", say("kiosk.key.reason")))
        keys += [(say("exam.key.sides"), say("kiosk.key.sides")), ("h", say("exam.key.overview"))]
        self.query_one(KeyBar).show([*keys, ("q", say("exam.key.leave"))])

    def take(self, place: int) -> None:
        """Yes or no."""
        self.action_answer(ANSWERS[place])

    def action_answer(self, answer: str) -> None:
        """Answer yes or no, or (empty) not at all, and go on."""
        if self.busy:
            return
        was_last = self._filling.is_last
        taken = next((each for each in ANSWERS if each == answer), None)
        self._filling = self._filling.answer(taken)
        self.action_step(1)
        if was_last:
            self.action_overview()

    def action_step(self, by: int) -> None:
        """Look at the question before or after."""
        if not self.busy:
            self._filling = self._filling.go(self._filling.at + by)
            self.show()

    def action_reason(self) -> None:
        """A reason in words; an empty line takes it back."""
        if self._filling.group.takes_reasons:
            self.begin(self._reason)

    async def _reason(self) -> None:
        say, text = self.say, self._filling.reasons.get(self._filling.name, "")
        refused: str | None = "kiosk.reason"
        while refused:
            asked = say(refused, limit=REASON_LIMIT)
            dialog = Ask(say, say("guide.reason"), asked, value=text, limit=REASON_LIMIT, optional=True)
            found = await self.app.push_screen_wait(dialog)
            if found is None:
                return
            text, refused = found, reason_refused(found)
            if not refused:
                self._filling = self._filling.give(text)
                self.show()

    def action_overview(self) -> None:
        """All answers at once, to go back to one or, if it is meant, to hand in."""
        self.begin(self._overview)

    async def _overview(self) -> None:
        say, at = self.say, len(self._filling.asked)
        while True:
            dialog = Pick(say, say("kiosk.overview.title"), say("kiosk.overview"), overview(self._filling, say), at=at)
            found = await self.app.push_screen_wait(dialog)
            if found != HAND_IN:
                break
            if not await self.asked("sure"):
                continue
            if (refused := self._hand_in(self._filling)) is None:
                self.dismiss(True)
                return
            await self.app.push_screen_wait(
                Pick(say, say("kiosk.refused"), refused, [Pickable("back", say("tui.key.back"))])
            )
        if found is not None:
            self._filling = self._filling.go(found)
            self.show()

    def action_leave(self) -> None:
        """Discard everything, if it is meant."""
        self.begin(self._leave)

    async def _leave(self) -> None:
        if await self.asked("discard"):
            self.dismiss(False)
