"""How long something takes: the median of several runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median


def seconds(action: Callable[[], object], runs: int) -> float:
    """The median of so many runs."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return median(times)
