"""Changes a planner can make to a chart, what each costs, and the chart after them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Literal, get_args

from drill.model.chart import Channel, Chart, Contact, Person

ChangeKind = Literal["channel", "edge", "deputy", "offsite"]
_NUMBER = re.compile(r"\d{1,5}(\.\d{1,3})?")
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


@dataclass(frozen=True, slots=True)
class AddDeputy:
    """A deputy, still to be named, for a post, or for several posts that have the same people."""

    kind: Literal["deputy", "offsite"]
    person: str
    entry: Person
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddChannel:
    """One more way to reach a person."""

    person: str
    channel: Channel
    posts: tuple[str, ...]
    """Those the person may answer for."""
    kind: Literal["channel"] = "channel"


@dataclass(frozen=True, slots=True)
class AddContact:
    """A contact that skips a level."""

    contact: Contact
    kind: Literal["edge"] = "edge"


Change = AddDeputy | AddChannel | AddContact


@dataclass(frozen=True)
class Costs:
    """What a change of each kind costs. The defaults are assumptions; only their proportions matter."""

    channel: Fraction = Fraction(1)
    edge: Fraction = Fraction(2)
    deputy: Fraction = Fraction(3)
    offsite: Fraction = Fraction(4)

    @classmethod
    def parse(cls, texts: Iterable[str]) -> Costs:
        """`KIND=NUMBER` each, up to three decimals; ValueError if one is no such thing or not from 0.001 to 10,000."""
        found: dict[str, Fraction] = {}
        for text in texts:
            kind, _, number = text.partition("=")
            if kind not in CHANGE_KINDS or not _NUMBER.fullmatch(number) or not 0 < Fraction(number) <= 10_000:
                raise ValueError(text)
            found[kind] = Fraction(number)
        return cls(**found)

    def of(self, kind: ChangeKind) -> Fraction:
        """The cost of one change of a kind."""
        found: Fraction = getattr(self, kind)
        return found

    @cached_property
    def scale(self) -> int:
        """What makes all costs whole numbers, for the solver."""
        return lcm(*(self.of(kind).denominator for kind in CHANGE_KINDS))

    def total(self, changes: Iterable[Change]) -> Fraction:
        """What some changes cost together."""
        return sum((self.of(change.kind) for change in changes), Fraction(0))


def with_changes(chart: Chart, changes: Iterable[Change]) -> Chart:
    """The chart after these changes."""
    persons, posts, contacts = dict(chart.persons), dict(chart.posts), list(chart.contacts)
    for change in changes:
        match change:
            case AddDeputy(person=name):
                persons[name] = change.entry
                for post in change.posts:
                    posts[post] = posts[post].model_copy(update={"deputies": (*posts[post].deputies, name)})
            case AddChannel(person=name):
                channels = (*persons[name].channels, change.channel)
                persons[name] = persons[name].model_copy(update={"channels": channels})
            case AddContact():
                contacts.append(change.contact)
    # A copy by the model would keep what the chart has worked out about its old parts.
    parts = {"persons": persons, "posts": posts, "contacts": tuple(contacts)}
    fields = {name: getattr(chart, name) for name in Chart.model_fields} | parts
    return Chart.model_construct(chart.model_fields_set | parts.keys(), **fields)


def new_elements(change: Change) -> frozenset[tuple[str, str]]:
    """Kind and name of what can fail only because of a change."""
    match change:
        case AddDeputy(person=name):
            lines = (("line", f"{name}/{channel.kind}") for channel in change.entry.channels)
            return frozenset((("person", name), *lines))
        case AddChannel(person=name):
            return frozenset((("line", f"{name}/{change.channel.kind}"),))
        case AddContact():
            return frozenset()
