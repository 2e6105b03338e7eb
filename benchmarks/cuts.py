"""Weak points of large charts: seconds, and ratios to the obvious way (remove an element, search with networkx).

The baseline takes minutes on 3,000 posts, so it is measured on a sample of the elements and multiplied. Medians.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from statistics import median

import networkx as nx

from benchmarks.big_chart import big_chart
from drill.analysis.compile import compile_chart
from drill.analysis.cuts import pair_cuts, single_cuts
from drill.analysis.network import START, Label, Network
from drill.collecting import no_collecting
from drill.contacts.situation import Situation
from drill.model.chart import Chart

SAMPLE = 40


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Median seconds of some runs."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def arcs(network: Network) -> Iterator[tuple[int, int, Label]]:
    """Every arc written out: (tail, head, label) for each alternative of each bundle."""
    for head, incoming in enumerate(network.incoming):
        for tail, bundle in incoming:
            for label in network.bundles[bundle]:
                yield tail, head, label


def remove_and_search(network: Network, sample: int) -> float:
    """Seconds to find all single points by removing every element in turn, from a random sample of them."""
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    using: dict[int, list[tuple[int, int, int]]] = {}
    for tail, head, label in arcs(network):
        key = graph.add_edge(tail, head)
        for element in label:
            using.setdefault(element, []).append((tail, head, key))
    chosen = Random(1).sample(sorted(using), sample)
    begun = time.perf_counter()
    for element in chosen:
        graph.remove_edges_from(using[element])  # type: ignore[arg-type]
        set(network.required) - nx.descendants(graph, START)  # type: ignore[arg-type]
        graph.add_edges_from(using[element])  # type: ignore[arg-type]
    return (time.perf_counter() - begun) / sample * len(using)


def main(largest: int = 100_000) -> None:
    """Print seconds and ratios."""
    for posts in (300, 3_000):
        chart = big_chart(posts)
        network = compile_chart(chart, Situation(), ("post0",))
        count, elements = sum(1 for _ in arcs(network)), len(network.elements)
        slow, fast = remove_and_search(network, SAMPLE), timed(partial(single_cuts, network))
        whole, pairs = timed(partial(all_singles, chart)), timed(partial(all_pairs, chart))
        print(
            f"{posts:,} posts, {count:,} arcs, {elements:,} elements: singles {fast:.3f} s "
            f"(remove each and search with networkx: {slow:.0f} s, x{slow / fast:,.0f}); "
            f"from the chart: singles {whole:.3f} s, pairs {pairs:.2f} s"
        )
    chart = big_chart(largest)
    count = sum(1 for _ in arcs(compile_chart(chart, Situation(), ("post0",))))
    print(f"{largest:,} posts, {count:,} arcs: from the chart, singles {timed(partial(all_singles, chart)):.2f} s")


def all_singles(chart: Chart) -> object:
    """Every single point of failure of a chart, as `drill weak --order 1` finds them."""
    with no_collecting():
        return single_cuts(compile_chart(chart, Situation(), ("post0",), order=1))


def all_pairs(chart: Chart) -> object:
    """Every minimal cut of one or two elements."""
    with no_collecting():
        return pair_cuts(compile_chart(chart, Situation(), ("post0",)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
