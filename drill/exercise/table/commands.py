"""What the facilitator asks for. `decide` turns a command into events or refuses it with a reason."""

from __future__ import annotations

import msgspec


class MeetingCommand(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", omit_defaults=True):
    """Base of all commands; on the wire the class name is the tag."""


class TakeSeat(MeetingCommand, frozen=True, tag=True):
    """Whoever the post waits for is here."""

    post: str


class MarkAbsent(MeetingCommand, frozen=True, tag=True):
    """Whoever the post waits for, or who sits there, is not here."""

    post: str


class Arrive(MeetingCommand, frozen=True, tag=True):
    """Somebody who was marked absent is here after all, and takes the post's seat."""

    post: str
    person: str


class NameDeputy(MeetingCommand, frozen=True, tag=True):
    """The room says who stands in; None: it does not know."""

    post: str
    person: str | None


class BeginRoles(MeetingCommand, frozen=True, tag=True):
    """Everybody is there who will be."""


class SayRole(MeetingCommand, frozen=True, tag=True):
    """A member has told their role, right or not."""

    post: str
    right: bool


class GoOn(MeetingCommand, frozen=True, tag=True):
    """The first stage, the next one, or after the last the hot wash."""


class HoldClock(MeetingCommand, frozen=True, tag=True):
    """Let the clock of the stage stand."""


class ReleaseClock(MeetingCommand, frozen=True, tag=True):
    """Let it run again."""


class ShowRealCase(MeetingCommand, frozen=True, tag=True):
    """Show what the real case had done by now."""


class Decide(MeetingCommand, frozen=True, tag=True):
    """Record a decision of the present stage: an option, or the room's own words."""

    decision: str
    option: str | None = None
    text: str = ""


class Remark(MeetingCommand, frozen=True, tag=True):
    """Record an answer of the hot wash."""

    question: int
    text: str


class Close(MeetingCommand, frozen=True, tag=True):
    """End the exercise, at whatever point it is."""


AnyCommand = (
    TakeSeat
    | MarkAbsent
    | Arrive
    | NameDeputy
    | BeginRoles
    | SayRole
    | GoOn
    | HoldClock
    | ReleaseClock
    | ShowRealCase
    | Decide
    | Remark
    | Close
)
