"""What a scenario says that its chart or its other parts do not know, and what could then never happen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drill.model.chart import Chart
from drill.model.conditions import concerns, conditions
from drill.model.findings import Findings
from drill.model.problems import Path, nearest
from drill.model.scenario import Cond, Scenario


def check_references(found: Findings[Scenario]) -> None:
    """Every message, item, inject, task, option and objective used is defined."""
    for code, pattern, section in (
        ("SC102", "injects.*.gives", "messages"),
        ("SC102", "counts.after", "messages"),
        ("SC108", "messages.*.items.*", "items"),
        ("SC108", "injects.*.items.*", "items"),
        ("SC109", "tasks.*.objective", "objectives"),
    ):
        found.all_known(code, pattern, found.names(section))
    for path, cond in conditions(found.value):
        _condition_references(found, path, cond)


def _condition_references(found: Findings[Scenario], path: Path, cond: Cond) -> None:
    tasks = found.names("tasks")
    if cond.told:
        found.known("SC102", (*path, "told", "message"), cond.told.message, found.names("messages"))
    found.known("SC103", (*path, "delivered"), cond.delivered, found.names("injects"))
    found.known("SC104", (*path, "done"), cond.done, tasks)
    if cond.chosen and found.known("SC104", (*path, "chosen", "task"), cond.chosen.task, tasks):
        task = found.value.tasks.get(cond.chosen.task)
        if task and task.kind != "level":
            found.known("SC105", (*path, "chosen", "option"), cond.chosen.option, task.options)


def check_against_chart(found: Findings[Scenario], chart: Chart) -> None:
    """Every post, role, group, medium and duty exists in the chart."""
    scenario = found.value
    for path, named in _references(scenario):
        places = [(path, named)] if isinstance(named, str) else [((*path, i), ref) for i, ref in enumerate(named)]
        for place, ref in places:
            if not chart.resolve(ref) and ref not in chart.groups:
                names = {*chart.posts, *chart.groups, *chart.by_role}
                found.add("SC101", place, name=ref, chart=chart.id, near=nearest(ref, names))
    found.all_known("SC107", "down.*", chart.media)
    found.all_known("SC106", "tasks.*.duty", chart.duties)
    found.all_known("SC106", "meeting.duty", chart.duties)
    for name, task in scenario.tasks.items():
        first = next(iter(chart.meant(task.post)), None)
        if first is not None and not chart.candidates(first):
            found.add("SC119", ("tasks", name, "post"), name=first)
    for path, cond in conditions(scenario):
        found.known("SC106", (*path, "quorum"), cond.quorum, chart.duties)


def check_scope(found: Findings[Scenario], chart: Chart) -> None:
    """Whatever the drill counts on has a post within its scope."""
    for path, named in _references(found.value):
        refs = (named,) if isinstance(named, str) else named
        posts = dict.fromkeys(post for ref in refs for post in chart.resolve(ref) if post in chart.posts)
        if path[0] not in ("roles", "contacts") and posts and not chart.meant(*refs):
            found.add("SC134", path, names=", ".join(posts))


def _references(scenario: Scenario) -> Iterator[tuple[Path, str | tuple[str, ...]]]:
    """Every reference to a post, role or group, or a list of them."""
    yield ("origin",), scenario.origin
    yield ("roles",), scenario.roles
    for name, inject in scenario.injects.items():
        yield ("injects", name, "to"), inject.to
    if scenario.counts:
        yield ("counts", "from"), scenario.counts.sources
        yield ("counts", "to"), scenario.counts.collector
    for name, task in scenario.tasks.items():
        yield ("tasks", name, "post"), task.post
    for i, contact in enumerate(scenario.contacts):
        yield ("contacts", i, "from"), contact.caller
        yield ("contacts", i, "to"), contact.target
    for path, cond in conditions(scenario):
        if cond.told:
            yield (*path, "told", "post"), cond.told.post


def check_decisions(found: Findings[Scenario]) -> None:
    """The level and publication can be decided, and decided right; conditions on decisions can come true."""
    scenario = found.value
    tasks = scenario.tasks
    levels = any(task.kind == "level" for task in tasks.values())
    publishes = any(option.publishing for task in tasks.values() for option in task.options.values())
    for name, task in tasks.items():
        if task.right is not None and task.right != scenario.level:
            found.add("SC115", ("tasks", name, "right"), right=task.right, level=scenario.level)
    if scenario.publish and not publishes:
        found.add("SC116", ("publish",))
    for path, cond in conditions(scenario):
        impossible = {
            "level": cond.level is not None and not levels,
            "publishing": bool(cond.publishing) and not publishes,
            "totalled": bool(cond.totalled) and scenario.counts is None,
            "told": cond.told is not None and _never_given(scenario, cond.told.message),
        }
        for key, never in impossible.items():
            if never:
                found.add("SC113", (*path, key), key=True, condition=key)


def _never_given(scenario: Scenario, message: str) -> bool:
    return message in scenario.messages and all(inject.gives != message for inject in scenario.injects.values())


def check_messages(found: Findings[Scenario]) -> None:
    """Something starts the contact chain, and everything defined is used."""
    scenario = found.value
    used = {item for message in scenario.messages.values() for item in message.items}
    for name in scenario.items:
        if name not in used:
            found.add("SC118", ("items", name), key=True, name=name)
    for name in scenario.messages:
        if _never_given(scenario, name):
            found.add("SC126", ("messages", name), key=True, name=name)
    for name, inject in scenario.injects.items():
        message = scenario.messages.get(inject.gives or "")
        for i, item in enumerate(inject.items or ()):
            if item in scenario.items and (message is None or item not in message.items):
                found.add("SC111", ("injects", name, "items", i), name=item, message=inject.gives or "-")
    if not scenario.origin and all(inject.gives is None for inject in scenario.injects.values()):
        found.add("SC130", ("injects",), key=True)


def check_expectations(found: Findings[Scenario], chart: Chart) -> None:
    """Expected contacts and counts are those that the chart can produce, and its contacts can become owed."""
    scenario = found.value
    if all(task.kind != "level" for task in scenario.tasks.values()):
        kinds = {message.kind for message in scenario.messages.values()}
        of_level = (each for each in chart.contacts if scenario.level in each.when.level)
        owed = (each for each in of_level if any(concerns(each.when, kind, scenario.incident) for kind in kinds))
        waiting = [f"{each.caller} → {each.target}" for each in owed]
        if waiting:
            found.add("SC128", ("level",), level=scenario.level, contacts=", ".join(waiting))
    for i, expected in enumerate(scenario.contacts):
        callers, targets = set(chart.resolve(expected.caller)), set(chart.resolve(expected.target))
        known = any(
            expected.kind in (None, contact.kind)
            and callers.intersection(chart.resolve(contact.caller))
            and targets.intersection(chart.resolve(contact.target))
            for contact in chart.contacts
        )
        if callers and targets and not known:
            caller, target = expected.caller, expected.target
            found.add("SC117", ("contacts", i), caller=caller, target=target, kind=expected.kind or "*")
    if scenario.counts:
        sources = {post for ref in scenario.counts.sources for post in chart.resolve(ref)}
        found.all_known("SC112", "counts.values.#", sources)


def check_meeting(found: Findings[Scenario]) -> None:
    """Differences by level leave no level out and name the scenario's own; the stages follow each other in time."""
    scenario = found.value
    stages = scenario.meeting.stages if scenario.meeting else {}
    for name, stage in stages.items():
        levels = {*stage.by_level, scenario.level}
        missing = sorted({*range(min(levels), max(levels) + 1)} - stage.by_level.keys())
        if stage.by_level and missing:
            found.add("SC132", ("meeting", "stages", name, "by_level"), key=True, stage=name, level=missing[0])
    for (_, before), (name, stage) in pairwise(stages.items()):
        if stage.at_min < before.at_min:
            found.add("SC133", ("meeting", "stages", name, "at_min"), stage=name, before=f"{before.at_min:g}")
