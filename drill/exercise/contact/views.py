"""What people at some posts may see of a drill: never a future inject, an answer, or another post's private feed.

A `View` is all that a participant's screen gets besides the chart (which everybody may read) and its own lines of
the story. The facilitator's screen is not made from here.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

import msgspec
from msgspec.structs import replace

from drill.exercise.contact.state import ContactKey
from drill.model.basics import ChannelKind, ContactKind, Text
from drill.model.chart import When

Known = Literal["unknown", "trying", "sent", "message_only", "acknowledged", "mine"]
TodoKind = Literal["inject", "mail", "contacts", "level", "choice", "convene", "count", "total", "actions"]


class CardContact(msgspec.Struct, frozen=True, gc=False):
    """A line of the role card: whom I owe a contact, how and when."""

    target: Text
    kind: ContactKind
    by: tuple[ChannelKind, ...]
    deadline_min: float | None
    when: When
    deputies: int


class RoleCard(msgspec.Struct, frozen=True, gc=False):
    """The role card of a post, and who plays it (`deputy`: not the holder)."""

    post: str
    name: Text
    deputy: bool
    duties: tuple[Text, ...]
    owes: tuple[CardContact, ...]


class ContactView(msgspec.Struct, frozen=True, gc=False):
    """One contact of a list: how far it has got, and the next try the chart provides."""

    key: ContactKey
    target: Text
    known: Known
    tries: int
    deputy: int
    person: str | None
    channel: ChannelKind | None
    due_ms: int | None


class Choice(msgspec.Struct, frozen=True, gc=False):
    """An answer one can give; `ref` is an option, or an action's task."""

    ref: str
    text: Text


class Todo(msgspec.Struct, frozen=True, gc=False):
    """Something open for one of my posts since `since_ms`. `ref` names it for the command that does it, if need be.

    `mail` is the number of one, and `ref` then the message it is about; `levels` are those there are. `own` is what
    this post's own papers show, where a number is to be reported; `reports` are those that have come in.
    """

    kind: TodoKind
    post: str
    ref: str
    title: Text
    due_ms: int | None = None
    done: int = 0
    total: int = 1
    sheet: tuple[ContactView, ...] = ()
    choices: tuple[Choice, ...] = ()
    levels: tuple[tuple[int, Text], ...] = ()
    mail: int = 0
    since_ms: int = 0
    own: int | None = None
    reports: tuple[tuple[Text, int], ...] = ()


class ItemView(msgspec.Struct, frozen=True, gc=False):
    """An item I know: its value, or None where it came to me wrong."""

    item: str
    label: Text
    value: Text | None


class MessageView(msgspec.Struct, frozen=True, gc=False):
    """A message one of my posts knows."""

    post: str
    message: str
    title: Text
    items: tuple[ItemView, ...]


class CallView(msgspec.Struct, frozen=True, gc=False):
    """A call of mine: ringing or talking, as caller or as called."""

    ref: int
    post: str
    as_caller: bool
    answered: bool
    key: ContactKey
    other: Text
    person: str
    channel: ChannelKind
    title: Text
    told: tuple[ItemView, ...]
    heard: dict[str, bool]
    mine: tuple[ItemView, ...]

    @property
    def waits_for_called(self) -> bool:
        """Whether whoever is called has something to do: pick up, or read back what was told."""
        return not self.answered or len(self.heard) < len(self.told)


class TreeNode(msgspec.Struct, frozen=True, gc=False):
    """A post (or group) of the contact tree, as far as my posts know about it."""

    ref: str
    name: Text
    depth: int
    known: Known
    at_ms: int | None = None
    tries: int = 0
    deputy: int = 0
    done: int = 0
    total: int = 1


class ClockView(msgspec.Struct, frozen=True, gc=False):
    """A legal or promised deadline that has begun to run."""

    title: Text
    due: datetime
    source: str


class View(msgspec.Struct, frozen=True, gc=False):
    """The drill as people at `posts` may see it at `now_ms`."""

    posts: tuple[str, ...]
    now_ms: int
    moment: datetime
    title: Text
    briefing: Text
    running: bool
    phase: Text | None
    level: int | None
    cards: tuple[RoleCard, ...]
    todo: tuple[Todo, ...]
    calls: tuple[CallView, ...]
    messages: tuple[MessageView, ...]
    tree: tuple[TreeNode, ...]
    clocks: tuple[ClockView, ...]
    convenable: tuple[tuple[str, str], ...]

    def at(self, now_ms: int) -> View:
        """The same at another time."""
        return replace(self, now_ms=now_ms, moment=self.moment + timedelta(milliseconds=now_ms - self.now_ms))
