"""Who has to take part: the target's people, without those on leave.

On leave is whoever is away on the day whose headcounts count, or all the time in which it may be held.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drill.model.program import Activity, Program
from drill.year.roster import Roster, StaffMember


@dataclass(frozen=True, slots=True)
class Headcount:
    """Numbers of the people required, and of those who would be but for their leave."""

    required: frozenset[str] = frozenset()
    on_leave: frozenset[str] = frozenset()


def belongs(program: Program, target: str, member: StaffMember) -> bool:
    """Whether a member is one of the target's people."""
    group = program.targets[target]
    in_section = not group.sections or member.section in group.sections
    return in_section and (not group.duties or not set(group.duties).isdisjoint(member.duties))


def headcount(
    program: Program, roster: Roster, targets: Iterable[str], first: date, last: date, section: str = ""
) -> Headcount:
    """The people of these targets, of one section or of all, for what is held between two days. Each counts once."""
    required, on_leave = set[str](), set[str]()
    wanted = tuple(targets)
    for number, member in roster.members.items():
        if section in ("", member.section) and any(belongs(program, each, member) for each in wanted):
            away = member.away(program.as_of) or member.away(first, last)
            (on_leave if away else required).add(number)
    return Headcount(frozenset(required), frozenset(on_leave))


def of_activity(program: Program, roster: Roster, activity: Activity, section: str = "") -> Headcount:
    """The people of an activity, in one section or in all."""
    return headcount(program, roster, activity.targets, activity.first, activity.end, section)


def sections_of(program: Program, roster: Roster, activity: Activity) -> tuple[str, ...]:
    """The sections with people of an activity, as the programme orders them."""
    people = of_activity(program, roster, activity)
    found = {roster.members[number].section for number in people.required | people.on_leave}
    return tuple(each for each in program.sections if each in found)
