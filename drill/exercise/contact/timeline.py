"""SimPy's clock with whole milliseconds and a fixed order: what is due together goes by rank, not by insertion.

`Environment.run` and `simpy.rt` are not used: the session steps the environment itself, so one engine serves a
headless run, a live drill and a replay.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
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


Work = Generator[simpy.Event, None, None]
"""What a part of the simulated world does over time: it yields what it waits for."""


class DrillTime(simpy.Environment):
    """Drill time in integer milliseconds."""

    @property
    def now_ms(self) -> int:
        """The current time."""
        return self._now  # type: ignore[return-value]

    def after(self, delay_ms: int, place: int) -> simpy.Event:
        """An event `delay_ms` from now (at least 1), in its place among those of the same time."""
        event = simpy.Event(self)
        event._ok, event._value = True, None
        self.schedule(event, priority=place, delay=max(1, delay_ms))  # type: ignore[arg-type]
        return event

    def call_after(self, delay_ms: int, place: int, action: Callable[[], None]) -> None:
        """Run `action` then."""
        self.after(delay_ms, place).callbacks.append(lambda _event: action())

    def begin(self, work: Work) -> None:
        """Start work that nobody waits for the end of (`simpy.Process` would cost two more events)."""
        self._go_on(work)

    def begin_next(self, work: Work) -> None:
        """Start it when all that happens in this step has happened."""
        event = simpy.Event(self)
        event._ok, event._value = True, None
        self.schedule(event, priority=simpy.events.URGENT)
        event.callbacks.append(partial(self._go_on, work))

    def _go_on(self, work: Work, _event: simpy.Event | None = None) -> None:
        for event in work:
            event.callbacks.append(partial(self._go_on, work))
            return

    def move_to(self, at_ms: int) -> None:
        """Bring the clock to `at_ms`, ahead of everything due then; nothing may be due before."""
        if at_ms > self.now:
            arrival = simpy.Event(self)
            arrival._ok, arrival._value = True, None
            self.schedule(arrival, priority=-1, delay=at_ms - self.now)  # type: ignore[arg-type]
            self.step()


class PostBell:
    """What an idle post waits for: a time, or being rung earlier. Ringing somebody who is not waiting does nothing."""

    def __init__(self, timeline: DrillTime, place: int) -> None:
        self._timeline = timeline
        self._place = place
        self._waiting: simpy.Event | None = None
        self._next_ms: int | None = None

    def wait(self, until_ms: int | None) -> simpy.Event:
        """To be yielded by the post's work."""
        self._waiting, self._next_ms = simpy.Event(self._timeline), None
        if until_ms is not None:
            self.ring(until_ms - self._timeline.now_ms)
        return self._waiting

    def ring(self, delay_ms: int = 1) -> None:
        """Wake the post after `delay_ms`, unless it wakes by then anyhow."""
        at_ms = self._timeline.now_ms + max(1, delay_ms)
        if self._waiting is not None and (self._next_ms is None or at_ms < self._next_ms):
            self._next_ms = at_ms
            self._timeline.call_after(delay_ms, self._place, partial(self._wake, self._waiting))

    def _wake(self, waiting: simpy.Event) -> None:
        if waiting is self._waiting:
            self._waiting = None
            for go_on in waiting.callbacks:
                go_on(waiting)
