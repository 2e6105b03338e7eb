"""One network for every choice of changes: the chart with all of them, each behind a guard.

A change is made if its guard works. The guard of a new person is a room of their own (within the real one), that of
a new channel a medium of its own (which needs the real one), that of a new contact an event.

Changes may silence each other: who has a telephone and comes after somebody else is not written to (the rule of the
contact process). So a written way that only some changes silence has a guard as well: that none of these is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from drill.analysis.compile import Channels, Compiler
from drill.analysis.cuts import by_element, fallen
from drill.analysis.network import Element, Label, Network
from drill.analysis.repair.changes import AddChannel, AddContact, AddDeputy, Change, with_changes
from drill.collecting import no_collecting
from drill.contacts.situation import Situation
from drill.model.basics import WRITTEN
from drill.model.chart import Chart, Medium, Site
from drill.pairs import gathered

GUARD = "~"
"""No name in a chart begins with this."""


class Proposal:
    """A chart with all changes behind guards, compiled."""

    def __init__(
        self,
        chart: Chart,
        situation: Situation,
        origins: Iterable[str],
        changes: Sequence[Change],
        failed: Iterable[Element] = (),
    ) -> None:
        with no_collecting():
            compiler = _Guarded(_guarded(chart, changes), situation, failed, len(changes))
            self.network = compiler.compile(situation, tuple(origins))
        self.unless = [*compiler.unless]
        """Changes that silence written ways; each set has a guard, after those of the changes."""
        _guard_contacts(self.network, chart, situation, changes)
        guards = {int(ref[1:]): e for (_, ref), e in self.network.numbers.items() if ref.startswith(GUARD)}
        self.guards = [guards[guard] for guard in range(len(guards))]
        """Per guard its element."""

    def working(self, made: Collection[int]) -> frozenset[int]:
        """The guards that work when these changes are made."""
        after = enumerate(self.unless, len(self.guards) - len(self.unless))
        return frozenset(made).union(guard for guard, silencing in after if silencing.isdisjoint(made))

    def fallen(self, cases: Sequence[Collection[int]], made: Collection[int]) -> list[int]:
        """Per node the cases, a bit each, in which it does not hold when these changes are made."""
        every, working = (1 << len(cases)) - 1, self.working(made)
        resting = {element: every for guard, element in enumerate(self.guards) if guard not in working}
        return fallen(self.network, by_element(cases) | resting, every)

    def near(self, node: int) -> set[int]:
        """The changes that arcs into a node need, and arcs into the people told for it."""
        network = self.network
        arcs, ref = network.incoming[node], network.names[node].ref
        own = (tail for tail, _ in arcs if network.names[tail].kind in ("told", "member"))
        behind = (arc for tail in own if network.names[tail].ref == ref for arc in network.incoming[tail])
        ways = (label for _, bundle in chain(arcs, behind) for label in network.bundles[bundle])
        needed = frozenset[int]().union(*ways)
        return {guard for guard, element in enumerate(self.guards) if element in needed}


class _Guarded(Compiler):
    """Compiles a chart with all changes, told by the names of their rooms and media."""

    def __init__(self, chart: Chart, situation: Situation, failed: Iterable[Element], changes: int) -> None:
        super().__init__(chart, situation, order=2, failed=failed)
        self._changes = changes
        self.unless: dict[frozenset[int], int] = {}
        """Changes → the element that works unless one of them is made."""

    def _alternatives(self, people: tuple[str, ...], by: Channels | None, has_first: bool) -> list[Label]:
        if by is None:
            return super()._alternatives(people, by, has_first)
        found = []
        before: set[int | None] = set() if has_first else {None}
        """Changes that put somebody before a person; None if somebody is there anyway."""
        for person in people:
            entry = self.chart.persons[person]
            ways = [entry.channels[number] for number in self._usable(entry.channels, by, first=True)]
            calls = {_change(way.medium) for way in ways if way.kind not in WRITTEN}
            silencing = calls and before and (calls if None in before else before)
            for way in ways:
                label = self._own(person) | self._way(person, way)
                if way.kind not in WRITTEN or not silencing:
                    found.append(label)
                elif None not in silencing:
                    found.append(label | {self._unless(frozenset(each for each in silencing if each is not None))})
            before.add(_change(entry.site))
        return found

    def _unless(self, silencing: frozenset[int]) -> int:
        if silencing not in self.unless:
            guard = Element("event", f"{GUARD}{self._changes + len(self.unless)}")
            self.unless[silencing] = self.network.element(guard)
        return self.unless[silencing]


def _change(ref: str | None) -> int | None:
    return int(ref[1:]) if ref and ref.startswith(GUARD) else None


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
    told = gathered((name.ref, node) for name, node in nodes.items() if name.kind in ("post", "told"))
    away = situation.away(chart)
    for place, change in enumerate(changes):
        if not isinstance(change, AddContact):
            continue
        guard = network.element(Element("event", f"{GUARD}{place}"))
        caller, target = change.contact.caller, change.contact.target
        holder = next((p for p in chart.candidates(target) if p not in away), None)
        tails = {node for node in told[caller] if network.names[node].person != (holder or "-")}
        for head in told[target]:
            arcs = network.incoming[head]
            for number, (tail, bundle) in enumerate(arcs):
                if tail in tails:
                    arcs[number] = tail, network.bundle(label | {guard} for label in network.bundles[bundle])
