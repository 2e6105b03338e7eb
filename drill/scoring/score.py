"""The score of a drill: every figure is a numerator and a denominator and names its rows.

Dimensions: completeness of the contact chain, restoration (told that all is well again), timeliness, rightness,
message fidelity, expected actions, upward closure, quiz. A dimension whose denominator is 0 does not apply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drill.exercise.contact.events import Row
from drill.scoring import conduct
from drill.scoring.completeness import (
    BrokenLink,
    ContactRow,
    broken_links,
    completeness,
    contact_table,
    restoration,
    times_to,
)
from drill.scoring.evidence import Dimension, Evidence
from drill.scoring.objectives import ObjectiveRating, rate


@dataclass(frozen=True)
class Score:
    """Everything the reports are made from. `times` maps 25/50/75/100 % of required posts to milliseconds."""

    evidence: Evidence
    dimensions: dict[str, Dimension]
    contacts: tuple[ContactRow, ...]
    broken: tuple[BrokenLink, ...]
    times: dict[int, int | None]
    objectives: tuple[ObjectiveRating, ...]

    @property
    def completeness(self) -> Dimension:
        """The first dimension."""
        return self.dimensions["completeness"]


def score(rows: Sequence[Row]) -> Score:
    """Score a log from its beginning to wherever it ends; UsageError if it does not begin like one."""
    evidence = Evidence.of(rows)
    table = contact_table(evidence)
    marks = {
        "completeness": completeness(evidence, table),
        "restoration": restoration(evidence),
        "timeliness": conduct.timeliness(evidence),
        "rightness": conduct.rightness(evidence),
        "fidelity": conduct.fidelity(evidence),
        "actions": conduct.actions(evidence),
        "closure": conduct.closure(evidence),
        "quiz": conduct.quiz(evidence),
    }
    dimensions = {name: Dimension(name, tuple(rows)) for name, rows in marks.items()}
    ratings = rate(evidence, tuple(dimensions.values()))
    return Score(evidence, dimensions, table, broken_links(evidence, table), times_to(table), ratings)
