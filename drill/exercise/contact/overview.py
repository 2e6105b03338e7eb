"""What the facilitator sees: every inject with its state, every post and whether it has been reached, who is away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drill.exercise.contact.setup import MINUTE
from drill.exercise.contact.state import State
from drill.model.basics import Text


@dataclass(frozen=True, slots=True)
class InjectRow:
    """A MSEL row: `at_ms` is when it came, or is planned to where its time is fixed."""

    inject: str
    text: Text
    sender: Text
    to: tuple[Text, ...]
    status: Literal["planned", "waiting", "delivered", "held", "skipped"]
    at_ms: int | None
    taken: int
    receivers: int


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post in the drill's scope: when it first knew of the incident, and through whom (`deputy` 0: the holder)."""

    post: str
    name: Text
    played: bool
    at_ms: int | None
    deputy: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person who may be marked absent or back."""

    person: str
    name: Text
    present: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole drill at a glance."""

    injects: tuple[InjectRow, ...]
    posts: tuple[PostRow, ...]
    persons: tuple[PersonRow, ...]


def overview(state: State) -> Overview:
    """The facilitator's picture of a state."""
    setup = state.setup
    return Overview(
        tuple(_inject(state, name) for name in dict.fromkeys((*setup.scenario.injects, *state.injects))),
        tuple(_post(state, post) for post in setup.chart.posts if post in setup.contacts.in_scope),
        tuple(PersonRow(key, p.name, key not in state.missing) for key, p in setup.chart.persons.items()),
    )


def _inject(state: State, name: str) -> InjectRow:
    setup, there = state.setup, state.injects.get(name)
    written = setup.scenario.injects.get(name)
    posts = there.posts if there else ()
    if written:
        posts = setup.chart.meant(*written.to)
    planned = round(written.opens.at_min * MINUTE) if written and written.opens.when is None else None
    status = there.status if there else ("waiting" if planned is None else "planned")
    return InjectRow(
        name,
        written.text if written else Text(ja=there.text if there else name, en=there.text if there else name),
        written.sender if written else Text(ja="進行管理者", en="Facilitator"),
        tuple(setup.chart.posts[post].name for post in posts),
        status,
        there.at_ms if there else planned,
        len(there.taken) if there else 0,
        len(posts),
    )


def _post(state: State, post: str) -> PostRow:
    learned = sorted((k.at_ms, k.person) for k in state.known.get(post, {}).values())
    name, played = state.setup.chart.posts[post].name, state.played(post)
    if not learned:
        return PostRow(post, name, played, None, 0)
    at_ms, person = learned[0]
    return PostRow(post, name, played, at_ms, state.setup.chart.deputy_rank(post, person))
