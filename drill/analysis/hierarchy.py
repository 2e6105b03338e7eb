"""The chart as a tree: whoever one reports to stands above; posts that nobody's report leads from stand at the side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drill.contacts.resolved import resolved
from drill.model.chart import Chart
from drill.pairs import gathered, reached


@dataclass(frozen=True, slots=True)
class Branch:
    """A post, or a whole group where `group` is set, and what hangs below it."""

    ref: str
    group: bool
    below: tuple[Branch, ...] = ()


def hierarchy(chart: Chart, everybody: bool = False) -> tuple[Branch, ...]:
    """Every in-scope post once (members of a group that is contacted together as one branch).

    A post hangs below the first post it reports to; else below the first that contacts it; a ring is cut open.
    `everybody`: the posts outside the drill's scope too.
    """
    above = _above(chart, everybody)
    below = gathered((parent, ref) for ref, parent in above.items())
    downward = [ref for ref, _ in reached(below.get(None, ()), lambda ref: below.get(ref, ()))]
    branches: dict[str, Branch] = {}
    for ref in reversed(downward):  # a chart may be deeper than Python's stack
        branches[ref] = Branch(ref, ref in chart.groups, tuple(branches[child] for child in below.get(ref, ())))
    return tuple(branches[ref] for ref in below.get(None, ()))


def walk(branches: Iterable[Branch]) -> Iterator[tuple[Branch, int]]:
    """Every branch with its depth, each before what hangs below it."""
    waiting = [(branch, 0) for branch in reversed(tuple(branches))]
    while waiting:
        branch, depth = waiting.pop()
        yield branch, depth
        waiting += [(child, depth + 1) for child in reversed(branch.below)]


def grouped(chart: Chart) -> dict[str, str]:
    """Post → the group it is contacted through."""
    named = {ref for contact in chart.contacts for ref in (contact.caller, contact.target)}
    return {post: name for name, group in chart.groups.items() if name in named for post in group.members}


def _above(chart: Chart, everybody: bool) -> dict[str, str | None]:
    """Each post or group → what stands above it, or None."""
    group_of = grouped(chart)
    above: dict[str, str | None] = dict.fromkeys(
        group_of.get(post, post) for post, p in chart.posts.items() if p.in_scope or everybody
    )

    for reports in (True, False):
        for link in resolved(chart).links:
            caller, target = (group_of.get(post, post) for post in link[:2])
            if (reports and link.contact.kind != "report") or not {caller, target} <= above.keys():
                continue
            up = reports and target not in chart.groups and not chart.posts[target].external
            child, parent = (caller, target) if up else (target, caller)
            higher: str | None = parent if above[child] is None else child
            while higher is not None and higher != child:
                higher = above[higher]
            if higher is None:  # what hangs below the child would close a ring
                above[child] = parent
    return above
