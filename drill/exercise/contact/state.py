"""Everything that can be known of a drill at one moment, folded from its events by `evolve`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

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


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to make a contact; `again_ms` is when the same number may be tried again."""

    at_ms: int
    person: str
    channel: ChannelKind
    outcome: Outcome
    again_ms: int = 0
    ref: int = 0


@dataclass(frozen=True, slots=True)
class Knowledge:
    """How a post came to know a message first; `heard` gathers items, right or not, over all times it was told."""

    at_ms: int
    person: str
    via: str
    source: str | None
    heard: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Call:
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
    heard: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mail:
    """A written message and the posts that have acknowledged it."""

    ref: int
    sender: str
    to: tuple[tuple[str, str], ...]
    channel: ChannelKind
    message: str
    kind: ContactKind
    items: tuple[str, ...]
    at_ms: int
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task that has opened, and how it was done."""

    opened_ms: int
    post: str
    done_ms: int | None = None
    answer: str | int | None = None
    right_order: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InjectState:
    """An inject that came, is held, or will not come."""

    status: Literal["delivered", "held", "skipped"]
    at_ms: int
    posts: tuple[str, ...] = ()
    text: str | None = None
    taken: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """The drill at `now_ms`. All mappings are replaced, never changed."""

    setup: Setup
    now_ms: int = 0
    started: bool = False
    ended_ms: int | None = None
    phase: str | None = None
    known: Mapping[str, Mapping[str, Knowledge]] = field(default_factory=dict)
    acting: Mapping[str, str] = field(default_factory=dict)
    attempts: Mapping[ContactKey, tuple[Attempt, ...]] = field(default_factory=dict)
    calls: Mapping[int, Call] = field(default_factory=dict)
    mails: Mapping[int, Mail] = field(default_factory=dict)
    next_ref: int = 1
    tasks: Mapping[str, TaskState] = field(default_factory=dict)
    injects: Mapping[str, InjectState] = field(default_factory=dict)
    clocks: Mapping[str, int] = field(default_factory=dict)
    level: int | None = None
    level_ms: int = 0
    publishing: bool = False
    publishing_ms: int = 0
    convened: Mapping[str, int] = field(default_factory=dict)
    quorate: Mapping[str, int] = field(default_factory=dict)
    own_count: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    reported: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    total: tuple[int, int] | None = None
    missing: frozenset[str] = frozenset()
    notes: tuple[tuple[int, str, str], ...] = ()
    quiz: Mapping[str, int] = field(default_factory=dict)

    @property
    def running(self) -> bool:
        """Started and not ended."""
        return self.started and self.ended_ms is None

    def knows(self, post: str, message: str) -> Knowledge | None:
        """What a post knows of a message."""
        return self.known.get(post, {}).get(message)

    def busy(self, person: str) -> bool:
        """Whether a person's line is taken: calling, being rung or talking."""
        return any(person == call.person or (call.through and person == call.to_person) for call in self.calls.values())

    def gets_through(self, call: Call) -> bool:
        """Whether a call about to be placed will ring: neither dead, nor the person or the shared line taken."""
        channel, line = self.setup.contacts.channel(call.to_person, call.channel), self._line(call)
        taken = line is not None and any(other.through and self._line(other) == line for other in self.calls.values())
        dead = channel is None or channel.medium in self.setup.down
        return not dead and not taken and not self.busy(call.to_person)

    def audible(self, call: Call) -> bool:
        """Whether the telephone really rings where the called person is."""
        channel = self.setup.contacts.channel(call.to_person, call.channel)
        return call.through and channel is not None and self.setup.hours_open(channel.hours, self.now_ms)

    def reads(self, mail: Mail, post: str) -> str | None:
        """Who finds a written message at a post; None if it was not sent there, cannot arrive, or they are away."""
        person = dict(mail.to).get(post)
        channel = self.setup.contacts.channel(person, mail.channel) if person else None
        lost = channel is None or channel.medium in self.setup.down or person in self.missing
        return None if lost else person

    def _line(self, call: Call) -> tuple[str, str] | None:
        channel = self.setup.contacts.channel(call.to_person, call.channel)
        return (call.channel, channel.address) if channel and channel.address else None

    def actor(self, post: str) -> str | None:
        """Who acts for a post: whoever stands in or took it first, else the first candidate who is there."""
        acting = self.acting.get(post)
        return acting if acting and acting not in self.missing else self.setup.first_present(post, self.missing)

    def played(self, post: str) -> bool:
        """Whether people at a screen run the post."""
        return post in self.setup.played
