"""Room dealt out: tracks for lines that run side by side, and lines or pages that are filled in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import TypeVar

_Item = TypeVar("_Item")


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


def filled(items: Iterable[_Item], size: Callable[[_Item], float], room: float) -> list[list[_Item]]:
    """The items in order on lines that have `room`, as many on each as fit, and one at least."""
    lines: list[list[_Item]] = [[]]
    used = 0.0
    for item in items:
        needed = size(item)
        if lines[-1] and used + needed > room:
            lines.append([])
            used = 0.0
        lines[-1].append(item)
        used += needed
    return lines
