"""A dialog in which any number of answers can be ticked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from drill.text.catalogue import Catalogue
from drill.tui.kit.dialog import Dialog
from drill.tui.kit.pick import Pickable
from drill.tui.kit.ticklist import TickList


class Tick(Dialog[tuple[str, ...]]):
    """Returns the refs that are ticked; `done` says what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "all", show=False)]

    def __init__(
        self,
        say: Catalogue,
        title: str,
        question: str,
        answers: Sequence[Pickable[str]],
        ticked: Collection[str] = (),
        *,
        done: str,
    ) -> None:
        super().__init__(say, title, question)
        self._list = TickList(answers, ticked)
        self._done = done

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield self._list

    def keys(self) -> Iterable[tuple[str, str]]:
        """How to tick, and what Enter does."""
        yield self.say("tui.key.space"), self.say("tui.key.tick")
        yield "a", self.say("tui.key.all")
        yield "Enter", self._done
        yield "Esc", self.say("tui.key.back")

    def action_all(self) -> None:
        """Everything or nothing."""
        self._list.tick_all()

    def on_tick_list_done(self) -> None:
        """Enter."""
        self.dismiss(self._list.chosen())
