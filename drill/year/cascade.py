"""Who may teach: in a cascade only those who have been trained before, and where it says so only in their section."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from drill.model.program import Program
from drill.year.year import Year, belongs


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


def is_first_step(year: Year, name: str, attended: Collection[str]) -> bool:
    """Whether a session is the one of the representatives, whom somebody from outside teaches."""
    cascade = year.program.activities[name].cascade
    target = cascade.representatives if cascade else None
    known = (year.members[each] for each in attended if each in year.members)  # some may have left since
    return target is not None and all(belongs(year.program, target, member) for member in known)


def teachers(year: Year, name: str, section: str, by: str = "9999") -> Teachers:
    """The possible teachers of a section, or of everybody where a section need not teach itself."""
    cascade, earlier = year.program.activities[name].cascade, earlier_of(year.program, name)
    assert cascade
    assert earlier
    own = section if cascade.own_section else ""
    before = year.program.activities[earlier]
    targets = (cascade.representatives,) if cascade.representatives else before.targets
    people = year.headcount(targets, before.first, before.end, own).required
    here = (each for each in year.trained(earlier, by) if each in year.members)
    done = frozenset(each for each in here if own in ("", year.members[each].section))
    if cascade.representatives:
        done &= people
    return Teachers(earlier, done, people - done)
