"""A meeting as it stands, and what each event changes. Times are milliseconds since its start."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import Literal

from drill.exercise.table import events as e
from drill.exercise.table.setup import MeetingSetup

Phase = Literal["convening", "roles", "stage", "hot_wash", "closed"]


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long the room has been at a stage; what was held does not count."""

    opened_ms: int
    closed_ms: int | None = None
    held_ms: int = 0
    held_since: int | None = None

    def taken_ms(self, now_ms: int) -> int:
        """Time on the clock of the stage, at its end or by now."""
        end = now_ms if self.closed_ms is None else self.closed_ms
        return end - self.opened_ms - self.released(end).held_ms

    def released(self, at_ms: int) -> StageTime:
        """The same, if it is held, held up to a moment and no longer."""
        if self.held_since is None:
            return self
        return replace(self, held_ms=self.held_ms + at_ms - self.held_since, held_since=None)


@dataclass(slots=True)
class MeetingState:
    """Everything that has happened so far; only `evolve` alters it."""

    setup: MeetingSetup
    now_ms: int = 0
    phase: Phase = "convening"
    seats: dict[str, str] = field(default_factory=dict)
    """Member → who sits there."""
    missing: set[str] = field(default_factory=set)
    """Persons who are not here."""
    named: list[e.DeputyNamed] = field(default_factory=list)
    began: e.RolesBegun | None = None
    """Who sat at the table when convening was over."""
    roles: dict[str, e.RoleSaid] = field(default_factory=dict)
    stage: str | None = None
    stages: dict[str, StageTime] = field(default_factory=dict)
    decisions: dict[tuple[str, str], tuple[int, e.DecisionTaken]] = field(default_factory=dict)
    """(stage, decision) → when, and what was decided last."""
    shown: set[str] = field(default_factory=set)
    """Stages at which the real case was looked at."""
    remarks: list[e.RemarkMade] = field(default_factory=list)

    def expected(self, post: str) -> str | None:
        """Whom a member's seat waits for: the first of holder and deputies not known to be absent."""
        return next((each for each in self.setup.chart.candidates(post) if each not in self.missing), None)

    def revealed(self, post: str) -> bool:
        """Whether the room has named a deputy, so that the chart may show who is expected; holders are no secret."""
        person = self.expected(post)
        if person is None or person == self.setup.chart.posts[post].holder:
            return True
        return any(each.post == post and each.expected == person for each in self.named)

    def late(self, post: str) -> tuple[str, ...]:
        """Who was marked absent and may still take the post's seat: nobody whom the chart has not shown yet."""
        shown = {self.setup.chart.posts[post].holder, *(each.expected for each in self.named if each.post == post)}
        return tuple(each for each in self.setup.chart.candidates(post) if each in shown & self.missing)

    @property
    def seated(self) -> int:
        """People at the table: who sits for two members counts once."""
        return len({*self.seats.values()})

    @property
    def settled(self) -> bool:
        """Whether every member's seat is taken, or nobody is left who could take it."""
        return all(post in self.seats or self.expected(post) is None for post in self.setup.members)

    @property
    def quorate(self) -> bool:
        """Whether there are enough people at the table."""
        return self.seated >= self.setup.duty.quorum

    @property
    def may_begin(self) -> bool:
        """Whether convening may end: with a quorum or, where everybody has been asked for, without."""
        return self.quorate or self.settled

    @property
    def clock(self) -> StageTime | None:
        """The clock of the present stage."""
        return self.stages.get(self.stage) if self.stage else None


def evolve(state: MeetingState, event: e.AnyMeetingEvent, at_ms: int) -> MeetingState:
    """The state, altered by one more event; LookupError for names that chart and scenario do not have."""
    match event:
        case e.PersonAbsent() | e.DeputyNamed() | e.MemberSeated() | e.RoleSaid():
            _people_changed(state, event)
        case e.RolesBegun():
            state.phase, state.began = "roles", event
        case e.StageOpened(stage=stage):
            _known(state.setup.meeting.stages, stage)
            _close_stage(state, at_ms)
            state.phase, state.stage, state.stages[stage] = "stage", stage, StageTime(at_ms)
        case e.ClockHeld() | e.ClockReleased() if state.stage:
            clock = state.stages[state.stage].released(at_ms)
            state.stages[state.stage] = replace(clock, held_since=at_ms if isinstance(event, e.ClockHeld) else None)
        case e.RealCaseShown(stage=stage):
            _known(state.setup.meeting.stages, stage)
            state.shown.add(stage)
        case e.DecisionTaken(stage=stage, decision=decision, option=option):
            _known({None, *state.setup.meeting.stages[stage].decisions[decision].options}, option)
            state.decisions[stage, decision] = at_ms, event
        case e.HotWashBegun() | e.MeetingClosed():
            _close_stage(state, at_ms)
            state.phase, state.stage = "hot_wash" if isinstance(event, e.HotWashBegun) else "closed", None
        case e.RemarkMade(question=question):
            _known(range(len(state.setup.meeting.hot_wash)), question)
            state.remarks.append(event)
    state.now_ms = at_ms
    return state


def _people_changed(state: MeetingState, event: e.PersonAbsent | e.DeputyNamed | e.MemberSeated | e.RoleSaid) -> None:
    chart = state.setup.chart
    if isinstance(event, e.PersonAbsent):
        _known(chart.persons, event.person)
        state.missing.add(event.person)
        state.seats = {post: each for post, each in state.seats.items() if each != event.person}
        return
    _known(chart.posts, event.post)
    if isinstance(event, e.DeputyNamed):
        _known({None, *chart.persons}, event.person, event.expected)
        state.named.append(event)
        return
    _known(chart.persons, event.person)
    if isinstance(event, e.RoleSaid):
        state.roles[event.post] = event
    else:
        state.seats[event.post] = event.person
        state.missing.discard(event.person)


def _known(names: Container[object], *wanted: object) -> None:
    """LookupError for a name that chart and scenario do not have."""
    for name in wanted:
        if name not in names:
            raise LookupError(name)


def _close_stage(state: MeetingState, at_ms: int) -> None:
    if state.stage and (clock := state.stages[state.stage]).closed_ms is None:
        state.stages[state.stage] = replace(clock.released(at_ms), closed_ms=at_ms)
