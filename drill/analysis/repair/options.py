"""Every change that is offered for a chart in a situation: few for each post, and of every kind.

Each required post and each member of a meeting may get one deputy at the holder's place and one at another place;
each of its people a channel of every kind that its contacts use and that the person lacks, on a medium that shares
nothing with the person's own; and it may get contacts from the origins and its callers' callers, if these learn of
the incident by fewer contacts than itself. People of outside bodies are not ours to name: those get channels and
contacts only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from itertools import count
from typing import Literal

from drill.analysis.components import components
from drill.analysis.network import Network
from drill.analysis.repair.changes import AddChannel, AddContact, AddDeputy, Change
from drill.contacts.resolved import Part, resolved
from drill.contacts.situation import Situation
from drill.model.basics import WRITTEN, ChannelKind, Text
from drill.model.chart import Channel, Chart, Contact, Person
from drill.pairs import gathered, reached
from drill.text.choices import REPAIR_NAME

Own = tuple[str | None, str]
"""Medium and hours of a channel."""
DeputyKind = Literal["deputy", "offsite"]
_NOBODY = Person(name=Text(en="-"))


def possible_changes(chart: Chart, situation: Situation, origins: Iterable[str], network: Network) -> list[Change]:
    """The changes offered for a chart whose compiled form, in this situation and with these origins, is `network`."""
    options = _Options(chart, situation, tuple(origins), network)
    return [*options.deputies(), *options.channels(), *options.contacts()]


class _Options:
    def __init__(self, chart: Chart, situation: Situation, origins: tuple[str, ...], network: Network) -> None:
        self.chart = chart
        self.situation = situation
        self.origins = tuple(post for post in origins if chart.posts[post].in_scope)
        names = [network.names[node] for node in network.required]
        self.required = [name.ref for name in names if name.kind == "post"]
        self.duties = [chart.duties[name.ref] for name in names if name.kind == "duty"]
        away = situation.away(chart)
        self.people = {
            post: tuple(person for person in resolved(chart).candidates[post] if person not in away)
            for post, entry in chart.posts.items()
            if entry.in_scope
        }
        members = {post for duty in self.duties for post in chart.meant(*duty.members)}
        wanted = members.union(self.required)
        self.posts = [post for post in self.people if post in wanted]
        self._names = set(chart.persons)
        self._needs = resolved(chart).needs
        self._open = {name: situation.open(chart, name) for name in ("always", *chart.hours)}

    @cached_property
    def _ways(self) -> dict[str, list[tuple[ChannelKind, ...]]]:
        """Post → the channels of each contact owed to it, and of each meeting it is convened to."""
        called = [(link.target, link.contact.by) for link in resolved(self.chart).owed(self.situation)]
        convened = ((post, duty.by) for duty in self.duties for post in self.chart.meant(*duty.members))
        return gathered([*called, *convened])

    def _kinds(self, posts: Iterable[str]) -> tuple[ChannelKind, ...]:
        """The kinds of channels by which somebody contacts or convenes one of these."""
        return tuple(dict.fromkeys(kind for post in posts for by in self._ways.get(post, ()) for kind in by))

    # Deputies

    def deputies(self) -> Iterator[Change]:
        """Two for each post: one beside the holder, one elsewhere."""
        often = Counter(person.site for person in self.chart.persons.values())
        sites = sorted(self.chart.sites, key=lambda site: -often[site])
        for posts in self._together():
            people = tuple(dict.fromkeys(person for post in posts for person in self.people[post]))
            model = self.chart.persons[people[0]] if people else _NOBODY
            # An origin may be contacted by nobody, in this situation.
            kinds = self._kinds(posts) or tuple(dict.fromkeys(channel.kind for channel in model.channels))
            taken = frozenset[Part]().union(*(self._needs("site", self.chart.persons[p].site) for p in people))
            apart = (site for site in sites if taken.isdisjoint(self._needs("site", site)))
            avoid = self._common(people) | taken
            far = tuple(self._channel_without(kind, avoid) or self._usual_channel(kind, _NOBODY) for kind in kinds)
            near = tuple(self._usual_channel(kind, model) for kind in kinds) if people else far
            yield self._deputy("deputy", posts, model, model.site, near)
            yield self._deputy("offsite", posts, model, next(apart, None), far)

    def _deputy(
        self, kind: DeputyKind, posts: tuple[str, ...], model: Person, site: str | None, channels: tuple[Channel, ...]
    ) -> AddDeputy:
        """A deputy, to be named, who is like somebody but for the place and the channels."""
        first = posts[0]
        ids = (f"{first[:48]}_{kind}_{number}" for number in count(1))
        self._names.add(new := next(each for each in ids if each not in self._names))
        name = Text.said(REPAIR_NAME[kind], post=self.chart.posts[first].name)
        same = {"unit": model.unit, "behaviour": model.behaviour}
        return AddDeputy(kind, new, Person(name=name, site=site, channels=channels, **same), posts)

    def _together(self) -> list[tuple[str, ...]]:
        """Posts that need deputies; those that count once in a meeting, because they have the same people, get the
        same deputy: one who came in for one of them only would let the same people count twice."""
        alike: dict[str, set[str]] = {post: {post} for post in self.posts}
        for duty in self.duties:
            own = next((self.people[post][:1] for post in self.chart.meant(duty.convener)), ())
            members = self.chart.meant(*duty.members)
            rest = ((tuple(person for person in self.people[post] if person not in own), post) for post in members)
            for people, posts in gathered(rest).items():
                for post in posts if people else ():
                    alike[post].add(posts[0])
                    alike[posts[0]].add(post)
        place = {post: number for number, post in enumerate(self.posts)}
        outside = {post for post in self.posts if self.chart.posts[post].external}
        groups = (tuple(sorted(posts, key=place.__getitem__)) for posts in components(alike))
        return [posts for posts in groups if outside.isdisjoint(posts)]

    # Channels

    def channels(self) -> Iterator[Change]:
        """For each of the people a channel of each kind they lack."""
        for person, posts in gathered((person, post) for post in self.posts for person in self.people[post]).items():
            entry = self.chart.persons[person]
            for kind in self._kinds(posts):
                if all(channel.kind != kind for channel in entry.channels) and not self._silences(person, kind):
                    channel = self._channel_without(kind, self._common((person,)))
                    if channel is not None:
                        yield AddChannel(person, channel, tuple(posts))

    def _silences(self, person: str, kind: ChannelKind) -> bool:
        """Whether a telephone would do harm: a deputy who has one is not written to any more (the rule of the contact
        process), and may have been told in no other way."""
        if kind in WRITTEN:
            return False
        mine = {c.kind for c in self.chart.persons[person].channels if self._open.get(c.hours, True)}
        return any(
            kind in by and mine.intersection(by) and WRITTEN.issuperset(mine.intersection(by))
            for post, people in self.people.items()
            if person in people[1:]
            for by in self._ways.get(post, ())
        )

    def _common(self, people: tuple[str, ...]) -> frozenset[Part]:
        """What every open channel of these people needs."""
        needs = [
            self._needs("medium", channel.medium)
            for person in people
            for channel in self.chart.persons[person].channels
            if self._open.get(channel.hours, True)
        ]
        return reduce(frozenset.intersection, needs) if needs else frozenset()

    @cached_property
    def _usual(self) -> dict[ChannelKind, list[Own]]:
        """Kind → media and hours of such channels in the office, the most usual first."""
        posts = self.chart.posts
        outside = {person for post, people in self.people.items() if posts[post].external for person in people}
        found: dict[ChannelKind, Counter[Own]] = {}
        for person, entry in self.chart.persons.items():
            for channel in entry.channels if person not in outside else ():
                found.setdefault(channel.kind, Counter())[channel.medium, channel.hours] += 1
        return {kind: [own for own, _ in counted.most_common()] for kind, counted in found.items()}

    def _usual_channel(self, kind: ChannelKind, model: Person) -> Channel:
        """A channel such as `model` has, else as most have."""
        for channel in model.channels:
            if channel.kind == kind:
                return channel.model_copy(update={"address": None})
        medium, hours = self._usual.get(kind, [(None, "always")])[0]
        return Channel(kind=kind, medium=medium, hours=hours)

    def _channel_without(self, kind: ChannelKind, avoid: frozenset[Part]) -> Channel | None:
        """A channel that is open and needs nothing of `avoid`: on the most usual such medium, else on none (a line of
        its own, to be found); None if this kind of channel is never open in the situation."""
        usual = [own for own in self._usual.get(kind, [(None, "always")]) if self._open.get(own[1], True)]
        for medium, hours in usual:
            if avoid.isdisjoint(self._needs("medium", medium)):
                return Channel(kind=kind, medium=medium, hours=hours)
        return Channel(kind=kind, hours=usual[0][1]) if usual else None

    # Contacts

    def contacts(self) -> Iterator[Change]:
        """From the origins and the callers' callers; nobody contacts an origin about what it knows first."""
        owed: dict[str, dict[str, Contact]] = {post: {} for post in self.people}
        """Target → callers, each with its first contact."""
        links = [*resolved(self.chart).owed(self.situation)]
        for link in links:
            owed[link.target].setdefault(link.caller, link.contact)
        called, depth = gathered(link[:2] for link in links), dict[str, int]()
        for post, before in reached(self.origins, lambda caller: called.get(caller, ())):
            depth[post] = 0 if before is None else depth[before] + 1
        last = {caller: links[-1].contact.order for caller, links in resolved(self.chart).made.items()}
        knowing = {*self.origins, *self.required}
        for target in self.required:
            if target in self.origins:
                continue
            callers = owed[target]
            above = {higher: contact for caller, contact in callers.items() for higher in owed[caller]}
            for caller, like in {**dict.fromkeys(self.origins, next(iter(callers.values()), None)), **above}.items():
                nearer = depth.get(caller, len(depth)) < depth.get(target, len(depth))
                if like and nearer and caller in knowing and caller not in callers and caller != target:
                    order = last.get(caller, 0) + 1  # and without a deadline of its own
                    what = {name: getattr(like, name) for name in ("kind", "when", "by", "policy")}
                    yield AddContact(Contact(caller=caller, target=target, order=order, **what))
