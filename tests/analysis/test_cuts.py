"""Cut sets equal brute force, on charts and networks with rings, quorums and shared everything."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.cuts import single_cuts
from drill.analysis.network import START, Element, Network, NodeName
from drill.analysis.weak import Weakness, weakness_of
from tests.analysis.brute_force import (
    chart_mismatches,
    cyclic,
    fast_network_cuts,
    least,
    random_chart,
    random_network,
    slow_network_cuts,
)
from tests.builders import LAWS, a_chart, contact

seeds = st.integers(0, 2**32)


@LAWS
@given(seeds)
def test_single_points_of_a_random_chart_are_those_of_brute_force(seed: int) -> None:
    assert chart_mismatches(seed, order=1) == []


@LAWS
@given(seeds)
def test_pairs_of_a_random_chart_are_those_of_brute_force(seed: int) -> None:
    assert chart_mismatches(seed, order=2) == []


@LAWS
@given(seeds)
def test_cuts_of_a_random_network_with_quorums_are_those_of_brute_force(seed: int) -> None:
    network = random_network(Random(seed))
    assert fast_network_cuts(network, order=2) == slow_network_cuts(network, order=2)


@LAWS
@given(seeds)
def test_what_if_equals_failing_the_elements(seed: int) -> None:
    random = Random(seed)
    network = random_network(random)
    failed = set(random.sample(range(len(network.elements)), min(2, len(network.elements))))
    held = least(network, failed)
    assert set(Weakness(network, failed).unreached) == {node for node in network.required if node not in held}


@LAWS
@given(seeds)
def test_the_blast_radius_of_every_cut_is_what_falls(seed: int) -> None:
    network = random_network(Random(seed))
    found = Weakness(network)
    before = least(network)
    for cut in (*found.singles, *found.pairs):
        held = least(network, cut.elements)
        assert set(cut.falls) == {node for node in network.required if node in before and node not in held}


def test_most_random_charts_have_rings() -> None:
    assert sum(cyclic(random_chart(Random(seed))) for seed in range(300)) >= 240


def test_a_ring_of_posts_keeps_nobody_informed_by_itself() -> None:
    network = Network()
    person = network.element(Element("person", "only"))
    one, other = (network.node(NodeName("post", name)) for name in ("one", "other"))
    network.arc(START, one, network.bundle([frozenset({person})]))
    for tail, head in ((one, other), (other, one)):
        network.arc(tail, head, network.bundle([frozenset()]))
    assert [single_cuts(network)[node] for node in (one, other)] == [frozenset({person})] * 2


def test_a_deputy_in_two_posts_and_a_shared_switchboard_are_seen() -> None:
    chart = a_chart(
        {"poc": ["ann", "ben"], "manager": ["cat", "dan"], "head": ["eve", "dan"]},
        contact("poc", "manager", by=["desk"]),
        contact("manager", "head", by=["desk"]),
        persons={
            name: {"name": name, "channels": [{"kind": "desk", "medium": "exchange"}]} for name in ("cat", "dan", "eve")
        },
        origins=["poc"],
    )
    found = weakness_of(chart)
    elements, names = found.network.elements, found.network.names
    singles = {elements[cut.elements[0]].ref: {names[n].ref for n in cut.falls} for cut in found.weakness.singles}
    assert singles == {"exchange": {"manager", "head"}}
    pairs = {
        frozenset(elements[e].ref for e in cut.elements): {names[n].ref for n in cut.minimal}
        for cut in found.weakness.essential(found.weakness.pairs)
    }
    assert pairs == {
        frozenset({"ann", "ben"}): {"poc", "manager", "head"},
        frozenset({"cat", "dan"}): {"manager", "head"},
        frozenset({"dan", "eve"}): {"head"},
    }
