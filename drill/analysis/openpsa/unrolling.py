"""A network without rings that holds exactly where the given one does.

What holds is found by sweeps over the nodes in a fixed order: each node looks at what earlier nodes came to in this
sweep and later ones in the sweep before. Written out sweep by sweep this has no rings. How many sweeps are enough:
what makes a node hold is a proof in which no path meets a node twice, and a sweep carries a proof on to the next arc
that leads backwards. Such arcs of a path end in different nodes and start in different nodes, so one sweep more than
the smaller of these two numbers, counted inside each strongly connected component, is enough. A node that is the
same as in the sweep before is not repeated.
"""

from __future__ import annotations

from collections import Counter

from drill.analysis.components import components
from drill.analysis.network import START, Network, NodeName
from drill.errors import UsageError

LIMIT = 200_000
"""Nodes; a chart of 300 posts that report up and instruct down takes some 10,000."""


def unrolled(network: Network, limit: int = LIMIT) -> Network:
    """The acyclic network: the same elements and bundles, every arc from a smaller to a larger number.

    The last copy of a node has its name, the others a name with the number of the sweep. UsageError where it would
    have more than `limit` nodes.
    """
    return _Unrolling(network, limit).result


class _Unrolling:
    def __init__(self, network: Network, limit: int) -> None:
        self._old = network
        self._limit = limit
        self.result = Network()
        self.result.elements, self.result.bundles = network.elements, network.fallible()
        self._copy: list[int | None] = [None] * len(network.names)
        """Per old node its newest copy; None: it does not hold so far."""
        self._copy[START] = START
        self._sweeps = Counter[int]()
        """Per old node how many copies it has."""
        place = {node: i for i, node in enumerate(network.order)}
        for component in reversed(components({node: network.heads[node] for node in network.order})):
            self._component(sorted(component - {START}, key=place.__getitem__), place)
        self._require()

    def _component(self, nodes: list[int], place: dict[int, int]) -> None:
        inside = set(nodes)
        back = [
            (tail, head)
            for head in nodes
            for tail, _ in self._old.incoming[head]
            if tail in inside and place[tail] > place[head]
        ]
        sweeps = 1 + min(len({tail for tail, _ in back}), len({head for _, head in back}))
        changed = True
        while changed and sweeps:
            changed = False
            for node in nodes:
                changed |= self._build(node)
            sweeps -= 1

    def _build(self, node: int) -> bool:
        """A new copy of a node; False if it would be the same as the newest."""
        old, newest = self._old, self._copy[node]
        arcs = [
            (copy, bundle)
            for tail, bundle in old.incoming[node]
            if tail != node and (copy := self._copy[tail]) is not None and old.bundles[bundle]
        ]
        if len(arcs) < old.needed[node] or (newest is not None and self.result.incoming[newest] == arcs):
            return False
        self._sweeps[node] += 1
        self._copy[node] = self._add(old.names[node], old.needed[node], arcs, self._sweeps[node])
        return True

    def _add(self, name: NodeName, needed: int, arcs: list[tuple[int, int]], sweep: int = 0) -> int:
        if len(self.result.names) > self._limit:
            raise UsageError("openpsa.too_many_gates", gates=self._limit)
        node = self.result.node(name._replace(ref=f"{name.ref}@{sweep}"), needed)
        self.result.incoming[node] = arcs
        return node

    def _require(self) -> None:
        """The newest copies take the old names; a required node that never holds is one without arcs."""
        for node in self._old.required:
            if self._copy[node] is None:
                self._copy[node] = self._add(self._old.names[node], 1, [])
        for node, copy in enumerate(self._copy):
            if copy is not None:
                self.result.names[copy] = self._old.names[node]
        self.result.required = [copy for node in self._old.required if (copy := self._copy[node]) is not None]
