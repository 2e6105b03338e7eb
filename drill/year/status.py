"""How a year stands on a day: what is done, under way, due, late or blocked, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Literal

from drill.model.basics import Text
from drill.model.program import Activity
from drill.text.eras import Day
from drill.year.cascade import earlier_of, teachers
from drill.year.events import PutToBoard, SelfCheckClosed
from drill.year.results import ActivityResult, result
from drill.year.state import YearState
from drill.year.year import Year

Standing = Literal["done", "late", "under_way", "blocked", "due", "planned"]
SOON = timedelta(days=14)
"""What begins within a fortnight is due; an assumption."""


@dataclass(frozen=True, slots=True)
class SectionStanding:
    """One section of a class: people required and trained, and whether anybody is there who may teach them."""

    section: str
    required: int
    attended: int
    ready: bool
    could_teach: int

    @property
    def blocked(self) -> bool:
        """Whether it cannot start."""
        return not self.ready and self.attended < self.required


@dataclass(frozen=True)
class ActivityStanding:
    """One activity; `tests_missing` are people trained whose short test has not been handed in."""

    result: ActivityResult
    standing: Standing
    sections: tuple[SectionStanding, ...]
    missing: frozenset[str]
    tests_missing: int

    @property
    def blocked(self) -> tuple[SectionStanding, ...]:
        """The sections that cannot start."""
        return tuple(each for each in self.sections if each.blocked)


@dataclass(frozen=True, slots=True)
class SelfCheckStanding:
    """One self-check; `required` and `on_leave` are None without a roster."""

    name: str
    title: Text
    first: date
    last: date
    standing: Standing
    required: int | None
    on_leave: int | None


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """What is to be put to the board by a day, and when it was."""

    name: str
    title: Text
    what: Literal["method", "result"]
    due: date
    put: date | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do next: a sentence `year.next.CODE` and what fills it."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class YearStatus:
    """Everything that `drill year status` shows."""

    on: date
    year: Year
    activities: tuple[ActivityStanding, ...]
    selfchecks: tuple[SelfCheckStanding, ...]
    papers: tuple[PaperStanding, ...]

    @property
    def late(self) -> bool:
        """Whether anything is late."""
        standings = [each.standing for each in self.activities] + [each.standing for each in self.selfchecks]
        return "late" in standings or any(each.standing == "late" for each in self.papers)


def status(year: Year, on: date) -> YearStatus:
    """The standing on a day: what was held later does not count yet."""
    then = Year(year.program, year.roster, _state_on(year.state, on))
    return YearStatus(
        on,
        then,
        tuple(_activity(then, name, on) for name in year.program.activities),
        tuple(_selfchecks(then, on)),
        tuple(_papers(then, on)),
    )


def _state_on(state: YearState, on: date) -> YearState:
    later = {n for n, event in enumerate(state.entries) if getattr(event, "on", "") > on.isoformat()}
    return replace(state, withdrawn=state.withdrawn | later)


def _activity(year: Year, name: str, on: date) -> ActivityStanding:
    found = result(year, name)
    activity = found.activity
    attended = year.trained(name)
    missing = year.people_of(activity).required - attended if activity.kind == "training" else frozenset[str]()
    sections = tuple(_sections(year, name)) if activity.kind == "training" else ()
    done = bool(found.days) and not missing
    blocked = bool(sections) and all(each.blocked for each in sections if each.attended < each.required)
    tested = found.test.people if found.test else 0
    return ActivityStanding(
        found,
        _standing(done, bool(found.days), blocked and bool(missing), activity.first, activity.end, on),
        sections,
        missing,
        max(0, len(attended) - tested) if activity.test else 0,
    )


def _standing(done: bool, begun: bool, blocked: bool, first: date, last: date, on: date) -> Standing:
    if done:
        return "done"
    if on > last:
        return "late"
    if blocked:
        return "blocked"
    if begun:
        return "under_way"
    return "due" if on >= first - SOON else "planned"


def _sections(year: Year, name: str) -> Iterator[SectionStanding]:
    """Each section of a class that its own people teach; none for a class held for all together."""
    activity = year.program.activities[name]
    if not (activity.cascade and activity.cascade.own_section and earlier_of(year.program, name)):
        return
    done = year.trained(name)
    for section in year.sections_of(activity):
        people = year.people_of(activity, section).required
        found = teachers(year, name, section)
        yield SectionStanding(section, len(people), len(people & done), bool(found.trained), len(found.could_be))


def _selfchecks(year: Year, on: date) -> Iterator[SelfCheckStanding]:
    closed = {each.selfcheck for each in year.state.events(SelfCheckClosed)}
    for name, plan in year.program.selfchecks.items():
        people = year.headcount(plan.groups.values(), plan.first, plan.last)
        begun = plan.first <= on <= plan.last
        standing = _standing(name in closed, begun, False, plan.first, plan.last, on)
        counts = (len(people.required), len(people.on_leave)) if year.roster else (None, None)
        yield SelfCheckStanding(name, plan.title, plan.first, plan.last, standing, *counts)


def _papers(year: Year, on: date) -> Iterator[PaperStanding]:
    put = {(each.paper, each.what): date.fromisoformat(each.on) for each in year.state.events(PutToBoard)}
    whats: tuple[Literal["method", "result"], ...] = ("method", "result")
    for what in whats:
        for name, paper in year.program.papers.items():
            if due := getattr(paper, what):
                day = put.get((name, what))
                yield PaperStanding(name, paper.title, what, due, day, _standing(bool(day), False, False, due, due, on))


def next_steps(found: YearStatus) -> tuple[NextStep, ...]:
    """What to do, the most urgent first: late before due, what blocks others before what is blocked."""
    if found.year.roster is None:
        return (NextStep("roster"),)
    order = ("late", "blocked", "under_way", "due", "planned")
    steps = sorted(_steps(found), key=lambda each: (order.index(each[0]), each[1]))
    return tuple(step for _, _, step in steps)


def _steps(found: YearStatus) -> Iterator[tuple[Standing, date, NextStep]]:
    """Each with how urgent it is, and its day."""
    for each in found.activities:
        name, activity = each.result.name, each.result.activity
        if each.standing == "done" and each.tests_missing:
            yield "blocked", activity.end, _step("tests", name, activity, activity.end, count=each.tests_missing)
        elif each.standing not in ("done", "planned"):
            yield each.standing, activity.end, _of_activity(each)
    for check in found.selfchecks:
        if check.standing in ("late", "under_way"):
            code = "close" if check.standing == "late" else "answer"
            yield check.standing, check.last, _step(code, check.name, check, check.last)
    for paper in found.papers:
        if paper.standing in ("late", "due"):
            yield paper.standing, paper.due, _step(paper.what, paper.name, paper, paper.due)


def _of_activity(each: ActivityStanding) -> NextStep:
    name, activity = each.result.name, each.result.activity
    if activity.kind != "training":
        played = f"{activity.scenario or ''}{' --meeting' if activity.kind == 'meeting' else ''}"
        return _step("drill", name, activity, activity.end, scenario=played)
    if each.standing == "blocked":
        return _step("unblock", name, activity, activity.end, count=len(each.blocked))
    by_section = activity.cascade is not None and activity.cascade.own_section
    return _step("classes" if by_section else "hold", name, activity, activity.end, count=len(each.missing))


def _step(code: str, name: str, of: Activity | SelfCheckStanding | PaperStanding, day: date, **more: Any) -> NextStep:
    return NextStep(code, {"name": name, "title": of.title, "day": Day(day), **more})
