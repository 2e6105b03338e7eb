"""A dialog that takes one of several answers, by number or with the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual import events
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from drill.text.catalogue import Catalogue
from drill.tui.kit.dialog import WIDTH, Dialog
from drill.tui.kit.lines import hang, paint

Ref = TypeVar("Ref")


@dataclass(frozen=True, slots=True)
class Pickable(Generic[Ref]):
    """One answer: what is returned, and how it reads."""

    ref: Ref
    text: str


def offered(say: Catalogue, *codes: str) -> list[Pickable[str]]:
    """An answer for each code, returned as its last word."""
    return [Pickable(code.rpartition(".")[2], say(code)) for code in codes]


def options(answers: Sequence[Pickable[Any]], width: int = WIDTH - 1) -> list[Option]:
    """Answers as numbered options; the first nine have a key."""
    return [
        Option(paint(hang(answer.text, width, f"{i} " if i < 10 else "  ")))
        for i, answer in enumerate(answers, start=1)
    ]


def numbers(count: int) -> str:
    """The number keys of so many answers."""
    return f"1-{min(9, count)}" if count > 1 else "1"


def place_of(event: events.Key, count: int) -> int | None:
    """Which of so many answers a number key takes; the key is used up by that."""
    if not event.character or event.character not in "123456789":
        return None
    event.stop()
    place = int(event.character) - 1
    return place if place < count else None


class Pick(Dialog[Ref]):
    """Returns the `ref` of the answer taken."""

    def __init__(
        self, say: Catalogue, title: str, question: str, answers: Sequence[Pickable[Ref]], *, at: int = 0
    ) -> None:
        super().__init__(say, title, question)
        self._answers = tuple(answers)
        self._at = at

    def body(self) -> Iterable[Widget]:
        """The answers."""
        listed = OptionList(*options(self._answers), markup=False)
        listed.highlighted = self._at if self._answers else None
        yield listed

    def keys(self) -> Iterable[tuple[str, str]]:
        """Numbers, arrows, Enter, Escape."""
        yield numbers(len(self._answers)), self.say("tui.key.choose")
        yield self.say("tui.key.arrows"), self.say("tui.key.move")
        yield "Enter", self.say("tui.key.take")
        yield "Esc", self.say("tui.key.back")

    def on_key(self, event: events.Key) -> None:
        """A number takes its answer at once."""
        place = place_of(event, len(self._answers))
        if place is not None:
            self.dismiss(self._answers[place].ref)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.dismiss(self._answers[event.option_index].ref)
