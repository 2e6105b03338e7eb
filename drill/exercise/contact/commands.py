"""What people and simulated posts may ask for; `rules` turns a command into events or refuses it.

`post` is always the post in whose name the command is given. Commands of the facilitator (`Direction`) have none.
"""

from __future__ import annotations

import msgspec

from drill.model.basics import ChannelKind, ContactKind


class Command(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", omit_defaults=True):
    """Base of all commands; on the wire and in the log the class name is the tag."""


class Direction(Command, frozen=True):
    """Base of the facilitator's commands."""


class TakeInject(Command, frozen=True, tag=True):
    """Acknowledge an inject."""

    post: str
    inject: str


class PlaceCall(Command, frozen=True, tag=True):
    """Telephone `person`, a candidate of the post `to`, about a message."""

    post: str
    to: str
    person: str
    channel: ChannelKind
    message: str
    kind: ContactKind


class AnswerCall(Command, frozen=True, tag=True):
    """Pick up a call that rings for this post."""

    post: str
    call: int


class TellItems(Command, frozen=True, tag=True):
    """Say items of the message to the other side of an answered call."""

    post: str
    call: int
    items: tuple[str, ...]


class ConfirmCall(Command, frozen=True, tag=True):
    """As the one called: read back what was told, which acknowledges the message."""

    post: str
    call: int


class HangUp(Command, frozen=True, tag=True):
    """End a call, or stop ringing."""

    post: str
    call: int


class StandIn(Command, frozen=True, tag=True):
    """As whoever acts for `post` and is a candidate of the post `to` as well: take it over, knowing the message."""

    post: str
    to: str
    message: str
    kind: ContactKind


class SendMessage(Command, frozen=True, tag=True):
    """Send a message in writing to one or many posts at once; to these `people` of theirs, or whoever is next there."""

    post: str
    to: tuple[str, ...]
    channel: ChannelKind
    message: str
    kind: ContactKind
    items: tuple[str, ...]
    people: tuple[str, ...] = ()


class TakeMail(Command, frozen=True, tag=True):
    """Acknowledge a written message."""

    post: str
    mail: int


class JudgeLevel(Command, frozen=True, tag=True):
    """Judge the incident level, with the reason."""

    post: str
    task: str
    level: int
    reason: str = ""


class ChooseOption(Command, frozen=True, tag=True):
    """Decide a question of the scenario."""

    post: str
    task: str
    option: str


class DoAction(Command, frozen=True, tag=True):
    """Carry out an action of the scenario."""

    post: str
    task: str


class ConveneMeeting(Command, frozen=True, tag=True):
    """Convene the members of a duty."""

    post: str
    duty: str


class EnterCount(Command, frozen=True, tag=True):
    """Put down this post's own number of affected cases, ready to be reported."""

    post: str
    value: int


class TotalCounts(Command, frozen=True, tag=True):
    """As the collector: close the count with a total."""

    post: str
    total: int


class KeepNote(Command, frozen=True, tag=True):
    """Write into the record of the incident."""

    post: str
    text: str


class HoldInject(Direction, frozen=True, tag=True):
    """Keep an inject back until it is released."""

    inject: str


class ReleaseInject(Direction, frozen=True, tag=True):
    """Deliver an inject now."""

    inject: str


class SkipInject(Direction, frozen=True, tag=True):
    """Leave an inject out."""

    inject: str


class Improvise(Direction, frozen=True, tag=True):
    """An inject of one's own."""

    to: tuple[str, ...]
    text: str


class MarkPerson(Direction, frozen=True, tag=True):
    """Somebody cannot be reached from now on, or is back."""

    person: str
    present: bool = False


class EndDrill(Direction, frozen=True, tag=True):
    """End the drill."""


class AnswerQuiz(Command, frozen=True, tag=True):
    """Answer a question of the closing quiz; allowed after the end."""

    question: str
    answer: int


AnyCommand = (
    TakeInject
    | PlaceCall
    | AnswerCall
    | TellItems
    | ConfirmCall
    | HangUp
    | StandIn
    | SendMessage
    | TakeMail
    | JudgeLevel
    | ChooseOption
    | DoAction
    | ConveneMeeting
    | EnterCount
    | TotalCounts
    | KeepNote
    | HoldInject
    | ReleaseInject
    | SkipInject
    | Improvise
    | MarkPerson
    | EndDrill
    | AnswerQuiz
)
