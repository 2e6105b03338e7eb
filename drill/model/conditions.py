"""Conditions of a scenario as a tree to walk: every one with the place it stands at."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.problems import Path
from drill.model.scenario import Cond, Scenario, Trigger


def triggers(scenario: Scenario) -> Iterator[tuple[Path, Trigger]]:
    """Every moment that the scenario defines."""
    for name, phase in scenario.phases.items():
        yield ("phases", name, "opens"), phase.opens
    for name, inject in scenario.injects.items():
        yield ("injects", name, "opens"), inject.opens
    for name, task in scenario.tasks.items():
        yield ("tasks", name, "opens"), task.opens
    for name, clock in scenario.clocks.items():
        yield ("clocks", name, "starts"), clock.starts


def conditions(scenario: Scenario) -> Iterator[tuple[Path, Cond]]:
    """Every condition, those inside `all`, `any` and `not` included."""
    for path, trigger in triggers(scenario):
        for field, cond in (("when", trigger.when), ("unless", trigger.unless)):
            if cond is not None:
                yield from _walk((*path, field), cond)
    for name, task in scenario.tasks.items():
        if task.requires is not None:
            yield from _walk(("tasks", name, "requires"), task.requires)
    for name, clock in scenario.clocks.items():
        if clock.stops is not None:
            yield from _walk(("clocks", name, "stops"), clock.stops)


def _walk(path: Path, cond: Cond) -> Iterator[tuple[Path, Cond]]:
    yield path, cond
    for field, parts in (("all", cond.all_), ("any", cond.any_)):
        for i, part in enumerate(parts or ()):
            yield from _walk((*path, field, i), part)
    if cond.not_ is not None:
        yield from _walk((*path, "not"), cond.not_)
