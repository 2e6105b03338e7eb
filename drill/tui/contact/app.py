"""The application: it owns the screens, the time on them and the few things that work everywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from drill.errors import DrillError
from drill.exercise.clock import SPEEDS
from drill.exercise.contact.commands import AnyCommand, Direction, EndDrill
from drill.exercise.contact.views import View
from drill.seats.handed import Pace, ToldLine
from drill.seats.opening import Seats, open_seats
from drill.seats.options import Outcome, PlayOptions
from drill.seats.preparing import Drill, prepare
from drill.seats.seat import Seat, Sight
from drill.text.catalogue import catalogue
from drill.text.choices import TUI_ACT
from drill.tui.contact.acts import ACTS
from drill.tui.contact.closing import closing
from drill.tui.contact.deeds import DEEDS
from drill.tui.contact.facilitator import Facilitator
from drill.tui.contact.guide import Guide
from drill.tui.contact.incoming import Incoming
from drill.tui.contact.offer import Offer
from drill.tui.contact.participant import Participant
from drill.tui.contact.start import Start
from drill.tui.kit.dialog import Dialog
from drill.tui.kit.pick import Pick, offered
from drill.tui.kit.shell import Shell

BEAT_S = 0.5
"""So often the time on the screens goes on; what happens in the drill is told when it happens."""
LEAST_S = 0.2
"""What happens faster is shown together."""


class Palette(CommandPalette):
    """Textual's palette, but a key that comes before its list is laid out is let go by."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


