"""The self-check welcomes the next person: nothing of anybody is on this screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from drill.model.questionnaire import SelfCheck, Service
from drill.text.catalogue import Catalogue
from drill.tui.answering.filling import Filling
from drill.tui.answering.kiosk_text import mast, welcome
from drill.tui.answering.listed import Listed, service_question
from drill.tui.answering.questions import Questions, Take
from drill.tui.kit.lines import paint
from drill.tui.kit.pick import Pickable, numbers
from drill.year.tally import Respondents


class Welcome(Listed):
    """Nothing of anybody is here; taking a group begins."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape", "leave", show=False)]
    _thanks = False

    def __init__(self, say: Catalogue, check: SelfCheck, groups: Sequence[Respondents], take: Take) -> None:
        super().__init__(say)
        self._check = check
        self._groups = groups
        self._take = take

    def show(self) -> None:
        """Thanks to the last, and the groups for the next."""
        say, check, groups = self.say, self._check, self._groups
        head, text = paint([mast(check, say, self.room + 2)]), welcome(check, self._thanks, say, self.room)
        answers = [Pickable(each.name, each.title.get(say.language)) for each in groups]
        keys = [(numbers(len(groups)), say("tui.key.choose")), (say("tui.key.arrows"), say("tui.key.move"))]
        self.put(head, text, answers, 0, [*keys, ("Enter", say("kiosk.key.begin")), ("q", say("kiosk.key.end"))])

    def take(self, place: int) -> None:
        """A group begins."""
        self.begin(partial(self._receive, self._groups[place]))

    async def _receive(self, group: Respondents) -> None:
        """One person: the years of service where they are asked for, then the questions."""
        service: Service | None = None
        if group.asks_service:
            dialog = service_question(self.say, group.title.get(self.say.language))
            if (service := await self.app.push_screen_wait(dialog)) is None:
                return
        filling = Filling(self._check, group, service)
        handed_in = await self.app.push_screen_wait(Questions(self.say, filling, self._take))
        self._thanks = bool(handed_in)
        self.show()

    def action_leave(self) -> None:
        """End, if it is meant."""
        self.begin(self._leave)

    async def _leave(self) -> None:
        if await self.asked("end"):
            self.app.exit()
