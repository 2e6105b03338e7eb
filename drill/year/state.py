"""The state of a drill year: its entries, and which of them hold. Everything else is counted from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from drill.year.events import AnyYearEvent, RosterTaken, Withdrawn, YearEvent

DAY_MS = 86_400_000
Kind = TypeVar("Kind", bound=YearEvent)


@dataclass(frozen=True, slots=True)
class YearState:
    """All entries from number 0, also those that have been withdrawn."""

    entries: tuple[AnyYearEvent, ...] = ()
    withdrawn: frozenset[int] = frozenset()

    def standing(self, kind: type[Kind]) -> Iterator[tuple[int, Kind]]:
        """Number and event of the entries of one kind that hold, in the order in which they were entered."""
        return (
            (number, event)
            for number, event in enumerate(self.entries)
            if isinstance(event, kind) and number not in self.withdrawn
        )

    def events(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The same without their numbers."""
        return tuple(event for _, event in self.standing(kind))

    @property
    def roster(self) -> RosterTaken | None:
        """The roster that counts: the last one taken."""
        return (self.events(RosterTaken) or (None,))[-1]


def evolve(state: YearState, event: AnyYearEvent) -> YearState:
    """The state after one more entry."""
    withdrawn = state.withdrawn | {event.entry} if isinstance(event, Withdrawn) else state.withdrawn
    return replace(state, entries=(*state.entries, event), withdrawn=withdrawn)


def first_day(year: int) -> date:
    """The day on which a drill year begins."""
    return date(year, 4, 1)


def last_day(year: int) -> date:
    """The day on which it ends."""
    return date(year + 1, 3, 31)


def at_ms(year: int, day: date) -> int:
    """A day as times of the log count it: from the year's first day."""
    return max(0, (day - first_day(year)).days) * DAY_MS


def day_at(year: int, time_ms: int) -> date:
    """The day of a time of the log."""
    return first_day(year) + timedelta(days=time_ms // DAY_MS)
