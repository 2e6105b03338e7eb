"""The scenario: what happens, to whom, what is expected of them, and why it matters. Conditions are plain data."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from drill.model.basics import ContactKind, Frozen, Id, IncidentClass, Level, MessageKind, Moment, Text
from drill.model.meeting import Course, Meeting

Minutes = Annotated[float, Field(ge=0, le=60 * 24 * 60)]
InjectChannel = Literal["mail", "phone", "person", "counter", "system", "paper", "press"]
Measure = Literal["completeness", "restoration", "timeliness", "rightness", "fidelity", "closure"]
TaskKind = Literal["level", "choice", "action", "convene"]


class Told(Frozen):
    """A post has acknowledged a message."""

    post: Id
    message: Id


class Chosen(Frozen):
    """A decision has been taken, or taken in one particular way."""

    task: Id
    option: Id | None = None


class Cond(Frozen):
    """Exactly one of these; `all`, `any` and `not` combine them."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    told: Told | None = None
    delivered: Id | None = Field(None, description="an inject has been delivered")
    done: Id | None = Field(None, description="a task has been done")
    chosen: Chosen | None = None
    level: tuple[Level, ...] | None = Field(None, description="the level has been judged to be one of these")
    publishing: bool | None = Field(None, description="publication is (not) intended")
    quorum: Id | None = Field(None, description="a duty of the chart has its quorum")
    totalled: bool | None = Field(None, description="the reported counts have (not) been totalled")
    all_: tuple[Cond, ...] | None = Field(None, alias="all")
    any_: tuple[Cond, ...] | None = Field(None, alias="any")
    not_: Cond | None = Field(None, alias="not")

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if len(self.model_fields_set) != 1 or all(getattr(self, name) is None for name in self.model_fields_set):
            raise PydanticCustomError(
                "one_condition", "a condition has exactly one key (combine with `all`, `any`, `not`)"
            )
        return self


class Trigger(Frozen):
    """A moment: `at_min` after the start or, with `when`, after `when` first holds; given up if `unless` holds then."""

    at_min: Minutes = 0
    when: Cond | None = None
    unless: Cond | None = None


class Objective(Frozen):
    """What the drill is held for."""

    title: Text
    measures: tuple[Measure, ...] = Field((), description="dimensions of the score that are evidence beside its tasks")


class Phase(Frozen):
    """A named part of the drill."""

    title: Text
    opens: Trigger = Trigger()


class Item(Frozen):
    """A fact that must survive each hop of a message."""

    label: Text
    value: Text


class Message(Frozen):
    """What is passed along the chart. Its kind decides which contacts it owes."""

    title: Text
    kind: MessageKind = "notice"
    items: tuple[Id, ...] = Field(min_length=1)


class Inject(Frozen):
    """状況付与: one MSEL row."""

    opens: Trigger = Trigger()
    to: tuple[Id, ...] = Field(min_length=1, description="posts, roles or groups")
    channel: InjectChannel
    sender: Text
    text: Text
    gives: Id | None = Field(None, description="whoever acknowledges this inject knows this message")
    items: tuple[Id, ...] | None = Field(None, description="the items it gives; all of the message's if left out")


class Option(Course):
    """One answer to a question."""

    publishing: bool | None = Field(None, description="choosing it (un)sets the intention to publish")


class Task(Frozen):
    """An expected action: a level to judge, a choice, something to do, a meeting to convene."""

    kind: TaskKind
    post: Id = Field(description="a post or role; the first post of a role")
    title: Text
    opens: Trigger = Trigger()
    within_min: Minutes | None = Field(None, description="deadline in minutes from its opening")
    weight: int = Field(1, ge=0, le=10)
    why: Text = Field(description="shown afterwards: why it matters")
    right: Level | None = Field(None, description="kind level: the right level")
    options: dict[Id, Option] = Field(default_factory=dict, description="kind choice: the answers to choose from")
    duty: Id | None = Field(None, description="kind convene: a duty of the chart")
    expected: bool = Field(True, description="kind action: false is a temptation; doing it counts as wrong")
    requires: Cond | None = Field(None, description="doing it before this holds counts as out of order")
    objective: Id | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind == "level") != (self.right is not None):
            raise PydanticCustomError("right_with_level", "`right` belongs to kind `level` and is needed there")
        if (self.kind == "choice") != bool(self.options):
            raise PydanticCustomError("options_with_choice", "`options` belong to kind `choice` and are needed there")
        if (self.kind == "convene") != (self.duty is not None):
            raise PydanticCustomError("duty_with_convene", "`duty` belongs to kind `convene` and is needed there")
        if self.kind == "choice" and not any(option.right for option in self.options.values()):
            raise PydanticCustomError("no_right_option", "no option is `right: true`")
        return self


