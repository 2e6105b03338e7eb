"""What a repair has to achieve, and cores: sets of changes of which at least one is needed for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Literal

from drill.analysis.compile import compile_chart
from drill.analysis.cuts import bits, by_element, fallen
from drill.analysis.network import Element, ElementKind, NodeName
from drill.analysis.repair.changes import Change, new_elements
from drill.analysis.repair.options import possible_changes
from drill.analysis.repair.proposal import Proposal
from drill.analysis.weak import ChartWeakness
from drill.pairs import gathered

_AT_ONCE = 256
"""How many cores of the costly kind are looked for at once."""
Reason = Literal["unreached", "outside", "origin", "other"]


@dataclass(frozen=True, slots=True)
class Unremedied:
    """What no change that is offered can mend: these fall when the element fails, or (None) in any case."""

    element: Element | None
    falls: tuple[NodeName, ...]
    reason: Reason


class Goals:
    """Which posts and duties are to hold when what fails, and which do with some of the changes."""

    def __init__(
        self,
        before: ChartWeakness,
        kinds: tuple[ElementKind, ...],
        failed: Sequence[Element],
        offered: Sequence[Change] | None,
    ) -> None:
        chart, situation, origins = before.chart, before.situation, before.origins.posts
        self.before, self.kinds = before, kinds
        old = compile_chart(chart, situation, origins) if failed else before.network
        self.changes = possible_changes(chart, situation, origins, old) if offered is None else list(offered)
        self.proposal = Proposal(chart, situation, origins, self.changes, failed)
        network = self.proposal.network
        down = {network.numbers[e.kind, e.ref] for e in failed if (e.kind, e.ref) in network.numbers}
        # A new element's failing is no worse than its change not being made, unless something needs the change
        # even when nothing fails.
        new_too = bool(before.weakness.unreached)
        self.known = frozenset[tuple[str, str]](old.numbers)
        steady = down.union(self.proposal.guards, network.steady)
        numbers = [
            number
            for number, element in enumerate(network.elements)
            if element.kind in kinds and number not in steady and (new_too or element[:2] in self.known)
        ]
        self.elements = [None, *(network.elements[number] for number in numbers)]
        """What may fail; None: nothing else."""
        self.cases = [down, *(down | {number} for number in numbers)]
        """What has failed then, by number."""
        falls = self.proposal.fallen(self.cases, range(len(self.changes)))
        self.lost = {node: falls[node] for node in network.required}
        """Per node the cases in which it falls even with all changes made."""

    def unremedied(self, chosen: Sequence[Change]) -> tuple[Unremedied, ...]:
        """What falls even with all changes, by elements that the chart has after those chosen."""
        names, there = self.proposal.network.names, self.known.union(*map(new_elements, chosen))
        lost = ((case, node) for node, mask in self.lost.items() for case in ([0] if mask & 1 else bits(mask)))
        found = []
        for case, nodes in sorted(gathered(lost).items()):
            element, falls = self.elements[case], tuple(names[node] for node in nodes)
            if element is None or element[:2] in there:
                found.append(Unremedied(element, falls, self._reason(element, falls)))
        return tuple(found)

    def _reason(self, element: Element | None, names: Iterable[NodeName]) -> Reason:
        chart, origins = self.before.chart, self.before.origins.posts
        posts = [name.ref for name in names if name.kind == "post"]
        if element is None:
            return "unreached"
        if posts and all(chart.posts[post].external for post in posts):
            return "outside"
        return "origin" if any(post in origins for post in posts) else "other"

    def falling(self, made: frozenset[int]) -> list[tuple[int, int]]:
        """(node, case) of what does not hold as it should. Of posts behind one another only the first: with those
        mended, most of the others are."""
        falls = self.proposal.fallen(self.cases, made)
        missing = {node: falls[node] & ~mask for node, mask in self.lost.items() if falls[node] & ~mask}
        first, seen = dict[int, int](), 0
        for node, mask in missing.items():
            untold = reduce(and_, (falls[tail] for tail, _ in self.proposal.network.incoming[node]), mask)
            first[node] = mask & ~untold
            seen |= mask & ~untold
        return [(node, case) for node, mask in missing.items() for case in bits(first[node] | (mask & ~seen))]

    def cores(self, made: frozenset[int]) -> list[frozenset[int]]:
        """For what does not hold with these changes, minimal sets of other guards of which one is needed."""
        goals = self.falling(made)
        if not goals:
            return []
        working = self.proposal.working(made)
        near = {node: sorted(self.proposal.near(node) - working) for node in {node for node, _ in goals}}
        found = self._grown(goals, [[[guard] for guard in near[node]] for node, _ in goals], strict=False)
        if not found:  # nothing near helps alone
            goals = goals[:_AT_ONCE]
            rest = [guard for guard in range(len(self.proposal.guards)) if guard not in working]
            found = self._grown(goals, [[rest] for _ in goals], strict=True)
        return list(dict.fromkeys(found))

    def _grown(
        self, goals: list[tuple[int, int]], undecided: list[list[list[int]]], strict: bool
    ) -> list[frozenset[int]]:
        """Let all guards work but the undecided, then of these as many as leave the goal failing: the rest is its core.

        All goals at once, a bit each; undecided guards are tried in the given portions, which are halved where
        they prove too much. A goal that holds from the beginning is passed over (`strict`: there is none).
        """
        network, elements, every = self.proposal.network, self.proposal.guards, (1 << len(goals)) - 1
        failing = by_element([self.cases[case] for _, case in goals])
        resting = by_element([[elements[guard] for portion in portions for guard in portion] for portions in undecided])
        bundles = network.only(failing.keys() | resting.keys())
        falls = fallen(network, failing | resting, every, bundles)
        cores: dict[int, set[int]] = {i: set() for i, (node, _) in enumerate(goals) if falls[node] >> i & 1}
        assert not strict or len(cores) == len(goals)
        waiting = {goal: undecided[goal] for goal in cores if undecided[goal]}
        while waiting:
            tried = {goal: portions.pop() for goal, portions in waiting.items()}
            for goal, portion in tried.items():
                for guard in portion:
                    resting[elements[guard]] ^= 1 << goal
            falls = fallen(network, failing | resting, every, bundles)
            for goal, portion in tried.items():
                if not falls[goals[goal][0]] >> goal & 1:
                    for guard in portion:
                        resting[elements[guard]] ^= 1 << goal
                    if len(portion) == 1:
                        cores[goal].update(portion)
                    else:
                        half = len(portion) // 2
                        waiting[goal] += [portion[half:], portion[:half]]
            waiting = {goal: portions for goal, portions in waiting.items() if portions}
        return [frozenset(core) for core in cores.values()]
