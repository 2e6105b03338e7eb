"""A meeting as it stands, and what each event changes. Times are milliseconds since its start."""

from __future__ import annotations

from collections.abc import Container, Mapping
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
        holding = end - self.held_since if self.held_since is not None else 0
        return end - self.opened_ms - self.held_ms - holding


@dataclass(frozen=True, slots=True)
class MeetingState:
    """Everything that has happened so far."""

    setup: MeetingSetup
    now_ms: int = 0
    phase: Phase = "convening"
    seats: Mapping[str, str] = field(default_factory=dict)
    """Member → who sits there."""
    missing: frozenset[str] = frozenset()
    """Persons who are not here."""
    named: tuple[e.DeputyNamed, ...] = ()
    began: e.RolesBegun | None = None
    """Who sat at the table when convening was over."""
    roles: Mapping[str, e.RoleSaid] = field(default_factory=dict)
    stage: str | None = None
    stages: Mapping[str, StageTime] = field(default_factory=dict)
    decisions: Mapping[tuple[str, str], tuple[int, e.DecisionTaken]] = field(default_factory=dict)
    """(stage, decision) → when, and what was decided last."""
    shown: frozenset[str] = frozenset()
    """Stages at which the real case was looked at."""
    remarks: tuple[e.RemarkMade, ...] = ()

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
    """The state after one more event; LookupError for names that chart and scenario do not have."""
    return replace(_changed(state, event, at_ms), now_ms=at_ms)


def _changed(state: MeetingState, event: e.AnyMeetingEvent, at_ms: int) -> MeetingState:
    match event:
        case e.PersonAbsent() | e.DeputyNamed() | e.MemberSeated() | e.RoleSaid():
            return _people_changed(state, event)
        case e.RolesBegun():
            return replace(state, phase="roles", began=event)
        case e.StageOpened(stage=stage):
            _known(state.setup.meeting.stages, stage)
            stages = {**_stages_closed(state, at_ms), stage: StageTime(at_ms)}
            return replace(state, phase="stage", stage=stage, stages=stages)
        case e.ClockHeld() | e.ClockReleased():
            return _held(state, at_ms, isinstance(event, e.ClockHeld))
        case e.RealCaseShown(stage=stage):
            _known(state.setup.meeting.stages, stage)
            return replace(state, shown=state.shown | {stage})
        case e.DecisionTaken(stage=stage, decision=decision, option=option):
            known = state.setup.meeting.stages[stage].decisions[decision].options
            _known(known, *(() if option is None else (option,)))
            return replace(state, decisions={**state.decisions, (stage, decision): (at_ms, event)})
        case e.HotWashBegun():
            return replace(state, phase="hot_wash", stages=_stages_closed(state, at_ms), stage=None)
        case e.RemarkMade(question=question):
            _known(range(len(state.setup.meeting.hot_wash)), question)
            return replace(state, remarks=(*state.remarks, event))
        case e.MeetingClosed():
            return replace(state, phase="closed", stages=_stages_closed(state, at_ms), stage=None)
        case _:
            return state


def _people_changed(
    state: MeetingState, event: e.PersonAbsent | e.DeputyNamed | e.MemberSeated | e.RoleSaid
) -> MeetingState:
    chart = state.setup.chart
    if isinstance(event, e.PersonAbsent):
        _known(chart.persons, event.person)
        seats = {post: each for post, each in state.seats.items() if each != event.person}
        return replace(state, missing=state.missing | {event.person}, seats=seats)
    _known(chart.posts, event.post)
    if isinstance(event, e.DeputyNamed):
        _known({None, *chart.persons}, event.person, event.expected)
        return replace(state, named=(*state.named, event))
    _known(chart.persons, event.person)
    if isinstance(event, e.RoleSaid):
        return replace(state, roles={**state.roles, event.post: event})
    seats = {**state.seats, event.post: event.person}
    return replace(state, seats=seats, missing=state.missing - {event.person})


def _known(names: Container[object], *wanted: object) -> None:
    """LookupError for a name that chart and scenario do not have."""
    for name in wanted:
        if name not in names:
            raise LookupError(name)


def _stages_closed(state: MeetingState, at_ms: int) -> dict[str, StageTime]:
    """All stages, the present one closed."""
    stages = dict(state.stages)
    if state.stage and (clock := stages[state.stage]).closed_ms is None:
        held = clock.held_ms + (at_ms - clock.held_since if clock.held_since is not None else 0)
        stages[state.stage] = replace(clock, closed_ms=at_ms, held_ms=held, held_since=None)
    return stages


def _held(state: MeetingState, at_ms: int, hold: bool) -> MeetingState:
    if state.stage is None:
        return state
    clock = state.stages[state.stage]
    since = clock.held_since
    held = clock.held_ms + (at_ms - since if since is not None else 0)
    return replace(
        state,
        stages={**state.stages, state.stage: replace(clock, held_ms=held, held_since=at_ms if hold else None)},
    )
