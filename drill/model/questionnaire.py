"""Questionnaires of an anonymous self-check, one for each kind of duty, and the published figures of other years."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from drill.model.basics import Frozen, Id, Text

SELFCHECK_SCHEMA = "drill.selfcheck/1"
Service = Literal["first", "later"]
"""Years of service: 1年目 / 2年目以上."""

Percent = Annotated[float, Field(ge=0, le=100)]


class CheckQuestion(Frozen):
    """A question answered yes or no; `proper` is the answer that the rules want."""

    text: Text
    proper: Literal["yes", "no"] = "yes"
    focus: bool = Field(False, description="shown by itself in the result paper")
    why: Text | None = None


class Questionnaire(Frozen):
    """The questions for one kind of duty."""

    title: Text
    questions: tuple[Id, ...] = Field(min_length=1)


class Rates(Frozen):
    """Published proper-practice rates in per cent, by years of service; None where none was published."""

    first: Percent | None = None
    later: Percent | None = None
    all_: Percent | None = Field(None, alias="all")


class PublishedGroup(Frozen):
    """A published row: people asked, questions, and the rate of each year."""

    people: int = Field(ge=0)
    questions: int = Field(ge=0)
    rates: dict[int, Rates]


class Published(Frozen):
    """Figures of a published self-check: rates by questionnaire, and yes-shares by question."""

    source: str
    groups: dict[Id, PublishedGroup] = Field(default_factory=dict)
    focus: dict[Id, dict[int, Rates]] = Field(default_factory=dict, description="question → year → share of yes")


class SelfCheck(Frozen):
    """The questionnaires of one self-check."""

    schema_: Literal["drill.selfcheck/1"] = Field(alias="schema")
    id: Id
    title: Text
    source: str | None = None
    introduction: Text | None = None
    questions: dict[Id, CheckQuestion] = Field(min_length=1)
    questionnaires: dict[Id, Questionnaire] = Field(min_length=1)
    published: Published | None = None
