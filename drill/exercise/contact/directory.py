"""The telephone directory: who may answer for a post and by what, as anybody may read it off chart and calendar."""

from __future__ import annotations

from dataclasses import dataclass

from drill.exercise.contact.state import Attempt, ContactKey, State
from drill.model.basics import ChannelKind, Text


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a person: `open` says whether anybody works there at this hour; `last` is my latest try."""

    kind: ChannelKind
    open: bool
    tries: int = 0
    last: Attempt | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may answer for a post; `rank` 0 is the holder, `away` a known absence."""

    person: str
    name: Text
    rank: int
    away: bool
    ways: tuple[Way, ...]


def candidates(state: State, key: ContactKey, now_ms: int) -> tuple[Candidate, ...]:
    """Holder and deputies of the contact's target, in order, with what the caller has tried so far."""
    setup, tries = state.setup, state.attempts.get(key, ())
    found = []
    for person in setup.chart.candidates(key.target):
        ways = []
        for channel in setup.chart.persons[person].channels:
            mine = [t for t in tries if (t.person, t.channel) == (person, channel.kind)]
            is_open = setup.hours_open(channel.hours, now_ms)
            ways.append(Way(channel.kind, is_open, len(mine), mine[-1] if mine else None))
        name, rank = setup.chart.persons[person].name, setup.chart.deputy_rank(key.target, person)
        found.append(Candidate(person, name, rank, person in state.away, tuple(ways)))
    return tuple(found)
