"""The contact chart 連絡体制図: who holds which post, who stands in, who contacts whom, when and how."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from drill.model.basics import (
    ChannelKind,
    ContactKind,
    Day,
    Frozen,
    Id,
    IncidentClass,
    Level,
    MessageKind,
    Text,
)
from drill.model.hours import parse_hours
from drill.pairs import gathered

CHART_SCHEMA = "drill.chart/1"
Probability = Annotated[float, Field(ge=0, le=1)]
Seconds = Annotated[float, Field(gt=0, le=7 * 86400)]


def _readable(text: str) -> str:
    try:
        parse_hours(text)
    except ValueError as error:
        raise PydanticCustomError("hours", "opening hours", {"text": text}) from error
    return text


HoursText = Annotated[str, AfterValidator(_readable)]


class Medium(Frozen):
    """Something several channels depend on: switchboard, mail server, carrier, or the system that failed."""

    name: Text
    needs: tuple[Id, ...] = Field((), description="media it cannot work without")
    site: Id | None = Field(None, description="where it stands")
    fails: Probability = Field(0.01, description="does not work when it is needed; assumption")


class Site(Frozen):
    """A room or building; what happens to it happens to everybody and everything there."""

    name: Text
    within: Id | None = Field(None, description="the building a room is in")
    fails: Probability = Field(0.001, description="cannot be used when it is needed; assumption")


class Channel(Frozen):
    """One way to reach a person. Channels with the same kind and address are one line, shared."""

    kind: ChannelKind
    medium: Id | None = None
    hours: str = Field("always", description="a name from the chart's `hours`, or `always`")
    address: str | None = Field(
        None,
        description="number or mail address; never enters a transcript",
        json_schema_extra={"anyOf": [{"type": ["string", "number"]}, {"type": "null"}]},
    )


class Leave(Frozen):
    """Known absence, both days included."""

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")


class Person(Frozen):
    """A member of staff, or whoever answers at an outside body. Shipped charts name places, never people."""

    name: Text
    unit: Text | None = None
    site: Id | None = None
    channels: tuple[Channel, ...] = ()
    leave: tuple[Leave, ...] = ()
    verified: Day | None = Field(None, description="the day this entry was last checked")
    behaviour: Id = Field("default", description="a name from the chart's `behaviours`")


class Post(Frozen):
    """A role in the chart 職. `role` is what scenarios ask for; without one it is the post's own id."""

    name: Text
    role: Id | None = None
    holder: Id | None = Field(None, description="a person; absent means the post is vacant")
    deputies: tuple[Id, ...] = Field((), description="persons, first deputy first")
    duties: tuple[Text, ...] = ()
    held_since: Day | None = Field(None, description="the day the present holder took over")
    in_scope: bool = Field(True, description="false: outside the drill's scope ★訓練対象外")
    external: bool = False


class Group(Frozen):
    """Posts that are told together, e.g. the 17 information-linkage sections."""

    name: Text
    members: tuple[Id, ...]


class When(Frozen):
    """What must hold for a contact to be owed. What is left out does not matter."""

    incident: tuple[IncidentClass, ...] = Field((), alias="class")
    level: tuple[Level, ...] = Field((), description="owed once the level has been judged to be one of these")
    message: tuple[MessageKind, ...] = ()
    publishing: bool | None = Field(None, description="true: only once publication is intended")
    hours: str | None = Field(None, description="a name from the chart's `hours`")


class Policy(Frozen):
    """How contacts are attempted. Numbers without a source are assumptions."""

    ring_s: Seconds = Field(30, description="the caller gives up after this; assumption")
    attempts: int = Field(2, ge=1, le=10, description="calls on one channel before the next channel")
    gap_s: Seconds = Field(60, description="wait before the same number is tried again; assumption")
    written_wait_s: Seconds = Field(
        600, description="wait for a written acknowledgement before telephoning; assumption"
    )
    rounds: int = Field(2, ge=1, le=10, description="times through the whole list of candidates")
    known_absence: Literal["skip", "wait"] = Field(
        "skip",
        description="skip: a known absence costs nothing (PagerDuty, iLert); wait: it waits out its step (GoAlert)",
    )


class PolicyChange(Frozen):
    """The fields of `policy` that differ for one contact."""

    ring_s: Seconds | None = None
    attempts: int | None = Field(None, ge=1, le=10)
    gap_s: Seconds | None = None
    written_wait_s: Seconds | None = None
    rounds: int | None = Field(None, ge=1, le=10)
    known_absence: Literal["skip", "wait"] | None = None


