"""What a post owes: contacts of the chart, members to convene, a number to report; and the next try of each.

Both the simulated posts and the hints on a participant's screen are made from this.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import msgspec

from drill.contacts.resolved import Link
from drill.exercise.contact.conditions import owes
from drill.exercise.contact.setup import CONVENE_PREFIX, COUNT_PREFIX, MINUTE, Setup
from drill.exercise.contact.state import OPEN, Attempt, ContactKey, State
from drill.model.basics import WRITTEN, ChannelKind
from drill.model.chart import Policy
from drill.model.conditions import concerns

SPOKEN_FIRST: tuple[ChannelKind, ...] = ("desk", "duty", "mobile", "home", "mail")


class Owed(msgspec.Struct, frozen=True, gc=False):
    """A contact that is owed since `since_ms`, whether made or not."""

    key: ContactKey
    by: tuple[ChannelKind, ...]
    policy: Policy
    since_ms: int
    due_ms: int | None
    group: str
    """What the chart calls the target: a post, or the group it was reached through."""


class NextTry(msgspec.Struct, frozen=True, gc=False):
    """The next try of a contact, not before `ready_ms`. Without a channel: the caller, a deputy there, stands in."""

    owed: Owed
    person: str
    channel: ChannelKind | None
    ready_ms: int


class _Owing(NamedTuple):
    """What a contact of the chart asks of a post that knows a message."""

    key: ContactKey
    link: Link
    policy: Policy
    due_ms: int | None
    answers: bool
    """It may go back to whom the message is from."""
    conditional: bool
    """Whether it is owed depends on what happens in the drill."""


Unmade = dict[tuple[str, str], deque[_Owing]]
"""(post, message) → its contacts, without the first that are made; kept from one look at a drill to the next."""


def owed_by(state: State, post: str, at_ms: int, unmade: Unmade | None = None) -> Iterator[Owed]:
    """All a post owes for the messages it knows, in the order it should be done; with `unmade`, what is not yet made.

    Nobody reports a message back to the post they have it from; an instruction answers a report.
    """
    known = state.known.get(post)
    if not known:
        return
    for message, mine in known.items():
        for owing in _owings(state.setup, post, message) if unmade is None else _left(state, unmade, post, message):
            key = owing.key
            if (mine.source == key.target and not owing.answers) or (
                unmade is not None and state.made_at(key) is not None
            ):
                continue
            if not owing.conditional or owes(owing.link.contact.when, state, at_ms):
                yield _contact(state, owing, mine.at_ms)
    for owed in chain(_convening(state, post), _count(state, post)):
        if unmade is None or state.made_at(owed.key) is None:
            yield owed


def _left(state: State, unmade: Unmade, post: str, message: str) -> deque[_Owing]:
    found = unmade.get((post, message))
    if found is None:
        found = unmade[post, message] = deque(_owings(state.setup, post, message))
    while found and state.made_at(found[0].key) is not None:
        found.popleft()
    return found


def _owings(setup: Setup, post: str, message: str) -> tuple[_Owing, ...]:
    """The contacts of a post for a message in this incident."""
    found: tuple[_Owing, ...] | None = setup.kept.get((post, message))
    if found is None:
        kind, incident = setup.message_kind(message), setup.scenario.incident
        links = setup.contacts.drilled.get(post, ()) if kind != "count" else ()
        found = tuple(_owing(setup, link, message) for link in links if concerns(link.contact.when, kind, incident))
        setup.kept[post, message] = found
    return found


def _owing(setup: Setup, link: Link, message: str) -> _Owing:
    when, kind = link.contact.when, link.contact.kind
    key = ContactKey(link.caller, link.target, message, kind)
    conditional = bool(when.level or when.hours) or when.publishing is not None
    return _Owing(key, link, setup.contacts.policy(link), deadline_ms(setup, link), kind == "instruct", conditional)


def _contact(state: State, owing: _Owing, since: int) -> Owed:
    contact = owing.link.contact
    if owing.conditional and contact.when.level:
        since = max(since, state.level_ms)
    if owing.conditional and contact.when.publishing is not None:
        since = max(since, state.publishing_ms)
    due = None if owing.due_ms is None else since + owing.due_ms
    return Owed(owing.key, contact.by, owing.policy, since, due, contact.target)


def deadline_ms(setup: Setup, link: Link) -> int | None:
    """The scenario's deadline for a contact, else the chart's, in milliseconds from its beginning."""
    minutes = setup.expected.deadline_min(link)
    return None if minutes is None else round(minutes * MINUTE)


def _convening(state: State, post: str) -> Iterator[Owed]:
    chart = state.setup.chart
    for name, since in state.convened.items():
        duty = chart.duties[name]
        own = state.knows(post, CONVENE_PREFIX + name)
        if own and own.source is None:
            due = None if duty.deadline_min is None else since + round(duty.deadline_min * MINUTE)
            for member in members(state, name):
                if member != post:
                    key = ContactKey(post, member, CONVENE_PREFIX + name, "instruct")
                    yield Owed(key, duty.by, chart.policy, since, due, name)


def members(state: State, duty: str) -> tuple[str, ...]:
    """The posts of a duty, in scope, each once."""
    return state.setup.chart.meant(*state.setup.chart.duties[duty].members)


def _count(state: State, post: str) -> Iterator[Owed]:
    setup = state.setup
    counts, collector = setup.scenario.counts, setup.collector
    if counts is None or collector is None or post not in state.own_count or post not in setup.count_sources:
        return
    after = state.knows(post, counts.after)
    since = state.own_count[post][1]
    due = (after.at_ms if after else since) + round(counts.within_min * MINUTE)
    link = setup.contacts.between(post, collector)
    policy = setup.contacts.policy(link) if link else setup.chart.policy
    key = ContactKey(post, collector, COUNT_PREFIX + post, "report")
    yield Owed(key, link.contact.by if link else SPOKEN_FIRST, policy, since, due, collector)


def plan(state: State, owed: Owed, at_ms: int) -> Iterator[tuple[str, ChannelKind | None]]:
    """Every try the policy allows, in order: attempts per channel, next channel, next candidate, next round.

    A written message goes to the first candidate once; to another only where no telephone is left to try. Callers
    whose own turn it is, as deputies of the post they call, need no telephone.
    """
    people = audience(state, owed.key, owed.policy.known_absence)
    caller = state.voice(owed.key.caller, owed.key.message)
    contacts, open_at = state.setup.contacts, state.setup.hours_open
    for turn in range(owed.policy.rounds):
        for person in people:
            if person == caller:
                if not state.knows(owed.key.target, owed.key.message):
                    yield person, None
                continue
            kinds = [way.kind for way in contacts.ways(person, owed.by) if open_at(way.hours, at_ms)]
            for kind in kinds:
                if kind not in WRITTEN:
                    for _ in range(owed.policy.attempts):
                        yield person, kind
                elif turn == 0 and (person == people[0] or WRITTEN.issuperset(kinds)):
                    yield person, kind


def audience(state: State, key: ContactKey, known_absence: str = "skip") -> list[str]:
    """Who may answer for a contact's target: whoever stands in, then holder and deputies, without those known away."""
    people, acting = state.setup.contacts.candidates[key.target], state.acting.get(key.target)
    away = state.away if known_absence == "skip" else frozenset()
    if acting is not None:
        people = (acting, *(person for person in people if person != acting))
    return [person for person in people if person not in away]


