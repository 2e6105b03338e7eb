"""What evaluators say of a recorded drill: confirmed ratings, evidence, strengths, areas, and actions to improve.

It lies beside the transcript and is written by hand as much as by `drill score --rate`. Nothing in it is overwritten:
of several ratings of an objective the last one counts, and those before it are its history.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, field_validator

from drill.model.basics import Day, Frozen, Id

EVALUATION_SCHEMA = "drill.evaluation/1"
SUFFIX = ".evaluation.yaml"
"""What takes the place of `.jsonl` in the name of the transcript."""

Rating = Literal["P", "S", "M", "U"]
"""HSEEP: performed without challenges, with some, with major challenges, unable to be performed."""
Words = Annotated[str, Field(min_length=1, max_length=4000)]


class GivenRating(Frozen):
    """A rating an evaluator gave; one that differs from what the log suggested needs a reason."""

    objective: Id
    rating: Rating
    suggested: Rating | None = Field(None, description="what the log suggested at that time")
    reason: Words | None = None
    by: Words | None = Field(None, description="a post, never a person's name")
    on: Day | None = None


class Note(Frozen):
    """Something an evaluator saw."""

    objective: Id | None = None
    text: Words
    at: Words | None = Field(None, description="when, as the evaluator wrote it down")


class Action(Frozen):
    """An improvement: what was wanting, what is done about it, by which post until when, and how it ended."""

    id: Id
    gap: Words
    objective: Id | None = None
    measure: Words
    owner: Words | None = Field(None, description="a post, never a person's name")
    due: Day | None = None
    closed_on: Day | None = None
    evidence: Words | None = Field(None, description="what shows that it is done")


class FollowUp(Frozen):
    """What this drill showed of an action of an earlier one."""

    action: Id
    drill: Words | None = Field(None, description="name of the earlier transcript, where ids are not unique")
    gap: Words | None = Field(None, description="in short, for readers without the earlier file")
    closed: bool = Field(description="whether the gap is closed")
    evidence: Words | None = None


def _nothing_yet(schema: dict[str, Any]) -> None:
    """For editors: a list may have nothing below its key, as a form has it."""
    for entry in schema["properties"].values():
        if entry.get("type") == "array":
            entry["type"] = ["array", "null"]


class Evaluation(Frozen):
    """The evaluation of one drill."""

    model_config = ConfigDict(json_schema_extra=_nothing_yet)

    schema_: Literal["drill.evaluation/1"] = Field(alias="schema")
    transcript: Words = Field(description="name of the transcript's file")
    head: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = Field(None, description="its last hash")
    held: Day | None = Field(None, description="the day on which the drill was held")
    ratings: tuple[GivenRating, ...] = ()
    notes: tuple[Note, ...] = ()
    strengths: tuple[Words, ...] = ()
    areas: tuple[Words, ...] = ()
    actions: tuple[Action, ...] = ()
    follows: tuple[FollowUp, ...] = ()

    @field_validator("ratings", "notes", "strengths", "areas", "actions", "follows", mode="before")
    @classmethod
    def _nothing_yet(cls, value: object) -> object:
        return () if value is None else value

    def rating(self, objective: str) -> GivenRating | None:
        """The rating that counts."""
        return next((each for each in reversed(self.ratings) if each.objective == objective), None)

    def history(self, objective: str) -> tuple[GivenRating, ...]:
        """Every rating of an objective, the first one first."""
        return tuple(each for each in self.ratings if each.objective == objective)
