"""One network for every choice of changes: the chart with all of them, each behind a guard; and many cases at once.

A change is made if its guard works. The guard of a new person is a room of their own (within the real one), that of
a new channel a medium of its own (which needs the real one), that of a new contact an event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from drill.analysis.compile import compile_chart
from drill.analysis.network import Element, Network
from drill.analysis.repair.changes import AddChannel, AddContact, AddDeputy, Change, with_changes
from drill.analysis.sampling import spread
from drill.contacts.situation import Situation
from drill.model.chart import Chart, Medium, Site

GUARD = "~"
"""No name in a chart begins with this."""
_NOTHING: frozenset[int] = frozenset()
Way = tuple[frozenset[int], frozenset[int]]
"""Changes that must be made and elements that must work."""


class Proposal:
    """A chart with all changes behind guards, compiled."""

    def __init__(self, chart: Chart, situation: Situation, origins: Iterable[str], changes: Sequence[Change]) -> None:
        self.network = compile_chart(_guarded(chart, changes), situation, origins)
        _guard_contacts(self.network, chart, situation, changes)
        guards = {e: int(ref[1:]) for (_, ref), e in self.network.numbers.items() if ref.startswith(GUARD)}
        self.guards = frozenset(guards)
        self.ways: list[list[Way]] = [
            [
                (frozenset(guards[e] for e in label if e in guards), frozenset(e for e in label if e not in guards))
                for label in bundle
            ]
            for bundle in self.network.bundles
        ]

    def near(self, node: int) -> set[int]:
        """The changes that arcs into a node need, and arcs into the people told for it."""
        network, found = self.network, set[int]()
        ref = network.names[node].ref
        for tail, bundle in network.incoming[node]:
            bundles = [bundle]
            if network.names[tail].kind == "told" and network.names[tail].ref == ref:
                bundles += [other for _, other in network.incoming[tail]]
            found.update(change for each in bundles for changes, _ in self.ways[each] for change in changes)
        return found


class Cases:
    """Cases of failure, a bit each."""

    def __init__(self, proposal: Proposal, failing: Sequence[Collection[int]]) -> None:
        self._proposal = proposal
        self.everywhere = (1 << len(failing)) - 1
        works: dict[int, int] = {}
        for bit, elements in enumerate(failing):
            for element in elements:
                works[element] = works.get(element, self.everywhere) & ~(1 << bit)
        self._ways = [self._simplified(ways, works) for ways in proposal.ways]

    def _simplified(self, ways: list[Way], works: dict[int, int]) -> tuple[int, list[tuple[int, frozenset[int]]]]:
        """The cases in which a bundle is passable as it is, and those in which it is if certain changes are made."""
        found: dict[frozenset[int], int] = {}
        for changes, elements in ways:
            mask = self.everywhere
            for element in works.keys() & elements:
                mask &= works[element]
            found[changes] = found.get(changes, 0) | mask
        anyway = found.pop(_NOTHING, 0)
        return anyway, [(mask & ~anyway, changes) for changes, mask in found.items() if mask & ~anyway]

    def holding(self, made: Sequence[int]) -> list[int]:
        """Per node the cases in which it holds; `made` has for each change the cases in which it is made."""
        passable = []
        for found, proposed in self._ways:
            for mask, changes in proposed:
                for change in changes:
                    mask &= made[change]  # noqa: PLW2901
                found |= mask  # noqa: PLW2901
            passable.append(found)
        return spread(self._proposal.network, passable, self.everywhere)


def _guarded(chart: Chart, changes: Sequence[Change]) -> Chart:
    """The chart with all changes; people and channels of a change need what carries its number."""
    sites, media, marked = dict(chart.sites), dict(chart.media), list[Change]()
    for number, change in enumerate(changes):
        guard = f"{GUARD}{number}"
        match change:
            case AddDeputy():
                sites[guard] = Site(name=change.entry.name, within=change.entry.site)
                marked.append(replace(change, entry=change.entry.model_copy(update={"site": guard})))
            case AddChannel():
                needs = () if change.channel.medium is None else (change.channel.medium,)
                media[guard] = Medium(name=chart.persons[change.person].name, needs=needs)
                marked.append(replace(change, channel=change.channel.model_copy(update={"medium": guard})))
            case AddContact():
                marked.append(change)
    return with_changes(chart.model_copy(update={"sites": sites, "media": media}), marked)


def _guard_contacts(network: Network, chart: Chart, situation: Situation, changes: Sequence[Change]) -> None:
    """Put guards on what only exists because a new contact is owed: its calls, and callers' own turns as deputies."""
    nodes = {name: node for node, name in enumerate(network.names)}
    told: dict[str, list[int]] = {}
    for name, node in nodes.items():
        if name.kind in ("post", "told"):
            told.setdefault(name.ref, []).append(node)
    away = situation.away(chart)
    for number, change in enumerate(changes):
        if not isinstance(change, AddContact):
            continue
        guard = network.element(Element("event", f"{GUARD}{number}"))
        caller, target = change.contact.caller, change.contact.target
        holder = next((p for p in chart.candidates(target) if p not in away), None)
        tails = {node for node in told[caller] if network.names[node].person != (holder or "-")}
        for head in told[target]:
            network.incoming[head] = [
                (tail, _behind(network, guard, bundle) if tail in tails else bundle)
                for tail, bundle in network.incoming[head]
            ]


def _behind(network: Network, guard: int, bundle: int) -> int:
    return network.bundle(label | {guard} for label in network.bundles[bundle])
