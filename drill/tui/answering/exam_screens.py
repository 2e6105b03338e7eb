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
from drill.tui.answering.exam_text import HAND_IN, choices, explained, overview, question, test_title, top_line
from drill.tui.answering.listed import STYLE, Listed
from drill.tui.answering.sitting import Sitting
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.panel import Panel
from drill.tui.kit.pick import Pick, numbers
from drill.year.events import TestResult
from drill.year.quiz import TestPaper


class Asking(Listed):
    """A question and its answers; taking one goes on to the next, and after the last to the overview."""

    CSS = STYLE.format("Asking")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("h", "overview", show=False),
        Binding("q,escape", "app.ask_to_leave", show=False),
    ]

    class HandedIn(Message):
        """All answers, to be graded."""

        def __init__(self, sitting: Sitting) -> None:
            super().__init__()
            self.sitting = sitting

    def __init__(self, say: Catalogue, paper: TestPaper) -> None:
        super().__init__(say)
        self.sitting = Sitting.of(paper)

    def show(self) -> None:
        """The question in sight."""
        say, sitting = self.say, self.sitting
        self.query_one("#head", Static).update(top_line(sitting, say, self.room + 2))
        self.query_one("#text", Static).update(question(sitting, say, self.room))
        self.query_one("#below").display = False
        self.offer(choices(sitting, say), sitting.taken[sitting.at] or 0)
        keys = [
            (numbers(len(sitting.item.answers)), say("tui.key.choose")),
            (say("tui.key.arrows"), say("tui.key.move")),
        ]
        keys += [("Enter", say("tui.key.take")), (say("exam.key.sides"), say("exam.key.questions"))]
        self.query_one(KeyBar).show([*keys, ("h", say("exam.key.overview")), ("q", say("exam.key.leave"))])

    def take(self, place: int) -> None:
        """Answer, and go on."""
        was_last = self.sitting.is_last
        self.sitting = self.sitting.answer(place)
        self.action_step(1)
        if was_last:
            self.action_overview()

    def action_step(self, by: int) -> None:
        """Look at the question before or after."""
        if not self.busy:
            self.sitting = self.sitting.go(self.sitting.at + by)
            self.show()

    def action_overview(self) -> None:
        """All questions at once, to go back to one or to hand in."""
        self.begin(self._overview)

    async def _overview(self) -> None:
        say, sitting = self.say, self.sitting
        answers = overview(sitting, say)
        at = sitting.missing[0] if sitting.missing else len(answers) - 1
        dialog = Pick(say, say("exam.overview.title"), say("exam.overview"), answers, at=at)
        found = await self.app.push_screen_wait(dialog)
        if found == HAND_IN:
            self.post_message(self.HandedIn(self.sitting))
        elif found is not None:
            self.sitting = self.sitting.go(found)
            self.show()


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
