"""Moments that can never come or come too late: a deadline before its inject, an opening after the end.

Everything is compared with the *earliest* moment a thing can happen (contacts and decisions take no time at
all), so what is reported is wrong however fast people are. Minutes from the start; infinity is never.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from drill.model.chart import Chart
from drill.model.conditions import brings_about
from drill.model.findings import Findings
from drill.model.parts import parts_at
from drill.model.problems import Path
from drill.model.scenario import Cond, Scenario
from drill.pairs import gathered, reached

Times = dict[Path, float]
"""Where a trigger stands → its earliest moment."""


def earliest(scenario: Scenario) -> Times:
    """The earliest moment of every trigger: the smallest times that agree with each other."""
    triggers = list(parts_at(scenario, "Trigger"))
    times: Times = {path: inf for path, _ in triggers}
    changed = True
    while changed:
        changed = False
        for path, trigger in triggers:
            after = 0 if trigger.when is None else _holds(trigger.when, scenario, times)
            if (moment := trigger.at_min + after) < times[path]:
                times[path], changed = moment, True
    return times


def _holds(cond: Cond, scenario: Scenario, times: Times) -> float:
    """When a condition can first hold; 0 for what may hold from the start or is reported elsewhere."""
    if cond.all_ is not None:
        return max((_holds(part, scenario, times) for part in cond.all_), default=0)
    if cond.any_ is not None:
        return min((_holds(part, scenario, times) for part in cond.any_), default=0)
    if cond.quorum is not None:
        return 0  # people may convene without being asked
    return min((times[section, name, "opens"] for section, name in brings_about(cond, scenario)), default=0)


def check_moments(found: Findings[Scenario]) -> None:
    """Everything can begin, begins before the end, and is due before the end."""
    scenario, times = found.value, earliest(found.value)
    length = scenario.length_min
    for path, trigger in found.at("Trigger"):
        at = times[path]
        place: Path = (*path, "when" if trigger.when else "at_min")
        if at == inf:
            found.add("SC114", place, name=path[1])
        elif at > length:
            code = "SC124" if path[0] in ("phases", "clocks") else "SC125" if trigger.when else "SC120"
            found.add(code, place, name=path[1], at=_min(at), length=_min(length))
    for name, task in scenario.tasks.items():
        at = times["tasks", name, "opens"]
        due = at + (task.within_min or 0)
        if at <= length < due < inf:
            found.add("SC123", ("tasks", name, "within_min"), name=name, due=_min(due), length=_min(length))
        if task.requires and task.within_min is not None and task.opens.when is None:
            ready = _holds(task.requires, scenario, times)
            if due < ready < inf:
                found.add("SC122", ("tasks", name, "within_min"), name=name, due=_min(due), at=_min(ready))


def check_deadlines(found: Findings[Scenario], chart: Chart) -> None:
    """No task at a fixed time is due before its post can know anything: before its inject.

    A post knows at the earliest when an inject reaches it, or a post that contacts it, directly or over others.
    """
    if any(each.code == "SC101" for each in found.problems):
        return  # who is told first cannot be said
    if not all(chart.resolve(contact.caller) and chart.resolve(contact.target) for contact in chart.contacts):
        return  # nor who tells whom
    knows = _earliest_knowledge(found.value, chart)
    required = (name for name, post in chart.posts.items() if post.in_scope and not post.external)
    if unreached := [name for name in required if name not in knows]:
        found.add("SC127", ("chart",), names=", ".join(unreached))
        _check_needed(found, chart, set(unreached))
    for name, task in found.value.tasks.items():
        post = next(iter(chart.meant(task.post)), None)
        if post is None or task.within_min is None or task.opens.when is not None:
            continue
        due = task.opens.at_min + task.within_min
        if due < knows.get(post, 0):
            path = ("tasks", name, "within_min")
            found.add("SC121", path, name=name, post=post, due=_min(due), at=_min(knows[post]))


def _check_needed(found: Findings[Scenario], chart: Chart, unreached: set[str]) -> None:
    """Posts that nothing reaches are none that the scenario counts on; each is reported once, at its first place."""
    needed: list[tuple[Path, tuple[str, ...]]] = [
        *((path, chart.resolve(ref)) for path, ref in found.at("roles.*")),
        *((path, chart.meant(ref)[:1]) for path, ref in found.at("tasks.*.post")),
        *((path, chart.resolve(ref)) for path, ref in found.at("Cond.told.post")),
    ]
    for path, posts in needed:
        for post in posts:
            if post in unreached:
                unreached.remove(post)
                found.add("SC131", path, name=post)


def _earliest_knowledge(scenario: Scenario, chart: Chart) -> dict[str, float]:
    """Post → when it can first know anything. Posts that nothing reaches are left out."""
    leads = _leads(chart)
    times = earliest(scenario)
    told = [(0.0, ref) for ref in scenario.origin]
    told += [(times["injects", name, "opens"], ref) for name, inject in scenario.injects.items() for ref in inject.to]
    knows: dict[str, float] = {}

    def new(refs: Iterable[str]) -> list[str]:
        return [post for post in chart.meant(*refs) if post not in knows]

    for at, ref in sorted(told):
        for post, _ in reached(new([ref]), lambda post: new(leads.get(post, ()))):
            knows[post] = at
    return knows


def _leads(chart: Chart) -> dict[str, list[str]]:
    """Post → posts that may learn from it: by a contact, by being convened, or because one person holds both."""
    refs = [(contact.caller, contact.target) for contact in chart.contacts]
    refs += [(duty.convener, member) for duty in chart.duties.values() for member in duty.members]
    pairs = [(chart.resolve(caller), chart.resolve(target)) for caller, target in refs]
    held = gathered((post.holder, name) for name, post in chart.posts.items() if post.holder)
    pairs += [(tuple(posts), tuple(posts)) for posts in held.values()]
    return gathered((caller, target) for callers, targets in pairs for caller in callers for target in targets)


def _min(minutes: float) -> str:
    return f"{minutes:g}"
