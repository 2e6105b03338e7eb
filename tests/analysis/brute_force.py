"""What holds when things fail, worked out the slow way; and random charts and networks to try it on.

Nothing here uses the compiler or the cut sets: a chart is read rule by rule, a network arc by arc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import combinations, takewhile
from random import Random

from drill.analysis.network import Element, Network, NodeName
from drill.analysis.weak import ChartWeakness, Weakness, weakness_of
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from tests.builders import Data, contact

Thing = tuple[str, str]
"""Kind and name of an element, a post or a duty."""


class Reading:
    """A chart in a situation, read rule by rule."""

    def __init__(self, chart: Chart, situation: Situation, origins: Iterable[str]) -> None:
        self.chart, self.situation, self.origins = chart, situation, tuple(origins)
        away = situation.away(chart)
        self.people = {
            post: [p for p in chart.candidates(post) if p not in away]
            for post, entry in chart.posts.items()
            if entry.in_scope
        }
        self.inside = {p for post in self.people if not chart.posts[post].external for p in self.people[post]}
        self.contacts = [
            (caller, target, each.by)
            for each in chart.contacts
            if situation.owes(chart, each.when)
            for caller in chart.resolve(each.caller)
            for target in chart.resolve(each.target)
            if caller != target and caller in self.people and target in self.people
        ]

    def holds(self, failed: frozenset[Thing]) -> set[Thing]:
        """The posts told and the duties done when these have failed."""
        told: set[tuple[str, str]] = {(o, p) for o in self.origins for p in self.people[o] if self._there(p, failed)}
        before = -1
        while before != len(told):
            before = len(told)
            for post, person in list(told):
                if self.people[post][:1] == [person]:
                    told |= {(other, person) for other, people in self.people.items() if people[:1] == [person]}
            for caller, target, by in self.contacts:
                actors = {p for post, p in told if post == caller}
                for person in self.people[target] if actors else ():
                    own_turn = person in actors and self.people[caller][0] == person
                    if own_turn or self._reaches(person, by, failed, first=person == self.people[target][0]):
                        told.add((target, person))
        posts = {post for post, _ in told}
        duties = {("duty", name) for name in self.chart.duties if self._done(name, told, failed)}
        return {("post", post) for post in posts} | duties

    def _done(self, name: str, told: set[tuple[str, str]], failed: frozenset[Thing]) -> bool:
        duty = self.chart.duties[name]
        convenes = [person for person in self.people.get(duty.convener, ()) if (duty.convener, person) in told]
        members = [
            *dict.fromkeys(post for ref in duty.members for post in self.chart.resolve(ref) if post in self.people)
        ]
        home: dict[str, str] = {}
        for person in dict.fromkeys(p for post in members for p in self.people[post]):
            firsts = [post for post in members if self.people[post][0:1] == [person]]
            listed = [post for post in members if person in self.people[post]]
            ahead = duty.convener in members and self.people[duty.convener][0:1] == [person]
            home[person] = duty.convener if ahead else (firsts or listed)[0]
        there = 0
        for post in members if convenes else ():
            own = list(takewhile(lambda person, post=post: home[person] == post, self.people[post]))  # type: ignore[misc]
            if post == duty.convener:
                there += any(person in own for person in convenes)
                continue
            calls = any(self._reaches(p, duty.by, failed, first=p == self.people[post][0]) for p in own)
            stands_in = duty.convener not in members and set(convenes[:1]).intersection(
                own, self.people[duty.convener][:1]
            )
            there += bool(calls or stands_in)
        return bool(convenes) and there >= duty.quorum

    def _there(self, person: str, failed: frozenset[Thing]) -> bool:
        site = self.chart.persons[person].site
        fails = person in self.inside and ("person", person) in failed
        return not fails and self._stands(site, failed)

    def _stands(self, site: str | None, failed: frozenset[Thing]) -> bool:
        seen = set()
        while site is not None and site not in seen:
            if ("site", site) in failed:
                return False
            seen.add(site)
            site = self.chart.sites[site].within
        return True

    def _runs(self, medium: str | None, failed: frozenset[Thing], seen: tuple[str, ...] = ()) -> bool:
        if medium is None or medium in seen:
            return True
        entry = self.chart.media[medium]
        return (
            ("medium", medium) not in failed
            and self._stands(entry.site, failed)
            and all(self._runs(need, failed, (*seen, medium)) for need in entry.needs)
        )

    def _reaches(self, person: str, by: Iterable[str], failed: frozenset[Thing], first: bool) -> bool:
        channels = self.chart.persons[person].channels
        every = zip(channels, lines(self.chart, person), strict=True)
        owned = [(c, line) for i, (c, line) in enumerate(every) if c.kind not in {b.kind for b in channels[:i]}]
        ways = [(c, line) for c, line in owned if c.kind in by and self.situation.open(self.chart, c.hours)]
        if not first and any(c.kind != "mail" for c, _ in ways):
            ways = [(c, line) for c, line in ways if c.kind != "mail"]
        return self._there(person, failed) and any(
            self._runs(channel.medium, failed) and not (("line", line) in failed and self._ours(line))
            for channel, line in ways
        )

    def _ours(self, line: str) -> bool:
        return any(line in lines(self.chart, person) for person in self.inside)


def lines(chart: Chart, person: str) -> list[str]:
    """The names of a person's lines. The first person with the same kind and address gives a shared one its name; only
    the first channel of a kind is ever used."""
    found = []
    for i, mine in enumerate(chart.persons[person].channels):
        users = [
            name
            for name in chart.persons
            if mine.address is not None and _first(chart, name, mine.kind) == mine.address
        ]
        again = any(other.kind == mine.kind for other in chart.persons[person].channels[:i])
        found.append(f"{person}/{mine.kind}/again" if again else f"{users[0] if users else person}/{mine.kind}")
    return found


def _first(chart: Chart, person: str, kind: str) -> str | None:
    return next((c.address for c in chart.persons[person].channels if c.kind == kind), None)


def things(chart: Chart) -> list[Thing]:
    """Everything of a chart that can fail."""
    return [
        *(("person", p) for p in chart.persons),
        *(("site", s) for s in chart.sites),
        *(("medium", m) for m in chart.media),
        *dict.fromkeys(("line", line) for p in chart.persons for line in lines(chart, p)),
    ]


def slow_cuts(
    chart: Chart, situation: Situation, origins: Iterable[str], order: int
) -> dict[Thing, set[frozenset[Thing]]]:
    """Per post or duty its minimal cuts up to this order, by failing every thing and every pair."""
    reading = Reading(chart, situation, origins)
    everything = things(chart)
    found: dict[Thing, set[frozenset[Thing]]] = {}
    nodes = [*(("post", post) for post in reading.people), *(("duty", duty) for duty in chart.duties)]
    for size in range(order + 1):
        for failed in map(frozenset, combinations(everything, size)):
            held = reading.holds(failed)
            for node in nodes:
                cuts = found.setdefault(node, set())
                if node not in held and not any(cut <= failed for cut in cuts):
                    cuts.add(failed)
    return found


def fast_cuts(found: ChartWeakness, order: int) -> dict[Thing, set[frozenset[Thing]]]:
    """The same from the analysis, for the required nodes."""
    elements, names = found.network.elements, found.network.names
    return {
        (names[node].kind, names[node].ref): {
            frozenset((elements[e].kind, elements[e].ref) for e in cut)
            for cut in found.weakness.of(node)
            if len(cut) <= order
        }
        for node in found.network.required
    }


KINDS = ("desk", "mobile", "mail")


def random_chart(random: Random) -> Chart:
    """A small chart with everything that makes analysis hard: rings, shared people, lines, media and rooms, quorums."""
    sites = [f"s{i}" for i in range(random.randint(0, 3))]
    media = [f"m{i}" for i in range(random.randint(0, 3))]
    people = [f"p{i}" for i in range(random.randint(1, 9))]
    posts = [f"o{i}" for i in range(random.randint(2, 8))]

    def some(choices: list[str], chance: float = 0.5) -> str | None:
        return random.choice(choices) if choices and random.random() < chance else None

    def channel(kind: str) -> Data:
        shared = random.choice([None, None, "1", "2"])
        hours = random.choice(["always", "always", "office"])
        return {"kind": kind, "medium": some(media, 0.7), "hours": hours, "address": shared}

    def when() -> Data:
        return random.choice([{}, {}, {}, {"level": [2, 3]}, {"class": ["failure"]}, {"publishing": True}])

    data: Data = {
        "schema": "drill.chart/1",
        "id": "random",
        "title": "Random",
        "hours": {"office": "mon-fri 08:30-17:15"},
        "sites": {s: {"name": s, "within": some([o for o in sites if o != s], 0.3)} for s in sites},
        "media": {
            m: {"name": m, "site": some(sites, 0.3), "needs": [x for x in media if x != m and random.random() < 0.2]}
            for m in media
        },
        "persons": {
            p: {
                "name": p,
                "site": some(sites),
                "channels": [channel(k) for k in (*KINDS, "mobile") if random.random() < 0.6],
                "leave": [{"from": "2023-11-28", "to": "2023-11-28"}] if random.random() < 0.1 else [],
            }
            for p in people
        },
        "posts": {
            post: {
                "name": post,
                "holder": some(people, 0.95),
                "deputies": random.sample(people, random.choice([0, 0, 1, 1, min(2, len(people))])),
                "external": random.random() < 0.15,
                "in_scope": random.random() < 0.95,
            }
            for post in posts
        },
        "contacts": [
            contact(*random.sample(posts, 2), when=when(), by=random.sample(KINDS, random.randint(1, 3)))
            for _ in range(random.randint(len(posts), 3 * len(posts)))
        ],
        "duties": {},
    }
    if random.random() < 0.5:
        members = random.sample(posts, random.randint(1, len(posts)))
        data["duties"]["meet"] = {
            "name": "meet",
            "convener": random.choice(posts),
            "members": members,
            "quorum": random.randint(1, len(members)),
        }
    return Chart.model_validate(data)


def cyclic(chart: Chart) -> bool:
    """Whether contacts lead from some post back to itself."""
    targets: dict[str, set[str]] = {}
    for each in chart.contacts:
        targets.setdefault(each.caller, set()).add(each.target)

    def behind(post: str) -> set[str]:
        seen: set[str] = set()
        waiting = [post]
        while waiting:
            for target in targets.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return seen

    return any(post in behind(post) for post in chart.posts)


def random_network(random: Random) -> Network:
    """A threshold graph with rings, quorums and bundles of several alternatives; every node is required."""
    network = Network()
    elements = [network.element(Element("event", f"e{i}", fails=0.1)) for i in range(random.randint(1, 7))]
    nodes = [
        network.node(NodeName("gate", f"g{i}"), random.choice([1, 1, 1, 2, 2, 3])) for i in range(random.randint(1, 8))
    ]
    for _ in range(random.randint(len(nodes), 4 * len(nodes))):
        labels = [
            frozenset(random.sample(elements, random.randint(0, min(3, len(elements)))))
            for _ in range(random.choice([1, 1, 2, 3]))
        ]
        network.arc(random.choice([0, 0, *nodes]), random.choice(nodes), network.bundle(labels))
    network.required = nodes
    return network


def slow_network_cuts(network: Network, order: int) -> dict[int, set[frozenset[int]]]:
    """Per node its minimal cuts, by failing every element and every pair."""
    found: dict[int, set[frozenset[int]]] = {node: set() for node in network.required}
    for size in range(order + 1):
        for failed in map(frozenset, combinations(range(len(network.elements)), size)):
            held = least(network, failed)
            for node, cuts in found.items():
                if node not in held and not any(cut <= failed for cut in cuts):
                    cuts.add(failed)
    return found


def least(network: Network, failed: Iterable[int] = ()) -> set[int]:
    """The nodes that hold when these elements have failed, arc by arc until nothing changes."""
    broken = frozenset(failed)
    held: set[int] = set()
    before = -1
    while before != len(held):
        before = len(held)
        for node, needed in enumerate(network.needed):
            alive = sum(
                tail in held and any(not label & broken for label in network.bundles[bundle])
                for tail, bundle in network.incoming[node]
            )
            if alive >= needed:
                held.add(node)
    return held


def fast_network_cuts(network: Network, order: int) -> dict[int, set[frozenset[int]]]:
    """The same from the analysis."""
    found = Weakness(network)
    return {node: {frozenset(cut) for cut in found.of(node) if len(cut) <= order} for node in network.required}


def situations(random: Random) -> Iterator[Situation]:
    """Anything goes, and one with every condition set."""
    yield Situation()
    at = datetime(2023, 11, 28, random.choice([3, 14]))
    yield Situation("failure", random.randint(0, 3), random.random() < 0.5, at=at)


def chart_mismatches(seed: int, order: int) -> list[tuple[object, ...]]:
    """Where the analysis of a random chart differs from brute force; nothing, if all is well."""
    random = Random(seed)
    chart = random_chart(random)
    inside = [post for post, entry in chart.posts.items() if entry.in_scope]
    found: list[tuple[object, ...]] = []
    for situation in situations(random) if inside else ():
        origins = (random.choice(inside),)
        slow = slow_cuts(chart, situation, origins, order)
        fast = fast_cuts(weakness_of(chart, situation, origins, order=order), order)
        found += [(seed, node, cuts, slow[node]) for node, cuts in fast.items() if cuts != slow[node]]
    return found
