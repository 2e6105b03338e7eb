"""A labelled threshold graph: a node holds when enough of its incoming arcs are alive.

An arc is alive when its tail holds and its bundle is passable: at least one of the bundle's alternatives has no
failed element. (An ordinary labelled arc is a bundle of one alternative; parallel arcs are one bundle of several,
which changes nothing and keeps the graph small.) Cycles are allowed: what holds is the least fix-point.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

ElementKind = Literal["medium", "site", "person", "line", "event"]
NodeKind = Literal["start", "post", "told", "member", "duty", "gate"]
START = 0
"""The node that always holds."""

Label = frozenset[int]
Bundle = tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """Something that can fail. A line is `person/kind`; a shared one is named after the first who has it."""

    kind: ElementKind
    ref: str
    owner: str = ""
    """The person a line belongs to alone."""
    fails: float = 0.0
    """Probability that it fails when it is needed."""


@dataclass(frozen=True, slots=True)
class NodeName:
    """What a node stands for: a post, a person told for a post, a duty and its members, a gate."""

    kind: NodeKind
    ref: str
    person: str = ""


class Network:
    """Nodes, arcs and elements by number. Built once, then only read."""

    def __init__(self) -> None:
        self.names: list[NodeName] = [NodeName("start", "")]
        self.needed: list[int] = [0]
        self.incoming: list[list[tuple[int, int]]] = [[]]
        """Per node (tail, bundle) of each arc."""
        self.bundles: list[Bundle] = []
        self.elements: list[Element] = []
        self.required: list[int] = []
        """The nodes that must hold."""
        self._nodes: dict[NodeName, int] = {self.names[0]: START}
        self._elements: dict[tuple[ElementKind, str], int] = {}
        self._bundles: dict[Bundle, int] = {}

    def node(self, name: NodeName, needed: int = 1) -> int:
        """The node of this name, made if there is none; `needed` arcs must be alive for it to hold."""
        found = self._nodes.get(name)
        if found is None:
            found = self._nodes[name] = len(self.names)
            self.names.append(name)
            self.needed.append(needed)
            self.incoming.append([])
        return found

    def find(self, name: NodeName) -> int | None:
        """The node of this name."""
        return self._nodes.get(name)

    def element(self, element: Element) -> int:
        """The number of an element, new or known."""
        found = self._elements.setdefault((element.kind, element.ref), len(self.elements))
        if found == len(self.elements):
            self.elements.append(element)
        return found

    def known_element(self, kind: ElementKind, ref: str) -> int | None:
        """The number of an element that some label has."""
        return self._elements.get((kind, ref))

    def bundle(self, alternatives: Iterable[Label]) -> int:
        """The number of a bundle; an alternative that contains another adds nothing and is left out."""
        kept: Bundle = tuple(dict.fromkeys(alternatives))
        if len(kept) > 1:
            kept = tuple(a for a in kept if not any(b < a for b in kept))
        found = self._bundles.setdefault(kept, len(self.bundles))
        if found == len(self.bundles):
            self.bundles.append(kept)
        return found

    def arc(self, tail: int, head: int, bundle: int) -> None:
        """An arc; one without alternatives could never be alive and is left out where one arc is enough."""
        if self.bundles[bundle] or self.needed[head] > 1:
            self.incoming[head].append((tail, bundle))

    def outgoing(self) -> list[list[tuple[int, int]]]:
        """Per node (head, bundle) of each arc."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.names]
        for head, arcs in enumerate(self.incoming):
            for tail, bundle in arcs:
                found[tail].append((head, bundle))
        return found

    def arcs(self) -> Iterator[tuple[int, int, Label]]:
        """Every arc written out: (tail, head, label) for each alternative of each bundle."""
        for head, arcs in enumerate(self.incoming):
            for tail, bundle in arcs:
                for label in self.bundles[bundle]:
                    yield tail, head, label

    def holding(self, failed: Collection[int] = ()) -> set[int]:
        """The nodes that hold when these elements have failed: the least fix-point, by search from the start."""
        broken = frozenset(failed)
        passable = [any(broken.isdisjoint(label) for label in bundle) for bundle in self.bundles]
        alive = [0] * len(self.names)
        outgoing = self._outgoing
        held = {node for node, needed in enumerate(self.needed) if needed <= 0}
        waiting = list(held)
        while waiting:
            for head, bundle in outgoing[waiting.pop()]:
                if passable[bundle] and head not in held:
                    alive[head] += 1
                    if alive[head] >= self.needed[head]:
                        held.add(head)
                        waiting.append(head)
        return held

    @property
    def _outgoing(self) -> list[list[tuple[int, int]]]:
        cached: list[list[tuple[int, int]]] | None = self.__dict__.get("_out")
        if cached is None:
            cached = self.__dict__["_out"] = self.outgoing()
        return cached
