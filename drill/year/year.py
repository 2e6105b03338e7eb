"""A drill year as it stands, and who has to take part: the people of a target, without those on leave.

On leave is whoever is away on the day whose headcounts count, or all the time in which it may be held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from drill.model.program import Activity, Program
from drill.year.events import SessionHeld
from drill.year.roster import Roster, StaffMember
from drill.year.state import YearState


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


@dataclass(frozen=True, slots=True)
class Year:
    """The programme, the roster that counts, and what has been entered so far. Without a roster nobody is required."""

    program: Program
    roster: Roster | None
    state: YearState

    @property
    def members(self) -> Mapping[str, StaffMember]:
        """Everybody, by number."""
        return self.roster.members if self.roster else {}

    def headcount(self, targets: Iterable[str], first: date, last: date, section: str = "") -> Headcount:
        """The people of targets, of one section or of all, for what is held between two days. Each counts once."""
        required, on_leave = set[str](), set[str]()
        wanted = tuple(targets)
        for number, member in self.members.items():
            if section in ("", member.section) and any(belongs(self.program, each, member) for each in wanted):
                away = member.away(self.program.as_of) or member.away(first, last)
                (on_leave if away else required).add(number)
        return Headcount(frozenset(required), frozenset(on_leave))

    def people_of(self, activity: Activity, section: str = "") -> Headcount:
        """The people of an activity, in one section or in all."""
        return self.headcount(activity.targets, activity.first, activity.end, section)

    def invited(self, activity: Activity, section: str = "") -> Headcount:
        """The same for one class: where representatives come first and no section is named, these."""
        first = activity.cascade.representatives if activity.cascade and not section else None
        targets = (first,) if first else activity.targets
        return self.headcount(targets, activity.first, activity.end, section)

    def sections_of(self, activity: Activity) -> tuple[str, ...]:
        """The sections with people of an activity, as the programme orders them."""
        people = self.people_of(activity)
        found = {self.members[number].section for number in people.required | people.on_leave}
        return tuple(each for each in self.program.sections if each in found)

    def trained(self, activity: str, by: str = "9999") -> frozenset[str]:
        """Whoever has attended an activity, up to the day `by`."""
        held = (each for each in self.state.events(SessionHeld) if each.activity == activity and each.on <= by)
        return frozenset(number for each in held for number in each.attended)
