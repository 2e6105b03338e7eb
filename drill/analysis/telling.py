"""Who is told when, if everybody answers and everything takes its median: the contact process without chance.

A post that has been told waits its holder's handling time and makes its contacts in order. Telephone is one call at
a time, for both sides; an engaged line is tried again after the tone and the gap, other calls first. A written
message goes to all at once; who has not acknowledged it after the wait is telephoned. A person told for one post is
told for all they hold, and nobody reports back to whom they have it from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush

from drill.contacts.resolved import Link, resolved
from drill.contacts.situation import Situation
from drill.model.basics import WRITTEN, ChannelKind
from drill.model.chart import Channel, Chart, Contact

TONE_MS = 3_000
"""Dialling until an engaged tone is understood; as in the drill; assumption."""


@dataclass(frozen=True, slots=True)
class Told:
    """When a post is told, by which post (None: an origin), and who it is there."""

    at_ms: int
    source: str | None
    person: str


@dataclass(frozen=True, slots=True)
class Call:
    """One contact made: when it begins and is acknowledged, and what it takes of the caller's time."""

    target: str
    channel: ChannelKind | None
    """None: the caller, a deputy there, or its holder, needs none."""
    known_ms: int
    starts_ms: int
    ends_ms: int
    takes_ms: int
    due_ms: int | None

    @property
    def late(self) -> bool:
        """Whether it is over after its deadline."""
        return self.due_ms is not None and self.ends_ms > self.due_ms


@dataclass
class Run:
    """What happened."""

    told: dict[str, Told] = field(default_factory=dict)
    calls: dict[str, tuple[Call, ...]] = field(default_factory=dict)
    """Caller → its contacts in the order of its list."""

    @cached_property
    def makespan_ms(self) -> int:
        """When the last post is told."""
        return max((told.at_ms for told in self.told.values()), default=0)


@dataclass(slots=True)
class _Task:
    """A contact to be made: not before `ready`, to a person by the channels not used yet."""

    contact: Contact
    target: str
    ready: int
    person: str = ""
    channels: tuple[Channel, ...] = ()
    written: Channel | None = None
    sent: int = 0
    read: int = 0
    """When what was written is acknowledged."""


class Telling:
    """The contact process of a chart in a situation."""

    def __init__(self, chart: Chart, situation: Situation, origins: Sequence[str]) -> None:
        self.chart = chart
        away = situation.away(chart)
        self.people = {
            post: tuple(p for p in chart.candidates(post) if p not in away)
            for post, entry in chart.posts.items()
            if entry.in_scope
        }
        self.origins = [post for post in origins if self.people.get(post)]
        self._open = {name: situation.open(chart, name) for name in ("always", *chart.hours)}
        self._owed: dict[str, list[Link]] = {}
        for link in resolved(chart).owed(situation):
            self._owed.setdefault(link.caller, []).append(link)
        for owed in self._owed.values():
            owed.sort(key=lambda link: link.contact.order)

    @cached_property
    def holds(self) -> dict[str, list[str]]:
        """Person → posts they are the first present candidate of."""
        found: dict[str, list[str]] = {}
        for post, people in self.people.items():
            if people:
                found.setdefault(people[0], []).append(post)
        return found

    def handling_ms(self, person: str) -> int:
        """From being told to the first contact."""
        return _ms(self.chart.behaviour_of(person).handling.median_s)

    def channels(self, person: str, by: Sequence[ChannelKind]) -> tuple[Channel, ...]:
        """A person's open channels of these kinds, in the order of the contact."""
        entry = self.chart.persons[person]
        firsts = {channel.kind: channel for channel in reversed(entry.channels)}
        return tuple(firsts[kind] for kind in by if kind in firsts and self._open.get(firsts[kind].hours, True))

    def run(self, lists: Mapping[str, Sequence[str]]) -> Run:
        """Everything that happens if the callers in `lists` make their contacts in that order."""
        return _Process(self, lists).run()

    def tasks(self, post: str, told: Told, order: Sequence[str] | None) -> list[_Task]:
        """A post's contacts, once it has been told: the first to each target, none back to its source."""
        start = told.at_ms + self.handling_ms(told.person)
        found: dict[str, _Task] = {}
        for link in self._owed.get(post, ()):
            back = link.target == told.source and link.contact.kind != "instruct"
            if not back and link.target not in found:
                found[link.target] = _Task(link.contact, link.target, start)
        place = {target: i for i, target in enumerate(order or ())}
        return sorted(found.values(), key=lambda task: place.get(task.target, len(place)))


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))


