"""The minimal cut sets of a fault tree, which may be a million: counted first, listed only as far as asked."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice
from math import prod

from drill.analysis.cuts import Cases, Fixpoint, Pairs, bits, pair_cuts
from drill.analysis.openpsa.reading import FaultTree

Cut = tuple[int, ...]


class CutSets:
    """The cut sets of order 1, and of order 2 if asked, of a tree's top event."""

    def __init__(self, tree: FaultTree, order: int) -> None:
        self.tree = tree
        self.order = order
        self.elements = tree.network.elements
        self._fails = [element.fails for element in self.elements]
        top = tree.network.required[0]
        # As bits: a chain of 20,000 gates keeps 20,000 of these families.
        each = {number: 1 << number for number in range(len(self.elements))}
        singles = Fixpoint(tree.network, Cases(each)).cuts[top]
        pairs = pair_cuts(tree.network)[top] if order == 2 else None
        self.always = singles is None
        """Whether the top event occurs even if nothing happens: the empty set is its only minimal cut set."""
        self._singles = bits(singles or 0)
        self._pairs = pairs or Pairs(0, {})

    def count(self, order: int) -> int:
        """How many cut sets there are of an order."""
        return len(self._singles) if order == 1 else sum(row.bit_count() for row in self._pairs.rows.values()) // 2

    def of(self, order: int) -> Iterator[Cut]:
        """The cut sets of an order, by name: elements are numbered by name."""
        if order == 1:
            return ((element,) for element in self._singles)
        return self._pairs.pairs()

    def likeliest(self, order: int, count: int) -> list[Cut]:
        """The so many most probable cut sets of an order, then by name; by name alone if probabilities are missing."""
        cuts = self.of(order)
        if self.tree.unknown:
            return list(islice(cuts, count))
        return nsmallest(count, cuts, lambda cut: -self.probability(cut))

    def names(self, cut: Cut) -> list[str]:
        """The basic events of a cut set."""
        return [self.elements[element].ref for element in cut]

    def probability(self, cut: Cut) -> float:
        """The product of the probabilities."""
        return prod([self._fails[element] for element in cut])

    @property
    def rare_event(self) -> float | None:
        """The sum of the probabilities of all cut sets; None if that of a basic event is not known."""
        if self.tree.unknown:
            return None
        fails = self._fails
        pairs = sum(fails[one] * sum([fails[other] for other in bits(row)]) for one, row in self._pairs.rows.items())
        return sum(fails[element] for element in self._singles) + pairs / 2
