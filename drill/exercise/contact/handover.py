"""Handing a post over when somebody leaves or is back, by their hours or leave, with what can still be told."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from drill.exercise.contact.events import PostHandedOver
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.pairs import gathered


@dataclass(frozen=True, slots=True)
class ShiftChange:
    """A moment at which people come or go as all know: their hours begin or end, or their leave does."""

    at_ms: int
    came: frozenset[str]
    left: frozenset[str]
    leave_begins: tuple[str, ...]
    leave_ends: tuple[str, ...]


def changes(setup: Setup) -> list[ShiftChange]:
    """All of them within a drill, in order."""
    hours_of = (
        (frozenset(each.hours for each in person.channels), name) for name, person in setup.chart.persons.items()
    )
    alike = {hours: people for hours, people in gathered(hours_of).items() if hours and "always" not in hours}
    moments, turn = {at_ms for at_ms, _, _ in setup.leave if at_ms < setup.end_ms}, 0
    while alike and (turn := setup.next_turn_ms(turn)) < setup.end_ms:
        moments.add(turn)
    found = []
    for at_ms in sorted(moments):
        came, left = list[str](), list[str]()
        for hours, people in alike.items():
            before, now = (any(setup.hours_open(name, at) for name in hours) for at in (at_ms - 1, at_ms))
            if before != now:
                (came if now else left).extend(people)
        begins = tuple(person for at, person, away in setup.leave if at == at_ms and away)
        ends = tuple(person for at, person, away in setup.leave if at == at_ms and not away)
        if came or left or begins or ends:
            found.append(ShiftChange(at_ms, frozenset(came), frozenset(left), begins, ends))
    return found


def hand_over(state: State, at_ms: int, came: Set[str], left: Set[str] = frozenset()) -> Iterator[PostHandedOver]:
    """What is handed over when these people are back, and those are about to go: to whom ranks before whoever stands
    in and is back, or from whoever goes to the next who is there. Only what somebody there has heard can be told.
    """
    posts_of, rank = state.setup.contacts.posts_of, state.setup.post_rank
    concerned = {post for person in (*came, *left) for post in posts_of.get(person, ()) if post in state.acting}
    for post in sorted(concerned, key=rank.__getitem__):
        people, acting = state.setup.contacts.candidates[post], state.acting[post]
        voices = {message: state.voice(post, message) for message in state.known.get(post, ())}
        for person in [each for each in dict.fromkeys((acting, *voices.values())) if each is not None and each in left]:
            to = next((each for each in (acting, *people) if _there(state, each, at_ms, left)), None)
            told = tuple(message for message, voice in voices.items() if voice == person)
            if to is not None and (told or person == acting):
                yield PostHandedOver(post, person, to, told)
        back = next((each for each in people if each in came or each == acting), acting)
        if back != acting and acting not in left:
            told = tuple(message for message, voice in voices.items() if voice not in (None, back))
            yield PostHandedOver(post, acting, back, told)


def _there(state: State, person: str, at_ms: int, left: Set[str]) -> bool:
    return person not in state.missing and person not in left and state.on_shift(person, at_ms)
