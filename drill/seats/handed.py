"""What a seat hands out besides views: lines, refusals, questions and the result, each in both languages."""

from __future__ import annotations

import msgspec

from drill.exercise.contact.story import StoryLine
from drill.exercise.ledger import Rejected
from drill.model.basics import Text
from drill.report.blocks import Written


class ToldLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of the story; `text` is an inject's own, `alarm` marks a contact that failed."""

    at_ms: int
    code: str
    said: Text
    call: int | None = None
    text: Text | None = None
    alarm: bool = False

    @classmethod
    def of(cls, line: StoryLine) -> ToldLine:
        """A line, said."""
        said = Text.said(line.code, **line.params)
        return cls(line.at_ms, line.code, said, line.call, line.text, line.alarm)


class Refusal(msgspec.Struct, frozen=True):
    """Why a command was not taken: a code, and its sentence."""

    code: str
    said: Text

    @classmethod
    def of(cls, rejected: Rejected | None) -> Refusal | None:
        """A verdict of the rules, said."""
        return cls(rejected.code, Text.said(rejected.code, **rejected.params)) if rejected else None


class Pace(msgspec.Struct, frozen=True):
    """How time goes: the `speed` that is chosen, and the `rate` at which it really runs just now, 0 while it stands."""

    speed: float
    paused: bool
    rate: float


class QuizQuestion(msgspec.Struct, frozen=True):
    """A question of the closing quiz; which answer is right is not told."""

    question: str
    text: Text
    answers: tuple[Text, ...]


class Made(msgspec.Struct, frozen=True):
    """A contact of this seat: when it was made, if it was, and when it was due."""

    target: Text
    got: bool
    at_ms: int | None
    due_ms: int


class Result(msgspec.Struct, frozen=True):
    """What a drill came to: its record, and the seat's own contacts against their deadlines."""

    blocks: tuple[Written, ...]
    made: tuple[Made, ...]