class Contact(Frozen):
    """連絡: `caller` owes it to `target` (a post, or each post of a group) once told of a message."""

    caller: Id = Field(alias="from")
    target: Id = Field(alias="to")
    kind: ContactKind
    order: int = Field(1, ge=1, description="a caller makes contacts in ascending order")
    when: When = When()
    by: tuple[ChannelKind, ...] = Field(("desk", "mobile", "mail"), min_length=1, description="channels in order")
    deadline_min: float | None = Field(None, gt=0, description="minutes from the caller's own knowledge")
    policy: PolicyChange = PolicyChange()
    why: Text | None = Field(None, description="shown afterwards if it was missed")


class Duty(Frozen):
    """Something a quorum must do, e.g. the emergency response meeting 緊急時対策会議."""

    name: Text
    convener: Id
    members: tuple[Id, ...] = Field(description="posts or groups")
    quorum: int = Field(ge=1)
    by: tuple[ChannelKind, ...] = Field(("desk", "mobile"), min_length=1)
    deadline_min: float | None = Field(None, gt=0)


class Spread(Frozen):
    """A lognormal duration: its median in seconds and the standard deviation of its logarithm (0: fixed)."""

    median_s: Seconds
    sigma: float = Field(0.0, ge=0, le=3)


class Behaviour(Frozen):
    """How a simulated person behaves. The defaults are assumptions except where `source` says otherwise."""

    source: str = Field("assumption", description="where the numbers come from, or the word assumption")
    answers: Probability = Field(0.85, description="a call is answered")
    answer: Spread = Field(Spread(median_s=8, sigma=0.5), description="ringing until answered")
    word_left: Probability = Field(0.5, description="an unanswered desk call is taken by a colleague: message only")
    voicemail: Probability = Field(
        0.125, description="an unanswered call on other telephones reaches voicemail: message only"
    )
    talk: Spread = Field(Spread(median_s=90, sigma=0.3), description="one call from answer to read-back")
    fidelity: Probability = Field(0.99, description="an item comes through one hop right")
    reads: Probability = Field(0.86, description="a mail is ever acknowledged")
    read: Spread = Field(Spread(median_s=1416, sigma=1.82), description="mail until acknowledged")
    handling: Spread = Field(Spread(median_s=45, sigma=0.5), description="being told until the first own contact")
    judge: Spread = Field(Spread(median_s=180, sigma=0.4), description="seeing a question until deciding it")
    judges_right: Probability = Field(1.0, description="a question is decided as the scenario has it")
    absent: Probability = Field(0.1, description="cannot be reached at all and nobody knows; assumption")
    knows_chart: Probability = Field(0.95, description="knows where the contact chart is kept")
    search: Spread = Field(Spread(median_s=180, sigma=0.5), description="looking for the chart if not")


class Storage(Frozen):
    """Where the chart is kept 保管場所, and what share of the staff knew it when they were asked."""

    place: Text
    asked: Day | None = None
    known: Probability | None = Field(None, description="of all staff")
    known_first_year: Probability | None = Field(None, description="of staff in their first year")


class Limits(Frozen):
    """What `drill check` measures a chart by. The numbers are assumptions; an office sets its own."""

    calls: int = Field(10, ge=1, description="telephone calls one caller may have to make one after the other")
    hops: int = Field(4, ge=1, description="contacts from where an incident becomes known to any post")
    verified_days: int = Field(90, ge=1, description="days after which an entry is to be checked again")


class Waiver(Frozen):
    """A finding of `drill check` the office has decided to live with until a day."""

    code: str
    at: str | None = Field(None, description="the entry, e.g. `posts.poc`; without it the whole file")
    reason: Text
    until: Day


