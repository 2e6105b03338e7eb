"""SimPy's clock with whole milliseconds and a fixed order: what is due together goes by rank, not by insertion.

`Environment.run` and `simpy.rt` are not used: the session steps the environment itself, so one engine serves a
headless run, a live drill and a replay.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import partial

import simpy

_FIRST_RANK = 16
"""Above SimPy's own URGENT (0) and NORMAL (1), which resume a process within the moment that woke it."""


class Turn(IntEnum):
    """Who goes first within one millisecond."""

    END = 0
    LEAVE = 1
    PHASE = 2
    INJECT = 3
    TASK = 4
    RING = 5
    TALK = 6
    READ_BACK = 7
    CLOSE = 8
    MAIL = 9
    TAKE = 10
    DECIDE = 11
    COUNT = 12
    TOTAL = 13
    POST = 14
    CLOCK = 15


def rank(turn: Turn, index: int, part: int = 0) -> int:
    """A place in the order; unique among pending events if `index` and `part` are for their `turn`."""
    return _FIRST_RANK + (turn << 48) + (index << 24) + part


class DrillTime(simpy.Environment):
    """Drill time in integer milliseconds."""

    @property
    def now_ms(self) -> int:
        """The current time."""
        return self._now  # type: ignore[return-value]

    def call_after(self, delay_ms: int, place: int, action: Callable[[], None]) -> None:
        """Run `action` `delay_ms` from now (at least 1), in its place among what is due at the same time."""
        self.schedule(_Due(self, action), place, max(1, delay_ms))  # type: ignore[arg-type]

    def call_next(self, action: Callable[[], None]) -> None:
        """Run it when all that happens in this step has happened."""
        self.schedule(_Due(self, action), simpy.events.URGENT)

    def move_to(self, at_ms: int) -> None:
        """Bring the clock to `at_ms`, ahead of everything due then; nothing may be due before."""
        if at_ms > self.now:
            self.schedule(_Due(self, lambda: None), -1, at_ms - self.now)  # type: ignore[arg-type]
            self.step()


class _Due(simpy.Event):
    """What is due at a time. Nobody waits for it but what is called then: a `simpy.Process` costs two more events."""

    _ok, _value = True, None

    def __init__(self, timeline: DrillTime, action: Callable[[], None]) -> None:
        self.env = timeline
        self.callbacks = [lambda _event: action()]


class PostBell:
    """What an idle post waits for: a time, or being rung earlier. Ringing somebody who is not waiting does nothing."""

    def __init__(self, timeline: DrillTime, place: int, look: Callable[[], None]) -> None:
        self._timeline = timeline
        self._place = place
        self._look = look
        self._waits = 0
        """How often it has begun to wait."""
        self._waiting = False
        self._next_ms: int | None = None

    def wait(self, until_ms: int | None) -> None:
        """Look again at that time, or when rung."""
        self._waiting, self._next_ms = True, None
        self._waits += 1
        if until_ms is not None:
            self.ring(until_ms - self._timeline.now_ms)

    def ring(self, delay_ms: int = 1) -> None:
        """Wake the post after `delay_ms`, unless it wakes by then anyhow."""
        at_ms = self._timeline.now_ms + max(1, delay_ms)
        if self._waiting and (self._next_ms is None or at_ms < self._next_ms):
            self._next_ms = at_ms
            self._timeline.call_after(delay_ms, self._place, partial(self._wake, self._waits))

    def _wake(self, waits: int) -> None:
        if self._waiting and waits == self._waits:
            self._waiting = False
            self._look()
