"""Pairs as a table, all that one comes to from some starts, and an object as a table of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

First = TypeVar("First")
Second = TypeVar("Second")


def gathered(pairs: Iterable[tuple[First, Second]]) -> dict[First, list[Second]]:
    """First → its seconds, all in the order in which they come."""
    found: dict[First, list[Second]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def picked(whole: object, *names: str) -> dict[str, Any]:
    """Some of an object's attributes by their names, as programs are told of it."""
    return {name: getattr(whole, name) for name in names}


def reached(starts: Iterable[First], after: Callable[[First], Iterable[First]]) -> Iterator[tuple[First, First | None]]:
    """The starts and everything behind them, the nearest first, each with that by which it was reached (None: none)."""
    way: list[tuple[First, First | None]] = [(start, None) for start in dict.fromkeys(starts)]
    seen = {start for start, _ in way}
    for each, before in way:
        yield each, before
        for other in after(each):
            if other not in seen:
                seen.add(other)
                way.append((other, each))
