"""A chart in a situation as a threshold graph.

A post is filled when one of its candidates has been told; a caller tells a candidate by a channel of the contact
that is open. Being told needs the candidate, the candidate's site, the line and its medium with all it depends on.
One told person fills every post they stand in for (the rule of the contact process); a caller who is deputy of the
post called needs no telephone. A duty is done when a quorum of members has been convened; two members with the
same candidates, or with the convener's own holder, count once. Outside bodies do not fail themselves: only what
leads to them does.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from drill.analysis.network import START, Element, ElementKind, Label, Network, NodeName
from drill.analysis.situation import Situation
from drill.model.basics import WRITTEN, ChannelKind
from drill.model.chart import Channel, Chart

NOTHING: Label = frozenset()


def compile_chart(chart: Chart, situation: Situation, origins: Iterable[str]) -> Network:
    """The network of a chart; `origins` are the posts that learn of the incident by themselves.

    Required are the origins and the posts in scope to which the contacts lead in this situation, whether anybody
    answers or not, and the duties of those among them that convene; not an outside body that itself reports.
    O(posts + contacts + channels).
    """
    return _Compiler(chart, situation, tuple(origins)).network


def owed_contacts(chart: Chart, situation: Situation) -> list[tuple[str, str, tuple[ChannelKind, ...]]]:
    """(caller, target, channels) of every contact owed in the situation between two posts in scope."""
    found = []
    resolve = {ref: _in_scope(chart, ref) for c in chart.contacts for ref in (c.caller, c.target)}
    for contact in chart.contacts:
        if situation.owes(chart, contact.when):
            targets = resolve[contact.target]
            for caller in resolve[contact.caller]:
                found += [(caller, target, contact.by) for target in targets if target != caller]
    return found


def _in_scope(chart: Chart, ref: str) -> tuple[str, ...]:
    return tuple(post for post in chart.resolve(ref) if chart.posts[post].in_scope)


class _Compiler:
    def __init__(self, chart: Chart, situation: Situation, origins: tuple[str, ...]) -> None:
        self.chart = chart
        self.situation = situation
        self.network = Network()
        self._open = {name: situation.open(chart, name) for name in ("always", *chart.hours)}
        self._labels: dict[tuple[ElementKind, str], Label] = {}
        self._ways: dict[tuple[str, tuple[ChannelKind, ...]], tuple[Label, ...]] = {}
        self._to_post: dict[tuple[str, tuple[ChannelKind, ...] | None], int] = {}
        away = situation.away(chart)
        self.candidates = {
            post: tuple(p for p in chart.candidates(post) if p not in away)
            for post, entry in chart.posts.items()
            if entry.in_scope
        }
        self._number_shared()
        self.contacts = owed_contacts(chart, situation)
        self._build(tuple(dict.fromkeys(post for post in origins if post in self.candidates)))

    def _number_shared(self) -> None:
        """What many labels have gets small numbers: bit sets stay short."""
        for medium in self.chart.media:
            self._label("medium", medium)
        for site in self.chart.sites:
            self._label("site", site)

    def _build(self, origins: tuple[str, ...]) -> None:
        expected = self._expected(origins)
        contacted = {target for post in expected for target in self._called.get(post, ())}
        seeing = {post for post in origins if not self.chart.posts[post].external}
        self.network.required = [self._post(post) for post in expected if post in contacted or post in seeing]
        for post in origins:
            self._reach(START, post, None)
        for caller, target, by in self.contacts:
            self._reach(self._post(caller), target, by)
        self._same_people()
        for name, duty in self.chart.duties.items():
            conveners = [post for post in _in_scope(self.chart, duty.convener) if post in expected]
            if conveners:
                self._duty(name, conveners[0])

    def _expected(self, origins: tuple[str, ...]) -> dict[str, None]:
        """Posts that learn of the incident when everybody answers, in the chart's order: by contact, or because
        their holder learns of it in another post."""
        seen, waiting = set(origins), list(origins)
        while waiting:
            post = waiting.pop()
            same = self._fills.get(self.candidates[post][0], ()) if self.candidates[post] else ()
            for other in (*self._called.get(post, ()), *same):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return {post: None for post in self.candidates if post in seen}

    @cached_property
    def _called(self) -> dict[str, list[str]]:
        """Caller → the posts it calls."""
        found: dict[str, list[str]] = {}
        for caller, target, _ in self.contacts:
            found.setdefault(caller, []).append(target)
        return found

    def _post(self, post: str) -> int:
        return self.network.node(NodeName("post", post))

    def _reach(self, tail: int, post: str, by: tuple[ChannelKind, ...] | None) -> None:
        """Arcs by which `tail` fills a post; `by` None: its people see for themselves."""
        apart = self._apart.get(post, ())
        key = (post, by)
        if key not in self._to_post:
            people = [p for p in self.candidates[post] if p not in apart]
            self._to_post[key] = self.network.bundle(label for p in people for label in self._ways_to(p, by))
        self.network.arc(tail, self._post(post), self._to_post[key])
        for person in apart:
            self.network.arc(tail, self._told(post, person), self.network.bundle(self._ways_to(person, by)))

    @cached_property
    def _free(self) -> int:
        return self.network.bundle([NOTHING])

    @cached_property
    def _fills(self) -> dict[str, list[str]]:
        """Person → posts they are the first present candidate of."""
        found: dict[str, list[str]] = {}
        for post, people in self.candidates.items():
            if people:
                found.setdefault(people[0], []).append(post)
        return found

    @cached_property
    def _apart(self) -> dict[str, tuple[str, ...]]:
        """Post → its candidates whose being told matters for another post too."""
        many = {person for person, count in self._memberships.items() if count > 1}
        found = {}
        for post, people in self.candidates.items():
            if many.isdisjoint(people):
                continue
            apart = tuple(
                p
                for p in people
                if p in many
                and (
                    any(other != post for other in self._fills.get(p, ()))
                    or any(p in self.candidates[target] for target in self._called.get(post, ()))
                )
            )
            if apart:
                found[post] = apart
        return found

    @cached_property
    def _memberships(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for people in self.candidates.values():
            for person in people:
                found[person] = found.get(person, 0) + 1
        return found

    def _same_people(self) -> None:
        """Whoever is told for one post is told for all they fill, and takes their own turn as a deputy."""
        for post, apart in self._apart.items():
            for person in apart:
                told = self._told(post, person)
                self.network.arc(told, self._post(post), self._free)
                turns = (target for target in self._called.get(post, ()) if person in self.candidates[target])
                for other in dict.fromkeys((*self._fills.get(person, ()), *turns)):
                    if other != post:
                        self.network.arc(told, self._told(other, person), self._free)

    def _told(self, post: str, person: str) -> int:
        """The node of a post's being told through this person."""
        apart = person in self._apart.get(post, ())
        return self.network.node(NodeName("told", post, person)) if apart else self._post(post)

    def _duty(self, name: str, convener: str) -> None:
        duty = self.chart.duties[name]
        tail = self._post(convener)
        done = self.network.node(NodeName("duty", name), duty.quorum)
        self.network.required.append(done)
        own = self.candidates[convener][:1]
        members = dict.fromkeys(post for ref in duty.members for post in _in_scope(self.chart, ref))
        groups: dict[tuple[str, ...], None] = {}
        for post in members:
            people = tuple(p for p in self.candidates[post] if p not in own)
            if post == convener:
                self.network.arc(tail, done, self._free)
            elif people:
                groups[people] = None
        for people in groups:
            ways = (label for person in people for label in self._ways_to(person, duty.by))
            self.network.arc(tail, done, self.network.bundle(ways))

    def _ways_to(self, person: str, by: tuple[ChannelKind, ...] | None) -> tuple[Label, ...]:
        """What each way to tell a person needs."""
        key = (person, by or ())
        if key not in self._ways:
            self._ways[key] = self._make_ways(person, by)
        return self._ways[key]

    def _make_ways(self, person: str, by: tuple[ChannelKind, ...] | None) -> tuple[Label, ...]:
        entry = self.chart.persons[person]
        outside = person in self._outsiders
        own = NOTHING if outside else self._label("person", person) | self._label("site", entry.site)
        if by is None:
            return (own,)
        return tuple(
            own | self._label("medium", channel.medium) | (NOTHING if outside else self._line(person, channel))
            for channel in entry.channels
            if channel.kind in by and self._open.get(channel.hours, True)
        )

    @cached_property
    def _outsiders(self) -> frozenset[str]:
        """Persons who answer only for outside bodies."""
        posts = self.chart.posts
        inside = {p for post, people in self.candidates.items() if not posts[post].external for p in people}
        return frozenset(self.chart.persons) - inside

    def _line(self, person: str, channel: Channel) -> Label:
        behaviour = self.chart.behaviour_of(person)
        fails = 1 - (behaviour.reads if channel.kind in WRITTEN else behaviour.answers)
        first = self._shared_lines.get((channel.kind, channel.address))
        line = Element("line", f"{first or person}/{channel.kind}", "" if first else person, fails)
        return frozenset((self.network.element(line),))

    @cached_property
    def _shared_lines(self) -> dict[tuple[str, str | None], str]:
        """(kind, address) of a line of several persons → the first of them."""
        users: dict[tuple[str, str | None], list[str]] = {}
        for person, entry in self.chart.persons.items():
            for channel in entry.channels:
                if channel.address is not None:
                    users.setdefault((channel.kind, channel.address), []).append(person)
        return {line: people[0] for line, people in users.items() if len(people) > 1}

    def _label(self, kind: ElementKind, ref: str | None) -> Label:
        """A person, or a medium or site with everything it depends on."""
        if ref is None:
            return NOTHING
        found = self._labels.get((kind, ref))
        if found is None:
            found = self._labels[kind, ref] = frozenset(self._closure(kind, ref))
        return found

    def _closure(self, kind: ElementKind, ref: str) -> Iterable[int]:
        waiting: list[tuple[ElementKind, str]] = [(kind, ref)]
        seen: set[tuple[ElementKind, str]] = set()
        while waiting:
            this = waiting.pop()
            if this in seen:
                continue
            seen.add(this)
            yield self.network.element(Element(*this, fails=self._fails(*this)))
            waiting += self._depends_on(*this)

    def _fails(self, kind: ElementKind, ref: str) -> float:
        chart = self.chart
        if kind == "person":
            return chart.behaviour_of(ref).absent
        return (chart.media if kind == "medium" else chart.sites)[ref].fails

    def _depends_on(self, kind: ElementKind, ref: str) -> list[tuple[ElementKind, str]]:
        if kind == "medium":
            medium = self.chart.media[ref]
            needs: list[tuple[ElementKind, str]] = [("medium", each) for each in medium.needs]
            return [*needs, ("site", medium.site)] if medium.site else needs
        within = self.chart.sites[ref].within if kind == "site" else None
        return [("site", within)] if within else []
