"""Improvement actions over years: what the evaluations of drills ask for, and what later drills showed of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from drill.model.evaluation import Action, Evaluation, FollowUp

Stand = Literal["open", "late", "closed"]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The evaluation of a drill under the name of its transcript, without ending."""

    drill: str
    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class Tracked:
    """An action, how it stands, and the last drill that tested it, if any."""

    drill: str
    action: Action
    stand: Stand
    tested_in: str | None = None
    follow_up: FollowUp | None = None


def track(evaluations: Sequence[Evaluated], today: date) -> tuple[Tracked, ...]:
    """Every action of these evaluations, the oldest first, in the order of their files.

    What a later drill showed decides: an action closed on paper is open again if the gap was still there, and the gap
    found closed closes it. Without that its `closed_on` does. An open action past its day is late.
    """
    in_order = sorted(evaluations, key=lambda each: each.evaluation.held or date.min)
    found = []
    for number, each in enumerate(in_order):
        for action in each.evaluation.actions:
            tests = [
                (later.drill, follow)
                for later in in_order[number + 1 :]
                for follow in later.evaluation.follows
                if follow.action == action.id and follow.drill in (None, each.drill)
            ]
            tested_in, follow_up = tests[-1] if tests else (None, None)
            found.append(Tracked(each.drill, action, _stand(action, follow_up, today), tested_in, follow_up))
    return tuple(found)


def _stand(action: Action, follow_up: FollowUp | None, today: date) -> Stand:
    closed = follow_up.closed if follow_up else action.closed_on is not None and action.closed_on <= today
    if closed:
        return "closed"
    return "late" if action.due is not None and action.due < today else "open"


def count(tracked: Iterable[Tracked]) -> dict[str, int]:
    """How many are open (and not late), late, closed."""
    found = Counter(each.stand for each in tracked)
    return {"open": found["open"], "late": found["late"], "closed": found["closed"]}


def followed(evaluation: Evaluation, earlier: Iterable[Evaluated]) -> tuple[tuple[FollowUp, Action | None], ...]:
    """What a drill says of earlier actions, each with the action where its file is at hand."""
    known = {(each.drill, action.id): action for each in earlier for action in each.evaluation.actions}
    by_id = {action_id: action for (_, action_id), action in known.items()}
    return tuple(
        (follow, known.get((follow.drill, follow.action)) if follow.drill else by_id.get(follow.action))
        for follow in evaluation.follows
    )
