"""The meeting of a scenario: a table round one screen that goes through the story by stages (会議形式訓練)."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from drill.model.basics import Frozen, Id, Level, Text


class Course(Frozen):
    """One answer to a decision."""

    text: Text
    right: bool = False
    why: Text | None = None


class Decision(Frozen):
    """What the room decides: one of the options or, without any, in its own words."""

    text: Text
    options: dict[Id, Course] = Field(default_factory=dict)
    why: Text | None = Field(None, description="shown once it has been decided")

    @model_validator(mode="after")
    def _can_be_right(self) -> Self:
        if self.options and not any(option.right for option in self.options.values()):
            raise PydanticCustomError("no_right_option", "no option is `right: true`")
        return self


class Stage(Frozen):
    """A moment of the story that the room talks about."""

    title: Text
    at_min: float = Field(
        description="minutes after the drill's start: what the real case had done by then can be shown"
    )
    minutes: Annotated[float, Field(gt=0, le=24 * 60)] = Field(description="planned for this stage")
    situation: Text
    by_level: dict[Level, Text] = Field(default_factory=dict, description="what differs with the incident level")
    questions: tuple[Text, ...] = ()
    decisions: dict[Id, Decision] = Field(default_factory=dict)


class Meeting(Frozen):
    """Who is convened, what is gone through, and what is asked at the end."""

    duty: Id = Field(description="a duty of the chart: its members are convened, its quorum is needed")
    stages: dict[Id, Stage] = Field(min_length=1)
    hot_wash: tuple[Text, ...] = Field(
        min_length=1, max_length=9, description="questions for the hot wash, each with a key from 1 to 9"
    )
