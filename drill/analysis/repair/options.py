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
from functools import cache, cached_property, reduce

from drill.analysis.network import Network
from drill.analysis.repair.changes import AddChannel, AddContact, AddDeputy, Change
from drill.contacts.needs import Part
from drill.contacts.resolved import resolved
from drill.contacts.situation import Situation
from drill.model.basics import WRITTEN, ChannelKind, Text
from drill.model.chart import Channel, Chart, Contact, Person
from drill.pairs import gathered, reached
from drill.text.catalogue import LANGUAGES, Language, catalogue
from drill.text.choices import REPAIR_NAME

Own = tuple[str | None, str]
"""Medium and hours of a channel."""
_POST = "{post}"


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
        members = {post for duty in self.duties for ref in duty.members for post in chart.resolve(ref)}
        wanted = members.union(self.required)
        self.posts = [post for post in self.people if post in wanted]
        self._names = set(chart.persons)
        self._needs = resolved(chart).needs
        self._open = {name: situation.open(chart, name) for name in ("always", *chart.hours)}

    @cached_property
    def owed(self) -> dict[str, dict[str, Contact]]:
        """Target → callers, each with its first contact, as owed in the situation."""
        found: dict[str, dict[str, Contact]] = {post: {} for post in self.people}
        for link in resolved(self.chart).owed(self.situation):
            found[link.target].setdefault(link.caller, link.contact)
        return found

    @cached_property
    def kinds(self) -> dict[str, tuple[ChannelKind, ...]]:
        """Post → kinds of channels by which somebody contacts or convenes it."""
        found: dict[str, dict[ChannelKind, None]] = {post: {} for post in self.posts}
        for post, kinds in found.items():
            for contact in self.owed[post].values():
                kinds.update(dict.fromkeys(contact.by))
        for duty in self.duties:
            for ref in duty.members:
                for post in self.chart.resolve(ref):
                    found.get(post, {}).update(dict.fromkeys(duty.by))
        return {post: tuple(kinds) for post, kinds in found.items()}

    # Deputies

    def deputies(self) -> Iterator[Change]:
        """Two for each post: one beside the holder, one elsewhere."""
        for posts in self._together():
            first, people = posts[0], tuple(dict.fromkeys(p for post in posts for p in self.people[post]))
            kinds = tuple(dict.fromkeys(kind for post in posts for kind in self.kinds[post]))
            model = self.chart.persons[people[0]] if people else None
            if not kinds and model:  # an origin that nobody contacts, in this situation
                kinds = tuple(dict.fromkeys(channel.kind for channel in model.channels))
            beside, elsewhere = model.site if model else None, self._other_site(people)
            avoid = self._common(people).union(*(self._needs.of("site", self.chart.persons[p].site) for p in people))
            far = tuple(self._channel_without(kind, avoid) or self._usual_channel(kind, None) for kind in kinds)
            near = tuple(self._usual_channel(kind, model) for kind in kinds) if model else far
            yield self._deputy("deputy", first, posts, beside, near, model)
            yield self._deputy("offsite", first, posts, elsewhere, far, model)

    def _deputy(
        self,
        kind: str,
        first: str,
        posts: tuple[str, ...],
        site: str | None,
        channels: tuple[Channel, ...],
        model: Person | None,
    ) -> AddDeputy:
        post = self.chart.posts[first].name
        name = Text(**{lang: _pattern(lang, kind).replace(_POST, post.get(lang)) for lang in LANGUAGES})
        same = {"unit": model.unit, "behaviour": model.behaviour} if model else {}
        entry = Person(name=name, site=site, channels=channels, **same)
        return AddDeputy("offsite" if kind == "offsite" else "deputy", self._new_id(first, kind), entry, posts)

    def _new_id(self, post: str, kind: str) -> str:
        number = 1
        while (name := f"{post[:48]}_{kind}_{number}") in self._names:
            number += 1
        self._names.add(name)
        return name

    def _together(self) -> list[tuple[str, ...]]:
        """Posts that need deputies; those that count once in a meeting, because they have the same people, get the
        same deputy: one who came in for one of them only would let the same people count twice."""
        leader = {post: post for post in self.posts}

        def top(post: str) -> str:
            while leader[post] != post:
                post = leader[post]
            return post

        for duty in self.duties:
            own = next((self.people[post][:1] for post in self.chart.resolve(duty.convener) if post in self.people), ())
            first: dict[tuple[str, ...], str] = {}
            for post in (post for ref in duty.members for post in self.chart.resolve(ref)):
                rest = tuple(p for p in self.people.get(post, ()) if p not in own)
                if rest:
                    leader[top(post)] = top(first.setdefault(rest, post))
        groups = gathered((top(post), post) for post in leader)
        outside = {post for post in self.posts if self.chart.posts[post].external}
        return [tuple(posts) for posts in groups.values() if outside.isdisjoint(posts)]

    def _other_site(self, people: tuple[str, ...]) -> str | None:
        """The usual site that has nothing in common with the people's; None, to be named, if there is none."""
        taken = frozenset[Part]().union(*(self._needs.of("site", self.chart.persons[p].site) for p in people))
        free = (site for site in self._usual_sites if taken.isdisjoint(self._needs.of("site", site)))
        return next(free, None)

    @cached_property
    def _usual_sites(self) -> list[str]:
        people = Counter(person.site for person in self.chart.persons.values())
        return sorted(self.chart.sites, key=lambda site: -people[site])

    # Channels

    def channels(self) -> Iterator[Change]:
        """For each of the people a channel of each kind they lack."""
        for person, posts in gathered((person, post) for post in self.posts for person in self.people[post]).items():
            entry = self.chart.persons[person]
            for kind in dict.fromkeys(kind for post in posts for kind in self.kinds[post]):
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
            for by in self._channels_of[post]
        )

    @cached_property
    def _channels_of(self) -> dict[str, set[tuple[ChannelKind, ...]]]:
        """Post → the channels of each contact to it, and of each meeting it is convened to."""
        found: dict[str, set[tuple[ChannelKind, ...]]] = {post: set() for post in self.people}
        ways = [(c.target, c.by) for c in self.chart.contacts if self.situation.owes(self.chart, c.when)]
        ways += [(ref, duty.by) for duty in self.duties for ref in duty.members]
        for ref, by in ways:
            for post in self.chart.resolve(ref):
                found.get(post, set()).add(by)
        return found

    def _common(self, people: tuple[str, ...]) -> frozenset[Part]:
        """What every open channel of these people needs."""
        needs = [
            self._needs.of("medium", channel.medium)
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

    def _usual_channel(self, kind: ChannelKind, model: Person | None) -> Channel:
        """A channel such as `model` has, else as most have."""
        for channel in model.channels if model else ():
            if channel.kind == kind:
                return channel.model_copy(update={"address": None})
        medium, hours = self._usual.get(kind, [(None, "always")])[0]
        return Channel(kind=kind, medium=medium, hours=hours)

    def _channel_without(self, kind: ChannelKind, avoid: frozenset[Part]) -> Channel | None:
        """A channel that is open and needs nothing of `avoid`: on the most usual such medium, else on none (a line of
        its own, to be found); None if this kind of channel is never open in the situation."""
        usual = [own for own in self._usual.get(kind, [(None, "always")]) if self._open.get(own[1], True)]
        for medium, hours in usual:
            if avoid.isdisjoint(self._needs.of("medium", medium)):
                return Channel(kind=kind, medium=medium, hours=hours)
        return Channel(kind=kind, hours=usual[0][1]) if usual else None

    # Contacts

    def contacts(self) -> Iterator[Change]:
        """From the origins and the callers' callers; nobody contacts an origin about what it knows first."""
        depth = self._depth()
        last = {caller: links[-1].contact.order for caller, links in resolved(self.chart).made.items()}
        reporting = {*self.origins, *self.required}
        for target in self.required:
            if target in self.origins:
                continue
            callers = self.owed[target]
            above = {higher: owed for caller, owed in callers.items() for higher in self.owed[caller]}
            for caller, owed in {**dict.fromkeys(self.origins, next(iter(callers.values()), None)), **above}.items():
                nearer = depth.get(caller, len(depth)) < depth.get(target, len(depth))
                if owed and nearer and caller in reporting and caller not in callers and caller != target:
                    yield AddContact(_skipping(owed, caller, target, last.get(caller, 0) + 1))

    def _depth(self) -> dict[str, int]:
        """Contacts from the origins to each post."""
        called = gathered((caller, target) for target, callers in self.owed.items() for caller in callers)
        depth: dict[str, int] = {}
        for post, before in reached(self.origins, lambda caller: called.get(caller, ())):
            depth[post] = 0 if before is None else depth[before] + 1
        return depth


@cache
def _pattern(language: Language, kind: str) -> str:
    """The name of a deputy to be named, with a place for the post's."""
    return catalogue(language)(REPAIR_NAME[kind], post=_POST)


def _skipping(owed: Contact, caller: str, target: str, order: int) -> Contact:
    """Like the contact it makes up for, after all others of its caller, and without a deadline of its own."""
    return Contact(
        caller=caller, target=target, kind=owed.kind, order=order, when=owed.when, by=owed.by, policy=owed.policy
    )