def next_step(state: State, owed: Owed, at_ms: int) -> NextTry | None:
    """The first try not yet used up; None if the contact is made, under way or exhausted.

    An engaged line uses up nothing: it is tried again later.
    """
    return next_try(state, owed, at_ms) if state.made_at(owed.key) is None else None


def next_try(state: State, owed: Owed, at_ms: int) -> NextTry | None:
    """The same for a contact that is not made."""
    tries = state.attempts.get(owed.key, ())
    if tries and tries[-1].outcome in OPEN:
        return None
    used: list[tuple[str, ChannelKind | None]] = [(t.person, t.channel) for t in tries if t.outcome != "engaged"]
    for person, channel in plan(state, owed, at_ms):
        if (person, channel) in used:
            used.remove((person, channel))
            continue
        return NextTry(owed, person, channel, _ready(tries, owed, person, channel))
    return None


def _ready(tries: tuple[Attempt, ...], owed: Owed, person: str, channel: ChannelKind | None) -> int:
    ready = 0
    for attempt in tries:
        if attempt.outcome == "sent":
            ready = max(ready, attempt.at_ms + round(owed.policy.written_wait_s * 1000))
        elif (attempt.person, attempt.channel) == (person, channel):
            ready = max(ready, attempt.again_ms)
    return ready
