"""The order of each caller's calls that has everybody told soonest, and what it saves against today's order.

Times are those of a drill in which everybody answers and everything takes its median. Who tells whom first makes a
tree. A caller's calls are best made in the order of what the called still have to do afterwards,
longest first; where a deadline would be missed that is kept today, it bounds the call's place (Lawler's rule for one
machine, exact for the tree). As another order may change who tells whom first, the whole is simulated again and
taken only if everybody is told sooner and no deadline is missed that was kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drill.analysis.origins import find_origins
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.planning.calls import CallPlan, ListedCall, Run, TimedCall
from drill.planning.smooth import SmoothDrill

_TRIES = 8
"""How often a better order is looked for in the tree that the last one gave."""
_TURN_MS = 1
"""From the end of a call to the next."""


def call_order(chart: Chart, situation: Situation | None = None, origins: tuple[str, ...] = ()) -> CallPlan:
    """Today's call lists and the best ones found; today's where nothing better is."""
    situation = situation or Situation()
    posts = find_origins(chart, situation, origins).posts
    drill = SmoothDrill(chart, situation, posts)
    today = best = last = drill.run()
    seen = {tuple(today.made)}
    for _ in range(_TRIES):
        last = drill.run(better_lists(drill, last, today))
        if tuple(last.made) in seen:
            break
        seen.add(tuple(last.made))
        if last.makespan_ms < best.makespan_ms and not _newly_late(last, today):
            best = last
    return CallPlan(chart, posts, today, best)


def _newly_late(run: Run, today: Run) -> bool:
    late = (today.made[key] for key, call in run.made.items() if call.late and key in today.made)
    return any(not before.late for before in late)


def better_lists(drill: SmoothDrill, run: Run, today: Run) -> dict[str, tuple[ListedCall, ...]]:
    """Caller → its contacts, each list the best for the tree of who told whom first in `run`."""
    tail: dict[str, int] = {}
    lists: dict[str, tuple[ListedCall, ...]] = {}
    for post, told in reversed(run.told.items()):  # who is told later has no part in what is left to do before
        time, longest = drill.handling_ms(told.person), 0
        jobs = [
            Job(
                call.item,
                call.takes_ms and call.takes_ms + _TURN_MS,
                tail[call.target] if _tells(post, call, run) and call.target in tail else None,
                _latest(today.made.get((post, call.item)), time),
            )
            for call in run.calls[post]
        ]
        order = lawler(jobs)
        lists[post] = tuple(job.item for job in order)
        for job in order:
            time += job.takes_ms
            told_after = time - (_TURN_MS if job.takes_ms else 0)
            longest = max(longest, 0 if job.tail_ms is None else told_after + job.tail_ms)
        tail[post] = longest
    return lists


def _tells(caller: str, call: TimedCall, run: Run) -> bool:
    """Whether it is by this contact that its target is told first."""
    told = run.told[call.target]
    return told.source == caller and told.at_ms == call.ends_ms


def _latest(call: TimedCall | None, handling_ms: int) -> int | None:
    """When a call must be over, from its caller's first: by its deadline, or no later than today if it is late."""
    if call is None or call.due_ms is None:
        return None
    return max(call.due_ms, call.ends_ms) - call.known_ms - handling_ms + _TURN_MS


@dataclass(frozen=True, slots=True)
class Job:
    """A call, what is left to do after it (None: the called is told by another), and when it must be over."""

    item: ListedCall
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
