"""SimPy's clock with whole milliseconds and a fixed order: what is due together goes by rank, not by insertion.

`Environment.run` and `simpy.rt` are not used: the session steps the environment itself, so one engine serves a
headless run, a live drill and a replay.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

import simpy

_FIRST_RANK = 16
"""Above SimPy's own URGENT (0) and NORMAL (1), which resume a process within the moment that woke it."""


class Turn(IntEnum):
    """Who goes first within one millisecond."""

    END = 0
    PHASE = 1
    INJECT = 2
    TASK = 3
    RING = 4
    TALK = 5
    READ_BACK = 6
    CLOSE = 7
    MAIL = 8
    TAKE = 9
    DECIDE = 10
    COUNT = 11
    TOTAL = 12
    POST = 13
    CLOCK = 14


def rank(turn: Turn, index: int, part: int = 0) -> int:
    """A place in the order; unique among pending events if `index` and `part` are for their `turn`."""
    return _FIRST_RANK + (turn << 48) + (index << 24) + part


class Timeline(simpy.Environment):
    """Drill time in integer milliseconds."""

    @property
    def now_ms(self) -> int:
        """The current time."""
        return int(self.now)

    def after(self, delay_ms: int, place: int) -> simpy.Event:
        """An event `delay_ms` from now (at least 1), in its place among those of the same time."""
        event = simpy.Event(self)
        event._ok, event._value = True, None
        self.schedule(event, priority=place, delay=max(1, delay_ms))  # type: ignore[arg-type]
        return event

    def call_after(self, delay_ms: int, place: int, action: Callable[[], None]) -> None:
        """Run `action` then."""
        self.after(delay_ms, place).callbacks.append(lambda _event: action())

    def move_to(self, at_ms: int) -> None:
        """Bring the clock to `at_ms`, ahead of everything due then; nothing may be due before."""
        if at_ms > self.now:
            arrival = simpy.Event(self)
            arrival._ok, arrival._value = True, None
            self.schedule(arrival, priority=-1, delay=at_ms - self.now)  # type: ignore[arg-type]
            self.step()


class Bell:
    """What an idle post waits for: a time, or being rung earlier. Ringing somebody who is not waiting does nothing."""

    def __init__(self, timeline: Timeline, place: int) -> None:
        self._timeline = timeline
        self._place = place
        self._waiting: simpy.Event | None = None

    def wait(self, until_ms: int | None) -> simpy.Event:
        """To be yielded by the post's process."""
        self._waiting = self._timeline.event()
        if until_ms is not None:
            self.ring(until_ms - self._timeline.now_ms)
        return self._waiting

    def ring(self, delay_ms: int = 1) -> None:
        """Wake the post after `delay_ms`."""
        waiting = self._waiting
        if waiting is None or waiting.triggered:
            return

        def wake() -> None:
            if not waiting.triggered:
                waiting.succeed()

        self._timeline.call_after(delay_ms, self._place, wake)
