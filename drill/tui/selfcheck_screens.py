"""The screens of the self-check: a welcome for each person, and their questions one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import OptionList, Static

from drill.tui.ask import Ask
from drill.tui.keybar import KeyBar
from drill.tui.lines import paint
from drill.tui.pick import Answer, Pick, numbers, options
from drill.tui.selfcheck_state import Filling
from drill.tui.selfcheck_text import ANSWERS, HAND_IN, below, choices, head, mast, overview, question, welcome
from drill.year.tally import REASON_LIMIT, Group, reason_refused

if TYPE_CHECKING:
    from drill.tui.selfcheck import KioskApp

_CSS = """
{0} #head {{ dock: top; height: auto; padding: 0 1; background: $primary-muted; }}
{0} #text, {0} #below {{ height: auto; padding: 1 2; }}
{0} OptionList, {0} OptionList:focus {{ height: auto; border: none; padding: 0 2; background: $background; }}
"""


class _Listed(Screen[bool]):
    """A text above a list to take from; lines are broken anew when the width changes.

    A key pressed before a dialog is there still arrives here: as long as it is `busy`, a screen does nothing else.
    """

    def __init__(self, app: KioskApp) -> None:
        super().__init__()
        self._kiosk = app
        self.say = app.say
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
        """The keys are those of the list."""
        self.query_one(OptionList).focus()
        self.show()

    def on_resize(self) -> None:
        """Another width."""
        self.call_after_refresh(self.show)

    @property
    def room(self) -> int:
        """Cells of a line."""
        return max(20, self.size.width - 4)

    def show(self) -> None:
        """Everything, as it is now."""

    def offer(self, answers: list[Answer], at: int) -> None:
        """What can be taken."""
        listed = self.query_one(OptionList)
        listed.set_options(options(answers, self.room - 1))
        listed.highlighted = at

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
        answers = [Answer(each, say(f"kiosk.{what}.{each}")) for each in ("stay", "go")]
        dialog = Pick(say, say(f"kiosk.{what}.title"), say(f"kiosk.{what}"), answers)
        return await self.app.push_screen_wait(dialog) == "go"


class Welcome(_Listed):
    """Nothing of anybody is here; taking a group begins."""

    CSS = _CSS.format("Welcome")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape", "leave", show=False)]
    _thanks = False

    def show(self) -> None:
        """Thanks to the last, and the groups for the next."""
        app, say = self._kiosk, self.say
        self.query_one("#head", Static).update(paint([mast(app.check, say, self.room + 2)]))
        self.query_one("#text", Static).update(welcome(app.check, self._thanks, say, self.room))
        self.offer([Answer(each.name, each.title.get(say.language)) for each in app.groups], 0)
        keys = [(numbers(len(app.groups)), say("tui.key.choose")), (say("tui.key.arrows"), say("tui.key.move"))]
        self.query_one(KeyBar).show([*keys, ("Enter", say("kiosk.key.begin")), ("q", say("kiosk.key.end"))])

    def on_key(self, event: events.Key) -> None:
        """A number takes its group at once."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._kiosk.groups):
            event.stop()
            self.begin(partial(self._receive, self._kiosk.groups[int(event.character) - 1]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.begin(partial(self._receive, self._kiosk.groups[event.option_index]))

    async def _receive(self, group: Group) -> None:
        """One person: the years of service where they are asked for, then the questions."""
        say, service = self.say, None
        if group.asks_service:
            answers = [Answer(each, say(f"test.service.{each}")) for each in ("first", "later")]
            dialog = Pick(say, group.title.get(say.language), say("kiosk.service"), answers)
            if (found := await self.app.push_screen_wait(dialog)) is None:
                return
            service = "first" if found == "first" else "later"
        filling = Filling(self._kiosk.check, group, service)
        self._thanks = bool(await self.app.push_screen_wait(Questions(self._kiosk, filling)))
        self.show()

    def action_leave(self) -> None:
        """End, if it is meant."""
        self.begin(self._leave)

    async def _leave(self) -> None:
        if await self.asked("end"):
            self.app.exit()


class Questions(_Listed):
    """A question and its two answers; taking one goes on, and after the last to all of them."""

    CSS = _CSS.format("Questions")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{each[0]},{place}", f"answer('{each}')", show=False)
            for place, each in enumerate(ANSWERS, start=1)
        ),
        Binding("s", "answer('')", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("r", "reason", show=False),
        Binding("h", "overview", show=False),
        Binding("q,escape", "leave", show=False),
    ]

    def __init__(self, app: KioskApp, filling: Filling) -> None:
        super().__init__(app)
        self._filling = filling

    def show(self) -> None:
        """The question in sight."""
        say, filling = self.say, self._filling
        self.query_one("#head", Static).update(head(filling, say, self.room + 2))
        self.query_one("#text", Static).update(question(filling, say, self.room))
        self.query_one("#below", Static).update(below(filling, say, self.room))
        self.offer(choices(filling, say), filling.answers.get(filling.name) == "no")
        keys = [("y", say("kiosk.yes")), ("n", say("kiosk.no")), ("s", say("kiosk.key.skip"))]
        if filling.group.takes_reasons:
            keys.append(("r", say("kiosk.key.reason")))
        keys += [(say("exam.key.sides"), say("kiosk.key.sides")), ("h", say("exam.key.overview"))]
        self.query_one(KeyBar).show([*keys, ("q", say("exam.key.leave"))])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.action_answer(ANSWERS[event.option_index])

    def action_answer(self, answer: str) -> None:
        """Answer yes or no, or (empty) not at all, and go on."""
        if self.busy:
            return
        was_last = self._filling.is_last
        taken = next((each for each in ANSWERS if each == answer), None)
        self._filling = self._filling.answer(taken)
        self.action_step(1)
        if was_last:
            self.action_overview()

    def action_step(self, by: int) -> None:
        """Look at the question before or after."""
        if not self.busy:
            self._filling = self._filling.go(self._filling.at + by)
            self.show()

    def action_reason(self) -> None:
        """A reason in words; an empty line takes it back."""
        if self._filling.group.takes_reasons:
            self.begin(self._reason)

    async def _reason(self) -> None:
        say, text = self.say, self._filling.reasons.get(self._filling.name, "")
        refused: str | None = "kiosk.reason"
        while refused:
            asked = say(refused, limit=REASON_LIMIT)
            dialog = Ask(say, say("kiosk.reason.title"), asked, value=text, limit=REASON_LIMIT, optional=True)
            found = await self.app.push_screen_wait(dialog)
            if found is None:
                return
            text, refused = found, reason_refused(found)
            if not refused:
                self._filling = self._filling.give(text)
                self.show()

    def action_overview(self) -> None:
        """All answers at once, to go back to one or, if it is meant, to hand in."""
        self.begin(self._overview)

    async def _overview(self) -> None:
        say, at = self.say, len(self._filling.asked)
        while True:
            dialog = Pick(say, say("kiosk.overview.title"), say("kiosk.overview"), overview(self._filling, say), at=at)
            found = await self.app.push_screen_wait(dialog)
            if found != HAND_IN:
                break
            if not await self.asked("sure"):
                continue
            if (refused := self._kiosk.take(self._filling)) is None:
                self.dismiss(True)
                return
            await self.app.push_screen_wait(
                Pick(say, say("kiosk.refused"), refused, [Answer("back", say("tui.key.back"))])
            )
        if found is not None:
            self._filling = self._filling.go(int(found))
            self.show()

    def action_leave(self) -> None:
        """Discard everything, if it is meant."""
        self.begin(self._leave)

    async def _leave(self) -> None:
        if await self.asked("discard"):
            self.dismiss(False)
