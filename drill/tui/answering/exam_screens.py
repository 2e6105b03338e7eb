"""The screens of the short test: one question after the other, and at the end every answer explained."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from drill.text.catalogue import Catalogue
from drill.tui.answering.exam_text import choices, explained, overview, test_title, top_line
from drill.tui.answering.filling import Sitting
from drill.tui.answering.listed import HAND_IN, Leafed
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.panel import Panel
from drill.tui.kit.pick import Pick, numbers
from drill.year.events import TestResult


class Asking(Leafed[Sitting]):
    """A question and its answers."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape", "app.ask_to_leave", show=False)]

    class HandedIn(Message):
        """All answers, to be graded."""

        def __init__(self, sitting: Sitting) -> None:
            super().__init__()
            self.sitting = sitting

    def show(self) -> None:
        """The question in sight."""
        say, sitting = self.say, self.sheet
        self.query_one("#below").display = False
        keys = [
            (numbers(len(sitting.item.answers)), say("tui.key.choose")),
            (say("tui.key.arrows"), say("tui.key.move")),
        ]
        keys += [("Enter", say("tui.key.take")), (say("exam.key.sides"), say("exam.key.questions"))]
        keys += [("h", say("exam.key.overview")), ("q", say("exam.key.leave"))]
        head = top_line(sitting, say, self.room + 2)
        self.put_question(head, choices(sitting, say), sitting.taken[sitting.at] or 0, keys)

    def take(self, place: int) -> None:
        """Answer, and go on."""
        self.answered(self.sheet.answer(place))

    async def see_all(self) -> None:
        """Go back to a question, or hand in."""
        say, sitting = self.say, self.sheet
        answers = overview(sitting, say)
        at = sitting.missing[0] if sitting.missing else len(answers) - 1
        dialog = Pick(say, say("exam.overview.title"), say("exam.overview"), answers, at=at)
        found = await self.app.push_screen_wait(dialog)
        if found == HAND_IN:
            self.post_message(self.HandedIn(self.sheet))
        elif found is not None:
            self.turn_to(found)


class Explained(Screen[None]):
    """The result and every question with its reason; scrolls."""

    CSS = """
    Explained #head { dock: top; height: 2; padding: 0 1; background: $primary-muted; }
    Explained Panel { height: 1fr; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape", "app.ask_to_leave", show=False)]

    def __init__(self, say: Catalogue, sitting: Sitting, result: TestResult, kept: str) -> None:
        super().__init__()
        self._say = say
        self._title = test_title(sitting.paper, say)
        self._text = partial(explained, sitting, result, kept, say)

    def compose(self) -> ComposeResult:
        """Head, the text, keys."""
        say = self._say
        yield Static(f"{say('mark.drill')} {self._title}", id="head", markup=False)
        yield Panel(self._text, title=say("exam.result"))
        yield KeyBar([(say("tui.key.arrows"), say("tui.key.scroll")), ("q", say("exam.key.end"))])
