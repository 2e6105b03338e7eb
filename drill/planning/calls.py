"""Who is told when, and the calls of each caller: what came of one run of a chart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from drill.model.basics import ChannelKind, ContactKind
from drill.model.chart import Chart


class ListedCall(NamedTuple):
    """One entry of a caller's list."""

    target: str
    kind: ContactKind


@dataclass(frozen=True, slots=True)
class PostTold:
    """When a post is told, by which post (None: an origin), and who it is there."""

    at_ms: int
    source: str | None
    person: str


@dataclass(frozen=True, slots=True)
class TimedCall:
    """One contact made: when it begins and is acknowledged, and what it takes of the caller's time."""

    item: ListedCall
    channel: ChannelKind | None
    """None: the caller, a deputy there, or its holder, needs none."""
    known_ms: int
    starts_ms: int
    ends_ms: int
    takes_ms: int
    due_ms: int | None

    @property
    def target(self) -> str:
        """The post that is contacted."""
        return self.item.target

    @property
    def late(self) -> bool:
        """Whether it is over after its deadline."""
        return self.due_ms is not None and self.ends_ms > self.due_ms


@dataclass(frozen=True)
class Run:
    """What happened, in milliseconds from when the first origin knows."""

    told: dict[str, PostTold]
    """In the order in which they are told."""
    calls: dict[str, tuple[TimedCall, ...]]
    """Caller → the contacts it made, in the order of its list."""

    @cached_property
    def made(self) -> dict[tuple[str, ListedCall], TimedCall]:
        """Every contact made, by caller and entry."""
        return {(caller, call.item): call for caller, calls in self.calls.items() for call in calls}

    @cached_property
    def makespan_ms(self) -> int:
        """When the last post is told."""
        return max((told.at_ms for told in self.told.values()), default=0)


@dataclass(frozen=True)
class CallerPlan:
    """One caller's list today and at best; the same calls in another order."""

    caller: str
    today: tuple[TimedCall, ...]
    best: tuple[TimedCall, ...]

    @property
    def changed(self) -> bool:
        """Whether the best order is another than today's."""
        return [call.item for call in self.today] != [call.item for call in self.best]


@dataclass(frozen=True)
class CallPlan:
    """When everybody is told, today and with the best lists, in milliseconds from when the origins know."""

    chart: Chart
    origins: tuple[str, ...]
    today: Run
    best: Run

    @cached_property
    def callers(self) -> tuple[CallerPlan, ...]:
        """Everybody with several contacts to make, in the chart's order."""
        return tuple(
            CallerPlan(post, self.today.calls[post], self.best.calls[post])
            for post in self.chart.posts
            if len(self.today.calls.get(post, ())) > 1
        )

    @property
    def saving_ms(self) -> int:
        """How much sooner the last post is told."""
        return self.today.makespan_ms - self.best.makespan_ms
