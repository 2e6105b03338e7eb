"""The application: it owns the beat of the drill, the screens and the few things that work everywhere."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import Resize
from textual.screen import Screen

from drill.exercise.clock import SPEEDS
from drill.exercise.contact.commands import AnyCommand, Direction, EndDrill
from drill.exercise.contact.views import View
from drill.seats.opening import Drill, Seats, open_seats
from drill.seats.options import Outcome, PlayOptions
from drill.seats.seat import Gateway
from drill.text.catalogue import Catalogue, catalogue
from drill.tui.contact.acts import ACTS
from drill.tui.contact.closing import closing
from drill.tui.contact.deeds import DEEDS
from drill.tui.contact.facilitator import Facilitator
from drill.tui.contact.guide import Guide
from drill.tui.contact.incoming import Incoming
from drill.tui.contact.participant import Participant
from drill.tui.contact.start import Start
from drill.tui.kit import japanese
from drill.tui.kit.dialog import Dialog
from drill.tui.kit.pick import Answer, Pick
from drill.tui.kit.themes import THEMES, TOASTS, WIDE
from drill.tui.kit.toosmall import SMALLEST, TooSmall

BEAT_S = 0.2
"""Five times a second the drill moves on and the screens follow."""


class Palette(CommandPalette):
    """Textual's palette, but a key that comes before its list is laid out is let go by."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