class _Process:
    """One run: a queue of moments at which a post looks for something to do."""

    def __init__(self, telling: Telling, lists: Mapping[str, Sequence[str]]) -> None:
        self.telling, self.lists = telling, lists
        self.out = Run()
        self.free: dict[str, int] = {}
        """Person → when their current call ends."""
        self.todo: dict[str, list[_Task]] = {}
        self.made: dict[str, dict[str, Call]] = {}
        self.order: dict[str, list[str]] = {}
        self.queue: list[tuple[int, int, str, tuple[str, ...]]] = []
        """When, rank, post, and caller and person if it is told; else it acts."""
        self.rank = {post: i for i, post in enumerate(telling.people)}

    def run(self) -> Run:
        """From the origins on, until nobody has anything left to do."""
        for post in self.telling.origins:
            self._learn(0, post, None, self.telling.people[post][0])
        while self.queue:
            now, _, post, news = heappop(self.queue)
            if news:
                self._learn(now, post, *news)
            else:
                self._act(now, post)
        for caller, order in self.order.items():
            self.out.calls[caller] = tuple(self.made[caller][target] for target in order if target in self.made[caller])
        return self.out

    def _at(self, when: int, post: str, *news: str) -> None:
        # Being told comes before acting in the same millisecond.
        heappush(self.queue, (when, self.rank[post] + (0 if news else len(self.rank)), post, news))

    def _learn(self, now: int, post: str, source: str | None, person: str) -> None:
        """A post is told, and every other that the person holds."""
        for each in dict.fromkeys((post, *self.telling.holds.get(person, ()))):
            if each in self.out.told:
                continue
            told = self.out.told[each] = Told(now, source, person)
            self.todo[each] = self.telling.tasks(each, told, self.lists.get(each))
            self.order[each] = [task.target for task in self.todo[each]]
            self.made[each] = {}
            if self.todo[each]:
                self._at(self.todo[each][0].ready, each)

    def _act(self, now: int, post: str) -> None:
        """Begin the first contact in the list that can be begun; come back when the next may be."""
        person = self.out.told[post].person
        if self.free.get(person, 0) > now:
            self._at(self.free[person], post)
            return
        for task in list(self.todo[post]):
            if task.ready <= now and self._begin(now, post, person, task):
                break
        if self.todo[post]:
            soonest = min(task.ready for task in self.todo[post])
            self._at(max(now + 1 if soonest <= now else soonest, self.free.get(person, 0)), post)

    def _begin(self, now: int, post: str, me: str, task: _Task) -> bool:
        """Make a contact or its next step; whether that took the caller's time."""
        if task.written is None:
            self._choose(task, me)
        elif now >= task.read:
            self._done(post, task, (task.sent, task.read), task.written)
            return False
        told = self.out.told.get(task.target)
        if task.person == me or (told and told.source == post):  # it is the caller, or a person told for another post
            self._done(post, task, (now, now), None)
            self._at(now, task.target, post, task.person)
            return False
        if not task.channels:
            self.todo[post].remove(task)
            return False
        if task.channels[0].kind in WRITTEN:
            self._write(now, post, me, task)
            return True
        if self.free.get(task.person, 0) > now:
            self.free[me] = now + TONE_MS
            task.ready = now + TONE_MS + _ms(self.telling.chart.policy_of(task.contact).gap_s)
            return True
        behaviour = self.telling.chart.behaviour_of
        end = now + _ms(behaviour(task.person).answer.median_s) + _ms(behaviour(me).talk.median_s)
        self.free[me] = self.free[task.person] = end
        self._done(post, task, (now, end), task.channels[0])
        self._at(end, task.target, post, task.person)
        return True

    def _choose(self, task: _Task, me: str) -> None:
        """Who is contacted: whoever stands in there, else the first candidate with an open channel."""
        told = self.out.told.get(task.target)
        people = dict.fromkeys(((told.person,) if told else ()) + self.telling.people[task.target])
        for person in people:
            channels = self.telling.channels(person, task.contact.by)
            if person == me or channels:
                task.person, task.channels = person, channels
                return

    def _write(self, now: int, post: str, me: str, task: _Task) -> None:
        """Send to everybody whose next step is the same written message; then wait for their acknowledgements."""
        chart = self.telling.chart
        for other in self.todo[post]:
            if other.ready > now or other.contact.kind != task.contact.kind:
                continue
            if other.written is None:
                self._choose(other, me)
            if other.person == me or not other.channels or other.channels[0].kind != task.channels[0].kind:
                continue
            read = now + _ms(chart.behaviour_of(other.person).read.median_s)
            self._at(read, other.target, post, other.person)
            if other.written is None or read < other.read:
                other.written, other.sent, other.read = other.channels[0], now, read
            if other is not task:
                other.channels = other.channels[1:]
                other.ready = self._after_writing(other, now)
        task.channels = task.channels[1:]
        task.ready = self._after_writing(task, now)
        self.free[me] = now + self.telling.handling_ms(me)

    def _after_writing(self, task: _Task, now: int) -> int:
        wait = now + _ms(self.telling.chart.policy_of(task.contact).written_wait_s)
        return min(wait, task.read) if task.channels else task.read

    def _done(self, post: str, task: _Task, times: tuple[int, int], channel: Channel | None) -> None:
        known, minutes = self.out.told[post].at_ms, task.contact.deadline_min
        due = None if minutes is None else known + _ms(minutes * 60)
        start, end = times
        takes = end - start if channel and channel.kind not in WRITTEN else 0
        kind = channel.kind if channel else None
        self.made[post][task.target] = Call(task.target, kind, known, start, end, takes, due)
        self.todo[post].remove(task)
