"""What the facilitator asks for. `decide` turns a command into events or refuses it with a reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""


@dataclass(frozen=True, slots=True)
class Seat(Command):
    """Whoever the post waits for is here."""

    post: str


@dataclass(frozen=True, slots=True)
class MarkAbsent(Command):
    """Whoever the post waits for, or who sits there, is not here."""

    post: str


@dataclass(frozen=True, slots=True)
class Arrive(Command):
    """Somebody who was marked absent is here after all, and takes the post's seat."""

    post: str
    person: str


@dataclass(frozen=True, slots=True)
class NameDeputy(Command):
    """The room says who stands in; None: it does not know."""

    post: str
    person: str | None


@dataclass(frozen=True, slots=True)
class BeginRoles(Command):
    """Everybody is there who will be."""


@dataclass(frozen=True, slots=True)
class SayRole(Command):
    """A member has told their role, right or not."""

    post: str
    right: bool


@dataclass(frozen=True, slots=True)
class GoOn(Command):
    """The first stage, the next one, or after the last the hot wash."""


@dataclass(frozen=True, slots=True)
class HoldClock(Command):
    """Let the clock of the stage stand."""


@dataclass(frozen=True, slots=True)
class ReleaseClock(Command):
    """Let it run again."""


@dataclass(frozen=True, slots=True)
class ShowRealCase(Command):
    """Show what the real case had done by now."""


@dataclass(frozen=True, slots=True)
class Decide(Command):
    """Record a decision of the present stage: an option, or the room's own words."""

    decision: str
    option: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Remark(Command):
    """Record an answer of the hot wash."""

    question: int
    text: str


@dataclass(frozen=True, slots=True)
class Close(Command):
    """End the exercise, at whatever point it is."""


AnyCommand = (
    Seat
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
