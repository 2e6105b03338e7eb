"""Short tests and answer sheets of self-checks while they are filled in; one question is in sight."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from drill.model.basics import Text
from drill.model.questionnaire import SelfCheck, Service
from drill.year.quiz import AskedQuestion, TestPaper
from drill.year.tally import Answer, AnswerSheet, Respondents


@dataclass(frozen=True)
class Leafing(ABC):
    """Questions that are gone through one by one; `at` counts from 0."""

    at: int = field(default=0, kw_only=True)

    @property
    @abstractmethod
    def texts(self) -> tuple[Text, ...]:
        """What is asked."""

    def go(self, at: int) -> Self:
        """Look at another question; beyond the ends it stays."""
        return replace(self, at=min(len(self.texts) - 1, max(0, at)))


@dataclass(frozen=True)
class Sitting(Leafing):
    """A short test; `taken`: for each question the place of the answer, None where there is none yet."""

    paper: TestPaper
    taken: tuple[int | None, ...]

    @classmethod
    def of(cls, paper: TestPaper) -> Sitting:
        """Before the first answer."""
        return cls(paper, (None,) * len(paper.items))

    @property
    def texts(self) -> tuple[Text, ...]:
        """What is asked."""
        return tuple(item.question.text for item in self.paper.items)

    @property
    def item(self) -> AskedQuestion:
        """The question in sight."""
        return self.paper.items[self.at]

    @property
    def missing(self) -> tuple[int, ...]:
        """Questions without an answer."""
        return tuple(number for number, place in enumerate(self.taken) if place is None)

    def answer(self, place: int) -> Sitting:
        """Take an answer to the question in sight, instead of the one before."""
        return replace(self, taken=(*self.taken[: self.at], place, *self.taken[self.at + 1 :]))


@dataclass(frozen=True)
class Filling(Leafing):
    """A self-check, nowhere else until it is handed in; a question without an answer has been skipped."""

    check: SelfCheck
    group: Respondents
    service: Service | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions of this group."""
        return self.check.questionnaires[self.group.name].questions

    @property
    def name(self) -> str:
        """The question in sight."""
        return self.asked[self.at]

    @property
    def texts(self) -> tuple[Text, ...]:
        """What is asked."""
        return tuple(self.check.questions[name].text for name in self.asked)

    @property
    def skipped(self) -> int:
        """How many questions have no answer."""
        return len(self.asked) - len(self.answers)

    @property
    def sheet(self) -> AnswerSheet:
        """As it is handed in."""
        return AnswerSheet(self.answers, self.service, self.reasons)

    def answer(self, answer: Answer | None) -> Filling:
        """Answer the question in sight, instead of the answer before; None takes that back."""
        others = {name: each for name, each in self.answers.items() if name != self.name}
        return replace(self, answers=others if answer is None else {**others, self.name: answer})

    def give(self, reason: str) -> Filling:
        """A reason for the question in sight, instead of the one before; an empty one takes that back."""
        others = {name: each for name, each in self.reasons.items() if name != self.name}
        return replace(self, reasons={**others, self.name: reason} if reason else others)
