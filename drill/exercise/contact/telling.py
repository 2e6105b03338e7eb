"""What follows from being told: acknowledging for all posts of a person, concluding a call, who reads a mail."""

from __future__ import annotations

from typing import Any

from drill.exercise.contact import events as e
from drill.exercise.contact.obligations import audience, members
from drill.exercise.contact.setup import CONVENE_PREFIX, COUNT_PREFIX
from drill.exercise.contact.state import Call, ContactKey, State
from drill.model.basics import ChannelKind


def acknowledge(
    state: State,
    post: str,
    person: str,
    message: str,
    heard: dict[str, bool],
    **how: Any,
) -> list[e.AnyEvent]:
    """A post acknowledges a message; so do all other posts the same person fills, and a quorum may be reached.

    `how` is `via`, `source`, `kind` and `value` of `MessageAcknowledged`.
    """
    events: list[e.AnyEvent] = [e.MessageAcknowledged(post, person, message, heard=heard, **how)]
    if not message.startswith((COUNT_PREFIX, CONVENE_PREFIX)):
        scope = state.setup.contacts.in_scope
        for other in state.setup.contacts.posts_of.get(person, ()):
            fills = state.acting.get(other) or state.setup.first_present(other, state.away)
            if other != post and fills == person and other in scope and not state.knows(other, message):
                events.append(e.MessageAcknowledged(other, person, message, "same_person", heard, how.get("source")))
    if message.startswith(CONVENE_PREFIX):
        events += quorum(state, message.removeprefix(CONVENE_PREFIX), post, person)
    return events


def quorum(state: State, duty: str, post: str, person: str) -> list[e.AnyEvent]:
    """A quorum is of people: whoever stands in for two members counts once."""
    if duty in state.quorate:
        return []
    known = ((member, state.knows(member, CONVENE_PREFIX + duty)) for member in members(state, duty))
    there = {k.person if k else person for member, k in known if k or member == post}
    return [e.QuorumReached(duty)] if len(there) >= state.setup.chart.duties[duty].quorum else []


def passed_on(state: State, call: Call) -> dict[str, bool]:
    """What was told, as right or wrong as the caller knew it."""
    source = state.knows(call.key.caller, call.key.message)
    return {item: bool(source and source.heard.get(item)) for item in call.told}


def conclude(state: State, call: Call, heard: dict[str, bool]) -> list[e.AnyEvent]:
    """The other side reads back what it heard and thereby acknowledges the message."""
    key = call.key
    how = {"via": "call", "source": key.caller, "kind": key.kind, "value": number(state, key.message)}
    return [
        e.ReadBack(call.ref, heard),
        *acknowledge(state, key.target, call.to_person, key.message, heard, **how),
    ]


def number(state: State, message: str) -> int | None:
    """The number a message reports, if it does."""
    return state.own_count[message.removeprefix(COUNT_PREFIX)][0] if message.startswith(COUNT_PREFIX) else None


def reader(state: State, key: ContactKey, channel: ChannelKind) -> str | None:
    """Whom a written message goes to: the first who can be reached so and has not had it from this sender yet."""
    me = state.voice(key.caller, key.message)
    everybody = audience(state, key) or audience(state, key, "wait")
    people = [p for p in everybody if p != me and state.setup.contacts.channel(p, channel)]
    had = {attempt.person for attempt in state.attempts.get(key, ()) if attempt.channel == channel}
    return next((person for person in people if person not in had), people[0] if people else None)
