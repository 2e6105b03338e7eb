"""One person's questions of the self-check, one after the other, until the sheet is handed in or discarded."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from drill.text.catalogue import Catalogue
from drill.tui.answering.filling import Filling
from drill.tui.answering.kiosk_text import ANSWERS, below, choices, overview, top_line
from drill.tui.answering.listed import HAND_IN, Leafed
from drill.tui.kit.ask import Ask
from drill.tui.kit.pick import Pick, Pickable
from drill.year.tally import REASON_LIMIT, reason_refused

Take = Callable[[Filling], str | None]
"""Hands a sheet in; a sentence if it was refused."""


class Questions(Leafed[Filling]):
    """A question and its two answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(each[0], f"answer('{each}')", show=False) for each in ANSWERS),
        Binding("s", "answer('')", show=False),
        Binding("r", "reason", show=False),
        Binding("q,escape", "leave", show=False),
    ]

    def __init__(self, say: Catalogue, filling: Filling, take: Take) -> None:
        super().__init__(say, filling)
        self._hand_in = take

    def show(self) -> None:
        """The question in sight."""
        say, filling = self.say, self.sheet
        self.query_one("#below", Static).update(below(filling, say, self.room))
        keys = [("y", say("kiosk.yes")), ("n", say("kiosk.no")), ("s", say("kiosk.key.skip"))]
        if filling.group.takes_reasons:
            keys.append(("r", say("kiosk.key.reason")))
        keys += [(say("exam.key.sides"), say("kiosk.key.sides")), ("h", say("exam.key.overview"))]
        keys.append(("q", say("exam.key.leave")))
        head = top_line(filling, say, self.room + 2)
        self.put_question(head, choices(filling, say), filling.answers.get(filling.name) == "no", keys)

    def take(self, place: int) -> None:
        """Yes or no."""
        self.action_answer(ANSWERS[place])

    def action_answer(self, answer: str) -> None:
        """Answer yes or no, or (empty) not at all, and go on."""
        if not self.busy:
            self.answered(self.sheet.answer(next((each for each in ANSWERS if each == answer), None)))

    def action_reason(self) -> None:
        """A reason in words; an empty line takes it back."""
        if self.sheet.group.takes_reasons:
            self.begin(self._reason)

    async def _reason(self) -> None:
        say, text = self.say, self.sheet.reasons.get(self.sheet.name, "")
        refused: str | None = "kiosk.reason"
        while refused:
            asked = say(refused, limit=REASON_LIMIT)
            dialog = Ask(say, say("guide.reason"), asked, value=text, limit=REASON_LIMIT, optional=True)
            found = await self.app.push_screen_wait(dialog)
            if found is None:
                return
            text, refused = found, reason_refused(found)
            if not refused:
                self.sheet = self.sheet.give(text)
                self.show()

    async def see_all(self) -> None:
        """Go back to an answer or, if it is meant, hand in."""
        say, at = self.say, len(self.sheet.asked)
        while True:
            dialog = Pick(say, say("kiosk.overview.title"), say("kiosk.overview"), overview(self.sheet, say), at=at)
            found = await self.app.push_screen_wait(dialog)
            if found != HAND_IN:
                break
            if not await self.asked("sure"):
                continue
            if (refused := self._hand_in(self.sheet)) is None:
                self.dismiss(True)
                return
            await self.app.push_screen_wait(
                Pick(say, say("kiosk.refused"), refused, [Pickable("back", say("tui.key.back"))])
            )
        if found is not None:
            self.turn_to(found)

    def action_leave(self) -> None:
        """Discard everything, if it is meant."""
        self.begin(self._leave)

    async def _leave(self) -> None:
        if await self.asked("discard"):
            self.dismiss(False)
