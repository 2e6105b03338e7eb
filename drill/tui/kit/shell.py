"""What all applications share: how they look, begin, wait, speak, ask before leaving, and end whatever happens."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from typing import ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.worker import WorkerFailed

from drill.text.catalogue import Catalogue, Language, catalogue
from drill.tui.kit import hangup, japanese
from drill.tui.kit.themes import THEMES, TOASTS
from drill.tui.kit.toosmall import SMALLEST, TooSmall

Result = TypeVar("Result")
Answered = TypeVar("Answered")


class Following(MessagePump):
    """A screen that shows something that moves by itself: whenever it has moved, and when there is other room."""

    def follow(self) -> None:
        """Show it as it is now."""

    def on_resize(self) -> None:
        """There is room, or other room."""
        self.call_after_refresh(self.follow)


class Shell(App[Result]):
    """An application over one catalogue; `marked`: its dialogs bear the drill mark.

    Textual calls `on_mount` of every class: those that inherit from this one never call it.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS = TOASTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("f3", "turn_theme", show=False),
    ]
    marked: ClassVar[bool] = True
    too_small: ClassVar[str] = "tui.too_small"

    def __init__(self, language: Language) -> None:
        japanese.install()
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = THEMES[0].name
        self.say: Catalogue = catalogue(language)
        self.title = self.say("mark.drill")
        self.holds: set[str] = set()
        self._interrupted = False

    def on_mount(self) -> None:
        """Go on where Ctrl-Z has stopped it; asked from outside to stop, put the terminal right first."""
        self.app_resume_signal.subscribe(self, lambda _app: self.hold("suspended", on=False))
        if not self.is_headless:
            gc.freeze()  # else the collector goes through a whole chart between two keys, a tenth of a second each time
            loop = asyncio.get_running_loop()
            # Where loops know no signals, there is no need.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                    loop.add_signal_handler(number, self._interrupt)
            hangup.watch(lambda: loop.call_soon_threadsafe(self._interrupt))

    def _interrupt(self) -> None:
        self._interrupted = True
        self.leave()

    def hold(self, why: str, *, on: bool) -> None:
        """Time stands as long as anything holds it."""
        (self.holds.add if on else self.holds.discard)(why)
        self.stand(still=bool(self.holds))

    def stand(self, *, still: bool) -> None:
        """Let the clock stand or run, where there is one."""

    def follow(self) -> None:
        """Every open screen shows what has moved."""
        for screen in self.screen_stack:
            if isinstance(screen, Following):
                screen.follow()

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """A passing remark, in place of the one before."""
        self.clear_notifications()
        self.notify(text, severity="warning" if alarm else "information", timeout=4, markup=False)

    async def ask(self, dialog: Screen[Answered]) -> Answered | None:
        """Show a dialog, and wait for its answer."""
        return await self.push_screen_wait(dialog)

    def action_turn_theme(self) -> None:
        """Light or dark."""
        self.theme = THEMES[self.theme == THEMES[0].name].name

    def on_resize(self, event: Resize) -> None:
        """A terminal that is too small says so; time waits for it."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmall):
            self.hold("small", on=True)
            self.push_screen(TooSmall(self.say, self.too_small))
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()
            self.hold("small", on=False)

    def action_suspend_process(self) -> None:
        """Ctrl-Z: time waits until the process is back."""
        self.hold("suspended", on=True)
        super().action_suspend_process()

    def farewell(self) -> ModalScreen[str | None] | None:
        """What is asked before leaving, answered by `leave`, `end` or anything else; None: nothing would be lost."""
        return None

    def action_ask_to_leave(self) -> None:
        """Ask, if there is something to ask; asked twice, leave."""
        question = None if "quit" in self.holds else self.farewell()
        if question is None:
            self.leave()
        else:
            self.hold("quit", on=True)
            self.push_screen(question, self._answered)

    def _answered(self, answer: str | None) -> None:
        self.hold("quit", on=False)
        if answer == "leave":
            self.leave()
        elif answer == "end":
            self.end()

    def end(self) -> None:
        """Do not leave, but bring what goes on to its end."""

    def leave(self) -> None:
        """Leave at once."""
        self.exit()

    def _fatal_error(self) -> None:
        """Leave without Textual's own traceback: the `defect` is raised by whoever ran this."""
        self._close_messages_no_wait()

    @property
    def defect(self) -> BaseException | None:
        """What threw us out, if we did not leave by ourselves."""
        thrown = self._exception
        cause = thrown.error if isinstance(thrown, WorkerFailed) else thrown
        return cause or (KeyboardInterrupt() if self._interrupted else None)

    def run_through(self) -> None:
        """Run to the end; a defect is raised once the terminal is itself again."""
        self.run()
        if self.defect:
            raise self.defect
