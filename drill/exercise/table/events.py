"""What happens in a meeting. Posts and persons are the chart's names; of people nothing else is kept."""

from __future__ import annotations

from typing import Any

import msgspec

MEETING_SCHEMA = "drill.meeting/1"


class MeetingEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", omit_defaults=True):
    """Base of all events; in the log the class name is the tag."""


class MeetingStarted(MeetingEvent, frozen=True, tag=True):
    """The first line: chart (without personal data), scenario and date are frozen. `seed` if the room is simulated."""

    schema: str
    chart: dict[str, Any]
    scenario: dict[str, Any]
    start: str
    seed: int | None = None


class PersonAbsent(MeetingEvent, frozen=True, tag=True):
    """Somebody who was waited for, or who sat at the table, is not there."""

    person: str


class DeputyNamed(MeetingEvent, frozen=True, tag=True):
    """The room has said who stands in; None: nobody knew. The chart then shows who it is: `expected`."""

    post: str
    person: str | None
    expected: str


class MemberSeated(MeetingEvent, frozen=True, tag=True):
    """The holder or a deputy takes the seat of a member."""

    post: str
    person: str


class RolesBegun(MeetingEvent, frozen=True, tag=True):
    """Convening is over: post → person at the table, and whether these, each counted once, are enough."""

    present: dict[str, str]
    quorate: bool


class RoleSaid(MeetingEvent, frozen=True, tag=True):
    """A member has told their role, and told it right or not."""

    post: str
    person: str
    right: bool


class StageOpened(MeetingEvent, frozen=True, tag=True):
    """The room turns to a stage; the one before is over."""

    stage: str


class ClockHeld(MeetingEvent, frozen=True, tag=True):
    """The talk is good: the clock of the stage stands."""


class ClockReleased(MeetingEvent, frozen=True, tag=True):
    """The clock of the stage runs again."""


class RealCaseShown(MeetingEvent, frozen=True, tag=True):
    """The room has seen what the real case had done by this stage."""

    stage: str


class DecisionTaken(MeetingEvent, frozen=True, tag=True):
    """What the room decided, and who was present: post → person. The last one for a decision holds."""

    stage: str
    decision: str
    present: dict[str, str]
    option: str | None = None
    text: str = ""


class HotWashBegun(MeetingEvent, frozen=True, tag=True):
    """The last stage is over."""


class RemarkMade(MeetingEvent, frozen=True, tag=True):
    """An answer to a question of the hot wash, by its number from 0."""

    question: int
    text: str


class MeetingClosed(MeetingEvent, frozen=True, tag=True):
    """The end."""


AnyMeetingEvent = (
    MeetingStarted
    | PersonAbsent
    | DeputyNamed
    | MemberSeated
    | RolesBegun
    | RoleSaid
    | StageOpened
    | ClockHeld
    | ClockReleased
    | RealCaseShown
    | DecisionTaken
    | HotWashBegun
    | RemarkMade
    | MeetingClosed
)
