"""The order of each caller's calls that has everybody told soonest, and what it saves against today's order.

Times are deterministic: medians of behaviour, everybody answers, and the contact process is followed. Who tells whom
first makes a tree. A caller's calls are best made in the order of what the called still have to do afterwards,
longest first; where a deadline would be missed that is kept today, it bounds the call's place (Lawler's rule for one
machine, exact for the tree). As another order may change who tells whom first, the whole is simulated again and
taken only if everybody is told sooner and no deadline is missed that was kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drill.analysis.origins import find_origins
from drill.analysis.telling import Call, Run, Telling
from drill.contacts.situation import Situation
from drill.model.chart import Chart

_TRIES = 8
"""How often a better order is looked for in the tree that the last one gave."""


@dataclass(frozen=True)
class CallerPlan:
    """One caller's list today and at best; the same calls in another order."""

    caller: str
    today: tuple[Call, ...]
    best: tuple[Call, ...]

    @property
    def changed(self) -> bool:
        """Whether the best order is another than today's."""
        return [call.target for call in self.today] != [call.target for call in self.best]


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


def call_order(chart: Chart, situation: Situation | None = None, origins: tuple[str, ...] = ()) -> CallPlan:
    """Today's call lists and the best ones found; today's where nothing better is."""
    situation = situation or Situation()
    posts = find_origins(chart, situation, origins).posts
    telling = Telling(chart, situation, posts)
    today = best = last = telling.run({})
    seen = {_orders(today)}
    for _ in range(_TRIES):
        last = telling.run(better_lists(telling, last, today))
        if _orders(last) in seen:
            break
        seen.add(_orders(last))
        if last.makespan_ms < best.makespan_ms and not _newly_late(last, today):
            best = last
    return CallPlan(chart, posts, today, best)


def _orders(run: Run) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((caller, tuple(call.target for call in calls)) for caller, calls in run.calls.items())


def _newly_late(run: Run, today: Run) -> bool:
    kept = {(caller, call.target) for caller, calls in today.calls.items() for call in calls if not call.late}
    return any(call.late and (caller, call.target) in kept for caller, calls in run.calls.items() for call in calls)


def better_lists(telling: Telling, run: Run, today: Run) -> dict[str, tuple[str, ...]]:
    """Caller → targets, each list the best for the tree of who told whom first in `run`."""
    tail: dict[str, int] = {}
    lists: dict[str, tuple[str, ...]] = {}
    before = {(caller, call.target): call for caller, calls in today.calls.items() for call in calls}
    for post, told in reversed(run.told.items()):  # who is told later has no part in what is left to do before
        time, longest = telling.handling_ms(told.person), 0
        jobs = [
            Job(
                call.target,
                call.takes_ms,
                tail[call.target] if run.told[call.target].source == post and call.target in tail else None,
                _latest(before.get((post, call.target)), time),
            )
            for call in run.calls[post]
        ]
        order = lawler(jobs)
        lists[post] = tuple(job.target for job in order)
        for job in order:
            time += job.takes_ms
            longest = max(longest, 0 if job.tail_ms is None else time + job.tail_ms)
        tail[post] = longest
    return lists


def _latest(call: Call | None, handling_ms: int) -> int | None:
    """When a call must be over, from its caller's first: by its deadline, or no later than today if it is late."""
    if call is None or call.due_ms is None:
        return None
    return max(call.due_ms, call.ends_ms) - call.known_ms - handling_ms


@dataclass(frozen=True, slots=True)
class Job:
    """A call, what is left to do after it (None: the called is told by somebody else), and when it must be over."""

    target: str
    takes_ms: int
    tail_ms: int | None
    latest_ms: int | None


def lawler(jobs: Sequence[Job]) -> list[Job]:
    """The order that minimises the greatest end + tail, with as few ends after `latest_ms` as last places allow.

    From the last place to the first: of the calls that may still end then, the one with the least left to do after
    it; among equals the later in the list. Without deadlines that is: longest tail first.
    """
    rest, time, found = list(jobs), sum(job.takes_ms for job in jobs), list[Job]()
    while rest:

        def cost(at: int, end: int = time) -> tuple[bool, int, int]:
            job = rest[at]
            late = job.latest_ms is not None and end > job.latest_ms
            return late, -1 if job.tail_ms is None else job.tail_ms, -at

        last = rest.pop(min(range(len(rest)), key=cost))
        time -= last.takes_ms
        found.append(last)
    return found[::-1]
