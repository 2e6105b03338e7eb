"""Objectives get a suggested rating in HSEEP's four steps, with its evidence; an evaluator confirms or changes it."""

from __future__ import annotations

from dataclasses import dataclass

from drill.model.basics import Text
from drill.model.evaluation import Rating
from drill.scoring.evidence import Dimension, Evidence, Mark

_STEPS: tuple[tuple[int, Rating], ...] = ((100, "P"), (80, "S"), (50, "M"))
"""Per cent of the evidence's points from which a rating is suggested; assumption."""


@dataclass(frozen=True, slots=True)
class ObjectiveRating:
    """An objective, its suggested rating (None: the drill gave no evidence), and the rows it rests on."""

    objective: str
    title: Text
    rating: Rating | None
    rows: tuple[Mark, ...]


def rate(evidence: Evidence, dimensions: tuple[Dimension, ...]) -> tuple[ObjectiveRating, ...]:
    """Suggest a rating for every objective from the rows of its tasks and of the dimensions it names."""
    ratings = []
    for name, objective in evidence.setup.scenario.objectives.items():
        rows = tuple(row for d in dimensions for row in d.rows if row.objective == name or d.name in objective.measures)
        ratings.append(ObjectiveRating(name, objective.title, suggest(rows), rows))
    return tuple(ratings)


def suggest(rows: tuple[Mark, ...]) -> Rating | None:
    """The rating that rows suggest."""
    of = sum(row.of for row in rows)
    if of == 0:
        return None
    share = 100 * sum(row.got for row in rows) // of
    return next((rating for least, rating in _STEPS if share >= least), "U")
