"""Whether the plain-data conditions of chart and scenario hold in a state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drill.exercise.contact.state import State
from drill.model.basics import MessageKind
from drill.model.chart import When
from drill.model.conditions import applies
from drill.model.scenario import Chosen, Cond, Told


def holds(cond: Cond, state: State) -> bool:
    """Whether a scenario's condition holds."""
    field = next(iter(cond.model_fields_set))
    return _CHECKS[field](getattr(cond, field), state)


def _told(told: Told, state: State) -> bool:
    return any(state.knows(post, told.message) for post in state.setup.chart.resolve(told.post))


def _done(task: str, state: State) -> bool:
    return task in state.tasks and state.tasks[task].done_ms is not None


def _chosen(chosen: Chosen, state: State) -> bool:
    return _done(chosen.task, state) and chosen.option in (None, state.tasks[chosen.task].answer)


def _delivered(inject: str, state: State) -> bool:
    return inject in state.injects and state.injects[inject].status == "delivered"


_CHECKS: dict[str, Callable[[Any, State], bool]] = {
    "told": _told,
    "done": _done,
    "chosen": _chosen,
    "delivered": _delivered,
    "level": lambda levels, state: state.level in levels,
    "publishing": lambda wanted, state: state.publishing == wanted,
    "quorum": lambda duty, state: duty in state.quorate,
    "totalled": lambda wanted, state: (state.total is not None) == wanted,
    "all_": lambda parts, state: all(holds(part, state) for part in parts),
    "any_": lambda parts, state: any(holds(part, state) for part in parts),
    "not_": lambda part, state: not holds(part, state),
}


def owes(when: When, kind: MessageKind, state: State, at_ms: int) -> bool:
    """Whether a contact with this condition is owed for a message of this kind, as things stand."""
    return applies(
        when,
        kind,
        incident=state.setup.scenario.incident,
        level=state.level,
        publishing=state.publishing,
        hours_open=when.hours is None or state.setup.hours_open(when.hours, at_ms),
    )
