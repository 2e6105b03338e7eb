"""The short test: questions drawn from banks, answers in an order of their own, graded. Pure: a seed gives one paper.

A draw is keyed by bank and question, so the order of a file is without meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from drill.errors import UsageError
from drill.model.bank import Bank, BankQuestion
from drill.model.questionnaire import Service
from drill.model.scenario import Answer
from drill.rng import Dice, Purpose
from drill.year.events import TestResult

LETTERS = {"ja": "アイウエオカキク", "en": "ABCDEFGH"}
"""What answers are called, in the order in which they are shown."""
MOST = 50
"""Questions of one test; programmes may ask for as many."""
Answers = Sequence[int | None]
"""For each question the place, from 0, of the answer taken; None where none was."""


@dataclass(frozen=True)
class AskedQuestion:
    """One question as it is asked: `ref` is `bank/question`, `answers` stand in the order shown."""

    ref: str
    question: BankQuestion
    answers: tuple[Answer, ...]

    @property
    def right(self) -> int:
        """The place of the right answer."""
        return next(place for place, answer in enumerate(self.answers) if answer.right)


@dataclass(frozen=True)
class TestPaper:
    """A short test as it is taken."""

    seed: int
    items: tuple[AskedQuestion, ...]
    banks: tuple[Bank, ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """Its questions."""
        return tuple(item.ref for item in self.items)

    @property
    def code(self) -> str:
        """Seed, number of questions and a check of their order: no sheet is graded by another paper than its own."""
        shown = ((item.ref, *(str(item.question.answers.index(each)) for each in item.answers)) for item in self.items)
        digest = sha256("\n".join(" ".join(parts) for parts in shown).encode()).hexdigest()
        return f"{self.seed}-{len(self.items)}-{digest[:4].upper()}"


def draw_test(banks: Sequence[Bank], questions: int, seed: int) -> TestPaper:
    """So many questions, as evenly from all banks as they divide, none twice; the first banks give what is left over.

    UsageError for a bank that is named twice or has too few questions.
    """
    dice = Dice(seed)
    items: list[AskedQuestion] = []
    for place, bank in enumerate(banks):
        if any(bank.id == other.id for other in banks[:place]):
            raise UsageError("test.bank_twice", name=bank.id)
        share = questions // len(banks) + (place < questions % len(banks))
        if share > len(bank.questions):
            raise UsageError("test.bank_too_small", name=bank.id, has=len(bank.questions), needed=share)
        refs = {f"{bank.id}/{name}": question for name, question in bank.questions.items()}
        drawn = sorted(refs, key=lambda ref: (dice.bits(ref, Purpose.QUESTIONS), ref))[:share]
        items += (_item(ref, refs[ref], dice) for ref in drawn)
    items.sort(key=lambda item: (dice.bits(item.ref, Purpose.QUESTIONS, "order"), item.ref))
    return TestPaper(seed, tuple(items), tuple(banks))


def grade(paper: TestPaper, answers: Answers, member: str = "", service: Service | None = None) -> TestResult:
    """What somebody's answers come to; a question without one is not right."""
    given = zip(paper.items, answers, strict=True)
    wrong = tuple(item.ref for item, taken in given if taken != item.right)
    return TestResult(len(paper.items) - len(wrong), len(paper.items), member, service, wrong)


def _item(ref: str, question: BankQuestion, dice: Dice) -> AskedQuestion:
    order = sorted(
        range(len(question.answers)), key=lambda place: (dice.bits(ref, Purpose.ANSWERS_SHOWN, str(place)), place)
    )
    return AskedQuestion(ref, question, tuple(question.answers[place] for place in order))
