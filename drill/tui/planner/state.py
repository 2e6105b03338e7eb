"""What the planner has set: the situation, who stands in, where it begins, and what fails. No screen is known here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import get_args

from drill.analysis.network import ElementKind
from drill.contacts.situation import Situation
from drill.model.basics import IncidentClass
from drill.model.chart import Chart
from drill.model.load import Loaded
from drill.text.catalogue import Language

Thing = tuple[ElementKind, str]
"""Something that can fail, by kind and reference."""
CLASSES: tuple[IncidentClass | None, ...] = (None, *get_args(IncidentClass))
MORNING = time(9)
"""The hour that stepping through the week begins at."""


@dataclass(frozen=True, slots=True)
class Toggles:
    """One setting of everything that can be switched; `origins` () means those of the chart."""

    situation: Situation = field(default_factory=Situation)
    origins: tuple[str, ...] = ()
    deputies: bool = True
    failed: tuple[Thing, ...] = ()
    """In the order in which they were let fail."""

    def fail(self, things: Iterable[Thing]) -> Toggles:
        """With these failed too or, if all of them already are, working again."""
        things = tuple(things)
        if set(things) <= set(self.failed):
            return replace(self, failed=tuple(each for each in self.failed if each not in things))
        return replace(self, failed=tuple(dict.fromkeys((*self.failed, *things))))

    def next_class(self) -> Toggles:
        """Any class, then each in turn."""
        at = CLASSES.index(self.situation.incident)
        return self._with(incident=CLASSES[(at + 1) % len(CLASSES)])

    def at_level(self, level: int) -> Toggles:
        """At this level; asked again, at any."""
        return self._with(level=None if self.situation.level == level else level)

    def next_publishing(self) -> Toggles:
        """Either, then published, then not."""
        turns = {None: True, True: False, False: None}
        return self._with(publishing=turns[self.situation.publishing])

    def at_time(self, at: datetime | None, day: date | None = None) -> Toggles:
        """At this moment, or only on this day; neither means any time."""
        return self._with(at=at, day=day)

    def later(self, hours: int, today: date) -> Toggles:
        """So many hours on or back; from any time, it begins on the morning of the day."""
        now, day = self.situation.at, self.situation.day or today
        try:
            at = now + timedelta(hours=hours) if now else datetime.combine(day, MORNING)
        except OverflowError:  # the end of the calendar
            return self
        return self._with(at=at, day=None)

    def _with(self, **changes: object) -> Toggles:
        return replace(self, situation=replace(self.situation, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """The chart, which must have a value, and how it is looked at first."""

    loaded: Loaded[Chart]
    today: date
    toggles: Toggles = field(default_factory=Toggles)
    language: Language = "en"
