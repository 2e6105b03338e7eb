"""Conditions as plain data: when a contact is owed, and what makes one of a scenario come true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drill.model.basics import SPREADING, MessageKind
from drill.model.chart import When

if TYPE_CHECKING:
    from drill.model.scenario import Cond, Scenario


def brings_about(cond: Cond, scenario: Scenario) -> list[tuple[str, str]]:
    """(section, name) of the injects or tasks of which one must come for a condition to hold, unless it is combined."""
    if cond.delivered is not None:
        return [("injects", cond.delivered)] if cond.delivered in scenario.injects else []
    told = cond.told.message if cond.told else scenario.counts.after if cond.totalled and scenario.counts else None
    if told is not None:
        return [("injects", name) for name, inject in scenario.injects.items() if inject.gives == told]
    name = cond.done or (cond.chosen and cond.chosen.task)
    return [
        ("tasks", each)
        for each, task in scenario.tasks.items()
        if each == name
        or (cond.level is not None and task.kind == "level")
        or (cond.publishing and any(option.publishing for option in task.options.values()))
        or (cond.quorum is not None and task.duty == cond.quorum)
    ]


def concerns(when: When, kind: MessageKind, incident: str) -> bool:
    """Whether a contact with this condition can be owed for a message of this kind in an incident of this class."""
    return kind in (when.message or SPREADING) and (not when.incident or incident in when.incident)


def holds_now(when: When, *, level: int | None, publishing: bool, hours_open: bool) -> bool:
    """Whether such a contact is owed as things stand."""
    return (
        (not when.level or level in when.level)
        and (when.publishing is None or publishing == when.publishing)
        and hours_open
    )


def applies(
    when: When, kind: MessageKind, *, incident: str, level: int | None, publishing: bool, hours_open: bool
) -> bool:
    """Both at once."""
    return concerns(when, kind, incident) and holds_now(when, level=level, publishing=publishing, hours_open=hours_open)
