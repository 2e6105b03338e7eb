"""What may be entered: `decide` takes an entry or refuses it with a reason. Pure: today is told.

A person asks for the very event that the log is to hold: nothing of it is for the rules to find out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from drill.exercise.ledger import Rejected
from drill.model.problems import nearest
from drill.model.program import Program
from drill.text.eras import Day
from drill.year import events as e
from drill.year.cascade import earlier_of, is_first_step, teachers
from drill.year.state import YearState, evolve, first_day, last_day
from drill.year.year import Year, belongs

Verdict = Rejected | None


def decide(year: Year, wanted: e.AnyYearEvent, today: date) -> e.AnyYearEvent | Rejected:
    """The entry that the log is to hold, or why not."""
    if isinstance(wanted, e.YearOpened) == bool(year.state.entries):
        return Rejected("year.refused.opened")
    if (on := getattr(wanted, "on", None)) is not None and (wrong := _wrong_day(year.program, on, today)):
        return wrong
    rule = _RULES.get(type(wanted))
    return (rule(year, wanted) if rule else None) or wanted


def _wrong_day(program: Program, on: str, today: date) -> Verdict:
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return Rejected("year.refused.no_day", {"text": on})
    if day > today:
        return Rejected("year.refused.future", {"day": Day(day), "today": Day(today)})
    first, last = first_day(program.year), last_day(program.year)
    if not first <= day <= last:
        return Rejected("year.refused.other_year", {"day": Day(day), "first": Day(first), "last": Day(last)})
    return None


def _session_held(year: Year, wanted: e.SessionHeld) -> Verdict:
    if wrong := _wrong_activity(year, wanted.activity, ("training",)) or _wrong_people(year, wanted):
        return wrong
    if not wanted.attended:
        return Rejected("year.refused.nobody")
    return _wrong_teacher(year, wanted) if earlier_of(year.program, wanted.activity) else None


def _wrong_teacher(year: Year, wanted: e.SessionHeld) -> Verdict:
    """A cascade: somebody trained has to teach, in their own section where the programme says so."""
    program, name = year.program, wanted.activity
    cascade = program.activities[name].cascade
    if not wanted.section and is_first_step(year, name, wanted.attended):
        return None
    if cascade and cascade.own_section and not wanted.section:
        return Rejected("year.refused.section_needed", {"activity": program.activities[name].title})
    found = teachers(year, name, wanted.section, wanted.on)
    earlier = program.activities[found.trained_in]
    if not found.trained:
        section = program.sections[wanted.section].name if wanted.section else cascade and cascade.teacher
        params = {"activity": earlier.title, "count": len(found.could_be), "due": Day(earlier.end)}
        return Rejected("year.refused.nobody_trained", {"section": section, **params})
    if wanted.teacher and wanted.teacher not in found.trained:
        return Rejected("year.refused.teacher_untrained", {"teacher": wanted.teacher, "activity": earlier.title})
    return None


def _test_handed_in(year: Year, wanted: e.TestHandedIn) -> Verdict:
    if wrong := _wrong_activity(year, wanted.activity, ("training",)):
        return wrong
    if year.program.activities[wanted.activity].test is None:
        return Rejected("year.refused.no_test", {"activity": year.program.activities[wanted.activity].title})
    if wanted.section and wanted.section not in year.program.sections:
        return Rejected("year.refused.no_section", {"section": wanted.section})
    if not wanted.results or any(not 0 <= each.right <= each.of for each in wanted.results):
        return Rejected("year.refused.no_results")
    members = [each.member for each in wanted.results if each.member]
    return _unknown(year, members) or _twice(members)


def _drill_held(year: Year, wanted: e.DrillHeld) -> Verdict:
    if wrong := _wrong_activity(year, wanted.activity, ("meeting", "contact")):
        return wrong
    held = (each.head for each in year.state.events(e.DrillHeld) if each.activity == wanted.activity)
    if wanted.head and wanted.head in held:
        return Rejected("year.refused.drill_known", {"activity": wanted.activity})
    return _wrong_people(year, wanted) if wanted.attended else None


def _self_check_closed(year: Year, wanted: e.SelfCheckClosed) -> Verdict:
    if wanted.selfcheck not in year.program.selfchecks:
        near = nearest(wanted.selfcheck, year.program.selfchecks)
        return Rejected("year.refused.no_selfcheck", {"name": wanted.selfcheck, "near": near})
    if any(each.selfcheck == wanted.selfcheck for each in year.state.events(e.SelfCheckClosed)):
        return Rejected("year.refused.closed", {"name": year.program.selfchecks[wanted.selfcheck].title})
    return None


def _put_to_board(year: Year, wanted: e.PutToBoard) -> Verdict:
    if wanted.paper not in year.program.papers:
        near = nearest(wanted.paper, year.program.papers)
        return Rejected("year.refused.no_paper", {"name": wanted.paper, "near": near})
    if any((each.paper, each.what) == (wanted.paper, wanted.what) for each in year.state.events(e.PutToBoard)):
        return Rejected("year.refused.put_already", {"name": year.program.papers[wanted.paper].title})
    return None


def _withdrawn(year: Year, wanted: e.Withdrawn) -> Verdict:
    """Only what nothing else stands on may go: a class that made others possible, the only roster."""
    entries = year.state.entries
    if not 0 < wanted.entry < len(entries):
        return Rejected("year.refused.no_entry", {"entry": wanted.entry, "last": len(entries) - 1})
    if wanted.entry in year.state.withdrawn or isinstance(entries[wanted.entry], e.Withdrawn):
        return Rejected("year.refused.withdrawn", {"entry": wanted.entry})
    if not wanted.reason.strip():
        return Rejected("year.refused.no_reason")
    after = evolve(year.state, wanted)
    if isinstance(entries[wanted.entry], e.RosterTaken):
        return _needs_roster(after)
    return _needs_session(year, after) if isinstance(entries[wanted.entry], e.SessionHeld) else None


def _needs_roster(after: YearState) -> Verdict:
    held = next(
        iter((*after.standing(e.SessionHeld), *after.standing(e.TestHandedIn), *after.standing(e.DrillHeld))), None
    )
    return Rejected("year.refused.needed_by", {"entry": held[0]}) if held and after.roster is None else None


def _needs_session(year: Year, after: YearState) -> Verdict:
    without = Year(year.program, year.roster, after)
    for number, held in after.standing(e.SessionHeld):
        cascaded = earlier_of(year.program, held.activity) is not None
        if cascaded and _wrong_teacher(without, held) and not _wrong_teacher(year, held):
            return Rejected("year.refused.needed_by", {"entry": number})
    return None


def _wrong_activity(year: Year, name: str, kinds: tuple[str, ...]) -> Verdict:
    activity = year.program.activities.get(name)
    if activity is None:
        return Rejected("year.refused.no_activity", {"name": name, "near": nearest(name, year.program.activities)})
    return None if activity.kind in kinds else Rejected("year.refused.other_kind", {"name": activity.title})


def _wrong_people(year: Year, wanted: e.SessionHeld | e.DrillHeld) -> Verdict:
    """Everybody in the roster, once, among the activity's people, and in the section that is named."""
    section = wanted.section if isinstance(wanted, e.SessionHeld) else ""
    if section and section not in year.program.sections:
        return Rejected("year.refused.no_section", {"section": section})
    if wrong := _unknown(year, wanted.attended) or _twice(wanted.attended):
        return wrong
    activity = year.program.activities[wanted.activity]
    for number in wanted.attended:
        member = year.members[number]
        if section and member.section != section:
            return Rejected(
                "year.refused.other_section", {"number": number, "section": year.program.sections[section].name}
            )
        if not any(belongs(year.program, target, member) for target in activity.targets):
            return Rejected("year.refused.not_in_target", {"number": number, "activity": activity.title})
    return None


def _unknown(year: Year, numbers: Iterable[str]) -> Verdict:
    if year.roster is None:
        return Rejected("year.refused.no_roster")
    strange = next((each for each in numbers if each not in year.members), None)
    return None if strange is None else Rejected("year.refused.no_member", {"number": strange})


def _twice(numbers: Iterable[str]) -> Verdict:
    again = next((each for each, count in Counter(numbers).items() if count > 1), None)
    return None if again is None else Rejected("year.refused.twice", {"number": again})


_RULES: dict[type[e.YearEvent], Callable[[Year, Any], Verdict]] = {
    e.SessionHeld: _session_held,
    e.TestHandedIn: _test_handed_in,
    e.DrillHeld: _drill_held,
    e.SelfCheckClosed: _self_check_closed,
    e.PutToBoard: _put_to_board,
    e.Withdrawn: _withdrawn,
}
