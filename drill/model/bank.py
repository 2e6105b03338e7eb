"""A bank of questions for the short test after a class."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from drill.model.basics import Frozen, Id, IncidentClass, Text
from drill.model.scenario import Question


class BankQuestion(Question):
    """A question with the rule it tests."""

    source: str = ""


class Bank(Frozen):
    """Questions of one class of incident."""

    schema_: Literal["drill.bank/1"] = Field(alias="schema")
    id: Id
    title: Text
    incident: IncidentClass | None = Field(None, alias="class")
    source: str | None = None
    questions: dict[Id, BankQuestion] = Field(min_length=1)
