"""A short test while it is taken: the answers so far and the question in sight; an answer can be changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drill.year.quiz import AskedQuestion, TestPaper


@dataclass(frozen=True)
class Sitting:
    """`taken`: for each question the place of the answer, None where there is none yet; `at` counts from 0."""

    paper: TestPaper
    taken: tuple[int | None, ...]
    at: int = 0

    @classmethod
    def of(cls, paper: TestPaper) -> Sitting:
        """Before the first answer."""
        return cls(paper, (None,) * len(paper.items))

    @property
    def item(self) -> AskedQuestion:
        """The question in sight."""
        return self.paper.items[self.at]

    @property
    def missing(self) -> tuple[int, ...]:
        """Questions without an answer."""
        return tuple(number for number, place in enumerate(self.taken) if place is None)

    @property
    def is_last(self) -> bool:
        """Whether no question follows."""
        return self.at == len(self.taken) - 1

    def answer(self, place: int) -> Sitting:
        """Take an answer to the question in sight, instead of the one before."""
        taken = (*self.taken[: self.at], place, *self.taken[self.at + 1 :])
        return replace(self, taken=taken)

    def go(self, at: int) -> Sitting:
        """Look at another question; beyond the ends it stays."""
        return replace(self, at=min(len(self.taken) - 1, max(0, at)))
