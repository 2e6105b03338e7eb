"""What leads to each other, against networkx."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.components import components

NODES = st.sampled_from("abcdefgh")


@given(st.dictionaries(NODES, st.lists(NODES, max_size=3)))
def test_components_are_those_of_networkx_each_after_those_it_leads_to(leads_to: dict[str, list[str]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph((a, b) for a, others in leads_to.items() for b in others)
    graph.add_nodes_from(leads_to)
    found = components(leads_to)
    assert sorted(map(sorted, found)) == sorted(map(sorted, nx.strongly_connected_components(graph)))
    turn = {node: i for i, part in enumerate(found) for node in part}
    assert all(turn[head] <= turn[tail] for tail, head in graph.edges)


def test_a_ring_of_100000_is_no_deeper_than_python() -> None:
    ring = {str(i): [str((i + 1) % 100_000)] for i in range(100_000)}
    assert [len(part) for part in components(ring)] == [100_000]
