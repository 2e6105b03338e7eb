"""A meeting on this machine: its log, its clock, the names the screen shows, and where the facilitator is looking."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drill.errors import UsageError
from drill.exercise.clock import DrillClock
from drill.exercise.ledger import Rejected
from drill.exercise.table import commands as c
from drill.exercise.table.log import MEETING, MeetingLedger
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.state import State
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.library import find_chart
from drill.model.load import load_chart
from drill.report.documents.minutes import minutes
from drill.report.writers.formats import write
from drill.seats.options import PlayOptions
from drill.seats.preparing import Drill, free, load, prepare
from drill.text.catalogue import Language


class Room:
    """`names` are the chart's own: they are on the screen, never in the log. `at` is the member looked at."""

    def __init__(self, ledger: MeetingLedger, clock: DrillClock, path: Path, names: Mapping[str, Text]) -> None:
        self._ledger = ledger
        self.clock = clock
        self.path = path
        self._names = names
        self.at = 0
        self.at_table = False
        """Whether the members are looked at during a stage."""
        self.cards: set[str] = set()
        """Members whose role may be seen."""

    @property
    def state(self) -> State:
        """The meeting as it stands."""
        return self._ledger.state

    @property
    def now_ms(self) -> int:
        """The time of the exercise; after the end, the end."""
        state = self.state
        return state.now_ms if state.phase == "closed" else max(state.now_ms, self.clock.now_ms())

    @property
    def post(self) -> str:
        """The member looked at."""
        return self.state.setup.members[self.at]

    @property
    def with_members(self) -> bool:
        """Whether the members are on the screen."""
        return self.state.phase in ("convening", "roles") or self.at_table

    def look(self, step: int) -> None:
        """Another member."""
        self.at = (self.at + step) % len(self.state.setup.members)

    def look_on(self) -> None:
        """The next member who has still to be settled or, in the round, to speak; this one if there is none."""
        state, members = self.state, self.state.setup.members
        for step in range(len(members)):
            post = members[(self.at + step) % len(members)]
            if state.phase == "roles":
                waiting = post in state.seats and post not in state.roles
            else:
                waiting = post not in state.seats and state.due(post) is not None
            if waiting:
                self.at = (self.at + step) % len(members)
                return

    def name(self, person: str) -> Text:
        """How a person is called."""
        return self._names.get(person) or self.state.setup.chart.persons[person].name

    def send(self, command: c.AnyCommand) -> Rejected | None:
        """A command taken now, or why not."""
        return self._ledger.send(command, self.now_ms)

    def save_record(self, language: Language) -> Path:
        """The minutes beside the log."""
        path = self.path.with_suffix(".md")
        path.write_bytes(write(minutes(self.state, language), "md"))
        return path

    def close(self) -> None:
        """Leave; the meeting can be resumed."""
        self._ledger.close()


def open_room(options: PlayOptions, drill: Drill | None = None) -> Room:
    """Resume the meeting the options name, standing still at first, or begin the one prepared (None: prepare it here).

    UsageError if that cannot be done.
    """
    if options.resume:
        ledger = MEETING.resume(options.resume)
        clock = DrillClock(options.wall, now_ms=ledger.state.now_ms, paused=True)
        room = Room(ledger, clock, options.resume, _names(ledger.state.setup.chart))
        room.look_on()
        return room
    drill = drill or prepare(options, load(options))
    setup = MeetingSetup.make(drill.chart, drill.setup.scenario, start=drill.setup.start)
    path = options.transcript or free(options.folder / f"{setup.scenario.id}-meeting-{options.stamp}.jsonl")
    room = Room(MEETING.begin(setup, path), DrillClock(options.wall), path, _called(drill.chart))
    for post in setup.members:
        if setup.chart.posts[post].holder in drill.setup.absent | drill.setup.away:
            room.send(c.MarkAbsent(post))
    return room


def _names(chart: Chart) -> dict[str, Text]:
    """The names in the chart's file if it is still the one the log began with, else none."""
    try:
        loaded = load_chart(find_chart(chart.id)).value
    except UsageError:
        return {}
    return _called(loaded) if loaded and loaded.posts == chart.posts else {}


def _called(chart: Chart) -> dict[str, Text]:
    return {key: person.name for key, person in chart.persons.items()}