class Chart(Frozen):
    """One organisation's emergency contact chart."""

    schema_: Literal["drill.chart/1"] = Field(alias="schema")
    id: Id
    title: Text
    source: str | None = Field(None, description="the document the chart was made from")
    as_of: Day | None = None
    last_drill: Day | None = Field(None, description="the last drill held with this chart")
    shareable: bool = Field(False, description="true: meant to be handed out, so without personal numbers")
    storage: Storage | None = None
    limits: Limits = Limits()
    waivers: tuple[Waiver, ...] = ()
    hours: dict[Id, HoursText] = Field(default_factory=dict, description="named opening hours")
    holidays: tuple[Day, ...] = ()
    levels: dict[Level, Text] = Field(default_factory=dict, description="criteria of the incident levels")
    media: dict[Id, Medium] = Field(default_factory=dict)
    sites: dict[Id, Site] = Field(default_factory=dict)
    behaviours: dict[Id, Behaviour] = Field(default_factory=dict)
    policy: Policy = Policy()
    persons: dict[Id, Person]
    posts: dict[Id, Post]
    groups: dict[Id, Group] = Field(default_factory=dict)
    origins: tuple[Id, ...] = Field((), description="posts where an incident becomes known first, for `drill weak`")
    contacts: tuple[Contact, ...] = ()
    duties: dict[Id, Duty] = Field(default_factory=dict)

    @cached_property
    def by_role(self) -> dict[str, tuple[str, ...]]:
        """Role → posts that have it, in the chart's order."""
        found = gathered((post.role or post_id, post_id) for post_id, post in self.posts.items())
        return {role: tuple(posts) for role, posts in found.items()}

    def resolve(self, ref: str) -> tuple[str, ...]:
        """Posts a reference means: a post, else a group's members, else the posts of a role; () if nothing."""
        if ref in self.posts:
            return (ref,)
        if ref in self.groups:
            return self.groups[ref].members
        return self.by_role.get(ref, ())

    def called(self, ref: str) -> tuple[Text, ...]:
        """The name of a post, group or duty, the names of all posts of a role; anything else is called as it is."""
        for part in (self.posts, self.groups, self.duties):
            if ref in part:
                return (part[ref].name,)
        return tuple(self.posts[post].name for post in self.by_role.get(ref, ())) or (Text(ja=ref, en=ref),)

    def name_of(self, ref: str) -> Text:
        """The same as one text."""
        first, *others = self.called(ref)
        return Text.said("list", items=(first, *others)) if others else first

    def meant(self, *refs: str) -> tuple[str, ...]:
        """The posts within the drill's scope that references mean, each once."""
        posts = dict.fromkeys(post for ref in refs for post in self.resolve(ref))
        return tuple(post for post in posts if post in self.posts and self.posts[post].in_scope)

    def candidates(self, post_id: str) -> tuple[str, ...]:
        """Persons who may answer for a post: holder, then deputies in order, each once."""
        post = self.posts[post_id]
        return tuple(dict.fromkeys(p for p in (post.holder, *post.deputies) if p is not None))

    def deputy_rank(self, post_id: str, person_id: str) -> int:
        """0 for the holder, else the place among the deputies, from 1."""
        post = self.posts[post_id]
        if person_id == post.holder or person_id not in post.deputies:
            return 0
        return self.candidates(post_id).index(person_id) + (post.holder is None)

    def behaviour_of(self, person_id: str) -> Behaviour:
        """The person's behaviour numbers; the defaults of `Behaviour` where the chart gives none."""
        return self.behaviours.get(self.persons[person_id].behaviour, _DEFAULT_BEHAVIOUR)

    def policy_of(self, contact: Contact) -> Policy:
        """The chart's policy with the contact's own changes."""
        changes = contact.policy.model_dump(exclude_none=True)
        return self.policy.model_copy(update=changes) if changes else self.policy

    def on_leave(self, person_id: str, day: date) -> bool:
        """Whether the leave calendar has the person away on `day`."""
        return any(leave.start <= day <= leave.end for leave in self.persons[person_id].leave)

    def without_personal_data(self) -> Self:
        """The same chart for transcripts and exports: people become their posts, addresses become line numbers.

        Lines shared by several people stay shared, so a drill on this chart runs exactly like one on the original.
        """
        lines: dict[tuple[str, str], str] = {}
        names = self._post_names()

        def line(channel: Channel) -> Channel:
            if channel.address is None:
                return channel
            number = lines.setdefault((channel.kind, channel.address), f"line{len(lines) + 1}")
            return channel.model_copy(update={"address": number})

        persons = {
            key: person.model_copy(
                update={
                    "name": names.get(key) or Text(ja=key, en=key),
                    "leave": (),
                    "verified": None,
                    "channels": tuple(map(line, person.channels)),
                }
            )
            for key, person in self.persons.items()
        }
        return self.model_copy(update={"persons": persons})

    def _post_names(self) -> dict[str, Text]:
        """Person → the first post held or, without one, the first they are a deputy of."""
        found = {post.holder: post.name for post in reversed(self.posts.values()) if post.holder}
        for post in self.posts.values():
            for rank, person in enumerate(post.deputies, start=1):
                if person not in found:
                    ja, en = post.name.get("ja"), post.name.get("en")
                    found[person] = Text(ja=f"{ja} 代理者第{rank}順位", en=f"{en}, deputy {rank}")
        return found


_DEFAULT_BEHAVIOUR = Behaviour()
