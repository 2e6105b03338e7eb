"""What went well and what did not, grouped so that something can be done about it. Every lesson names its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drill.pairs import gathered
from drill.scoring.evidence import Mark
from drill.scoring.score import Score

Cause = Literal["unreached", "late", "order", "needless", "items", "decision", "actions", "counts", "quiz"]
CAUSES: dict[str, Cause] = {
    **dict.fromkeys(("mark.post_failed", "mark.post_message_only", "mark.not_told", "mark.contact_never"), "unreached"),
    "mark.contact_late": "late",
    **dict.fromkeys(("mark.order_broken", "mark.out_of_order"), "order"),
    **dict.fromkeys(("mark.needless", "mark.temptation"), "needless"),
    "mark.items_lost": "items",
    **dict.fromkeys(("mark.decided_wrong", "mark.undecided"), "decision"),
    **dict.fromkeys(("mark.action_missed", "mark.action_late"), "actions"),
    **dict.fromkeys(
        ("mark.count_missing", "mark.count_wrong", "mark.count_late", "mark.total_missing", "mark.total_wrong"),
        "counts",
    ),
    "mark.quiz_wrong": "quiz",
}
"""What lies behind each row that can lose points; what is done about it depends on that."""


@dataclass(frozen=True, slots=True)
class Strength:
    """An objective (or, where none has all its points, a dimension) in which nothing was missed, and its rows."""

    kind: Literal["objective", "dimension"]
    name: str
    rows: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """Rows that lost points for one cause, the posts they concern, and the objectives they count for."""

    cause: Cause
    rows: tuple[Mark, ...]
    posts: tuple[str, ...]
    objectives: tuple[str, ...]

    @property
    def lost(self) -> int:
        """Points lost."""
        return sum(row.of - row.got for row in self.rows)


def strengths(score: Score) -> tuple[Strength, ...]:
    """Objectives and dimensions with every point; a dimension is left out where an objective has the same rows."""
    found = [Strength("objective", o.objective, o.rows) for o in score.objectives if _whole(o.rows)]
    said = {id(row) for each in found for row in each.rows}
    found += [
        Strength("dimension", d.name, d.rows)
        for d in score.dimensions.values()
        if _whole(d.rows) and any(id(row) not in said for row in d.rows)
    ]
    return tuple(found)


def areas(score: Score) -> tuple[Area, ...]:
    """What lost points, by cause, the most points first."""
    rows = (row for dimension in score.dimensions.values() for row in dimension.rows)
    lost = gathered((CAUSES[row.code], row) for row in rows if row.got < row.of)
    found = [_area(score, cause, tuple(marks)) for cause, marks in lost.items()]
    return tuple(sorted(found, key=lambda area: -area.lost))


def _area(score: Score, cause: Cause, rows: tuple[Mark, ...]) -> Area:
    mine = {id(row) for row in rows}
    objectives = (o.objective for o in score.objectives if any(id(row) in mine for row in o.rows))
    return Area(cause, rows, tuple(dict.fromkeys(r.post for r in rows if r.post is not None)), tuple(objectives))


def _whole(rows: tuple[Mark, ...]) -> bool:
    """All points of at least one."""
    return any(row.of for row in rows) and all(row.got == row.of for row in rows)
