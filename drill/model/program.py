"""The programme of a drill year: who is drilled in what, when, taught by whom, and what the review board is shown.

A year runs from April to March. Dates are days; headcounts are those of the `as_of` day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from drill.model.basics import Day, Frozen, Id, Text

ActivityKind = Literal["meeting", "training", "contact"]
"""A scenario exercise round a table, a class with a short test, a drill of the contact chain."""

Headcount = Annotated[int, Field(ge=0, le=1_000_000)]


class Section(Frozen):
    """An organisational unit as rosters name it."""

    name: Text
    also: tuple[str, ...] = Field((), description="other spellings in rosters")


class Target(Frozen):
    """A group of people: those of the roster in these sections with one of these duties."""

    title: Text
    sections: tuple[Id, ...] = Field((), description="sections; left out: all")
    duties: tuple[str, ...] = Field((), description="duties as the roster writes them; left out: all")
    headcount: Headcount | None = Field(None, description="planned or published number, compared with the roster")


class Cascade(Frozen):
    """Who teaches: people trained in an earlier activity, or somebody from outside the cascade."""

    teacher: Text = Field(description="who teaches, for documents")
    trained_in: Id | None = Field(None, description="activity in which the teachers must have been trained")
    own_section: bool = Field(True, description="each section is taught by a trained person of its own")
    representatives: Id | None = Field(
        None, description="target of those who are trained first, in the same activity; then each teaches its section"
    )


class TestPlan(Frozen):
    """The short test at the end of a class."""

    banks: tuple[Id, ...] = Field(min_length=1, description="question banks")
    questions: int = Field(8, ge=1, le=50)


class Activity(Frozen):
    """One drill or training of the year: a row of the result table."""

    number: str = Field("", description="as the board's table counts it, e.g. ①")
    kind: ActivityKind
    title: Text
    targets: tuple[Id, ...] = Field(min_length=1)
    first: Day = Field(alias="from")
    last: Day | None = Field(None, alias="to", description="left out: one day")
    content: tuple[Text, ...] = Field(min_length=1, description="what is drilled, item by item")
    outcome: tuple[Text, ...] = Field((), description="what was done, printed once it has been held")
    outcome_of: dict[Id, tuple[Text, ...]] = Field(
        default_factory=dict, description="what each target did, for papers of layout `report`"
    )
    material: tuple[Text, ...] = Field((), description="teaching material, told in the calendar")
    cascade: Cascade | None = None
    test: TestPlan | None = None
    scenario: Id | None = None
    chart: Id | None = Field(None, description="instead of the scenario's own")
    paper: Id = Field(description="the board paper whose table it stands in")

    @property
    def end(self) -> Day:
        """Its last day."""
        return self.last or self.first

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if self.end < self.first:
            raise PydanticCustomError("days_in_order", "`to` is before `from`")
        if (self.kind == "training") == (self.scenario is not None):
            raise PydanticCustomError("scenario_with_drill", "a drill has a `scenario`, a training has none")
        return self


class SelfCheckPlan(Frozen):
    """An anonymous self-check: which questionnaires, answered by whom, from when to when."""

    title: Text
    questionnaires: Id = Field(description="file of questionnaires")
    groups: dict[Id, Id] = Field(min_length=1, description="questionnaire → target group that answers it")
    first: Day = Field(alias="from")
    last: Day = Field(alias="to")
    paper: Id


class Paper(Frozen):
    """A document for the board: `table` lists drills in rows, `report` tells of one drill under headings."""

    title: Text
    number: Text | None = None
    layout: Literal["table", "report", "selfcheck"]
    purpose: Text | None = None
    method: Day | None = Field(None, description="when the method is put to the board")
    result: Day | None = Field(None, description="when the result is put to the board")
    notes: tuple[Text, ...] = ()


class BoardMeeting(Frozen):
    """A meeting of the review board or its panel."""

    on: Day
    title: Text


class Program(Frozen):
    """The programme of one year."""

    schema_: Literal["drill.program/1"] = Field(alias="schema")
    id: Id
    title: Text
    office: Text
    year: int = Field(ge=1990, le=2200, description="the year in which it begins, in April")
    as_of: Day = Field(description="the day whose headcounts count")
    source: str | None = None
    sections: dict[Id, Section] = Field(min_length=1)
    targets: dict[Id, Target] = Field(min_length=1)
    activities: dict[Id, Activity] = Field(min_length=1)
    selfchecks: dict[Id, SelfCheckPlan] = Field(default_factory=dict)
    papers: dict[Id, Paper] = Field(min_length=1)
    board: tuple[BoardMeeting, ...] = ()

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Section and how it may be written, for each way: its id, its names, other spellings in rosters."""
        for name, section in self.sections.items():
            yield from ((name, text) for text in (name, section.name.ja, section.name.en, *section.also) if text)
