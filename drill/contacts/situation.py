"""The situation a chart is looked at in: what happened, how bad it is, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from drill.model.basics import IncidentClass, MessageKind
from drill.model.chart import Chart, When
from drill.model.conditions import applies
from drill.model.hours import parse_hours


@dataclass(frozen=True, slots=True)
class Situation:
    """Conditions of contacts and channels. None means any: every contact that could be owed counts as owed.

    `at` closes channels and contacts out of their hours; `day` (else the day of `at`) takes those on leave away.
    """

    incident: IncidentClass | None = None
    level: int | None = None
    publishing: bool | None = None
    message: MessageKind = "notice"
    at: datetime | None = None
    day: date | None = None

    def owes(self, chart: Chart, when: When) -> bool:
        """Whether a contact with this condition is owed."""
        return applies(
            when,
            self.message,
            incident=self.incident or next(iter(when.incident), ""),
            level=next(iter(when.level), None) if self.level is None else self.level,
            publishing=bool(when.publishing) if self.publishing is None else self.publishing,
            hours_open=when.hours is None or self.open(chart, when.hours),
        )

    def open(self, chart: Chart, hours: str) -> bool:
        """Whether these opening hours (a name of the chart's, or `always`) include the moment."""
        return self.at is None or parse_hours(chart.hours.get(hours, hours)).open_at(self.at, chart.holidays)

    def away(self, chart: Chart) -> frozenset[str]:
        """Persons on leave, who are passed over at once."""
        day = self.day or (self.at and self.at.date())
        return frozenset(p for p in chart.persons if chart.on_leave(p, day)) if day else frozenset()
