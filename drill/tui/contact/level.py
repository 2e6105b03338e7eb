"""Judging the incident level: the criteria stand beside the question, and the reason goes on record."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from drill.model.basics import Text
from drill.text.catalogue import Catalogue
from drill.tui.kit.dialog import WIDTH, Dialog
from drill.tui.kit.entry import Entry
from drill.tui.kit.lines import hang, paint


class LevelDialog(Dialog[tuple[int, str]]):
    """Returns level and reason; the reason may be empty."""

    typing = True

    def __init__(self, say: Catalogue, question: str, levels: tuple[tuple[int, Text], ...]) -> None:
        super().__init__(say, say("tui.level.title"), question)
        self._levels = levels

    def body(self) -> Iterable[Widget]:
        """Criteria, then the reason."""
        texts = (self.say("tui.level.answer", level=level, text=text) for level, text in self._levels)
        listed = OptionList(*(Option(paint(hang(text, WIDTH - 1, "", "  "))) for text in texts), markup=False)
        listed.highlighted = 0
        yield listed
        yield Static(paint(hang(self.say("tui.level.reason"), WIDTH)), classes="note", markup=False)
        yield Entry(max_length=400)

    def keys(self) -> Iterable[tuple[str, str]]:
        """First the level, then the reason."""
        yield "0-3", self.say("tui.key.choose")
        yield "Enter", self.say("tui.key.level")
        yield "Tab", self.say("tui.key.other_field")
        yield "Esc", self.say("tui.key.back")

    def on_key(self, event: events.Key) -> None:
        """A level's own number takes it."""
        keys = [str(level) for level, _ in self._levels]
        if event.character in keys:
            event.stop()
            self.query_one(OptionList).highlighted = keys.index(event.character)
            self.query_one(Entry).focus()

    def on_option_list_option_selected(self) -> None:
        """The level is chosen: now the reason."""
        self.query_one(Entry).focus()

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        """Both are there."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss((self._levels[place][0], event.value.strip()))
