"""A labelled threshold graph: a node holds when enough of its incoming arcs are alive.

An arc is alive when its tail holds and its bundle is passable: at least one of the bundle's alternatives has no
failed element. (An ordinary labelled arc is a bundle of one alternative; parallel arcs are one bundle of several,
which changes nothing and keeps the graph small.) Cycles are allowed: what holds is the least fix-point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Literal, NamedTuple

ElementKind = Literal["medium", "site", "person", "line", "event"]
NodeKind = Literal["start", "post", "told", "duty", "member", "gate"]
START = 0
"""The node that always holds."""

Label = frozenset[int]
Bundle = tuple[Label, ...]


class Element(NamedTuple):
    """Something that can fail. A line is `person/kind`; a shared one is named after the first who has it."""

    kind: ElementKind
    ref: str
    owner: str = ""
    """The person a line belongs to alone."""
    fails: float = 0.0
    """Probability that it fails when it is needed."""


class NodeName(NamedTuple):
    """What a node stands for: a post, a person told for a post, a duty, a post that comes to it (`person`), a gate."""

    kind: NodeKind
    ref: str
    person: str = ""


class Network:
    """Nodes, arcs and elements by number. Built once, then only read."""

    def __init__(self) -> None:
        self.names: list[NodeName] = []
        self.needed: list[int] = []
        self.incoming: list[list[tuple[int, int]]] = []
        """Per node (tail, bundle) of each arc."""
        self.bundles: list[Bundle] = []
        self.elements: list[Element] = []
        self.required: list[int] = []
        """The nodes that must hold."""
        self.steady: set[int] = set()
        """Elements that do not fail by themselves; a cut has none of them."""
        self.node(NodeName("start", ""), needed=0)

    def node(self, name: NodeName, needed: int = 1) -> int:
        """A new node; `needed` arcs must be alive for it to hold."""
        return self.nodes([name], needed)[0]

    def nodes(self, names: Sequence[NodeName], needed: int = 1) -> range:
        """New nodes."""
        first = len(self.names)
        self.names += names
        self.needed += [needed] * len(names)
        self.incoming += [[] for _ in names]
        return range(first, len(self.names))

    def element(self, element: Element) -> int:
        """The number of a new element."""
        self.elements.append(element)
        return len(self.elements) - 1

    def bundle(self, alternatives: Iterable[Label]) -> int:
        """The number of a new bundle."""
        self.bundles.append(tuple(alternatives))
        return len(self.bundles) - 1

    def arc(self, tail: int, head: int, bundle: int) -> None:
        """An arc."""
        self.incoming[head].append((tail, bundle))

    def fallible(self, failed: AbstractSet[int] = frozenset()) -> list[Bundle]:
        """The bundles without the steady elements, and without the alternatives that need what has failed."""
        if not (self.steady or failed):
            return self.bundles
        kept = ([label for label in bundle if failed.isdisjoint(label)] for bundle in self.bundles)
        return [tuple([label - self.steady for label in labels]) for labels in kept]

    def only(self, elements: AbstractSet[int]) -> list[Bundle]:
        """The bundles if nothing but these elements can fail."""
        return [tuple({label & elements for label in bundle}) for bundle in self.bundles]

    @cached_property
    def heads(self) -> list[list[int]]:
        """Per node the head of each arc."""
        found: list[list[int]] = [[] for _ in self.names]
        for head, arcs in enumerate(self.incoming):
            for tail, _ in arcs:
                found[tail].append(head)
        return found

    @cached_property
    def order(self) -> list[int]:
        """Every node, those the start leads to first, and of them tails before heads wherever no ring forbids it:
        reverse postorder of a depth-first search."""
        heads = [iter(heads) for heads in self.heads]
        seen = [False] * len(self.names)
        found: list[int] = []
        for first in range(len(self.names)):
            path = [] if seen[first] else [first]
            seen[first] = True
            finished = []
            while path:
                for head in heads[path[-1]]:
                    if not seen[head]:
                        seen[head] = True
                        path.append(head)
                        break
                else:
                    finished.append(path.pop())
            found += finished[::-1]
        return found

    @cached_property
    def numbers(self) -> dict[tuple[ElementKind, str], int]:
        """(kind, ref) of an element → its number."""
        return {(element.kind, element.ref): number for number, element in enumerate(self.elements)}
