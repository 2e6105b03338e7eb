"""Where a drill left the contact chart: contacts it does not owe, order, deputies passed over or never tried.

Nothing here takes points by itself; what does is among the marks of the score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import Attempt, ContactKey, State
from drill.model.basics import Text
from drill.scoring.score import Score


@dataclass(frozen=True, slots=True)
class Deviation:
    """One departure, told like the mark where it is one; `code` is its sentence."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    at_ms: int | None = None


def deviations(score: Score) -> tuple[Deviation, ...]:
    """All of them: contacts, order, deputies."""
    return (*_contacts(score), *_order(score), *_deputies(score))


def _contacts(score: Score) -> Iterator[Deviation]:
    """Contacts not called for: on the chart for other incidents, or not on it at all."""
    contacts = score.evidence.setup.contacts.drilled
    drawn = {(caller, link.target) for caller, links in contacts.items() for link in links}
    for row in score.dimensions["rightness"].rows:
        if row.code == "mark.needless":
            known = (row.post, row.target) in drawn
            yield Deviation("deviation.not_called_for" if known else "deviation.not_on_chart", row.params, row.at_ms)


def _order(score: Score) -> Iterator[Deviation]:
    """Contacts and actions out of order, and what should not have been done at all."""
    for row in score.dimensions["rightness"].rows:
        if row.code in ("mark.order_broken", "mark.out_of_order", "mark.temptation"):
            yield Deviation(row.code, row.params, row.at_ms)


def _deputies(score: Score) -> Iterator[Deviation]:
    """Targets given up while somebody who could answer for them had not been tried, and deputies called too early."""
    state, setup = score.evidence.state, score.evidence.setup
    for key, tries in state.attempts.items():
        passed_over = next((attempt for attempt in tries if _passes_over(state, key, attempt)), None)
        if passed_over:
            yield Deviation("deviation.out_of_turn", _pair(score, key), passed_over.at_ms)
        untried = set(_present(setup, key, tries[-1])) - {attempt.person for attempt in tries}
        if untried and not state.knows(key.target, key.message):
            yield Deviation("deviation.deputy_untried", _pair(score, key) | {"number": len(untried)}, tries[-1].at_ms)


def _present(setup: Setup, key: ContactKey, attempt: Attempt) -> list[str]:
    """Who may answer for the target and was not known to be away at a try."""
    away = setup.away_at(attempt.at_ms)
    return [person for person in setup.chart.candidates(key.target) if person not in away]


def _passes_over(state: State, key: ContactKey, attempt: Attempt) -> bool:
    """Whether somebody before this person had not been tried, though this person did not stand in by then."""
    before = takewhile(lambda person: person != attempt.person, _present(state.setup, key, attempt))
    tried = {other.person for other in state.attempts[key] if other.at_ms < attempt.at_ms}
    known = state.known.get(key.target, {}).values()
    stands_in = any(k.person == attempt.person and k.at_ms <= attempt.at_ms for k in known)
    return not stands_in and any(person not in tried for person in before)


def _pair(score: Score, key: ContactKey) -> dict[str, Text]:
    evidence = score.evidence
    about = evidence.setup.message_title(key.message)
    return {"caller": evidence.name(key.caller), "target": evidence.name(key.target), "about": about}
