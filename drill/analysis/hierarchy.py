"""The chart as a tree: whoever one reports to stands above; posts that nobody's report leads from stand at the side."""

from __future__ import annotations

from dataclasses import dataclass

from drill.model.chart import Chart


@dataclass(frozen=True, slots=True)
class Branch:
    """A post, or a whole group where `group` is set, and what hangs below it."""

    ref: str
    group: bool
    below: tuple[Branch, ...] = ()


def hierarchy(chart: Chart) -> tuple[Branch, ...]:
    """Every in-scope post once (members of a group that is contacted together as one branch).

    A post hangs below the first post it reports to; else below the first that contacts it; a ring is cut open.
    """
    above = _above(chart)
    below: dict[str | None, list[str]] = {}
    for ref in above:
        below.setdefault(above[ref], []).append(ref)

    def branch(ref: str) -> Branch:
        return Branch(ref, ref in chart.groups, tuple(branch(child) for child in below.get(ref, ())))

    return tuple(branch(ref) for ref in below.get(None, ()))


def _above(chart: Chart) -> dict[str, str | None]:
    """Each post or group → what stands above it, or None."""
    grouped = _grouped(chart)
    refs = dict.fromkeys(grouped.get(post, post) for post, p in chart.posts.items() if p.in_scope)
    above: dict[str, str | None] = dict.fromkeys(refs)
    for kinds in (("report",), ("instruct", "consult", "liaise", "report")):
        for contact in chart.contacts:
            caller, target = (
                grouped.get(contact.caller, contact.caller),
                grouped.get(contact.target, contact.target),
            )
            if contact.kind not in kinds or caller == target or caller not in refs or target not in refs:
                continue
            up = kinds == ("report",) and target not in chart.groups and not _external(chart, target)
            child, parent = (caller, target) if up else (target, caller)
            if above[child] is None and not _hangs_below(parent, child, above):
                above[child] = parent
    return above


def _grouped(chart: Chart) -> dict[str, str]:
    """Post → the group it is contacted through."""
    named = {ref for contact in chart.contacts for ref in (contact.caller, contact.target)}
    return {post: name for name, group in chart.groups.items() if name in named for post in group.members}


def _external(chart: Chart, ref: str) -> bool:
    return ref in chart.posts and chart.posts[ref].external


def _hangs_below(ref: str, top: str, above: dict[str, str | None]) -> bool:
    """Whether `ref` is `top` or stands somewhere below it."""
    at: str | None = ref
    while at is not None:
        if at == top:
            return True
        at = above[at]
    return False
