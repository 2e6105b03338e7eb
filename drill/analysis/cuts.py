"""Minimal cut sets of order 1 and 2 of every node: which elements, alone or in twos, keep it from holding.

K(v), the cuts of node v, is the greatest fix-point of: a set of elements cuts v if it kills more of v's arcs than v
can spare, and it kills an arc if it cuts the arc's tail or every alternative of its bundle. That is exact on cycles:
a set belongs to the greatest fix-point exactly if v is outside the least fix-point of what holds when it fails.

Families of cuts form a lattice; `meet` (both kill) and `join` (either kills) are all that is needed, for quorums too.
None is the top: everything, even nothing failing, cuts the node; it never holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Generic, Protocol, TypeVar

from drill.analysis.network import Bundle, Network
from drill.collecting import no_collecting

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


class Cases:
    """Families as bit sets of cases in which something has failed: nights of a simulation, or what is asked about.

    With one case for each element these are its cuts of order 1.
    """

    nothing = 0

    def __init__(self, failing: Mapping[int, int]) -> None:
        self._failing = failing
        """Element → the cases in which it has failed."""

    meet = staticmethod(and_)
    join = staticmethod(or_)

    def bundle(self, bundle: Bundle) -> int | None:
        if not bundle:
            return None
        found = -1
        for label in bundle:
            broken = 0
            for element in label:
                broken |= self._failing.get(element, 0)
            found &= broken
            if not found:
                break
        return found


class OrderOne:
    """Families as sets of elements."""

    nothing: Singles = frozenset()

    def meet(self, one: Singles, other: Singles) -> Singles:
        return one & other

    def join(self, one: Singles, other: Singles) -> Singles:
        return one | other if one else other

    def bundle(self, bundle: Bundle) -> Singles | None:
        return bundle[0].intersection(*bundle[1:]) if bundle else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Cuts of one and two elements as bit sets: bit b of `rows[a]` is the pair {a, b}.

    A pair is in the rows of both its elements and has no element of `singles`: only minimal cuts are kept.
    """

    singles: int
    rows: dict[int, int]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every pair once, in order."""
        return ((one, one + 1 + other) for one in sorted(self.rows) for other in bits(self.rows[one] >> one + 1))


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
        rows = _without(one.rows, other.singles & ~one.singles)
        for element, row in _without(other.rows, one.singles & ~other.singles).items():
            rows[element] = rows.get(element, 0) | row
        return Pairs(one.singles | other.singles, rows)

    def bundle(self, bundle: Bundle) -> Pairs | None:
        broken = [Pairs(sum(1 << element for element in label), {}) for label in bundle]
        return reduce(self.meet, broken) if broken else None


def _without(rows: dict[int, int], gone: int) -> dict[int, int]:
    """The rows without the pairs of these elements; a row that stays as it is takes no memory of its own."""
    if not (rows and gone):
        return dict(rows)
    lost, rest = set(bits(gone)), {}
    for element, row in rows.items():
        if element not in lost:
            if not row & gone:
                rest[element] = row
            elif left := row & ~gone:
                rest[element] = left
    return rest


def bits(mask: int) -> list[int]:
    """The positions of the ones, lowest first."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


class Fixpoint(Generic[Family]):
    """The greatest fix-point K over a network, for one lattice; of `bundles` if they are not the network's own."""

    def __init__(self, network: Network, lattice: Lattice[Family], bundles: Sequence[Bundle] | None = None) -> None:
        self._network = network
        self._lattice = lattice
        self.cuts: list[Family | None] = [None] * len(network.names)
        with no_collecting():
            self._bundles = [lattice.bundle(bundle) for bundle in bundles or network.bundles]
            self._sweep()

    def _sweep(self) -> None:
        """Go through the nodes, most tails before their heads, until nothing changes."""
        order, heads, cuts = self._network.order, self._network.heads, self.cuts
        stale = [True] * len(cuts)
        while True in stale:
            for node in order:
                if stale[node]:
                    stale[node] = False
                    found = self._one_arc(node) if self._network.needed[node] == 1 else self._of(node)
                    if found != cuts[node]:
                        cuts[node] = found
                        for head in heads[node]:
                            stale[head] = True

    def _one_arc(self, node: int) -> Family | None:
        """The cuts of a node that needs one arc: what kills them all. The same as `_of`, and most nodes are such."""
        cuts, bundles, meet, join = self.cuts, self._bundles, self._lattice.meet, self._lattice.join
        found: Family | None = None
        for tail, bundle in self._network.incoming[node]:
            cut, broken = cuts[tail], bundles[bundle]
            if cut is not None and broken is not None:
                killer = join(cut, broken)
                found = killer if found is None else meet(found, killer)
                if found == self._lattice.nothing:
                    break
        return found

    def _of(self, node: int) -> Family | None:
        lattice, killers = self._lattice, list[Family]()
        for tail, bundle in self._network.incoming[node]:
            cut, broken = self.cuts[tail], self._bundles[bundle]
            if cut is not None and broken is not None:
                killers.append(lattice.join(cut, broken))
        spare = len(killers) - self._network.needed[node]
        """This many arcs may die; one more cuts the node."""
        if spare < 0:
            return None
        at_least = [lattice.nothing] * (spare + 1)
        """`at_least[j]`: what kills at least j + 1 of the arcs so far."""
        for killer in killers:
            for j in range(spare, 0, -1):
                at_least[j] = lattice.join(at_least[j], lattice.meet(at_least[j - 1], killer))
            at_least[0] = lattice.join(at_least[0], killer)
        return at_least[spare]


def single_cuts(network: Network, failed: Collection[int] = ()) -> list[Singles | None]:
    """Per node the elements that cut it alone; None for one that does not hold when nothing but `failed` fails."""
    return Fixpoint(network, OrderOne(), network.fallible(frozenset(failed))).cuts


def pair_cuts(network: Network, failed: Collection[int] = ()) -> list[Pairs | None]:
    """Per node its minimal cuts of one and two elements; None as in `single_cuts`."""
    return Fixpoint(network, OrderTwo(), network.fallible(frozenset(failed))).cuts


def fallen(
    network: Network, failing: Mapping[int, int], every: int, bundles: Sequence[Bundle] | None = None
) -> list[int]:
    """Per node the cases, of `every` one, in which it does not hold when elements have failed in those of theirs."""
    return [every if cut is None else cut for cut in Fixpoint(network, Cases(failing), bundles).cuts]


def holding(network: Network, failed: Iterable[int] = ()) -> set[int]:
    """The nodes that hold when these elements have failed."""
    return {node for node, cases in enumerate(fallen(network, dict.fromkeys(failed, 1), 1)) if not cases}


def by_element(cases: Sequence[Collection[int]]) -> dict[int, int]:
    """Element → the cases, a bit each, in which it has failed; of each case the elements that have."""
    found: dict[int, int] = {}
    for case, failed in enumerate(cases):
        for element in failed:
            found[element] = found.get(element, 0) | 1 << case
    return found
