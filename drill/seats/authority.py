"""What a seat may ask for: judged for the place it is, before the rules of the drill are asked."""

from __future__ import annotations

from typing import Literal

import msgspec

from drill.exercise.contact import commands as contact
from drill.exercise.ledger import Rejected
from drill.exercise.table import commands as table

Kind = Literal["participant", "facilitator", "evaluator", "onlooker"]
AnyCommand = contact.AnyCommand | table.AnyCommand


class Place(msgspec.Struct, frozen=True):
    """Where somebody sits; a participant acts for `posts`, an onlooker sees what they see."""

    kind: Kind
    posts: tuple[str, ...] = ()

    @property
    def sees_all(self) -> bool:
        """Whether the whole drill is in sight."""
        return self.kind in ("facilitator", "evaluator")


def refusal(place: Place, command: AnyCommand) -> Rejected | None:
    """Why a command is not for this place; what is not known to be a participant's is not."""
    if place.kind not in ("participant", "facilitator"):
        return Rejected("refused.looks_on")
    if isinstance(command, contact.Direction | table.MeetingCommand):
        return directing(place)
    if place.kind == "facilitator":
        return Rejected("refused.for_participants")
    mine = isinstance(command, contact.AnswerQuiz) or getattr(command, "post", None) in place.posts
    return None if mine else Rejected("refused.not_your_post")


def directing(place: Place) -> Rejected | None:
    """Why a place has no hand on the drill and its clock."""
    return None if place.kind == "facilitator" else Rejected("refused.for_facilitator")
