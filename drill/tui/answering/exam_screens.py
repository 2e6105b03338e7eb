"""The screens of the short test: one question after the other, and at the end every answer explained."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static

from drill.text.catalogue import Catalogue
from drill.tui.answering.exam_text import HAND_IN, choices, explained, head, overview, question, test_title
from drill.tui.answering.sitting import Sitting
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.panel import Panel
from drill.tui.kit.pick import Answer, Pick, numbers, options
from drill.year.events import TestResult
from drill.year.quiz import Paper

_HEAD = "Asking #head, Explained #head { dock: top; height: 2; padding: 0 1; background: $primary-muted; }"


class Asking(Screen[None]):
    """A question and its answers; taking one goes on to the next, and after the last to the overview."""

    CSS = f"""
    {_HEAD}
    Asking #question {{ height: auto; padding: 1 2; }}
    Asking OptionList, Asking OptionList:focus {{
        height: auto; border: none; padding: 0 2; background: $background; }}
    """
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

    def __init__(self, say: Catalogue, paper: Paper) -> None:
        super().__init__()
        self._say = say
        self.sitting = Sitting.of(paper)

    def compose(self) -> ComposeResult:
        """Head, question, answers, keys."""
        yield Static(id="head", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="question", markup=False)
            yield OptionList(markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """The first question."""
        self.query_one(OptionList).focus()
        self._show()

    def on_resize(self) -> None:
        """Lines are broken anew."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        say, sitting, width = self._say, self.sitting, max(20, self.size.width - 4)
        self.query_one("#head", Static).update(head(sitting, say, width + 2))
        self.query_one("#question", Static).update(question(sitting, say, width))
        listed, taken = self.query_one(OptionList), sitting.taken[sitting.at]
        listed.set_options(options(choices(sitting, say), width - 1))
        listed.highlighted = taken or 0
        keys = [
            (numbers(len(sitting.item.answers)), say("tui.key.choose")),
            (say("tui.key.arrows"), say("tui.key.move")),
        ]
        keys += [("Enter", say("tui.key.take")), (say("exam.key.sides"), say("exam.key.questions"))]
        self.query_one(KeyBar).show([*keys, ("h", say("exam.key.overview")), ("q", say("exam.key.leave"))])

    def on_key(self, event: events.Key) -> None:
        """A number takes its answer at once."""
        if (
            event.character
            and event.character in "123456789"
            and int(event.character) <= len(self.sitting.item.answers)
        ):
            event.stop()
            self._take(int(event.character) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self._take(event.option_index)

    def _take(self, place: int) -> None:
        was_last = self.sitting.is_last
        self.sitting = self.sitting.answer(place).go(self.sitting.at + 1)
        self._show()
        if was_last:
            self.action_overview()

    def action_step(self, by: int) -> None:
        """Look at the question before or after."""
        self.sitting = self.sitting.go(self.sitting.at + by)
        self._show()

    def action_overview(self) -> None:
        """All questions at once, to go back to one or to hand in."""
        self.run_worker(self._overview(), group="overview", exclusive=True)

    async def _overview(self) -> None:
        say, sitting = self._say, self.sitting
        answers = overview(sitting, say)
        at = sitting.missing[0] if sitting.missing else len(answers) - 1
        dialog = Pick(say, say("exam.overview.title"), say("exam.overview"), answers, at=at)
        found = await self.app.push_screen_wait(dialog)
        if found == HAND_IN:
            self.post_message(self.HandedIn(self.sitting))
        elif found is not None:
            self.sitting = self.sitting.go(int(found))
            self._show()


class Explained(Screen[None]):
    """The result and every question with its reason; scrolls."""

    CSS = f"""
    {_HEAD}
    Explained Panel {{ height: 1fr; padding: 0 1; }}
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

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(Panel).focus()


def service_question(say: Catalogue, paper: Paper) -> Pick:
    """The one thing that is asked of a person."""
    answers = [Answer(each, say(f"test.service.{each}")) for each in ("first", "later")]
    return Pick(say, test_title(paper, say), say("exam.service"), answers)
