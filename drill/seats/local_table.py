"""A meeting on this machine, and how it is opened."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drill.errors import UsageError
from drill.exercise.clock import DrillClock
from drill.exercise.table import commands as c
from drill.exercise.table.log import MEETING, MeetingLedger
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.viewing import people, role, view
from drill.exercise.table.views import PersonView, Role
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.library import find_chart
from drill.model.load import load_chart
from drill.report.documents.minutes import minutes
from drill.report.writers.formats import write
from drill.seats.authority import Place, directing, refusal
from drill.seats.bell import Bell
from drill.seats.handed import Pace, Refusal
from drill.seats.options import PlayOptions
from drill.seats.preparing import Drill, free, load, prepare
from drill.seats.table import TableSeat, TableSight
from drill.text.catalogue import Language


class LocalTable:
    """A meeting on this machine and the seats at it."""

    def __init__(self, ledger: MeetingLedger, clock: DrillClock, names: Mapping[str, Text]) -> None:
        self.ledger = ledger
        self.clock = clock
        self.names = names
        self.bell = Bell()

    @property
    def now_ms(self) -> int:
        """The time of the exercise; after the end, the end."""
        state = self.ledger.state
        return state.now_ms if state.phase == "closed" else max(state.now_ms, self.clock.now_ms())

    def seat(self, place: Place) -> LocalTableSeat:
        """Somebody sits down."""
        return LocalTableSeat(self, place)

    def close(self) -> None:
        """Put the log to the disk; the meeting can be resumed."""
        self.ledger.close()


class LocalTableSeat(TableSeat):
    """One place at a meeting on this machine."""

    def __init__(self, table: LocalTable, place: Place) -> None:
        self.place = place
        self._table = table
        self._left = False

    async def look(self) -> TableSight:
        table, clock = self._table, self._table.clock
        rate = 0.0 if table.ledger.state.phase == "closed" else clock.pace
        return TableSight(view(table.ledger.state, table.names, table.now_ms), Pace(clock.speed, clock.paused, rate))

    async def changes(self) -> AsyncIterator[TableSight]:
        async for _ in self._table.bell.rings():
            if self._left:
                return
            yield await self.look()

    async def send(self, command: c.AnyCommand) -> Refusal | None:
        refused = refusal(self.place, command) or self._table.ledger.send(command, self._table.now_ms)
        self._table.bell.ring()
        return Refusal.of(refused)

    async def set_clock(self, *, paused: bool) -> Refusal | None:
        if not (refused := directing(self.place)):
            self._table.clock.set(paused=paused)
            self._table.bell.ring()
        return Refusal.of(refused)

    async def people(self) -> tuple[PersonView, ...]:
        return () if directing(self.place) else people(self._table.ledger.state, self._table.names)

    async def role(self, post: str) -> Role | None:
        state = self._table.ledger.state
        return None if directing(self.place) or post not in state.setup.members else role(state, post)

    async def minutes(self, language: Language) -> str | None:
        state = self._table.ledger.state
        return write(minutes(state, language), "md").decode() if state.phase == "closed" else None

    async def leave(self) -> None:
        self._left = True
        self._table.bell.ring()


@dataclass(frozen=True, slots=True)
class OpenedTable:
    """A meeting that has been opened, and the facilitator's seat at it."""

    table: LocalTable
    seat: TableSeat
    path: Path


def open_table(options: PlayOptions, drill: Drill | None = None) -> OpenedTable:
    """Resume the meeting the options name, standing still at first, or begin the one prepared (None: prepare it here).

    UsageError if that cannot be done.
    """
    if options.resume:
        ledger, path = MEETING.resume(options.resume), options.resume
        clock = DrillClock(options.wall, now_ms=ledger.state.now_ms, paused=True)
        table = LocalTable(ledger, clock, _names(ledger.state.setup.chart))
    else:
        drill = drill or prepare(options, load(options))
        setup = MeetingSetup.make(drill.chart, drill.setup.scenario, start=drill.setup.start)
        path = options.transcript or free(options.folder / f"{setup.scenario.id}-meeting-{options.stamp}.jsonl")
        table = LocalTable(MEETING.begin(setup, path), DrillClock(options.wall), _called(drill.chart))
        for post in setup.members:
            if setup.chart.posts[post].holder in drill.setup.absent | drill.setup.away:
                table.ledger.send(c.MarkAbsent(post), table.now_ms)
    return OpenedTable(table, table.seat(Place("facilitator")), path)


def _names(chart: Chart) -> dict[str, Text]:
    """The names in the chart's file if it is still the one the log began with, else none."""
    try:
        loaded = load_chart(find_chart(chart.id)).value
    except UsageError:
        return {}
    return _called(loaded) if loaded and loaded.posts == chart.posts else {}


def _called(chart: Chart) -> dict[str, Text]:
    return {key: person.name for key, person in chart.persons.items()}
