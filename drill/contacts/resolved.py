"""Who owes whom what: the contacts of a chart from post to post, with who answers there and by what.

There is one table for each chart; engine, analysis, score and documents all read it, so a contact means one thing.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from drill.contacts.situation import Situation
from drill.model.basics import ChannelKind, ContactKind, Text
from drill.model.chart import Channel, Chart, Contact, Policy
from drill.pairs import gathered, reached

if TYPE_CHECKING:
    from drill.model.scenario import Expectation, Scenario


Part = tuple[str, str]
"""`medium` or `site`, and its name."""


class Link(NamedTuple):
    """A contact of the chart between two posts; `place` is its place among the chart's contacts."""

    caller: str
    target: str
    contact: Contact
    place: int


class Resolved:
    """The table of one chart; everything in it is made when it is first asked for."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self._policies: dict[int, Policy] = {}
        self._needs: dict[Part, frozenset[Part]] = {}
        self._ways: dict[tuple[str, tuple[ChannelKind, ...]], tuple[Channel, ...]] = {}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every contact between two different posts, in the chart's order, whether the posts are in scope or not."""
        resolve = self.chart.resolve
        return tuple(
            Link(caller, target, contact, place)
            for place, contact in enumerate(self.chart.contacts)
            for caller in resolve(contact.caller)
            for target in resolve(contact.target)
            if caller != target
        )

    @cached_property
    def in_scope(self) -> frozenset[str]:
        """The posts that a drill concerns."""
        return frozenset(name for name, post in self.chart.posts.items() if post.in_scope)

    @cached_property
    def made(self) -> dict[str, tuple[Link, ...]]:
        """Caller → its contacts, in the order it makes them."""
        found = gathered((link.caller, link) for link in self.links).items()
        return {caller: tuple(sorted(links, key=lambda link: link.contact.order)) for caller, links in found}

    @cached_property
    def drilled(self) -> dict[str, tuple[Link, ...]]:
        """Caller → its contacts that a drill makes: those between posts in scope."""
        scope, made = self.in_scope, self.made.items()
        return {who: tuple(link for link in links if link.target in scope) for who, links in made if who in scope}

    @cached_property
    def by_the_hour(self) -> frozenset[str]:
        """Callers that owe contacts at certain hours only."""
        return frozenset(link.caller for links in self.drilled.values() for link in links if link.contact.when.hours)

    @cached_property
    def decided(self) -> frozenset[str]:
        """Callers that owe contacts only after a decision: on the level, or on publication."""
        whens = ((link.caller, link.contact.when) for links in self.drilled.values() for link in links)
        return frozenset(caller for caller, when in whens if when.level or when.publishing is not None)

    @cached_property
    def received(self) -> dict[str, tuple[Link, ...]]:
        """Target → the contacts made to it, in the chart's order."""
        found = gathered((link.target, link) for link in self.links)
        return {target: tuple(links) for target, links in found.items()}

    def owed(self, situation: Situation) -> Iterator[Link]:
        """The contacts owed in a situation between two posts in scope, in the chart's order."""
        owes: dict[int, bool] = {}  # most contacts share one `when`
        scope = self.in_scope
        for link in self.links:
            when = link.contact.when
            if (holds := owes.get(id(when))) is None:
                holds = owes[id(when)] = situation.owes(self.chart, when)
            if holds and link.caller in scope and link.target in scope:
                yield link

    def policy(self, link: Link) -> Policy:
        """The chart's policy with the contact's own changes."""
        if link.place not in self._policies:
            self._policies[link.place] = self.chart.policy_of(link.contact)
        return self._policies[link.place]

    def policy_between(self, caller: str, target: str, kind: ContactKind | None = None) -> Policy:
        """The policy of the first contact between two posts; the chart's own where there is none."""
        found = self.between(caller, target, kind)
        return self.policy(found) if found else self.chart.policy

    def between(self, caller: str, target: str, kind: ContactKind | None = None) -> Link | None:
        """The first contact of a drill from a post to another (of a kind)."""
        return self._between.get((caller, target, kind))

    @cached_property
    def _between(self) -> dict[tuple[str, str, ContactKind | None], Link]:
        found: dict[tuple[str, str, ContactKind | None], Link] = {}
        for link in chain.from_iterable(self.drilled.values()):
            found.setdefault((link.caller, link.target, None), link)
            found.setdefault((link.caller, link.target, link.contact.kind), link)
        return found

    @cached_property
    def candidates(self) -> dict[str, tuple[str, ...]]:
        """Post → who may answer for it: holder, then deputies in order."""
        return {post: self.chart.candidates(post) for post in self.chart.posts}

    @cached_property
    def posts_of(self) -> dict[str, tuple[str, ...]]:
        """Person → the posts they may answer for, by name."""
        found = gathered((person, post) for post in sorted(self.candidates) for person in self.candidates[post])
        return {person: tuple(posts) for person, posts in found.items()}

    def ways(self, person: str, by: tuple[ChannelKind, ...]) -> tuple[Channel, ...]:
        """A person's channels of these kinds, in this order, whatever their hours."""
        found = self._ways.get((person, by))
        if found is None:
            mine = self._channels[person]
            found = self._ways[person, by] = tuple(mine[kind] for kind in by if kind in mine)
        return found

    @cached_property
    def _channels(self) -> dict[str, dict[ChannelKind, Channel]]:
        persons = self.chart.persons.items()
        return {name: {channel.kind: channel for channel in reversed(person.channels)} for name, person in persons}

    def needs(self, kind: str, ref: str | None) -> frozenset[Part]:
        """What a medium or site cannot do without, itself among it, also in rings; nothing where there is none."""
        if ref is None:
            return frozenset()
        found = self._needs.get((kind, ref))
        if found is None:
            found = self._needs[kind, ref] = frozenset(dict(reached([(kind, ref)], self._needed)))
        return found

    def _needed(self, part: Part) -> Iterator[Part]:
        """What a medium needs and where it stands, or what a site is in."""
        kind, ref = part
        if kind == "medium":
            yield from (("medium", other) for other in self.chart.media[ref].needs)
        site = self.chart.media[ref].site if kind == "medium" else self.chart.sites[ref].within
        if site is not None:
            yield "site", site

    def channel(self, person: str, kind: ChannelKind) -> Channel | None:
        """A person's channel of a kind: the first, if the chart has several."""
        return self._channels[person].get(kind)


