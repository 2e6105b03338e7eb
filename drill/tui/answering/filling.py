"""An answer sheet of the self-check while it is filled in: until it is handed in, it is nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from drill.model.questionnaire import CheckQuestion, SelfCheck, Service
from drill.year.tally import Answer, AnswerSheet, Respondents


@dataclass(frozen=True)
class Filling:
    """`at` is the question in sight and counts from 0; a question without an answer has been skipped."""

    check: SelfCheck
    group: Respondents
    service: Service | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    at: int = 0

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions of this group."""
        return self.check.questionnaires[self.group.name].questions

    @property
    def name(self) -> str:
        """The question in sight."""
        return self.asked[self.at]

    @property
    def question(self) -> CheckQuestion:
        """What it says."""
        return self.check.questions[self.name]

    @property
    def skipped(self) -> int:
        """How many questions have no answer."""
        return len(self.asked) - len(self.answers)

    @property
    def is_last(self) -> bool:
        """Whether no question follows."""
        return self.at == len(self.asked) - 1

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

    def go(self, at: int) -> Filling:
        """Look at another question; beyond the ends it stays."""
        return replace(self, at=min(len(self.asked) - 1, max(0, at)))