class Counts(Frozen):
    """Closing upward: after a message every named post reports a number, and one post totals them."""

    after: Id = Field(description="the message after which the numbers are due")
    sources: tuple[Id, ...] = Field(alias="from", min_length=1)
    collector: Id = Field(alias="to")
    label: Text
    values: dict[Id, Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict, description="the true number of each post"
    )
    default: int = Field(0, ge=0, description="for posts that `values` does not name")
    within_min: Minutes = Field(description="minutes from the post's own knowledge to its report")
    why: Text


class Clock(Frozen):
    """A legal or promised deadline that starts to run in the drill and may end long after it."""

    title: Text
    starts: Trigger = Trigger()
    due_h: float = Field(gt=0)
    stops: Cond | None = None
    source: str = ""


class Answer(Frozen):
    """One answer of a quiz question."""

    text: Text
    right: bool = False


class Question(Frozen):
    """A question asked at the end; exactly one answer is right."""

    text: Text
    answers: tuple[Answer, ...] = Field(min_length=2)
    why: Text

    @model_validator(mode="after")
    def _one_right(self) -> Self:
        if sum(answer.right for answer in self.answers) != 1:
            raise PydanticCustomError("one_right_answer", "exactly one answer has `right: true`")
        return self


class Milestone(Frozen):
    """What had happened in the real case. Minutes count from the moment that the drill's start stands for."""

    at_min: float = Field(description="negative: before the drill's start")
    text: Text


class Expectation(Frozen):
    """Why a contact of the chart matters in this scenario, and its deadline here if the chart's is not meant."""

    caller: Id = Field(alias="from")
    target: Id = Field(alias="to")
    kind: ContactKind | None = None
    deadline_min: float | None = Field(None, gt=0)
    why: Text | None = None


class Scenario(Frozen):
    """One drill's story."""

    schema_: Literal["drill.scenario/1"] = Field(alias="schema")
    id: Id
    title: Text
    incident: IncidentClass = Field(alias="class")
    chart: Id = Field(description="the chart it is played on unless another is given")
    source: str | None = Field(None, description="the documents the figures come from")
    briefing: Text
    start: Moment = Field(description="drill time at the beginning, local, no zone")
    length_min: float = Field(gt=0, le=60 * 24 * 60)
    level: Level = Field(description="the right incident level")
    publish: bool = Field(False, description="whether publication belongs to the right course")
    down: tuple[Id, ...] = Field((), description="media of the chart that do not work during the drill")
    origin: tuple[Id, ...] = Field(
        (), description="posts that learn first; left out: receivers of injects that give a notice"
    )
    roles: tuple[Id, ...] = Field((), description="posts, roles or groups the chart must have")
    objectives: dict[Id, Objective] = Field(default_factory=dict)
    phases: dict[Id, Phase] = Field(default_factory=dict)
    items: dict[Id, Item]
    messages: dict[Id, Message] = Field(min_length=1)
    injects: dict[Id, Inject] = Field(min_length=1)
    tasks: dict[Id, Task] = Field(default_factory=dict)
    contacts: tuple[Expectation, ...] = ()
    counts: Counts | None = None
    clocks: dict[Id, Clock] = Field(default_factory=dict)
    quiz: dict[Id, Question] = Field(default_factory=dict)
    reference: tuple[Milestone, ...] = ()
    reference_title: Text | None = None
    meeting: Meeting | None = Field(None, description="the same story as an exercise round a table")
