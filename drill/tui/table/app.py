"""The application of a meeting: its beat, its clock, and the facilitator's keys."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Resize

from drill.exercise.table import commands as c
from drill.seats.opening import Drill
from drill.seats.options import Outcome, PlayOptions
from drill.text.catalogue import Catalogue, catalogue
from drill.text.reasons import reason
from drill.tui.kit import japanese
from drill.tui.kit.pick import Answer, Pick
from drill.tui.kit.themes import THEMES, TOASTS
from drill.tui.kit.toosmall import SMALLEST, TooSmall
from drill.tui.table.deeds import DEEDS, Asking, remark
from drill.tui.table.room import Room, open_room
from drill.tui.table.screen import MeetingScreen

BEAT_S = 0.5


class MeetingApp(App[None]):
    """`beat_s` None: nothing moves but by `beat()`, as tests want it."""

    ENABLE_COMMAND_PALETTE = False
    CSS = TOASTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("f3", "turn_theme", show=False),
    ]

    def __init__(self, options: PlayOptions, room: Room, *, beat_s: float | None = BEAT_S) -> None:
        japanese.install()
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = options.theme
        self.say: Catalogue = catalogue(options.language)
        self.title = self.say("mark.drill")
        self.room = room
        self.interrupted = False
        self.recorded = False
        self._asks = False
        self._beat_s = beat_s
        self._paused = room.clock.paused
        self._holds: set[str] = set()

    def on_mount(self) -> None:
        """The screen, and the beat."""
        self.app_resume_signal.subscribe(self, lambda _app: self.hold("suspended", on=False))
        self.push_screen(MeetingScreen(self))
        if self._beat_s is not None:
            self.set_interval(self._beat_s, self.beat)
            with suppress(NotImplementedError, RuntimeError, ValueError):
                for number in (signal.SIGTERM, signal.SIGINT):
                    asyncio.get_running_loop().add_signal_handler(number, self._interrupt)

    def _interrupt(self) -> None:
        self.interrupted = True
        self.exit()

    def beat(self) -> None:
        """The screen follows the meeting."""
        for screen in self.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen.follow()

    def titled(self, words: str) -> str:
        """The title of a dialog, with the drill mark."""
        return f"{self.say('mark.drill')} {self.say(f'meet.title.{words}')}"

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """A passing remark, in place of the one before."""
        self.clear_notifications()
        self.notify(text, severity="warning" if alarm else "information", timeout=4, markup=False)

    def order(self, command: c.AnyCommand) -> bool:
        """Send a command; a refusal is said, and the end is recorded."""
        try:
            rejected = self.room.send(command)
        except OSError as problem:
            self.tell(self.say("meet.not_written", reason=reason(problem)), alarm=True)
            return False
        if rejected:
            self.tell(self.say(f"refused.{rejected.code}", **rejected.params), alarm=True)
        elif self.room.state.phase == "closed":
            self._record()
        self.beat()
        return rejected is None

    def _record(self) -> None:
        try:
            self.room.save_record(self.say.language)
            self.recorded = True
        except OSError as problem:
            self.tell(self.say("tui.result.not_saved", reason=reason(problem)), alarm=True)

    def act(self, name: str | None) -> None:
        """What a key asks for; None: it means nothing just now."""
        if name is None:
            self.tell(self.say("tui.not_now"))
        elif name == "pause":
            self._paused = not self._paused
            self._set_clock()
        elif name == "quit":
            self.action_ask_to_leave()
        else:
            self._do(DEEDS[name])

    def answer(self, number: int) -> None:
        """A question of the hot wash."""
        self._do(partial(remark, number=number))

    def _do(self, deed: Callable[[MeetingApp], Asking | None]) -> None:
        """At once or, if it asks, one at a time: a key pressed before the dialog is there starts nothing else."""
        if self._asks:
            return
        if asking := deed(self):
            self._asks = True
            self.run_worker(self._ask(asking))
        self.beat()

    async def _ask(self, asking: Asking) -> None:
        try:
            await asking
        finally:
            self._asks = False
            self.beat()

    def to_end(self) -> None:
        """Show the end of the text."""
        self._scroll(end=True)

    def to_start(self) -> None:
        """Show its beginning."""
        self._scroll(end=False)

    def _scroll(self, *, end: bool) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen.scroll_text(end=end)

    async def sure(self, question: str, yes: str) -> bool:
        """Ask before something is passed over."""
        answers = [Answer(each, self.say(f"meet.sure.{each}")) for each in ("stay", yes)]
        return await self.push_screen_wait(Pick(self.say, self.titled("on"), question, answers)) == yes

    def hold(self, why: str, *, on: bool) -> None:
        """The clock stands as long as anything holds it."""
        (self._holds.add if on else self._holds.discard)(why)
        self._set_clock()

    def _set_clock(self) -> None:
        self.room.clock.set(paused=self._paused or bool(self._holds))
        self.beat()

    def on_resize(self, event: Resize) -> None:
        """A terminal that is too small says so; the clock waits for it."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmall):
            self.hold("small", on=True)
            self.push_screen(TooSmall(self.say))
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()
            self.hold("small", on=False)

    def action_turn_theme(self) -> None:
        """Light or dark."""
        self.theme = THEMES[self.theme == THEMES[0].name].name

    def action_suspend_process(self) -> None:
        """Ctrl-Z: the clock waits until the process is back."""
        self.hold("suspended", on=True)
        super().action_suspend_process()

    def action_ask_to_leave(self) -> None:
        """Ask before leaving; asked twice, leave: nothing is lost."""
        if self.room.state.phase == "closed" or "quit" in self._holds:
            self.exit()
            return
        self.hold("quit", on=True)
        say = self.say
        answers = [Answer(each, say(f"meet.quit.{each}")) for each in ("stay", "leave", "end")]
        question = say("tui.quit.resume", path=self.room.path)
        self.push_screen(Pick(say, self.titled("quit"), question, answers), self._leave)

    def _leave(self, answer: str | None) -> None:
        self.hold("quit", on=False)
        if answer == "leave":
            self.exit()
        elif answer == "end":
            self.order(c.Close())

    def _fatal_error(self) -> None:
        """Leave without Textual's own traceback: whoever opened the meeting raises what happened."""
        self._close_messages_no_wait()


def hold_meeting(options: PlayOptions, drill: Drill | None) -> Outcome:
    """Run the screens until somebody leaves; UsageError if the meeting cannot be held."""
    room = open_room(options, drill)
    app = MeetingApp(options, room)
    try:
        app.run()
    finally:
        room.close()
    saved = room.path.with_suffix(".md") if app.recorded else None
    outcome = Outcome(room.path, room.state.phase == "closed", saved)
    return replace(outcome, defect=app._exception or (KeyboardInterrupt() if app.interrupted else None))
