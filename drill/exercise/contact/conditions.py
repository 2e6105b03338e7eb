"""Whether the plain-data conditions of chart and scenario hold in a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from drill.exercise.contact import events as e
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.model.chart import When
from drill.model.conditions import holds_now
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


Input = tuple[str, ...]
"""Something of the state that a condition looks at."""


def inputs(cond: Cond, setup: Setup) -> Iterator[Input]:
    """All that a condition looks at: it can only change with an event that `TOUCHES` one of them."""
    if cond.told:
        yield from (("told", cond.told.message, post) for post in setup.chart.resolve(cond.told.post))
    for part in (*(cond.all_ or ()), *(cond.any_ or ()), *((cond.not_,) if cond.not_ else ())):
        yield from inputs(part, setup)
    task = cond.done or (cond.chosen and cond.chosen.task)
    if task:
        yield "done", task
        duty = task in setup.scenario.tasks and setup.scenario.tasks[task].duty
        if duty:
            yield "convened", duty
    if cond.delivered:
        yield "delivered", cond.delivered
    yield from (each for each in _WHOLE if getattr(cond, each[0]) is not None)


_WHOLE: tuple[Input, ...] = (("level",), ("publishing",), ("quorum",), ("totalled",))


TOUCHES: Mapping[type[e.Event], Callable[[Any], Iterable[Input]]] = {
    e.MessageAcknowledged: lambda event: [("told", event.message, event.post)],
    e.InjectDelivered: lambda event: [("delivered", event.inject)],
    e.LevelJudged: lambda event: [("level",), ("done", event.task)],
    e.OptionChosen: lambda event: [("publishing",), ("done", event.task)],
    e.ActionDone: lambda event: [("done", event.task)],
    e.MeetingConvened: lambda event: [("convened", event.duty)],
    e.QuorumReached: lambda _: [("quorum",)],
    e.CountsTotalled: lambda _: [("totalled",)],
}
"""What of `inputs` an event may change."""


def owes(when: When, state: State, at_ms: int) -> bool:
    """Whether a contact that concerns a message is owed as things stand."""
    hours_open = when.hours is None or state.setup.hours_open(when.hours, at_ms)
    return holds_now(when, level=state.level, publishing=state.publishing, hours_open=hours_open)
