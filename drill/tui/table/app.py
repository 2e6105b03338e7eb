"""The application of a meeting: its beat, its clock, and the facilitator's keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from drill.exercise.table import commands as c
from drill.seats.options import Outcome, PlayOptions
from drill.seats.preparing import Drill
from drill.text.reasons import reason
from drill.tui.kit.pick import Answer, Pick
from drill.tui.kit.shell import Shell
from drill.tui.table.chair import Chair
from drill.tui.table.deeds import DEEDS, Asking, remark
from drill.tui.table.room import Room, open_room
from drill.tui.table.screen import MeetingScreen

BEAT_S = 0.5


class MeetingApp(Shell[None]):
    """`beat_s` None: nothing moves but by `beat()`, as tests want it."""

    def __init__(self, options: PlayOptions, room: Room, *, beat_s: float | None = BEAT_S) -> None:
        super().__init__(options.language, options.theme)
        self.room = room
        self.recorded = False
        self._asks = False
        self._beat_s = beat_s
        if room.clock.paused:
            self.holds.add("paused")

    def on_mount(self) -> None:
        """The screen, and the beat."""
        self.push_screen(MeetingScreen(self))
        if self._beat_s is not None:
            self.set_interval(self._beat_s, self.follow)

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
        self.follow()
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
            self.hold("paused", on="paused" not in self.holds)
        elif name == "quit":
            self.action_ask_to_leave()
        else:
            self._do(DEEDS[name])

    def answer(self, number: int) -> None:
        """A question of the hot wash."""
        self._do(partial(remark, number=number))

    def _do(self, deed: Callable[[Chair], Asking | None]) -> None:
        """At once or, if it asks, one at a time: a key pressed before the dialog is there starts nothing else."""
        if self._asks:
            return
        if asking := deed(self):
            self._asks = True
            self.run_worker(self._ask(asking))
        self.follow()

    async def _ask(self, asking: Asking) -> None:
        try:
            await asking
        finally:
            self._asks = False
            self.follow()

    def scroll(self, *, end: bool) -> None:
        """Show the end of the text, or its beginning."""
        for screen in self.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen.scroll_text(end=end)

    def stand(self, *, still: bool) -> None:
        """The clock of the meeting."""
        self.room.clock.set(paused=still)
        self.follow()

    def farewell(self) -> Pick | None:
        """Nothing is lost: the meeting can be resumed."""
        if self.room.state.phase == "closed":
            return None
        say = self.say
        answers = [Answer(each, say(f"meet.quit.{each}")) for each in ("stay", "leave", "end")]
        return Pick(say, say("meet.title.quit"), say("tui.quit.resume", path=self.room.path), answers)

    def end(self) -> None:
        """Close the meeting."""
        self.order(c.Close())


def hold_meeting(options: PlayOptions, drill: Drill | None) -> Outcome:
    """Run the screens until somebody leaves; UsageError if the meeting cannot be held."""
    room = open_room(options, drill)
    app = MeetingApp(options, room)
    try:
        app.run()
    finally:
        room.close()
    saved = room.path.with_suffix(".md") if app.recorded else None
    return Outcome(room.path, room.state.phase == "closed", saved, app.defect)
