"""A dialog that asks for a line of text or a number."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from drill.text.catalogue import Catalogue
from drill.tui.kit.dialog import Dialog
from drill.tui.kit.entry import Entry


class Ask(Dialog[str]):
    """Returns what was typed, empty only if `optional`; with `number` only digits can be typed, full-width ones too."""

    typing = True

    def __init__(
        self,
        say: Catalogue,
        title: str,
        question: str,
        *,
        number: bool = False,
        value: str = "",
        limit: int = 400,
        optional: bool = False,
    ) -> None:
        super().__init__(say, title, question)
        self._number = number
        self._value = value
        self._limit = limit
        self._optional = optional

    def body(self) -> Iterable[Widget]:
        """The line."""
        yield Entry(
            self._value,
            restrict=r"[0-9０-９]*" if self._number else None,
            max_length=9 if self._number else self._limit,
            select_on_focus=False,
        )

    def keys(self) -> Iterable[tuple[str, str]]:
        """Enter, Escape."""
        yield "Enter", self.say("tui.key.done")
        yield "Esc", self.say("tui.key.back")

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        """Enter; an empty line is taken only if it may be."""
        text = event.value.strip()
        if text or self._optional:
            self.dismiss(text)
