"""Many cases of failure at once, a bit each, for any choice of changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drill.analysis.repair.proposal import Proposal, Way
from drill.analysis.sampling import spread

_NOTHING: frozenset[int] = frozenset()


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

    def made(self, changes: Collection[int]) -> list[int]:
        """Per guard the cases in which it works when these changes are made in all."""
        working = self._proposal.working(changes)
        return [self.everywhere if guard in working else 0 for guard in range(self._proposal.guards)]

    def holding(self, made: Sequence[int]) -> list[int]:
        """Per node the cases in which it holds; `made` has for each guard the cases in which it works."""
        passable = []
        for found, proposed in self._ways:
            for mask, changes in proposed:
                for change in changes:
                    mask &= made[change]  # noqa: PLW2901
                found |= mask  # noqa: PLW2901
            passable.append(found)
        return spread(self._proposal.network, passable, self.everywhere)