_TABLES: dict[int, Resolved] = {}


def resolved(chart: Chart) -> Resolved:
    """The table of a chart, made once and dropped with the chart."""
    found = _TABLES.get(id(chart))
    if found is None:
        found = _TABLES[id(chart)] = Resolved(chart.model_copy())  # a copy, or the table would keep the chart alive
        weakref.finalize(chart, _TABLES.pop, id(chart)).atexit = False
    return found


class Expectations:
    """What a scenario says of contacts: why one matters, and until when it is to be made there."""

    def __init__(self, chart: Chart, scenario: Scenario) -> None:
        self._each = [
            (each, frozenset(chart.resolve(each.caller)), frozenset(chart.resolve(each.target)))
            for each in scenario.contacts
        ]
        self._known: dict[tuple[int, str, str], Expectation | None] = {}

    def of(self, link: Link) -> Expectation | None:
        """The first that is meant for a contact."""
        key = link.place, link.caller, link.target
        if key not in self._known:
            met = (each for each, some, others in self._each if link.caller in some and link.target in others)
            self._known[key] = next((each for each in met if each.kind in (None, link.contact.kind)), None)
        return self._known[key]

    def why(self, link: Link) -> Text | None:
        """Why a contact matters: here, else in general."""
        expected = self.of(link)
        return (expected.why if expected else None) or link.contact.why

    def deadline_min(self, link: Link) -> float | None:
        """The scenario's deadline for a contact, else the chart's, in minutes."""
        expected = self.of(link)
        return (expected.deadline_min if expected else None) or link.contact.deadline_min
