"""Who may teach: in a cascade only those who have been trained before, and where it says so only in their section."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from drill.model.program import Activity, Program
from drill.year.events import SessionHeld
from drill.year.headcount import belongs, headcount
from drill.year.roster import Roster
from drill.year.state import YearState


@dataclass(frozen=True, slots=True)
class Teachers:
    """Who of a section has been trained to teach, who could still be, and in which activity."""

    trained_in: str
    trained: frozenset[str]
    could_be: frozenset[str]


def earlier_of(program: Program, name: str) -> str | None:
    """The activity in which the teachers of `name` are trained: itself where its representatives come first."""
    cascade = program.activities[name].cascade
    return None if cascade is None else name if cascade.representatives else cascade.trained_in


def is_first_step(program: Program, roster: Roster, name: str, attended: Collection[str]) -> bool:
    """Whether a session is the one of the representatives, whom somebody from outside teaches."""
    cascade = program.activities[name].cascade
    target = cascade.representatives if cascade else None
    known = (roster.members[each] for each in attended if each in roster.members)  # some may have left since
    return target is not None and all(belongs(program, target, member) for member in known)


def trained(state: YearState, activity: str, by: str = "9999") -> frozenset[str]:
    """Whoever has attended an activity, up to the day `by`."""
    held = (each for each in state.events(SessionHeld) if each.activity == activity and each.on <= by)
    return frozenset(number for each in held for number in each.attended)


def teachers(program: Program, roster: Roster, state: YearState, name: str, section: str, by: str = "9999") -> Teachers:
    """The possible teachers of a section, or of everybody where a section need not teach itself."""
    activity = program.activities[name]
    earlier = earlier_of(program, name)
    assert activity.cascade
    assert earlier
    own = section if activity.cascade.own_section else ""
    people = _candidates(program, roster, activity, earlier, own)
    done = frozenset(
        each
        for each in trained(state, earlier, by)
        if each in roster.members and own in ("", roster.members[each].section)
    )
    if activity.cascade.representatives:
        done &= people
    return Teachers(earlier, done, people - done)


def _candidates(program: Program, roster: Roster, activity: Activity, earlier: str, section: str) -> frozenset[str]:
    before = program.activities[earlier]
    assert activity.cascade
    targets = (activity.cascade.representatives,) if activity.cascade.representatives else before.targets
    return headcount(program, roster, targets, before.first, before.end, section).required
