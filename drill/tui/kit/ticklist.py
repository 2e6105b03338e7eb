"""A list of which any number can be ticked; a tick is `[x]`, so it can be seen without colour."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from drill.tui.kit.dialog import WIDTH
from drill.tui.kit.lines import hang, paint
from drill.tui.kit.pick import Pickable, place_of


class TickList(OptionList):
    """Space or a number ticks; Enter is done."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", show=False)]

    class Done(Message):
        """Enter was pressed."""

    def __init__(self, answers: Sequence[Pickable[str]], ticked: Collection[str] = ()) -> None:
        super().__init__(markup=False)
        self.ticked = set(ticked)
        self.put(answers)

    def put(self, answers: Sequence[Pickable[str]]) -> None:
        """Show these answers; ticks of answers that are gone are lost."""
        at = self.highlighted
        self._answers = tuple(answers)
        self.ticked &= {answer.ref for answer in answers}
        self.set_options(Option(paint(self._text(place))) for place in range(len(answers)))
        self.highlighted = None if not answers else min(at or 0, len(answers) - 1)

    def _text(self, place: int) -> list[str]:
        answer = self._answers[place]
        mark = "[x]" if answer.ref in self.ticked else "[ ]"
        number = f"{place + 1}" if place < 9 else " "
        return hang(answer.text, WIDTH - 1, f"{number} {mark} ")

    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the list's order."""
        return tuple(answer.ref for answer in self._answers if answer.ref in self.ticked)

    def tick(self, place: int) -> None:
        """Tick or untick one."""
        self.ticked ^= {self._answers[place].ref}
        self.replace_option_prompt_at_index(place, paint(self._text(place)))

    def tick_all(self) -> None:
        """Tick everything, or nothing if everything was."""
        all_of_them = {answer.ref for answer in self._answers}
        self.ticked = set() if all_of_them <= self.ticked else all_of_them
        for place in range(len(self._answers)):
            self.replace_option_prompt_at_index(place, paint(self._text(place)))

    def action_tick(self) -> None:
        """Space."""
        if self.highlighted is not None:
            self.tick(self.highlighted)

    def on_key(self, event: events.Key) -> None:
        """A number ticks its line."""
        if (place := place_of(event, len(self._answers))) is not None:
            self.tick(place)

    def action_select(self) -> None:
        """Enter."""
        self.post_message(self.Done())

    async def _on_click(self, event: events.Click) -> None:
        """A click ticks."""
        place = event.style.meta.get("option")
        if place is not None:
            event.prevent_default()
            self.highlighted = place
            self.tick(place)
