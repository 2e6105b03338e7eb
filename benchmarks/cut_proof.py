"""Cut sets against brute force: every element and every pair failed in turn, on random charts with rings and quorums.

`python -m benchmarks.cut_proof [CHARTS] [CHARTS_FOR_PAIRS]`: 100,000 and 10,000 by default, about half an hour on two
cores. No mismatch is allowed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import Pool
from random import Random

from tests.analysis.brute_force import (
    chart_mismatches,
    cyclic,
    fast_network_cuts,
    random_chart,
    random_network,
    slow_network_cuts,
)

Outcome = tuple[int, bool, bool]
"""Mismatches, whether the chart has a ring, whether it has a quorum."""


def of_chart(order: int, seed: int) -> Outcome:
    """One random chart, in two situations."""
    chart = random_chart(Random(seed))
    return len(chart_mismatches(seed, order)), cyclic(chart), bool(chart.duties)


def of_network(seed: int) -> Outcome:
    """One random threshold graph, both orders."""
    network = random_network(Random(seed))
    wrong = slow_network_cuts(network, 2) != fast_network_cuts(network, 2)
    return int(wrong), True, max(network.needed) > 1


def prove(name: str, count: int, one: Callable[[int], Outcome]) -> int:
    """Try seeds 0, 1, …; print and return the number of mismatches."""
    wrong = rings = quorums = 0
    with Pool() as pool:
        for mismatches, ring, quorum in pool.imap_unordered(one, range(count), chunksize=50):
            wrong, rings, quorums = wrong + mismatches, rings + ring, quorums + quorum
    print(f"{name}: {count:,} tried, {rings / count:.0%} with rings, {quorums / count:.0%} with quorums, {wrong} wrong")
    return wrong


def main(charts: int = 100_000, pairs: int = 10_000) -> int:
    """Exit code 1 if anything is wrong."""
    wrong = prove("single points of charts", charts, partial(of_chart, 1))
    wrong += prove("single points and pairs of charts", pairs, partial(of_chart, 2))
    wrong += prove("single points and pairs of threshold graphs", charts, of_network)
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