class DrillApp(Shell[Outcome]):
    """`seats` None opens the start screen. `beat_s` None: no time goes by itself, as tests want it."""

    ENABLE_COMMAND_PALETTE = True

    def __init__(self, options: PlayOptions, seats: Seats | None = None, *, beat_s: float | None = BEAT_S) -> None:
        super().__init__(options.language)
        self.options = options
        self.seats: Seats
        self.seat: Seat
        self.directing: Seat
        self.view: View
        self.clock: Pace
        self.story: list[ToldLine] = []
        self.record: Path | None = None
        self.playing = False
        self._begin_with = seats
        self._offer = Offer()
        self._beat_s = beat_s
        self._rung: set[tuple[int, str]] = set()
        self._over = False

    def on_mount(self) -> None:
        """The first screen, and the beat."""
        if self._begin_with is None:
            self.push_screen(Start(self._offer, self.options))
        else:
            self.call_next(self.begin, self._begin_with)
        if self._beat_s is not None:
            self.set_interval(self._beat_s, self.beat)

    async def on_start_chosen(self, chosen: Start.Chosen) -> None:
        """Other options on the start screen, or they are to be played."""
        self.options, self.say = chosen.options, catalogue(chosen.options.language)
        if chosen.begin and not self.playing:
            try:
                await self.begin(open_seats(self.options, prepare(self.options, self._offer.pair(self.options))))
            except DrillError as problem:
                self.tell(self.say(problem.code, **problem.params), alarm=True)

    async def begin(self, seats: Seats) -> None:
        """Sit down at a drill: the guide first, then the clock runs."""
        self.seats, self.seat, self.directing = seats, seats.playing, seats.directing
        self.record, self.playing = seats.transcript.with_suffix(".md"), True
        self._rung, self._over = set(), False
        self._take(await self.seat.look())
        self.push_screen(Participant(self))
        self.run_worker(self._watch(), group="watch")
        if self._beat_s is not None:
            self.run_worker(seats.drill.run(), group="drill")
        if self.options.guide and not self.options.resume:
            self.hold("guide", on=True)
            self.push_screen(Guide(self.say, self.view), lambda _done: self.hold("guide", on=False))
        else:
            # Whoever comes back finds the drill standing still, to see first where it had got to.
            self.hold("paused", on=self.options.resume is not None)

    async def _watch(self) -> None:
        """What is told of the drill, as long as it is told anything."""
        async for sight in self.seat.changes(len(self.story)):
            self._take(sight)
            self._moved()
            if self._beat_s is not None:
                await asyncio.sleep(LEAST_S)

    def _take(self, sight: Sight) -> None:
        if sight.lines >= len(self.story):
            self.story[sight.lines - len(sight.told) :] = sight.told
        self.clock, self._seen, self._seen_s = sight.clock, sight.view, self.options.wall()
        self.view = sight.view

    async def look(self) -> None:
        """See what has become of the drill, at once."""
        self._take(await self.seat.look(len(self.story)))
        self._moved()

    def beat(self) -> None:
        """Time goes on, unless it stands."""
        if self.playing and self.clock.rate:
            since_s = self.options.wall() - self._seen_s
            self.view = self._seen.at(self._seen.now_ms + int(since_s * 1000 * self.clock.rate))
            self._moved()

    def _moved(self) -> None:
        """Every open screen follows."""
        self._ring()
        self.follow()
        if not self.view.running and not self._over and isinstance(self.screen, Participant):
            self._over = True
            self.call_later(self.action_act, "result")

    def _ring(self) -> None:
        """A telephone rings: show it, unless somebody is typing."""
        calls = self.view.calls
        placed = {call.ref for call in calls if call.as_caller}
        for call in calls:
            known = (call.ref, call.post) in self._rung
            if call.as_caller or call.ref in placed or known or not self._may_pop_up() or not self.view.running:
                continue
            self._rung.add((call.ref, call.post))
            me = self.seat.chart.posts[call.post].name.get(self.say.language)
            self.push_screen(Incoming(self, call, me))

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
    def post(self) -> str:
        """The post whose card is in sight."""
        found = [screen for screen in self.screen_stack if isinstance(screen, Participant)]
        return found[0].card.post if found else self.view.posts[0]

    async def order(self, command: AnyCommand) -> bool:
        """Send a command; a refusal is said, and everything follows at once."""
        refused = await (self.directing if isinstance(command, Direction) else self.seat).send(command)
        if refused:
            self.tell(refused.said.get(self.say.language), alarm=True)
        await self.look()
        return refused is None

    def action_act(self, name: str) -> None:
        """What a key, the palette or a click asks for."""
        if self.playing and not ACTS[name].now(self.view):
            self.tell(self.say("tui.not_now"))
            return
        match name:
            case "pause":
                self.hold("paused", on="paused" not in self.holds)
            case "faster" | "slower":
                self._change_speed(1 if name == "faster" else -1)
            case "skip":
                self.run_worker(self.skip_ahead(), group="clock")
            case "facilitator":
                self.run_worker(self._direct(), group="direct", exclusive=True)
            case "theme":
                self.action_turn_theme()
            case "quit":
                self.action_ask_to_leave()
            case "result":
                self.run_worker(closing(self), group="closing", exclusive=True)
            case _:
                self.run_worker(DEEDS[name](self), group="deed", exclusive=True)

    async def _direct(self) -> None:
        if whole := (await self.directing.look()).overview:
            self.push_screen(Facilitator(self, whole))

    async def skip_ahead(self) -> None:
        """Do not wait for the next thing that happens."""
        await self.directing.skip_ahead()
        await self.look()

    def _change_speed(self, step: int) -> None:
        speeds = [speed for speed in SPEEDS if (speed - self.clock.speed) * step > 0]
        if speeds:
            self._set_clock(speed=speeds[0] if step > 0 else speeds[-1])

    def stand(self, *, still: bool) -> None:
        """The clock of the drill."""
        if self.playing:
            self._set_clock(paused=still)

    def _set_clock(self, *, speed: float | None = None, paused: bool | None = None) -> None:
        async def change() -> None:
            await self.directing.set_clock(speed=speed, paused=paused)
            await self.look()

        self.run_worker(change(), group="clock")

    def farewell(self) -> Pick[str] | None:
        """Nothing is lost: a drill that is kept can be resumed."""
        if not self.playing or self._over:
            return None
        say, path = self.say, self.seats.transcript
        answers = offered(say, "tui.quit.stay", "tui.quit.leave", "tui.quit.end")
        question = say("tui.quit.resume", path=path)
        return Pick(say, say("tui.act.quit"), question, answers)

    def end(self) -> None:
        """End the drill."""
        self.run_worker(self.order(EndDrill()), group="clock")

    def leave(self) -> None:
        """Hand back what is left."""
        self.close()
        self.exit(self.outcome)

    def close(self) -> None:
        """Put the transcript to the disk."""
        if self.playing:
            self.seats.drill.close()

    @property
    def outcome(self) -> Outcome:
        """What is left."""
        if not self.playing:
            return Outcome(defect=self.defect)
        saved = self.record if self.record and self.record.exists() else None
        return Outcome(self.seats.transcript, not self.view.running, saved, self.defect)

    def action_command_palette(self) -> None:
        """The palette, in the drill's language."""
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(Palette(placeholder=self.say("tui.palette"), id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that makes sense now."""
        for act in ACTS.values():
            everywhere = act.name in ("theme", "quit")
            if everywhere or (isinstance(screen, Participant) and act.now(self.view)):
                title = self.say(TUI_ACT[act.name])
                yield SystemCommand(f"{title}  ({act.shown})", "", lambda name=act.name: self.action_act(name))


def play(options: PlayOptions, drill: Drill | None = None) -> Outcome:
    """Run the screens of a prepared drill, one to resume, or (neither) from the start screen, until somebody leaves.

    A defect in a screen, or an interrupt from outside, comes back in the outcome, once the terminal is itself again.
    """
    app = DrillApp(options, open_seats(options, drill) if drill or options.resume else None)
    try:
        app.run()
    finally:
        app.close()
    return app.outcome
