"""A chart in a situation as a threshold graph.

A post is filled when one of its candidates has been told; a caller tells a candidate by a channel of the contact
that is open. Being told needs the candidate, the candidate's site, the line and its medium with all it depends on.
Whoever is told in one post is told for all posts they fill (the rule of the contact process), and needs no telephone
to stand in for a post they are to call. That is counted on only for the first present candidate of a post: its
deputies are called when the first does not answer, and hear nothing otherwise.

A duty is done when a quorum of members has been convened, and a quorum is of people: everybody counts for one member,
whoever convenes as a member for that post, others for the post whose first they are of those who can come, else for
the first they are listed in. Who is listed behind somebody who counts elsewhere is not counted on: that one would come.
A convener who is no member but stands in for one counts for that one, and needs no telephone for it.

Outside bodies do not fail by themselves: their people, and lines that only they have, are steady elements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, chain, compress
from operator import and_

from drill.analysis.network import START, Element, Label, Network, NodeName
from drill.collecting import no_collecting
from drill.contacts.resolved import Part, resolved
from drill.contacts.situation import Situation
from drill.model.basics import WRITTEN, ChannelKind
from drill.model.chart import Channel, Chart
from drill.pairs import gathered, reached

NOTHING: Label = frozenset()
Channels = tuple[ChannelKind, ...]


def compile_chart(
    chart: Chart, situation: Situation, origins: Iterable[str], order: int = 2, failed: Iterable[Element] = ()
) -> Network:
    """The network of a chart; `origins` are the posts that learn of the incident by themselves.

    People whom what has `failed` throughout keeps away are counted for no meeting; else it works in the network.

    For `order` 1 a bundle keeps only what all its alternatives need: exact as long as one element fails, and a
    fraction of the work on very large charts.

    Required are the origins and the posts in scope to which the contacts lead in this situation, whether anybody
    answers or not, and the duties of those among them that convene; not an outside body that itself reports.
    O(posts + contacts + channels).
    """
    with no_collecting():
        return Compiler(chart, situation, order, failed).compile(situation, tuple(origins))


class Compiler:
    """Builds one network. Kept flat, with numbers for posts: charts of 100,000 posts are to take seconds."""

    def __init__(self, chart: Chart, situation: Situation, order: int, failed: Iterable[Element] = ()) -> None:
        self.chart = chart
        self.failed = {(element.kind, element.ref) for element in failed}
        self.network = Network()
        self.alternatives = order > 1
        self.open = {name: situation.open(chart, name) for name in ("always", *chart.hours)}
        away = situation.away(chart)
        names = [post for post, entry in chart.posts.items() if entry.in_scope]
        self.posts = self.network.nodes([NodeName("post", post) for post in names])
        self.number = dict(zip(names, self.posts, strict=True))
        listed = resolved(chart).candidates
        self.candidates = [(), *(tuple([p for p in listed[post] if p not in away]) for post in names)]
        ours = (self.candidates[self.number[post]] for post in names if not chart.posts[post].external)
        self.inside = set(chain.from_iterable(ours))
        # What many labels have gets small numbers: bit sets stay short.
        elements = self.network.elements
        elements += [Element("medium", name, fails=medium.fails) for name, medium in chart.media.items()]
        elements += [Element("site", name, fails=site.fails) for name, site in chart.sites.items()]
        parts: dict[Part, int] = {each[:2]: number for number, each in enumerate(elements)}
        needs = resolved(chart).needs
        self.media_labels = {ref: frozenset(parts[p] for p in needs("medium", ref)) for ref in (None, *chart.media)}
        self.site_labels = {ref: frozenset(parts[p] for p in needs("site", ref)) for ref in (None, *chart.sites)}
        people = dict.fromkeys(chain.from_iterable(self.candidates))
        self.people = {person: number for number, person in enumerate(people, len(elements))}
        fails = (chart.behaviour_of(each).absent if each in self.inside else 0.0 for each in people)
        elements += [Element("person", each, fails=often) for each, often in zip(people, fails, strict=True)]
        self.network.steady = {number for person, number in self.people.items() if person not in self.inside}
        self.free = self.network.bundle([NOTHING])
        self._lines: dict[str, int] = {}
        self._profiles: dict[tuple[object, ...], tuple[list[int], Label]] = {}

    def compile(self, situation: Situation, origins: tuple[str, ...]) -> Network:
        """Arcs, and what is required."""
        number, incoming = self.number, self.network.incoming
        self.called: list[list[int]] = [[] for _ in self.candidates]
        contacts = self.contacts = list[tuple[int, int, Channels]]()
        for link in resolved(self.chart).owed(situation):
            tail, head = number[link.caller], number[link.target]
            self.called[tail].append(head)
            contacts.append((tail, head, link.contact.by))
        names = [NodeName("told", self.network.names[node].ref, self.candidates[node][0]) for node in self.elsewhere]
        self.told = dict(zip(self.elsewhere, self.network.nodes(names), strict=True))
        self.seeing = [number[post] for post in dict.fromkeys(origins) if post in number]
        for head in self.seeing:
            self._reach(START, head, None)
        made: dict[Channels, dict[int, int]] = {}
        for tail, head, by in contacts:
            bundle = made.setdefault(by, {}).get(head)
            if bundle is None or head in self.told:
                made[by][head] = self._reach(tail, head, by)
            else:
                incoming[head].append((tail, bundle))
        self._same_people()
        self._require()
        return self.network

    def _require(self) -> None:
        """What learns of the incident when everybody answers: by contact, or because their holder learns of it in
        another post. Required is whoever is contacted or sees it, and the duties they convene."""
        posts = self.chart.posts
        own = {node for node in self.seeing if not posts[self.network.names[node].ref].external}

        def learn(node: int) -> Iterable[int]:
            return chain(self.called[node], *(self.fills.get(first, ()) for first in self.candidates[node][:1]))

        expected = dict(reached(self.seeing, learn))
        contacted = own.union(*(self.called[node] for node in expected))
        self.network.required = [node for node in self.posts if node in contacted]
        for name, duty in self.chart.duties.items():
            conveners = [self.number[post] for post in self.chart.meant(duty.convener)]
            if convener := next((node for node in conveners if node in expected), START):
                self._duty(name, convener)

    def _reach(self, tail: int, head: int, by: Channels | None) -> int:
        """Arcs by which `tail` fills a post, and the bundle of the first; `by` None: its people see for themselves."""
        people, told = self.candidates[head], self.told.get(head)
        if told is not None:
            self.network.arc(tail, told, self._bundle(people[:1], by))
            people = people[1:]
        bundle = self._bundle(people, by, has_first=told is None)
        self.network.arc(tail, head, bundle)
        return bundle

    @cached_property
    def shared(self) -> set[str]:
        """Persons who are candidates of several posts."""
        posts = Counter(chain.from_iterable(self.candidates))
        return {person for person, count in posts.items() if count > 1}

    @cached_property
    def fills(self) -> dict[str, list[int]]:
        """Person of several posts → those they are the first present candidate of."""
        firsts = ((people[0], node) for node, people in enumerate(self.candidates) if people)
        return gathered((first, node) for first, node in firsts if first in self.shared)

    @cached_property
    def elsewhere(self) -> dict[int, list[int]]:
        """Post → other posts that are filled at once when its first present candidate is told: those the same person
        fills, and those they would have to call themselves for. Posts without such are left out."""
        found = {}
        for node, people in enumerate(self.candidates):
            if people and people[0] in self.shared:
                turns = [head for head in self.called[node] if people[0] in self.candidates[head]]
                others = dict.fromkeys((*self.fills[people[0]], *turns))
                others.pop(node)
                if others:
                    found[node] = list(others)
        return found

    def _same_people(self) -> None:
        for node, told in self.told.items():
            self.network.arc(told, node, self.free)
            for other in self.elsewhere[node]:
                same = self.candidates[other][0] == self.candidates[node][0]
                self.network.arc(told, self.told.get(other, other) if same else other, self.free)

    def _duty(self, name: str, convener: int) -> None:
        duty = self.chart.duties[name]
        done = self.network.node(NodeName("duty", name), duty.quorum)
        self.network.required.append(done)
        members = [self.number[post] for post in self.chart.meant(*duty.members)]
        coming = {node: [*filter(self._can_come, self.candidates[node])] for node in (convener, *members)}
        first = coming[convener][:1]
        counts_for = dict.fromkeys(first if convener in members else (), convener)
        for some in (1, None):
            for node in members:
                for person in coming[node][:some]:
                    counts_for.setdefault(person, node)
        for node in members:
            # Up to the first who counts elsewhere.
            own = [counts_for[person] == node for person in coming[node]]
            people = tuple(compress(coming[node], accumulate(own, and_)))
            if not people:
                continue
            if node == convener:
                self.network.arc(self._filled(convener, people), done, self.free)
                continue
            called = self._bundle(people, duty.by, people[:1] == self.candidates[node][:1])
            if convener not in members and set(first).intersection(people):
                there = self.network.node(NodeName("member", name, self.network.names[node].ref))
                self.network.arc(convener, there, called)
                self.network.arc(self._filled(convener, tuple(first)), there, self.free)
                self.network.arc(there, done, self.free)
            else:
                self.network.arc(convener, done, called)

    def _can_come(self, person: str) -> bool:
        places = resolved(self.chart).needs("site", self.chart.persons[person].site)
        return self.failed.isdisjoint((("person", person), *places))

    def _filled(self, post: int, people: tuple[str, ...]) -> int:
        """The node for a post filled by one of these people, though others might."""
        if people == tuple(filter(self._can_come, self.candidates[post])):
            return post
        first = self.candidates[post][:1]
        if people == first and post in self.told:
            return self.told[post]
        found = self.network.node(NodeName("told", self.network.names[post].ref, " ".join(people)))
        if post in self.seeing:
            self.network.arc(START, found, self._bundle(people, None))
        for tail, head, by in self.contacts:
            if head == post:
                self.network.arc(tail, found, self._bundle(people, by, people[:1] == first))
        for other, told in self.told.items():
            if self.candidates[other][0] in people and (other == post or post in self.elsewhere[other]):
                self.network.arc(told, found, self.free)
        return found

    def _bundle(self, people: tuple[str, ...], by: Channels | None, has_first: bool = True) -> int:
        """The ways to tell one of these people, of whom the first is the post's first present candidate or not."""
        make = self._alternatives if self.alternatives else self._common
        return self.network.bundle(make(people, by, has_first))

    def _alternatives(self, people: tuple[str, ...], by: Channels | None, has_first: bool) -> list[Label]:
        """What each way to tell one of these people needs."""
        if by is None:
            return [self._own(person) for person in people]
        found = []
        for i, person in enumerate(people):
            own, channels = self._own(person), self.chart.persons[person].channels
            usable = self._usable(channels, by, has_first and i == 0)
            found += [own | self._way(person, channels[number]) for number in usable]
        return found

    def _common(self, people: tuple[str, ...], by: Channels | None, has_first: bool) -> list[Label]:
        """What all ways need; nothing to choose from if there is no way."""
        ways = []
        for i, person in enumerate(people):
            way = NOTHING if by is None else self._all_ways(person, by, has_first and i == 0)
            if way is not None:
                ways.append((person, way))
        if len(ways) == 1:
            return [self._own(ways[0][0]) | ways[0][1]]
        # The persons differ, and so do the lines that are one person's own: sites, media and shared lines remain.
        labels = [self._at(person) | way for person, way in ways]
        return [labels[0].intersection(*labels[1:])] if labels else []

    def _all_ways(self, person: str, by: Channels, first: bool) -> Label | None:
        """What all channels of the contact need that a person has; None if there is none.

        People with the same kinds, media and hours of channels are alike, and there are few such profiles.
        """
        channels = self.chart.persons[person].channels
        key = (by, first, *[(channel.kind, channel.medium, channel.hours) for channel in channels])
        found = self._profiles.get(key)
        if found is None:
            usable = self._usable(channels, by, first)
            labels = [self.media_labels[channels[number].medium] for number in usable]
            found = self._profiles[key] = (usable, NOTHING.union(*labels[:1]).intersection(*labels))
        usable, shared = found
        if len(usable) == 1:
            return self._way(person, channels[usable[0]])
        return shared if usable else None

    def _usable(self, channels: tuple[Channel, ...], by: Channels, first: bool) -> list[int]:
        """Which channels a contact may use, by the rules of the contact process: of each kind the first; written
        messages go to the first candidate, and to another only where there is no telephone to try."""
        each = {channel.kind: i for i, channel in reversed([*enumerate(channels)]) if channel.kind in by}
        usable = sorted(i for i in each.values() if self.open.get(channels[i].hours, True))
        spoken = [i for i in usable if channels[i].kind not in WRITTEN]
        return usable if first or not spoken else spoken

    def _own(self, person: str) -> Label:
        """A person and where they are."""
        return self._at(person) | {self.people[person]}

    def _at(self, person: str) -> Label:
        return self.site_labels[self.chart.persons[person].site]

    def _way(self, person: str, channel: Channel) -> Label:
        """A channel's medium and its line."""
        return self.media_labels[channel.medium] | {self._line(person, channel)}

    def _line(self, person: str, channel: Channel) -> int:
        first, inside = self._sharing.get((channel.kind, channel.address or ""), (None, person in self.inside))
        ref = f"{first or person}/{channel.kind}"
        found = self._lines.get(ref)
        if found is None:
            behaviour = self.chart.behaviour_of(person)
            fails = 1 - (behaviour.reads if channel.kind in WRITTEN else behaviour.answers)
            line = Element("line", ref, "" if first else person, fails if inside else 0.0)
            found = self._lines[ref] = self.network.element(line)
            if not inside:
                self.network.steady.add(found)
        return found

    @cached_property
    def _sharing(self) -> dict[tuple[str, str], tuple[str | None, bool]]:
        """(kind, address) of a line of several persons → the first of them, and whether one of them is ours."""
        return {
            line: (people[0], not self.inside.isdisjoint(people)) for line, people in shared_lines(self.chart).items()
        }


def shared_lines(chart: Chart) -> dict[tuple[str, str], list[str]]:
    """(kind, address) of every line that several persons have → these persons; of each kind a person's first counts."""
    users: dict[tuple[str, str], list[str]] = {}
    for person, entry in chart.persons.items():
        kinds = set()
        for channel in entry.channels:
            if channel.kind not in kinds and channel.address:
                users.setdefault((channel.kind, channel.address), []).append(person)
            kinds.add(channel.kind)
    return {line: people for line, people in users.items() if len(people) > 1}


def line_name(chart: Chart, person: str, kind: str) -> str:
    """What the element of a person's line is called: a shared one after the first who has it."""
    channel = next(c for c in chart.persons[person].channels if c.kind == kind)
    return f"{shared_lines(chart).get((kind, channel.address or ''), [person])[0]}/{kind}"
