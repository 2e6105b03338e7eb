"""What a drill is given before it starts, and the look-ups every rule needs; nothing here changes during a drill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from drill.analysis.hierarchy import Branch, hierarchy, walk
from drill.contacts.resolved import Expectations, Resolved, resolved
from drill.errors import UsageError
from drill.exercise.contact.events import ENGINE, TRANSCRIPT_SCHEMA, DrillStarted, LeaveTurn
from drill.model.basics import MessageKind, Text
from drill.model.chart import Chart
from drill.model.hours import parse_hours, turns
from drill.model.scenario import Scenario

MINUTE = 60_000
COUNT_PREFIX = "count:"
CONVENE_PREFIX = "convene:"


@dataclass(frozen=True)
class Setup:
    """Chart, scenario and the choices of one drill.

    `played` are posts run by people at a screen; all others are simulated. `absent` persons are away and nobody
    knows it, `away` persons are known to be at the start; `leave` is what changes in that later. `chart` must be free
    of personal data (`Chart.without_personal_data`).
    """

    chart: Chart
    scenario: Scenario
    seed: int = 1
    replication: int = 0
    start: datetime = field(default=datetime.min)
    played: tuple[str, ...] = ()
    absent: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    leave: tuple[LeaveTurn, ...] = ()

    @classmethod
    def make(
        cls,
        chart: Chart,
        scenario: Scenario,
        *,
        seed: int = 1,
        replication: int = 0,
        start: datetime | None = None,
        played: tuple[str, ...] = (),
        absent: frozenset[str] = frozenset(),
        away: frozenset[str] = frozenset(),
    ) -> Setup:
        """A setup on the chart without personal data; leave joins `away`, or `leave` from a midnight on."""
        begins = _possible(start or scenario.start)
        on_leave = {person for person in chart.persons if chart.on_leave(person, begins.date())}
        setup = cls(
            chart.without_personal_data(),
            scenario,
            seed,
            replication,
            begins,
            (),
            absent,
            away | frozenset(on_leave),
            tuple(turn for turn in _leave(chart, begins, scenario.length_min) if turn[1] not in away),
        )
        return setup.with_played(played)

    def with_played(self, posts: tuple[str, ...]) -> Setup:
        """The same drill with these posts played: whoever plays a person plays all the posts that person fills."""
        people = {self.first_present(post, self.absent | self.away) for post in posts} - {None}
        played = tuple(
            post
            for post in self.chart.posts
            if post in self.contacts.in_scope
            and (post in posts or self.first_present(post, self.absent | self.away) in people)
        )
        return replace(self, played=played)

    @classmethod
    def from_event(cls, event: DrillStarted) -> Setup:
        """The setup a transcript begins with; ValueError or UsageError if it cannot be used."""
        chart = Chart.model_validate(event.chart)
        if strange := {*event.played} - chart.posts.keys() | {*event.absent, *event.away} - chart.persons.keys():
            raise ValueError(", ".join(sorted(strange)))
        return cls(
            chart,
            Scenario.model_validate(event.scenario),
            event.seed,
            event.replication,
            _possible(datetime.fromisoformat(event.start)),
            event.played,
            frozenset(event.absent),
            frozenset(event.away),
            event.leave,
        )

    @cached_property
    def first_event(self) -> DrillStarted:
        """What the log begins with."""
        return DrillStarted(
            schema=TRANSCRIPT_SCHEMA,
            engine=ENGINE,
            chart=self.chart.model_dump(mode="json", by_alias=True, exclude_defaults=True),
            scenario=self.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True),
            seed=self.seed,
            replication=self.replication,
            start=self.start.isoformat(),
            played=self.played,
            absent=tuple(sorted(self.absent)),
            away=tuple(sorted(self.away)),
            leave=self.leave,
        )

    def first_present(self, post: str, missing: frozenset[str]) -> str | None:
        """The first candidate of a post who is not missing."""
        return next((person for person in self.contacts.candidates[post] if person not in missing), None)

    def away_at(self, at_ms: int) -> frozenset[str]:
        """Who is known to be away at a time."""
        found = set(self.away)
        for turn_ms, person, begins in self.leave:
            if turn_ms <= at_ms:
                (found.add if begins else found.discard)(person)
        return frozenset(found)

    def moment(self, at_ms: int) -> datetime:
        """Drill time as a date and time of the story."""
        return self.start + timedelta(milliseconds=at_ms)

    def hours_open(self, name: str, at_ms: int) -> bool:
        """Whether named hours of the chart are open."""
        if name in self._always:
            return True
        minute = (at_ms + self._into_minute) // MINUTE
        found = self._open.get((name, minute))
        if found is None:
            hours = parse_hours(self.chart.hours.get(name, "always"))
            found = self._open[name, minute] = hours.open_at(self.moment(at_ms), self._holidays)
        return found

    def next_turn_ms(self, now_ms: int) -> int:
        """When the chart's hours may next open or close, or a day begins: what is seen then needs no event."""
        moment = self.moment(now_ms)
        minute = moment.hour * 60 + moment.minute
        then = next((turn for turn in self._turns if turn > minute), 24 * 60)
        return now_ms + (then - minute) * MINUTE - (now_ms + self._into_minute) % MINUTE

    @cached_property
    def _turns(self) -> list[int]:
        return turns(self.chart.hours.values())

    @cached_property
    def kept(self) -> dict[tuple[str, str], Any]:
        """What a post owes for a message, as `obligations` has worked it out."""
        return {}

    @cached_property
    def _always(self) -> frozenset[str]:
        """Named hours that never end."""
        texts = {"always": "always", **self.chart.hours}
        return frozenset(name for name, text in texts.items() if text == "always")

    @cached_property
    def _open(self) -> dict[tuple[str, int], bool]:
        """Named hours in a minute of the drill, as they have been asked for."""
        return {}

    @cached_property
    def _into_minute(self) -> int:
        """Milliseconds from the last whole minute to the start."""
        return self.start.second * 1000 + self.start.microsecond // 1000

    def message_kind(self, message: str) -> MessageKind:
        """The kind of a message, the drill's own `count:POST` and `convene:DUTY` included."""
        if message.startswith(COUNT_PREFIX):
            return "count"
        if message.startswith(CONVENE_PREFIX):
            return "convening"
        return self.scenario.messages[message].kind

    def message_items(self, message: str) -> tuple[str, ...]:
        """The items of a message; a count and a convening have one, named like their kind."""
        found = self.scenario.messages.get(message)
        return found.items if found else (self.message_kind(message),)

    def message_title(self, message: str) -> Text:
        """What people call the message."""
        if message.startswith(COUNT_PREFIX) and self.scenario.counts:
            return self.scenario.counts.label
        if message.startswith(CONVENE_PREFIX):
            return self.chart.duties[message.removeprefix(CONVENE_PREFIX)].name
        return self.scenario.messages[message].title

    def task_post(self, task: str) -> str | None:
        """The post of the drill that a task is for."""
        return next(iter(self.chart.meant(self.scenario.tasks[task].post)), None)

    @cached_property
    def contacts(self) -> Resolved:
        """Who owes whom what on this chart."""
        return resolved(self.chart)

    @cached_property
    def expected(self) -> Expectations:
        """What the scenario says of the chart's contacts."""
        return Expectations(self.chart, self.scenario)

    @cached_property
    def branches(self) -> tuple[tuple[Branch, int, tuple[str, ...]], ...]:
        """The chart as a tree: every branch, how deep it hangs, and its posts that take part."""
        return tuple((found, depth, self.chart.meant(found.ref)) for found, depth in walk(hierarchy(self.chart)))

    @cached_property
    def down(self) -> frozenset[str]:
        """Media that do not work in this drill: those the scenario says, and all that need one of them."""
        down, needs = {("medium", name) for name in self.scenario.down}, self.contacts.needs
        return frozenset(name for name in self.chart.media if not down.isdisjoint(needs("medium", name)))

    @cached_property
    def post_rank(self) -> dict[str, int]:
        """Post → its place wherever several do something in the same millisecond: not the order of the chart file."""
        return {post: i for i, post in enumerate(sorted(self.chart.posts))}

    @cached_property
    def count_sources(self) -> tuple[str, ...]:
        """Posts that must report a number: in scope, each once, never the collector itself."""
        counts = self.scenario.counts
        if counts is None or self.collector is None:
            return ()
        return tuple(post for post in self.chart.meant(*counts.sources) if post != self.collector)

    @cached_property
    def collector(self) -> str | None:
        """The post that totals the numbers."""
        counts = self.scenario.counts
        return next(iter(self.chart.meant(counts.collector)), None) if counts else None

    def true_count(self, post: str) -> int:
        """The number of affected cases a post really has."""
        counts = self.scenario.counts
        return counts.values.get(post, counts.default) if counts else 0

    @cached_property
    def end_ms(self) -> int:
        """When the drill ends by itself."""
        return round(self.scenario.length_min * MINUTE)

    @cached_property
    def _holidays(self) -> frozenset[date]:
        return frozenset(self.chart.holidays)


def _leave(chart: Chart, start: datetime, length_min: float) -> Iterator[LeaveTurn]:
    """Leave that begins or ends at a midnight of the drill."""
    people = [name for name, person in chart.persons.items() if person.leave]
    end = start + timedelta(minutes=length_min)
    midnight = datetime.combine(start.date() + timedelta(days=1), time())
    while people and midnight < end:
        for person in people:
            away = chart.on_leave(person, midnight.date())
            if away != chart.on_leave(person, midnight.date() - timedelta(days=1)):
                yield -((start - midnight) // timedelta(milliseconds=1)), person, away
        midnight += timedelta(days=1)


def _possible(start: datetime) -> datetime:
    """A start from which the drill, leave and legal deadlines stay within the calendar; UsageError otherwise."""
    if not 1900 <= start.year < 2200:
        raise UsageError("setup.start", start=start.isoformat(timespec="minutes"))
    return start
