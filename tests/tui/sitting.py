"""Somebody who takes the short test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from drill.model.library import find_bank
from drill.model.load import load_bank
from drill.model.questionnaire import Service
from drill.text.catalogue import Language
from drill.tui.answering.exam import ExamApp, ExamOptions
from drill.year.events import TestResult
from drill.year.quiz import TestPaper, draw_test
from tests.tui.playing import SMALL, Keys
from tests.year.papers import a_paper


class Candidate(Keys):
    """The application and the keys."""

    app: ExamApp

    @property
    def right(self) -> list[str]:
        """The keys of the right answers."""
        return [str(item.right + 1) for item in self.app.options.paper.items]

    @property
    def result(self) -> TestResult | None:
        """What was handed in."""
        return self.app.outcome.result


@asynccontextmanager
async def taking(
    paper: TestPaper | None = None,
    language: Language = "en",
    size: tuple[int, int] = SMALL,
    service: Service | None = "later",
    keep: Callable[[TestResult], str] | None = None,
) -> AsyncIterator[Candidate]:
    """Somebody in front of the first question."""
    app = ExamApp(ExamOptions(paper or a_paper(), language, "m1", service, keep))
    async with app.run_test(size=size) as pilot:
        candidate = Candidate(app, pilot)
        await candidate.settle()
        yield candidate


def shipped_paper(questions: int = 8, seed: int = 3) -> TestPaper:
    """A test drawn from the shipped banks."""
    banks = [load_bank(find_bank(name)).value for name in ("failure", "misuse")]
    return draw_test([bank for bank in banks if bank], questions, seed)