class DrillApp(App[Outcome]):
    """`seats` None opens the start screen. `beat_s` None: nothing moves but by `beat()`, as tests want it."""

    CSS = TOASTS + WIDE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("f3", "act('theme')", show=False),
    ]

    def __init__(self, options: PlayOptions, seats: Seats | None = None, *, beat_s: float | None = BEAT_S) -> None:
        japanese.install()
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = options.theme
        self.options = options
        self.say: Catalogue = catalogue(options.language)
        self.title = self.say("mark.drill")
        self.gateway: Gateway
        self.directing: Gateway
        self.view: View
        self.playing = False
        self._begin_with = seats
        self._beat_s = beat_s
        self._holds: set[str] = set()
        self._user_paused = False
        self._rung: set[tuple[int, str]] = set()
        self._over = False
        self.interrupted = False

    def on_mount(self) -> None:
        """The first screen, and the beat."""
        self.app_resume_signal.subscribe(self, lambda _app: self.hold("suspended", False))
        if self._begin_with is None:
            self.push_screen(Start(self, self.options))
        else:
            self.begin(self._begin_with)
        if self._beat_s is not None:
            self.set_interval(self._beat_s, self.beat)
            self._heed_signals()

    def _heed_signals(self) -> None:
        """Asked from outside to stop, put the terminal right first. Where loops know no signals, there is no need."""
        with suppress(NotImplementedError, RuntimeError, ValueError):
            for number in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, self._interrupt)

    def _interrupt(self) -> None:
        self.interrupted = True
        self.leave()

    def begin(self, seats: Seats) -> None:
        """Sit down at a drill: the guide first, then the clock runs."""
        self.gateway, self.directing = seats
        self.view, self.playing = self.gateway.view(), True
        self._rung, self._over = set(), False
        self.push_screen(Participant(self))
        if self.options.guide and not self.options.resume:
            self.hold("guide", True)
            self.push_screen(Guide(self.say, self.view), lambda _done: self.hold("guide", False))
        else:
            # Whoever comes back finds the drill standing still, to see first where it had got to.
            self._user_paused = self.options.resume is not None
            self.hold("guide", False)

    def beat(self) -> None:
        """Let the drill move on, and every open screen follow."""
        if not self.playing:
            return
        self.gateway.tick()
        self.view = self.gateway.view()
        self._ring()
        for screen in self.screen_stack:
            if isinstance(screen, Participant | Facilitator | Dialog):
                screen.follow()
        if not self.view.running and not self._over and isinstance(self.screen, Participant):
            self._over = True
            self.call_later(self.act, "result")

    def _ring(self) -> None:
        """A telephone rings: show it, unless somebody is typing."""
        calls = self.view.calls
        placed = {call.ref for call in calls if call.as_caller}
        for call in calls:
            known = (call.ref, call.post) in self._rung
            if call.as_caller or call.ref in placed or known or not self._may_pop_up() or not self.view.running:
                continue
            self._rung.add((call.ref, call.post))
            me = self.gateway.chart.posts[call.post].name.get(self.say.language)
            self.push_screen(Incoming(self.say, call, me))

    def _may_pop_up(self) -> bool:
        screen = self.screen
        return isinstance(screen, Participant | Facilitator) or (isinstance(screen, Dialog) and not screen.typing)

    def notice(self) -> str:
        """Something that cannot wait: a telephone that rings unseen."""
        for call in self.view.calls:
            if not call.as_caller and not call.answered and (call.ref, call.post) not in self._rung:
                return self.say("tui.notice.ringing", name=call.other)
        return ""

    @property
    def pace(self) -> str:
        """How fast the drill goes, in words."""
        gateway = self.gateway
        return self.say("tui.paused") if gateway.paused else self.say("tui.speed", speed=f"{gateway.speed:g}")

    @property
    def post(self) -> str:
        """The post whose card is in sight."""
        found = [screen for screen in self.screen_stack if isinstance(screen, Participant)]
        return found[0].card.post if found else self.view.posts[0]

    def order(self, command: AnyCommand) -> bool:
        """Send a command; a refusal is said, and everything follows at once."""
        refused = (self.directing if isinstance(command, Direction) else self.gateway).send(command)
        if refused:
            self.tell(refused.said.get(self.say.language), alarm=True)
        self.beat()
        return refused is None

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """A passing remark, in place of the one before."""
        self.clear_notifications()
        self.notify(text, severity="warning" if alarm else "information", timeout=4, markup=False)

    def act(self, name: str) -> None:
        """What a key, the palette or a click asks for."""
        wanted = next(act for act in ACTS if act.name == name)
        if self.playing and not wanted.when(self.view):
            self.tell(self.say("tui.not_now"))
            return
        match name:
            case "pause":
                self._user_paused = not self._user_paused
                self._set_clock()
            case "faster" | "slower":
                self._change_speed(1 if name == "faster" else -1)
            case "skip":
                self.skip_ahead()
            case "facilitator":
                self.push_screen(Facilitator(self))
            case "theme":
                dark = self.theme == THEMES[0].name
                self.theme = THEMES[1].name if dark else THEMES[0].name
            case "quit":
                self.run_worker(self.action_quit())
            case "result":
                self.run_worker(closing(self), group="closing", exclusive=True)
            case _:
                self.run_worker(DEEDS[name](self), group="deed", exclusive=True)

    def action_act(self, name: str) -> None:
        """From a key."""
        self.act(name)

    def skip_ahead(self) -> None:
        """Do not wait for the next thing that happens."""
        self.directing.skip_ahead()
        self.beat()

    def _change_speed(self, step: int) -> None:
        speeds = [speed for speed in SPEEDS if (speed - self.gateway.speed) * step > 0]
        if speeds:
            self.directing.set_clock(speed=speeds[0] if step > 0 else speeds[-1])
        self.beat()

    def hold(self, why: str, on: bool) -> None:
        """The clock stands as long as anything holds it."""
        (self._holds.add if on else self._holds.discard)(why)
        self._set_clock()

    def _set_clock(self) -> None:
        if self.playing:
            self.directing.set_clock(paused=self._user_paused or bool(self._holds))
            self.beat()

    def on_resize(self, event: Resize) -> None:
        """A terminal that is too small says so; the drill waits for it."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmall):
            self.hold("small", True)
            self.push_screen(TooSmall(self.say))
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()
            self.hold("small", False)

    def action_suspend_process(self) -> None:
        """Ctrl-Z: the drill waits until the process is back."""
        self.hold("suspended", True)
        super().action_suspend_process()

    async def action_quit(self) -> None:
        """Ask before leaving a drill; asked twice, leave: nothing is lost."""
        if not self.playing or self._over or "quit" in self._holds:
            self.leave()
            return
        self.hold("quit", True)
        self.run_worker(self._ask_to_leave(), group="quit")

    async def _ask_to_leave(self) -> None:
        say = self.say
        answers = [Answer(ref, say(f"tui.quit.{ref}")) for ref in ("stay", "leave", "end")]
        path = self.gateway.transcript
        question = say("tui.quit.question") if path is None else say("tui.quit.resume", path=path)
        answer = await self.push_screen_wait(Pick(say, say("tui.act.quit"), question, answers))
        self.hold("quit", False)
        if answer == "leave":
            self.leave()
        elif answer == "end":
            self.order(EndDrill())

    def leave(self) -> None:
        """Hand back what is left."""
        if not self.playing:
            self.exit(Outcome())
            return
        self.gateway.close()
        path = self.gateway.transcript
        saved = path.with_suffix(".md") if path else None
        self.exit(Outcome(path, not self.view.running, saved if saved and saved.exists() else None))

    def _fatal_error(self) -> None:
        """Leave without Textual's own traceback: `play` raises what happened."""
        self._close_messages_no_wait()

    def action_command_palette(self) -> None:
        """The palette, in the drill's language."""
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(Palette(placeholder=self.say("tui.palette"), id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that makes sense now."""
        for act in ACTS:
            everywhere = act.name in ("theme", "quit")
            if everywhere or (isinstance(screen, Participant) and act.when(self.view)):
                title = self.say(f"tui.act.{act.name}")
                yield SystemCommand(f"{title}  ({act.shown})", "", lambda name=act.name: self.act(name))


def play(options: PlayOptions, drill: Drill | None = None) -> Outcome:
    """Run the screens of a prepared drill, one to resume, or (neither) from the start screen, until somebody leaves.

    A defect in a screen, or an interrupt from outside, comes back in the outcome, once the terminal is itself again.
    """
    app = DrillApp(options, open_seats(options, drill) if drill or options.resume else None)
    try:
        outcome = app.run()
    finally:
        if app.playing:
            app.gateway.close()
    defect = app._exception or (KeyboardInterrupt() if app.interrupted else None)
    if outcome is None and app.playing:
        outcome = Outcome(app.gateway.transcript, not app.gateway.view().running)
    return replace(outcome or Outcome(), defect=defect)
