"""Checks of an evaluation beyond its shape, by itself or beside the drill it is of."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from drill.model.evaluation import Evaluation
from drill.model.findings import Findings, findings
from drill.model.load import Loaded
from drill.model.problems import Problem


def check_evaluation(
    evaluation: Loaded[Evaluation], objectives: Collection[str] | None = None, head: str | None = None
) -> list[Problem]:
    """Problems of an evaluation; `objectives` and `head` are those of its drill, where that is at hand."""
    return findings(evaluation, _ratings, _actions, partial(_of_drill, objectives=objectives, head=head))


def _ratings(found: Findings[Evaluation]) -> None:
    for i, given in enumerate(found.value.ratings):
        if given.suggested not in (None, given.rating) and not given.reason:
            found.add("YR401", ("ratings", i), objective=given.objective, rating=given.rating)


def _actions(found: Findings[Evaluation]) -> None:
    """Ids are unique; what is closed has evidence, what is open an owner and a day."""
    seen: set[str] = set()
    for i, action in enumerate(found.value.actions):
        at = ("actions", i)
        if action.id in seen:
            found.add("YR402", (*at, "id"), name=action.id)
        seen.add(action.id)
        if action.closed_on and not action.evidence:
            found.add("YR403", (*at, "closed_on"), name=action.id)
        if not action.closed_on and not (action.owner and action.due):
            found.add("YR404", at, name=action.id)
        if found.value.held and action.closed_on and action.closed_on < found.value.held:
            found.add("YR406", (*at, "closed_on"), name=action.id)


def _of_drill(found: Findings[Evaluation], objectives: Collection[str] | None, head: str | None) -> None:
    if objectives is not None:
        found.all_known("YR407", objectives, "ratings.*.objective", "notes.*.objective", "actions.*.objective")
    if head is not None and found.value.head not in (None, head):
        found.add("YR405", ("head",))
