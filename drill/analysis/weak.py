"""The weak points of a chart in a situation: single points of failure, fatal pairs, and how far each reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from drill.analysis.compile import compile_chart
from drill.analysis.cuts import Pairs, Singles, pair_cuts, single_cuts
from drill.analysis.network import Element, Network
from drill.analysis.origins import Origins, find_origins
from drill.analysis.sampling import birnbaum
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.pairs import gathered


@dataclass(frozen=True, slots=True)
class Cut:
    """One or two elements and what falls when they fail together.

    `falls` is the blast radius: all required nodes that do not hold then. `minimal` are those of them for which
    no smaller part of the cut is enough.
    """

    elements: tuple[int, ...]
    falls: tuple[int, ...]
    minimal: tuple[int, ...]


class Weakness:
    """What the failure of one element, or of two, does to a network. Elements in `failed` fail throughout.

    Everything is computed when it is first asked for.
    """

    def __init__(self, network: Network, failed: Collection[int] = ()) -> None:
        self.network = network
        self.failed = frozenset(failed)

    @cached_property
    def unreached(self) -> tuple[int, ...]:
        """Required nodes that do not hold even when nothing (else) fails: cuts of order 0."""
        return tuple(node for node in self.network.required if self._singles[node] is None)

    @cached_property
    def reachable(self) -> tuple[int, ...]:
        """Required nodes that hold when nothing (else) fails."""
        return tuple(node for node in self.network.required if self._singles[node] is not None)

    @cached_property
    def _singles(self) -> list[Singles | None]:
        return single_cuts(self.network, self.failed)

    @cached_property
    def _pairs(self) -> list[Pairs | None]:
        return pair_cuts(self.network, self.failed)

    @cached_property
    def singles(self) -> tuple[Cut, ...]:
        """Every single point of failure, the one that takes most down first."""
        falls = gathered((element, node) for node in self.reachable for element in self._singles[node] or ())
        found = [Cut((element,), tuple(nodes), tuple(nodes)) for element, nodes in falls.items()]
        return tuple(sorted(found, key=self._rank))

    @cached_property
    def pairs(self) -> tuple[Cut, ...]:
        """Every two elements that cut a node which neither cuts alone, the two that take most down first."""
        cuts = ((node, self._pairs[node]) for node in self.reachable)
        minimal = gathered((pair, node) for node, found in cuts if found for pair in found.pairs())
        alone = {cut.elements[0]: cut.falls for cut in self.singles}
        place = {node: i for i, node in enumerate(self.network.required)}
        found = []
        for pair, nodes in minimal.items():
            falls = {*nodes, *alone.get(pair[0], ()), *alone.get(pair[1], ())}
            found.append(Cut(pair, tuple(sorted(falls, key=place.__getitem__)), tuple(nodes)))
        return tuple(sorted(found, key=self._rank))

    def _rank(self, cut: Cut) -> tuple[object, ...]:
        order = ("person", "site", "medium", "line", "event")
        kinds = sorted(order.index(self.network.elements[element].kind) for element in cut.elements)
        return -len(cut.minimal), -len(cut.falls), kinds, cut.elements

    def of(self, node: int) -> list[tuple[int, ...]]:
        """The minimal cuts of one node, orders 1 and 2; of one that never holds the empty cut."""
        alone, twos = self._singles[node], self._pairs[node]
        if alone is None or twos is None:
            return [()]
        return [*((element,) for element in sorted(alone)), *twos.pairs()]

    def importance(self, cuts: Iterable[Cut]) -> list[float]:
        """Birnbaum importance of each cut, in required nodes; see `sampling.birnbaum`."""
        return birnbaum(self.network, [cut.elements for cut in cuts], self.failed)

    def essential(self, cuts: Iterable[Cut]) -> tuple[Cut, ...]:
        """The cuts without those that name one person's own line: what the person's absence does is no less."""
        elements = self.network.elements
        return tuple(cut for cut in cuts if not any(elements[element].owner for element in cut.elements))


@dataclass(frozen=True)
class ChartWeakness:
    """The weak points of a chart: where it was looked at from, and the analysis."""

    chart: Chart
    situation: Situation
    origins: Origins
    weakness: Weakness
    order: int = 2
    """1: only single points are right, see `compile_chart`; there is no importance then."""

    @property
    def network(self) -> Network:
        """The chart as a graph."""
        return self.weakness.network

    @property
    def not_owed(self) -> tuple[str, ...]:
        """Posts in scope that no contact leads to from the origins in this situation."""
        owed = {self.network.names[node].ref for node in self.network.required}
        return tuple(
            post
            for post, entry in self.chart.posts.items()
            if entry.in_scope and post not in owed and post not in self.origins.posts
        )


def weakness_of(
    chart: Chart,
    situation: Situation | None = None,
    origins: tuple[str, ...] = (),
    failed: Iterable[Element] = (),
    order: int = 2,
) -> ChartWeakness:
    """Compile and analyse a chart; `failed` elements (compared by kind and ref) fail throughout.

    With `order` 1 only single points are right, and nothing may be failed: see `compile_chart`.
    """
    situation, failed = situation or Situation(), tuple(failed)
    found = find_origins(chart, situation, origins)
    network = compile_chart(chart, situation, found.posts, order, failed)
    known = (network.numbers.get((element.kind, element.ref)) for element in failed)
    weakness = Weakness(network, [each for each in known if each is not None])
    return ChartWeakness(chart, situation, found, weakness, order)
