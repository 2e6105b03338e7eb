"""Which nodes lead to each other; a library for it takes longer to load than a chart takes to check."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

Node = TypeVar("Node")


def components(leads_to: Mapping[Node, Collection[Node]]) -> list[set[Node]]:
    """The strongly connected components, each after those it leads to (path-based; Gabow 2000)."""
    found: list[set[Node]] = []
    turn: dict[Node, int] = {}
    done = set[Node]()
    open_nodes: list[Node] = []
    firsts: list[Node] = []  # of each part of the way that may become one component, the first node
    for root in leads_to:
        way = [(root, iter([root]))]  # the loop below then meets the root as any other node
        while way:
            node, rest = way[-1]
            for other in rest:
                if other not in turn:
                    turn[other] = len(turn)
                    open_nodes.append(other)
                    firsts.append(other)
                    way.append((other, iter(leads_to.get(other, ()))))
                    break
                if other not in done:
                    while turn[firsts[-1]] > turn[other]:
                        firsts.pop()
            else:
                way.pop()
                if way and firsts[-1] == node:
                    firsts.pop()
                    found.append(_taken(open_nodes, node))
                    done |= found[-1]
    return found


def _taken(nodes: list[Node], first: Node) -> set[Node]:
    """Take everything from `first` on off the end."""
    found = {nodes.pop()}
    while first not in found:
        found.add(nodes.pop())
    return found
