"""Which inject leads to what: conditions are followed back to what is delivered to the participants."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.conditions import brings_about
from drill.model.parts import parts_at
from drill.model.scenario import Cond, Scenario


def causes(scenario: Scenario) -> dict[str, str | None]:
    """Task → the inject that leads to it; None where only the time does."""
    return {task: _cause(scenario, task, frozenset()) for task in scenario.tasks}


def _cause(scenario: Scenario, task: str, seen: frozenset[str]) -> str | None:
    """`seen` are the tasks on the way here, so that a ring of tasks ends."""
    when = scenario.tasks[task].opens.when if task in scenario.tasks and task not in seen else None
    for cond in _plain(when) if when else ():
        for section, name in brings_about(cond, scenario):
            if found := name if section == "injects" else _cause(scenario, name, seen | {task}):
                return found
    return None


def _plain(cond: Cond) -> Iterator[Cond]:
    """The conditions that must come true, without those under a `not`."""
    parts = cond.all_ or cond.any_
    for part in parts or ():
        yield from _plain(part)
    if not parts and cond.not_ is None:
        yield cond


def rests_on(scenario: Scenario, inject: str) -> list[tuple[str, str]]:
    """(section, name) of what does not come about without an inject: what waits for it, and what only it tells."""
    given = scenario.injects[inject].gives
    others = {each.gives for name, each in scenario.injects.items() if name != inject}
    found = [("messages", given)] if given and given not in others else []
    for path, trigger in parts_at(scenario, "Trigger"):
        if trigger.when and _needs(trigger.when, inject):
            found.append((str(path[0]), str(path[1])))
    return found


def _needs(cond: Cond, inject: str) -> bool:
    """Whether a condition cannot hold before the inject has been delivered."""
    if cond.any_:
        return all(_needs(part, inject) for part in cond.any_)
    return cond.delivered == inject or any(_needs(part, inject) for part in cond.all_ or ())
