"""What a meeting shows: no deputy before the room has named one, no right answer before it has decided."""

from __future__ import annotations

from typing import Literal

import msgspec

from drill.exercise.table.state import Phase
from drill.model.basics import ContactKind, Text

Standing = Literal["here", "expected", "missed", "nobody"]
"""Seated; waited for; the holder is not here; nobody is left who could come."""


class _Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """Base of all that is shown."""


class NamedDeputy(_Part, frozen=True):
    """Whom the room named as deputy (None: it did not know), and who it is."""

    said: Text | None
    expected: Text
    right: bool


class PersonView(_Part, frozen=True):
    """Somebody who may be at the table."""

    person: str
    name: Text


class Member(_Part, frozen=True):
    """A seat at the table.

    `seated` is whoever sits there, `expected` who is waited for, once the chart may show it; `deputy` is their rank, 0
    for the holder. `said` is whether the role was told right, `late` who was marked absent and may still come.
    """

    post: str
    name: Text
    standing: Standing
    seated: Text | None = None
    expected: Text | None = None
    deputy: int = 0
    waited_for: bool = False
    said: bool | None = None
    named: tuple[NamedDeputy, ...] = ()
    late: tuple[PersonView, ...] = ()


class OptionView(_Part, frozen=True):
    """A way to decide."""

    option: str
    text: Text


class Taken(_Part, frozen=True):
    """What was decided, in words; `right` is None where there is no right answer."""

    answer: Text
    right: bool | None
    why: tuple[Text, ...]


class DecisionView(_Part, frozen=True):
    """A decision of the stage."""

    decision: str
    text: Text
    options: tuple[OptionView, ...]
    taken: Taken | None


class StageView(_Part, frozen=True):
    """The stage the room is at. `real` is what the real case had done, once shown; `has_real`: there is something."""

    number: int
    title: Text
    at_min: float
    situation: Text
    questions: tuple[Text, ...]
    by_level: dict[int, Text]
    decisions: tuple[DecisionView, ...]
    planned_ms: int
    taken_ms: int
    held: bool
    has_real: bool
    real: tuple[Text, ...] = ()


class HotWashQuestion(_Part, frozen=True):
    """A question of the hot wash, and what has been answered."""

    text: Text
    answers: tuple[str, ...]


class Role(_Part, frozen=True):
    """The role card of a member: duties, and whom the post owes what."""

    duties: tuple[Text, ...]
    owes: tuple[tuple[ContactKind, tuple[Text, ...]], ...]


class MeetingView(_Part, frozen=True):
    """The meeting at `now_ms`. `figures` are numerator and denominator, after the end."""

    title: Text
    meeting: Text
    phase: Phase
    now_ms: int
    members: tuple[Member, ...]
    seated: int
    quorum: int
    quorate: bool
    may_begin: bool
    stages: int
    stage: StageView | None
    hot_wash: tuple[HotWashQuestion, ...]
    figures: dict[str, tuple[int, int]]

    def at(self, now_ms: int) -> MeetingView:
        """The same at another time."""
        stage = self.stage
        if stage and not stage.held:
            stage = msgspec.structs.replace(stage, taken_ms=stage.taken_ms + now_ms - self.now_ms)
        return msgspec.structs.replace(self, now_ms=now_ms, stage=stage)
