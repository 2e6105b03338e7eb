"""The application of a meeting: its beat, its clock, and the facilitator's keys."""

from __future__ import annotations

from functools import partial

from drill.exercise.table import commands as c
from drill.seats.local_table import OpenedTable, open_table
from drill.seats.options import Outcome, PlayOptions
from drill.seats.preparing import Drill
from drill.seats.table import TableSight
from drill.text.reasons import reason
from drill.tui.kit.pick import Pick, offered
from drill.tui.kit.shell import Shell
from drill.tui.table.deeds import DEEDS, Doing, remark
from drill.tui.table.room import Room
from drill.tui.table.screen import MeetingScreen

BEAT_S = 0.5


class MeetingApp(Shell[None]):
    """`beat_s` None: no time goes by itself, as tests want it."""

    def __init__(self, options: PlayOptions, opened: OpenedTable, *, beat_s: float | None = BEAT_S) -> None:
        super().__init__(options.language)
        self.seat = opened.seat
        self.room = Room(opened.path)
        self.recorded = False
        self._options = options
        self._asks = False
        self._beat_s = beat_s
        if options.resume:
            self.holds.add("paused")

    def on_mount(self) -> None:
        """The screen, and the beat."""
        self.call_next(self._sit_down)

    async def _sit_down(self) -> None:
        self._see(await self.seat.look())
        if self._options.resume:
            self.room.look_on()
        self.push_screen(MeetingScreen(self))
        self.run_worker(self._watch(), group="watch")
        if self._beat_s is not None:
            self.set_interval(self._beat_s, self.beat)

    async def _watch(self) -> None:
        """What is told of the meeting, as long as it is told anything."""
        async for sight in self.seat.changes():
            self._see(sight)

    def _see(self, sight: TableSight) -> None:
        self._seen, self._seen_s = sight.view, self._options.wall()
        self.room.see(sight)
        self.follow()

    def beat(self) -> None:
        """Time goes on, unless it stands."""
        if self.room.clock.rate:
            since_s = self._options.wall() - self._seen_s
            self.room.view = self._seen.at(self._seen.now_ms + int(since_s * 1000 * self.room.clock.rate))
            self.follow()

    async def order(self, command: c.AnyCommand) -> bool:
        """Send a command; a refusal is said, and the end is recorded."""
        try:
            refused = await self.seat.send(command)
        except OSError as problem:
            self.tell(self.say("meet.not_written", reason=reason(problem)), alarm=True)
            return False
        if refused:
            self.tell(refused.said.get(self.say.language), alarm=True)
        elif minutes := await self.seat.minutes(self.say.language):
            self._record(minutes)
        self._see(await self.seat.look())
        return refused is None

    def _record(self, minutes: str) -> None:
        try:
            self.room.path.with_suffix(".md").write_bytes(minutes.encode())
            self.recorded = True
        except OSError as problem:
            self.tell(self.say("tui.result.not_saved", reason=reason(problem)), alarm=True)

    async def act(self, name: str | None) -> None:
        """What a key asks for; None: it means nothing just now."""
        if name is None:
            self.tell(self.say("tui.not_now"))
        elif name == "pause":
            self.hold("paused", on="paused" not in self.holds)
        elif name == "quit":
            self.action_ask_to_leave()
        elif deed := DEEDS[name].do:
            await self._do(deed, asking=bool(DEEDS[name].asks(self)))

    async def answer(self, number: int) -> None:
        """A question of the hot wash."""
        await self._do(partial(remark, number=number), asking=True)

    async def _do(self, deed: Doing, *, asking: bool) -> None:
        """At once or, if it asks, one at a time: a key pressed before the dialog is there starts nothing else."""
        if self._asks:
            return
        if asking:
            self._asks = True
            self.run_worker(self._ask(deed))
        else:
            await deed(self)
        self.follow()

    async def _ask(self, deed: Doing) -> None:
        try:
            await deed(self)
        finally:
            self._asks = False
            self.follow()

    def stand(self, *, still: bool) -> None:
        """The clock of the meeting."""
        self.run_worker(self._stand(still), group="clock")

    async def _stand(self, still: bool) -> None:
        await self.seat.set_clock(paused=still)
        self._see(await self.seat.look())

    def farewell(self) -> Pick[str] | None:
        """Nothing is lost: the meeting can be resumed."""
        if self.room.view.phase == "closed":
            return None
        say = self.say
        answers = offered(say, "meet.quit.stay", "tui.quit.leave", "meet.quit.end")
        return Pick(say, say("meet.title.quit"), say("tui.quit.resume", path=self.room.path), answers)

    def end(self) -> None:
        """Close the meeting."""
        self.run_worker(self.order(c.Close()), group="clock")


def hold_meeting(options: PlayOptions, drill: Drill | None) -> Outcome:
    """Run the screens until somebody leaves; UsageError if the meeting cannot be held."""
    opened = open_table(options, drill)
    app = MeetingApp(options, opened)
    try:
        app.run()
    finally:
        opened.table.close()
    saved = opened.path.with_suffix(".md") if app.recorded else None
    return Outcome(opened.path, opened.table.ledger.state.phase == "closed", saved, app.defect)
