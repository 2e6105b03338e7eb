"""Where a drill left the contact chart: contacts it does not owe, order, deputies passed over or never tried.

Nothing here takes points by itself; what does is among the marks of the score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import Attempt, ContactKey, State
from drill.scoring.evidence import Mark
from drill.scoring.score import Score


def deviations(score: Score) -> tuple[Mark, ...]:
    """All of them: contacts not called for (on the chart for other incidents, or not on it at all), order, deputies."""
    contacts, rows = score.evidence.setup.contacts.drilled, score.dimensions["rightness"].rows
    drawn = {(caller, link.target) for caller, links in contacts.items() for link in links}
    needless = ((row, (row.post, row.target) in drawn) for row in rows if row.code == "mark.needless")
    return (
        *(replace(row, code="deviation.not_called_for" if on else "deviation.not_on_chart") for row, on in needless),
        *(row for row in rows if row.code in ("mark.order_broken", "mark.out_of_order", "mark.temptation")),
        *_deputies(score),
    )


def _deputies(score: Score) -> Iterator[Mark]:
    """Targets given up while somebody who could answer for them had not been tried, and deputies called too early."""
    state, setup, pair = score.evidence.state, score.evidence.setup, score.evidence.pair
    for key, tries in state.attempts.items():
        passed_over = next((attempt for attempt in tries if _passes_over(state, key, attempt)), None)
        if passed_over:
            yield Mark("deviation.out_of_turn", pair(key), 0, 0, passed_over.at_ms)
        untried = set(_present(setup, key, tries[-1])) - {attempt.person for attempt in tries}
        if untried and not state.knows(key.target, key.message):
            params = pair(key) | {"number": len(untried)}
            yield Mark("deviation.deputy_untried", params, 0, 0, tries[-1].at_ms)


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
