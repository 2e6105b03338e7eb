"""What came of an activity of the year: when it was held, who took part, what the short tests and drills came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from drill.model.program import Activity, Paper
from drill.year.events import DrillHeld, SessionHeld
from drill.year.quiz_results import RightAnswers, last_results
from drill.year.year import Headcount, Year


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many had to take part, how many of them did (None: not written down), how many are left out on leave."""

    required: int
    attended: int | None
    on_leave: int


@dataclass(frozen=True)
class ActivityResult:
    """`days` are the days on which it was held, in order; none: not yet. `turnout` is None without a roster."""

    name: str
    activity: Activity
    days: tuple[date, ...]
    turnout: Turnout | None
    by_target: Mapping[str, Turnout]
    test: RightAnswers | None
    drill: DrillHeld | None


def results(year: Year, paper: str | None = None) -> tuple[ActivityResult, ...]:
    """The activities of the programme, or those of one paper, in its order."""
    found = year.program.activities.items()
    return tuple(result(year, name) for name, activity in found if paper in (None, activity.paper))


def result(year: Year, name: str) -> ActivityResult:
    """What came of one activity."""
    activity, state = year.program.activities[name], year.state
    sessions = [each for each in state.events(SessionHeld) if each.activity == name]
    drills = [each for each in state.events(DrillHeld) if each.activity == name]
    tests = last_results(year, name)
    held: tuple[SessionHeld | DrillHeld, ...] = (*sessions, *drills)
    attended = frozenset(number for each in held for number in each.attended)
    written_down = bool(sessions or attended)
    by_target: dict[str, Turnout] = {}
    if year.roster:
        for target in activity.targets:
            people = year.headcount([target], activity.first, activity.end)
            by_target[target] = _turnout(people, attended, written_down)
    return ActivityResult(
        name,
        activity,
        tuple(sorted({date.fromisoformat(each.on) for each in held})),
        _turnout(year.people_of(activity), attended, written_down) if year.roster else None,
        by_target,
        RightAnswers.given(tests) if tests else None,
        drills[-1] if drills else None,
    )


def papers(year: Year, layout: str) -> dict[str, Paper]:
    """The papers of one layout, by id."""
    return {name: paper for name, paper in year.program.papers.items() if paper.layout == layout}


def _turnout(people: Headcount, attended: frozenset[str], written_down: bool) -> Turnout:
    came = len(people.required & attended) if written_down else None
    return Turnout(len(people.required), came, len(people.on_leave))
