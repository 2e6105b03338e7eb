"""What screens with questions share: a text, a list to take from, and dialogs one at a time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from drill.model.questionnaire import Service
from drill.text.catalogue import Catalogue
from drill.tui.answering.filling import Leafing
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.lines import paint, styled
from drill.tui.kit.pick import Pick, Pickable, offered, options, place_of

HAND_IN = -1
"""In place of a question among all of them."""
_SURE = {
    "sure": ("kiosk.sure.title", "kiosk.sure", "kiosk.sure.stay", "kiosk.sure.go"),
    "discard": ("kiosk.discard.title", "kiosk.discard", "kiosk.discard.stay", "kiosk.discard.go"),
    "end": ("kiosk.end.title", "kiosk.end", "kiosk.end.stay", "kiosk.end.go"),
}


def service_question(say: Catalogue, title: str) -> Pick[Service]:
    """The one thing that is asked of a person."""
    answers: list[Pickable[Service]] = [
        Pickable("first", say("test.service.first")),
        Pickable("later", say("test.service.later")),
    ]
    return Pick(say, title, say("exam.service"), answers)


class Listed(Screen[bool]):
    """A text above a list to take from; lines are broken anew when the width changes.

    A key pressed before a dialog is there still arrives here: as long as it is `busy`, a screen does nothing else.
    """

    DEFAULT_CSS = """
    Listed #head { dock: top; height: auto; padding: 0 1; background: $primary-muted; }
    Listed #text, Listed #below { height: auto; padding: 1 2; }
    Listed OptionList, Listed OptionList:focus { height: auto; border: none; padding: 0 2; background: $background; }
    """

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self.say = say
        self.busy = False

    def compose(self) -> ComposeResult:
        """Head, text, list, what stands below, keys."""
        yield Static(id="head", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="text", markup=False)
            yield OptionList(markup=False)
            yield Static(id="below", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """There is something to see at once."""
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """A key means nothing before there is anything to see."""
        return self.is_mounted

    def on_resize(self) -> None:
        """Another width."""
        self.call_after_refresh(self.show)

    @property
    def room(self) -> int:
        """Cells of a line."""
        return max(20, self.size.width - 4)

    def show(self) -> None:
        """Everything, as it is now."""

    def put(
        self, head: Content, text: Content, answers: Sequence[Pickable[Any]], at: int, keys: Iterable[tuple[str, str]]
    ) -> None:
        """What stands above, what can be taken, and the keys."""
        self.query_one("#head", Static).update(head)
        self.query_one("#text", Static).update(text)
        listed = self.query_one(OptionList)
        listed.set_options(options(answers, self.room - 1))
        listed.highlighted = at
        self.query_one(KeyBar).show(keys)

    def take(self, place: int) -> None:
        """What follows from an answer of the list."""

    def on_key(self, event: events.Key) -> None:
        """A number takes its answer at once."""
        if not self.is_mounted or self.busy:
            return
        if (place := place_of(event, self.query_one(OptionList).option_count)) is not None:
            self.take(place)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        if not self.busy:
            self.take(event.option_index)

    def begin(self, dialogue: Callable[[], Awaitable[None]]) -> None:
        """Ask in dialogs, one thing at a time."""
        if not self.busy:
            self.busy = True
            self.run_worker(self._end(dialogue))

    async def _end(self, dialogue: Callable[[], Awaitable[None]]) -> None:
        try:
            await dialogue()
        finally:
            self.busy = False

    async def asked(self, what: str) -> bool:
        """Whether somebody means it."""
        say = self.say
        title, question, *answers = _SURE[what]
        dialog = Pick(say, say(title), say(question), offered(say, *answers))
        return await self.app.push_screen_wait(dialog) == "go"


Sheet = TypeVar("Sheet", bound=Leafing)


class Leafed(Listed, Generic[Sheet]):
    """One question after the other; taking an answer goes on to the next, and after the last to all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("h", "overview", show=False),
    ]

    def __init__(self, say: Catalogue, sheet: Sheet) -> None:
        super().__init__(say)
        self.sheet = sheet

    def put_question(
        self, head: Content, answers: Sequence[Pickable[Any]], at: int, keys: Iterable[tuple[str, str]]
    ) -> None:
        """The question in sight, with all that belongs to it."""
        number = f"{self.say('test.paper.question', number=self.sheet.at + 1)}  "
        text = self.sheet.texts[self.sheet.at].get(self.say.language)
        self.put(head, paint(styled("bold", text, self.room, number)), answers, at, keys)

    def turn_to(self, at: int) -> None:
        """Another question comes into sight."""
        self.sheet = self.sheet.go(at)
        self.show()

    def answered(self, sheet: Sheet) -> None:
        """The question in sight has its answer."""
        self.sheet = sheet
        self.turn_to(sheet.at + 1)
        if self.sheet.at == sheet.at:
            self.action_overview()

    def action_step(self, by: int) -> None:
        """Look at the question before or after."""
        if not self.busy:
            self.turn_to(self.sheet.at + by)

    def action_overview(self) -> None:
        """All questions at once, to go back to one or to hand in."""
        self.begin(self.see_all)

    async def see_all(self) -> None:
        """Show all questions, and do what is taken there."""
