"""Minimal cut sets of order 1 and 2 of every node: which elements, alone or in twos, keep it from holding.

K(v), the cuts of node v, is the greatest fix-point of: a set of elements cuts v if it kills more of v's arcs than v
can spare, and it kills an arc if it cuts the arc's tail or every alternative of its bundle. That is exact on cycles:
a set belongs to the greatest fix-point exactly if v is outside the least fix-point of what holds when it fails.

Families of cuts form a lattice; `meet` (both kill) and `join` (either kills) are all that is needed, for quorums too.
None is the top: everything, even nothing failing, cuts the node; it never holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from drill.analysis.network import START, Bundle, Network

Family = TypeVar("Family")
Singles = frozenset[int]


class Lattice(Protocol[Family]):
    """How to combine families of cuts. `nothing` is the family of what can never be cut."""

    nothing: Family

    def meet(self, one: Family, other: Family) -> Family:
        """The sets that are cuts of both."""
        ...

    def join(self, one: Family, other: Family) -> Family:
        """The sets that are cuts of either."""
        ...

    def bundle(self, bundle: Bundle) -> Family | None:
        """The sets that break every alternative; None if there is none to break."""
        ...


class OrderOne:
    """Families as sets of elements."""

    nothing: Singles = frozenset()

    def meet(self, one: Singles, other: Singles) -> Singles:
        return one & other

    def join(self, one: Singles, other: Singles) -> Singles:
        return one | other

    def bundle(self, bundle: Bundle) -> Singles | None:
        return bundle[0].intersection(*bundle[1:]) if bundle else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Cuts of one and two elements as bit sets: bit b of `rows[a]` is the pair {a, b}.

    A pair is in the rows of both its elements and has no element of `singles`: only minimal cuts are kept.
    """

    singles: int
    rows: dict[int, int]


class OrderTwo:
    """Families of minimal cuts of order 1 and 2. Larger cuts can only lead to larger ones and are not kept."""

    nothing = Pairs(0, {})

    def meet(self, one: Pairs, other: Pairs) -> Pairs:
        both = one.singles & other.singles
        only_one, only_other = one.singles & ~both, other.singles & ~both
        rows: dict[int, int] = {}
        for element in bits(only_one):
            if row := (other.rows.get(element, 0) | only_other) & ~both:
                rows[element] = row
        for element in bits(only_other):
            if row := (one.rows.get(element, 0) | only_one) & ~both:
                rows[element] = row
        known = one.singles | other.singles
        for element in one.rows.keys() | other.rows.keys():
            if not known >> element & 1:
                mine, theirs = one.rows.get(element, 0), other.rows.get(element, 0)
                if row := ((mine | only_one) & (theirs | only_other)) & ~both:
                    rows[element] = row
        return Pairs(both, rows)

    def join(self, one: Pairs, other: Pairs) -> Pairs:
        if not other.rows and not other.singles & ~one.singles:
            return one
        if not one.rows and not one.singles & ~other.singles:
            return other
        singles = one.singles | other.singles
        rows: dict[int, int] = {}
        for element in one.rows.keys() | other.rows.keys():
            if not singles >> element & 1:
                row = (one.rows.get(element, 0) | other.rows.get(element, 0)) & ~singles
                if row:
                    rows[element] = row
        return Pairs(singles, rows)

    def bundle(self, bundle: Bundle) -> Pairs | None:
        found = None
        for label in bundle:
            broken = Pairs(sum(1 << element for element in label), {})
            found = broken if found is None else self.meet(found, broken)
        return found


def bits(mask: int) -> list[int]:
    """The positions of the ones, lowest first."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


class Fixpoint(Generic[Family]):
    """The greatest fix-point K over a network, for one lattice."""

    def __init__(self, network: Network, lattice: Lattice[Family]) -> None:
        self._network = network
        self._lattice = lattice
        self._bundles = [lattice.bundle(bundle) for bundle in network.bundles]
        self.cuts: list[Family | None] = [None] * len(network.names)
        self._run()

    def _run(self) -> None:
        """Sweep in an order in which most tails come before their heads, until nothing changes."""
        order = breadth_first(self._network)
        place = {node: i for i, node in enumerate(order)}
        outgoing = self._network.outgoing()
        stale = [True] * len(order)
        while True in stale:
            start = stale.index(True)
            for i in range(start, len(order)):
                if stale[i]:
                    stale[i] = False
                    node = order[i]
                    found = self._of(node)
                    if found != self.cuts[node]:
                        self.cuts[node] = found
                        for head, _ in outgoing[node]:
                            stale[place[head]] = True

    def _of(self, node: int) -> Family | None:
        needed, arcs = self._network.needed[node], self._network.incoming[node]
        spare = len(arcs) - needed
        """This many arcs may die; one more cuts the node."""
        if needed <= 0:
            return self._lattice.nothing
        killers = []
        for tail, bundle in arcs:
            cut, broken = self.cuts[tail], self._bundles[bundle]
            if cut is None or broken is None:
                spare -= 1
            else:
                killers.append(broken if cut is self._lattice.nothing else self._lattice.join(cut, broken))
        if spare < 0:
            return None
        if spare + 1 == len(killers):
            return _all(self._lattice.meet, killers)
        if spare == 0:
            return _all(self._lattice.join, killers)
        return self._more_than(spare, killers)

    def _more_than(self, spare: int, killers: Sequence[Family]) -> Family:
        """What kills more than `spare` arcs. `at_least[j]`: what kills at least j + 1 of the arcs so far."""
        lattice = self._lattice
        at_least: list[Family] = [lattice.nothing] * (spare + 1)
        for killer in killers:
            for j in range(spare, 0, -1):
                at_least[j] = lattice.join(at_least[j], lattice.meet(at_least[j - 1], killer))
            at_least[0] = lattice.join(at_least[0], killer)
        return at_least[spare]


def _all(combine: Callable[[Family, Family], Family], families: Sequence[Family]) -> Family:
    found = families[0]
    for family in families[1:]:
        found = combine(found, family)
    return found


def breadth_first(network: Network) -> list[int]:
    """Every node, those near the start first; what the start does not lead to comes last."""
    outgoing = network.outgoing()
    seen = [False] * len(network.names)
    order = []
    for start in (START, *range(len(network.names))):
        if not seen[start]:
            seen[start] = True
            queue = [start]
            for node in queue:
                order.append(node)
                for head, _ in outgoing[node]:
                    if not seen[head]:
                        seen[head] = True
                        queue.append(head)
    return order


def single_cuts(network: Network) -> list[Singles | None]:
    """Per node the elements that cut it alone; None for a node that does not hold even when nothing fails."""
    return Fixpoint(network, OrderOne()).cuts


def pair_cuts(network: Network) -> list[Pairs | None]:
    """Per node its minimal cuts of one and two elements; None as in `single_cuts`."""
    return Fixpoint(network, OrderTwo()).cuts
