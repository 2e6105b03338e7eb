"""Everything that can be known of a drill at one moment, folded from its events by `evolve`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from drill.exercise.contact.setup import Setup
from drill.model.basics import ChannelKind, ContactKind

Outcome = Literal[
    "ringing",
    "talking",
    "engaged",
    "no_answer",
    "dead",
    "colleague",
    "voicemail",
    "sent",
    "ended",
    "acknowledged",
]
OPEN: frozenset[Outcome] = frozenset({"ringing", "talking"})


class ContactKey(NamedTuple):
    """One contact of one message: who owes it to whom, about what, as what."""

    caller: str
    target: str
    message: str
    kind: ContactKind


class Attempt(msgspec.Struct, frozen=True, gc=False):
    """One try to make a contact; `again_ms` is when the same number may be tried again."""

    at_ms: int
    person: str
    channel: ChannelKind
    outcome: Outcome
    again_ms: int = 0
    ref: int = 0

    def came_to(self, outcome: Outcome, again_ms: int) -> Attempt:
        """The same try with what became of it."""
        return Attempt(self.at_ms, self.person, self.channel, outcome, again_ms, self.ref)


class Knowledge(msgspec.Struct, frozen=True, gc=False):
    """How a post came to know a message first; `heard` gathers items, right or not, over all times it was told.

    `hand` is who has it since the post was handed over, if it was.
    """

    at_ms: int
    person: str
    via: str
    source: str | None
    heard: Mapping[str, bool]
    hand: str | None = None


class Call(msgspec.Struct, frozen=True, gc=False):
    """A call that has not ended. `through`: it rings there; else the caller hears the engaged tone or a dead line."""

    ref: int
    key: ContactKey
    person: str
    to_person: str
    channel: ChannelKind
    at_ms: int
    through: bool = True
    answered: bool = False
    told: tuple[str, ...] = ()
    heard: Mapping[str, bool] = msgspec.field(default_factory=dict)
    read_backs: int = 0

    def after(self, told: tuple[str, ...], heard: Mapping[str, bool], read_backs: int = 0) -> Call:
        """The call, answered, with what has been told and read back in it so far, and how often."""
        who = self.person, self.to_person, self.channel
        return Call(self.ref, self.key, *who, self.at_ms, self.through, True, told, heard, read_backs)


class Mail(msgspec.Struct, frozen=True, gc=False):
    """A written message: to which person of each post, and the posts that have acknowledged it so far."""

    ref: int
    sender: str
    to: Mapping[str, str]
    channel: ChannelKind
    message: str
    kind: ContactKind
    items: tuple[str, ...]
    at_ms: int
    taken: set[str] = msgspec.field(default_factory=set)


class TaskState(msgspec.Struct, frozen=True, gc=False):
    """A task that has opened, and how it was done."""

    opened_ms: int
    post: str
    done_ms: int | None = None
    answer: str | int | None = None
    right_order: bool = True
    reason: str = ""


class InjectState(msgspec.Struct, frozen=True, gc=False):
    """An inject that came, is held, or will not come."""

    status: Literal["delivered", "held", "skipped"]
    at_ms: int
    posts: tuple[str, ...] = ()
    text: str | None = None
    taken: dict[str, int] = msgspec.field(default_factory=dict)


@dataclass
class State:
    """The drill at `now_ms`. Only `evolve` and its `change` alter it; keep a `copy` of what must not alter."""

    setup: Setup
    now_ms: int = 0
    started: bool = False
    ended_ms: int | None = None
    phase: str | None = None
    known: dict[str, dict[str, Knowledge]] = field(default_factory=dict)
    acting: dict[str, str] = field(default_factory=dict)
    attempts: dict[ContactKey, tuple[Attempt, ...]] = field(default_factory=dict)
    tried: dict[str, list[ContactKey]] = field(default_factory=dict)
    """Caller → the contacts it has tried, in the order of their first try."""
    calls: dict[int, Call] = field(default_factory=dict)
    mails: dict[int, Mail] = field(default_factory=dict)
    next_ref: int = 1
    tasks: dict[str, TaskState] = field(default_factory=dict)
    injects: dict[str, InjectState] = field(default_factory=dict)
    clocks: dict[str, int] = field(default_factory=dict)
    level: int | None = None
    level_ms: int = 0
    publishing: bool = False
    publishing_ms: int = 0
    convened: dict[str, int] = field(default_factory=dict)
    quorate: dict[str, int] = field(default_factory=dict)
    own_count: dict[str, tuple[int, int]] = field(default_factory=dict)
    reported: dict[str, tuple[int, int]] = field(default_factory=dict)
    total: tuple[int, int] | None = None
    missing: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    """Those of the missing who are known to be away."""
    hearers: dict[str, dict[str, None]] = field(default_factory=dict)
    """Message → the persons who have heard it."""
    notes: tuple[tuple[int, str, str], ...] = ()
    quiz: dict[str, int] = field(default_factory=dict)
    made: dict[ContactKey, int] = field(default_factory=dict)
    """When each contact was first acknowledged."""
    needless: dict[tuple[str, ...], int] = field(default_factory=dict)
    """Caller, target and message → since when nobody has to tell it: one person has it for both."""
    engaged: dict[object, int] = field(default_factory=dict)
    """Persons and shared lines that open calls take, and by how many."""

    def copy(self) -> State:
        """The state as it is now."""
        same = copy(self)
        for name, table in vars(self).items():
            if isinstance(table, dict):
                setattr(same, name, table.copy())
        same.known = {post: known.copy() for post, known in self.known.items()}
        same.tried = {caller: keys.copy() for caller, keys in self.tried.items()}
        same.hearers = {message: people.copy() for message, people in self.hearers.items()}
        same.mails = {ref: replace(mail, taken=mail.taken.copy()) for ref, mail in self.mails.items()}
        same.injects = {name: replace(inject, taken=inject.taken.copy()) for name, inject in self.injects.items()}
        return same

    @property
    def running(self) -> bool:
        """Started and not ended."""
        return self.started and self.ended_ms is None

    def knows(self, post: str, message: str) -> Knowledge | None:
        """What a post knows of a message."""
        return self.known.get(post, {}).get(message)

    def made_at(self, key: ContactKey) -> int | None:
        """When a contact was made: acknowledged, or needless; it stays so whoever has the posts later."""
        made, needless = self.made.get(key), self.needless.get(key[:3])
        return made if needless is None or (made is not None and made < needless) else needless

    def calls_of(self, *people: str) -> list[int]:
        """The open calls that one of these people makes or is made to."""
        return [ref for ref, call in self.calls.items() if call.person in people or call.to_person in people]

    def busy(self, person: str) -> bool:
        """Whether a person's line is taken: calling, being rung or talking."""
        return person in self.engaged

    def gets_through(self, person: str, kind: ChannelKind) -> bool:
        """Whether a call about to be placed will ring: neither dead, nor the person or the shared line taken."""
        channel = self.setup.contacts.channel(person, kind)
        if channel is None or channel.medium in self.setup.down or person in self.engaged:
            return False
        return channel.address is None or (kind, channel.address) not in self.engaged

    def lines(self, call: Call) -> Iterator[object]:
        """What a call takes: the caller; where it rings, the called and the line they share with others."""
        yield call.person
        if call.through:
            yield call.to_person
            channel = self.setup.contacts.channel(call.to_person, call.channel)
            if channel and channel.address:
                yield (call.channel, channel.address)

    def audible(self, call: Call) -> bool:
        """Whether the telephone really rings where the called person is."""
        channel = self.setup.contacts.channel(call.to_person, call.channel)
        return call.through and channel is not None and self.setup.hours_open(channel.hours, self.now_ms)

    def reads(self, mail: Mail, post: str) -> str | None:
        """Who finds a written message at a post; None if it was not sent there, cannot arrive, or they are away."""
        person = mail.to.get(post)
        channel = self.setup.contacts.channel(person, mail.channel) if person else None
        lost = channel is None or channel.medium in self.setup.down or person in self.missing
        return None if lost else person

    def actor(self, post: str) -> str | None:
        """Who acts for a post: whoever stands in or took it first, else the first candidate who is there."""
        acting = self.acting.get(post)
        return acting if acting and acting not in self.missing else self.setup.first_present(post, self.missing)

    def voice(self, post: str, message: str) -> str | None:
        """Who may pass a message on for a post: whoever has it in hand, else somebody there who has heard it."""
        known = self.knows(post, message)
        if known is None:
            return None
        person = known.hand or known.person
        if person not in self.missing:
            return person
        heard, people = self.hearers.get(message, {}), self.setup.contacts.candidates[post]
        return next((each for each in people if each in heard and each not in self.missing), None)

    def on_shift(self, person: str, at_ms: int) -> bool:
        """Whether somebody can be reached by anything at that hour."""
        channels = self.setup.chart.persons[person].channels
        return not channels or any(self.setup.hours_open(channel.hours, at_ms) for channel in channels)

    def played(self, post: str) -> bool:
        """Whether people at a screen run the post."""
        return post in self.setup.played
