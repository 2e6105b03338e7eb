"""A drill made ready for scoring, and what a score is made of: marks, gathered into dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import ContactKey, State
from drill.model.basics import Text
from drill.scoring.course import RightCourse


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of a dimension: `got` of `of` points. `code` is its sentence; `why` says why it matters.

    `post` is whose doing it was, or who was not reached; `target` whom a contact was for; `task` which one.
    """

    code: str
    params: dict[str, Any]
    got: int
    of: int = 1
    at_ms: int | None = None
    due_ms: int | None = None
    why: Text | None = None
    objective: str | None = None
    post: str | None = None
    target: str | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """A figure and the rows it is made of."""

    name: str
    rows: tuple[Mark, ...]

    @property
    def numerator(self) -> int:
        """Points got."""
        return sum(row.got for row in self.rows)

    @property
    def denominator(self) -> int:
        """Points there were to get."""
        return sum(row.of for row in self.rows)


@dataclass(frozen=True)
class Evidence:
    """A drill, finished or cut, made ready: with its log folded."""

    setup: Setup
    state: State
    rows: tuple[Row, ...]
    course: RightCourse

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Evidence:
        """Fold a log; UsageError if it does not begin like one. What comes after the end is no response."""
        setup = DRILL.setup_of(rows)
        state = DRILL.fold(setup, rows).state
        told = (known.at_ms for each in state.known.values() for known in each.values())
        end = state.now_ms if state.ended_ms is None else state.ended_ms
        return cls(setup, state, tuple(rows), RightCourse(setup, min(told, default=0), end))

    def name(self, post: str) -> Text:
        """A post's name."""
        return self.setup.chart.posts[post].name

    def pair(self, key: ContactKey) -> dict[str, Any]:
        """Who contacts whom about what, as parameters of a sentence."""
        about = self.setup.message_title(key.message)
        return {"caller": self.name(key.caller), "target": self.name(key.target), "about": about}
