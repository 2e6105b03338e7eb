"""Tracks for lines that run side by side: intervals that touch never share one."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush


def tracks(spans: Sequence[tuple[float, float]]) -> tuple[list[int], int]:
    """The track of each span and how many there are; the fewest possible (the interval graph's colouring)."""
    chosen = [0] * len(spans)
    free: list[int] = []
    busy: list[tuple[float, int]] = []
    count = 0
    for number in sorted(range(len(spans)), key=lambda each: spans[each]):
        start, end = spans[number]
        while busy and busy[0][0] < start:
            heappush(free, heappop(busy)[1])
        if not free:
            heappush(free, count)
            count += 1
        chosen[number] = heappop(free)
        heappush(busy, (end, chosen[number]))
    return chosen, count
