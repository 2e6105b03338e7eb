"""What a scenario says that its chart or its other parts do not know, and what could then never happen."""

from __future__ import annotations

from itertools import pairwise

from drill.model.chart import Chart
from drill.model.conditions import concerns
from drill.model.findings import Findings
from drill.model.scenario import Scenario


def check_references(found: Findings[Scenario]) -> None:
    """Every message, item, inject, task, option and objective used is defined."""
    found.all_defined(*_REFERENCES)
    for path, chosen in found.at("Cond.chosen"):
        task = found.value.tasks.get(chosen.task)
        if task and task.kind != "level" and chosen.option not in (None, *task.options):
            found.unknown("SC105", (*path, "option"), chosen.option, task.options)


_REFERENCES = (
    ("SC102", "messages", "injects.*.gives", "counts.after", "Cond.told.message"),
    ("SC103", "injects", "Cond.delivered"),
    ("SC104", "tasks", "Cond.done", "Cond.chosen.task"),
    ("SC108", "items", "messages.*.items.*", "injects.*.items.*"),
    ("SC109", "objectives", "tasks.*.objective"),
)


def check_against_chart(found: Findings[Scenario], chart: Chart) -> None:
    """Every post, role, group, medium and duty exists in the chart."""
    found.all_known("SC101", {*chart.posts, *chart.groups, *chart.by_role}, *_NAMED, *_COUNTED_ON, chart=chart.id)
    found.all_known("SC107", chart.media, "down.*")
    found.all_known("SC106", chart.duties, "tasks.*.duty", "meeting.duty", "Cond.quorum")
    for path, ref in found.at("tasks.*.post"):
        first = next(iter(chart.meant(ref)), None)
        if first is not None and not chart.candidates(first):
            found.add("SC119", path, name=first)


_NAMED = ("roles.*", "contacts.*.caller", "contacts.*.target")
_COUNTED_ON = (
    *("origin.*", "injects.*.to.*", "tasks.*.post", "Cond.told.post"),
    *("counts.sources.*", "counts.collector"),
)
"""Where a scenario names posts, roles and groups: such as it only asks for, and such as the drill counts on."""


def check_scope(found: Findings[Scenario], chart: Chart) -> None:
    """Whatever the drill counts on has a post within its scope."""
    for path, named in (each for pattern in _COUNTED_ON for each in found.at(pattern.removesuffix(".*"))):
        refs = (named,) if isinstance(named, str) else named
        posts = dict.fromkeys(post for ref in refs for post in chart.resolve(ref) if post in chart.posts)
        if posts and not chart.meant(*refs):
            found.add("SC134", path, names=", ".join(posts))


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
    for path, cond in found.at("Cond"):
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
        found.all_known("SC112", sources, "counts.values.#")


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
