"""What a meeting is given before it starts: chart, scenario, date. Nothing here changes during the exercise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from drill.errors import UsageError
from drill.exercise.table.events import MEETING_SCHEMA, MeetingStarted
from drill.model.chart import Chart, Duty
from drill.model.meeting import Meeting
from drill.model.scenario import Milestone, Scenario


@dataclass(frozen=True)
class MeetingSetup:
    """`chart` is free of personal data; `seed` is None where real people sit round the table."""

    chart: Chart
    scenario: Scenario
    start: datetime
    seed: int | None = None

    @classmethod
    def make(
        cls, chart: Chart, scenario: Scenario, *, start: datetime | None = None, seed: int | None = None
    ) -> MeetingSetup:
        """UsageError if the scenario has no meeting, or the chart lacks what it needs."""
        setup = cls(chart.without_personal_data(), scenario, start or scenario.start, seed)
        if scenario.meeting is None:
            raise UsageError("meeting.none", scenario.id)
        if scenario.meeting.duty not in chart.duties or not setup.members:
            raise UsageError("meeting.no_duty", scenario.id, duty=scenario.meeting.duty, chart=chart.id)
        return setup

    @classmethod
    def from_event(cls, event: MeetingStarted) -> MeetingSetup:
        """The setup a log begins with; ValueError or UsageError if it cannot be used."""
        chart, scenario = Chart.model_validate(event.chart), Scenario.model_validate(event.scenario)
        return cls.make(chart, scenario, start=datetime.fromisoformat(event.start), seed=event.seed)

    def as_event(self) -> MeetingStarted:
        """The first line of the log."""
        return MeetingStarted(
            schema=MEETING_SCHEMA,
            chart=self.chart.model_dump(mode="json", by_alias=True, exclude_defaults=True),
            scenario=self.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True),
            start=self.start.isoformat(),
            seed=self.seed,
        )

    @property
    def meeting(self) -> Meeting:
        """What is gone through."""
        assert self.scenario.meeting is not None  # or `make` would have refused
        return self.scenario.meeting

    @property
    def duty(self) -> Duty:
        """Who is convened."""
        return self.chart.duties[self.meeting.duty]

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The posts convened, each once."""
        return tuple(dict.fromkeys(post for ref in self.duty.members for post in self.chart.resolve(ref)))

    @cached_property
    def stages(self) -> tuple[str, ...]:
        """The stages in order."""
        return tuple(self.meeting.stages)

    @cached_property
    def known_people(self) -> tuple[str, ...]:
        """Everybody who holds a post inside or stands in for one: among these the room names a deputy."""
        inside = [post for post, entry in self.chart.posts.items() if not entry.external]
        return tuple(sorted({person for post in inside for person in self.chart.candidates(post)}))

    def real_case(self, stage: str) -> tuple[Milestone, ...]:
        """What the real case had done by the moment a stage stands for and, but at the first, after the one before."""
        stages, at = self.meeting.stages, self.stages.index(stage)
        after = stages[self.stages[at - 1]].at_min if at else float("-inf")
        return tuple(each for each in self.scenario.reference if after < each.at_min <= stages[stage].at_min)
