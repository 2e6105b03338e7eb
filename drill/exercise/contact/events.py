"""The one vocabulary of events: the live session, the SimPy engine and the replay of a log all speak it.

Events are past tense and final. Times are not in them: a log row carries its time, in milliseconds of drill time.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec

from drill.exercise import chain
from drill.exercise.contact.commands import AnyCommand
from drill.model.basics import ChannelKind, ContactKind

TRANSCRIPT_SCHEMA = "drill.transcript/1"
ENGINE = 3
"""Raised when the engine would answer the same seed with other events; a transcript names the one that made it."""


LeaveTurn = tuple[int, str, bool]
"""When somebody's known leave begins (true) or ends (false) during a drill: milliseconds, person."""


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", omit_defaults=True, gc=False):
    """Base of all events; in the log the class name is the tag."""


class DrillStarted(Event, frozen=True, tag=True):
    """Everything the rest follows from. Chart and scenario are frozen here, without personal data."""

    schema: str
    engine: int
    chart: dict[str, Any]
    scenario: dict[str, Any]
    seed: int
    start: str
    replication: int = 0
    played: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    leave: tuple[LeaveTurn, ...] = ()


class InputTaken(Event, frozen=True, tag=True):
    """A person's command was accepted; the events that follow at the same time are its effect."""

    command: AnyCommand


class PhaseEntered(Event, frozen=True, tag=True):
    """A phase of the scenario began."""

    phase: str


class InjectDelivered(Event, frozen=True, tag=True):
    """An inject reached its posts. `text` is set for an improvised one only."""

    inject: str
    posts: tuple[str, ...]
    text: str | None = None


class InjectTaken(Event, frozen=True, tag=True):
    """A post acknowledged an inject."""

    inject: str
    post: str
    person: str


class InjectHeld(Event, frozen=True, tag=True):
    """The facilitator keeps an inject back."""

    inject: str


class InjectSkipped(Event, frozen=True, tag=True):
    """An inject will not come."""

    inject: str
    reason: Literal["facilitator", "unless", "out_of_scope"]


class TaskOpened(Event, frozen=True, tag=True):
    """Something is expected of a post from now on."""

    task: str
    post: str


class ClockStarted(Event, frozen=True, tag=True):
    """A legal or promised deadline began to run."""

    clock: str


class CallPlaced(Event, frozen=True, tag=True):
    """A telephone rings, or would."""

    call: int
    caller: str
    person: str
    callee: str
    to_person: str
    channel: ChannelKind
    message: str
    kind: ContactKind


class CallFailed(Event, frozen=True, tag=True):
    """What the caller heard: engaged tone, ringing without end, or a dead line."""

    call: int
    reason: Literal["engaged", "no_answer", "dead"]
    again_ms: int


class WordLeft(Event, frozen=True, tag=True):
    """A message was left; nobody has acknowledged it."""

    call: int
    how: Literal["colleague", "voicemail"]
    again_ms: int


class CallAnswered(Event, frozen=True, tag=True):
    """The two are talking."""

    call: int


class ItemsTold(Event, frozen=True, tag=True):
    """What the caller said."""

    call: int
    items: tuple[str, ...]


class ReadBack(Event, frozen=True, tag=True):
    """What the other side took it for: item → right or not."""

    call: int
    heard: dict[str, bool]


class MessageAcknowledged(Event, frozen=True, tag=True):
    """A post knows a message: in person, by its holder or a deputy."""

    post: str
    person: str
    message: str
    via: Literal["inject", "call", "written", "same_person"]
    heard: dict[str, bool]
    source: str | None = None
    kind: ContactKind | None = None
    value: int | None = None


class CallEnded(Event, frozen=True, tag=True):
    """Both lines are free again."""

    call: int


class MessageSent(Event, frozen=True, tag=True):
    """A message went out in writing to `to`, pairs of post and person."""

    mail: int
    sender: str
    person: str
    to: tuple[tuple[str, str], ...]
    channel: ChannelKind
    message: str
    kind: ContactKind
    items: tuple[str, ...]


class LevelJudged(Event, frozen=True, tag=True):
    """The incident level was judged."""

    task: str
    post: str
    person: str
    level: int
    reason: str = ""


class OptionChosen(Event, frozen=True, tag=True):
    """A question was decided."""

    task: str
    post: str
    person: str
    option: str


class ActionDone(Event, frozen=True, tag=True):
    """An action was carried out; `in_order` is false if something it requires had not happened."""

    task: str
    post: str
    person: str
    in_order: bool


class MeetingConvened(Event, frozen=True, tag=True):
    """The members of a duty are being called together."""

    duty: str
    post: str


class QuorumReached(Event, frozen=True, tag=True):
    """Enough members have acknowledged being convened."""

    duty: str


class CountTaken(Event, frozen=True, tag=True):
    """A post knows its own number of affected cases."""

    post: str
    value: int


class CountsTotalled(Event, frozen=True, tag=True):
    """The collector closed the count."""

    post: str
    total: int


class NoteKept(Event, frozen=True, tag=True):
    """A line of the incident record."""

    post: str
    text: str


class PersonMarked(Event, frozen=True, tag=True):
    """Somebody became unreachable, or is back."""

    person: str
    present: bool


class LeaveBegan(Event, frozen=True, tag=True):
    """Somebody is on leave from now on, as everybody knows."""

    person: str


class LeaveEnded(Event, frozen=True, tag=True):
    """Somebody is back from leave."""

    person: str


class PostHandedOver(Event, frozen=True, tag=True):
    """Who stood in for a post gave it to somebody else, and told the messages that could still be told."""

    post: str
    person: str
    to_person: str
    messages: tuple[str, ...] = ()


class QuizAnswered(Event, frozen=True, tag=True):
    """A question of the closing quiz was answered."""

    question: str
    answer: int


class DrillEnded(Event, frozen=True, tag=True):
    """The drill is over; what comes later is no response."""

    reason: Literal["time", "facilitator"]


AnyEvent = (
    DrillStarted
    | InputTaken
    | PhaseEntered
    | InjectDelivered
    | InjectTaken
    | InjectHeld
    | InjectSkipped
    | TaskOpened
    | ClockStarted
    | CallPlaced
    | CallFailed
    | WordLeft
    | CallAnswered
    | ItemsTold
    | ReadBack
    | MessageAcknowledged
    | CallEnded
    | MessageSent
    | LevelJudged
    | OptionChosen
    | ActionDone
    | MeetingConvened
    | QuorumReached
    | CountTaken
    | CountsTotalled
    | NoteKept
    | PersonMarked
    | LeaveBegan
    | LeaveEnded
    | PostHandedOver
    | QuizAnswered
    | DrillEnded
)


Row: TypeAlias = chain.Row[AnyEvent]
"""One entry of the log: when (milliseconds since the start of the drill) and what."""
