"""A whole year with simulated people: the same entries, judged by the same rules, in the same folder.

Days are those of the programme. Every draw is keyed by whom and what it decides, so the same seed gives the same year.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Literal

from drill.analysis.lint import find_pair
from drill.errors import UsageError
from drill.exercise.chain import dump
from drill.exercise.contact.headless import run_headless
from drill.exercise.contact.setup import Setup
from drill.exercise.table.log import MEETING
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.simulate import simulate
from drill.model.bank import Bank
from drill.model.library import find_bank
from drill.model.load import load_bank
from drill.model.program import Activity, SelfCheckPlan
from drill.model.questionnaire import SelfCheck, Service
from drill.rng import Dice, Purpose
from drill.whole import write_whole
from drill.year.cascade import earlier_of
from drill.year.events import PutToBoard, SessionHeld, TestHandedIn, TestResult
from drill.year.evidence import enter, read_log
from drill.year.folder import PROGRAM, YearFolder
from drill.year.quiz import TestPaper, draw_test, grade
from drill.year.roster import Roster
from drill.year.selfchecks import close, hand_in, questionnaires
from drill.year.tally import Answer, AnswerSheet
from drill.year.year import Year

ATTENDS = 0.95
"""Comes to the first class of several that are held; the others to the last one. Assumption."""
RIGHT: dict[Service | None, float] = {"first": 0.85, "later": 0.93, None: 0.9}
"""A question of the short test is answered right. Assumption."""
PROPER = 0.97
"""A question of a self-check is answered properly, where no rate is published. Assumption."""
SPREAD = 0.8
"""Sections are taught within this part of the planned time, make-up classes on its last day. Assumption."""


@dataclass(frozen=True)
class YearStep:
    """Something that happens on a day."""

    on: date
    do: Callable[[], object]


class SimulatedYear:
    """The steps of a year in the order of their days; each enters something into the folder."""

    def __init__(self, folder: YearFolder, roster: Roster, seed: int, remark: str) -> None:
        self.folder = folder
        self._roster = roster
        self._seed = seed
        self._dice = Dice(seed)
        self._remark = remark

    @property
    def _year(self) -> Year:
        return Year(self.folder.program, self._roster, self.folder.state)

    def steps(self) -> list[YearStep]:
        """Everything from the first paper to the last; the roster first of all."""
        steps = [*self._papers("method"), *self._activities(), *self._selfchecks(), *self._papers("result")]
        steps.sort(key=lambda step: step.on)  # stable: on the same day methods, drills, self-checks, results
        first = steps[0].on if steps else self.folder.program.as_of
        return [YearStep(first, partial(self.folder.take_roster, self._roster, first)), *steps]

    def _papers(self, what: Literal["method", "result"]) -> Iterator[YearStep]:
        for name, paper in self.folder.program.papers.items():
            if on := getattr(paper, what):
                event = PutToBoard(name, what, on.isoformat())
                yield YearStep(on, partial(self.folder.record, event, on))

    def _activities(self) -> Iterator[YearStep]:
        for name, activity in self.folder.program.activities.items():
            if activity.kind != "training":
                yield YearStep(activity.end, partial(self._drill, name, activity))
                continue
            yield from self._first_classes(name, activity)
            if activity.end > activity.first:
                yield YearStep(activity.end, partial(self._make_up, name, activity))

    def _first_classes(self, name: str, activity: Activity) -> Iterator[YearStep]:
        """All together, or the representatives and then section by section."""
        cascade = activity.cascade if earlier_of(self.folder.program, name) else None
        by_section = cascade is not None and cascade.own_section
        if cascade is None or not by_section or cascade.representatives:
            yield YearStep(activity.first, partial(self._class, name, activity, "", activity.first))
        sections = self._year.sections_of(activity) if by_section else ()
        span = (activity.end - activity.first).days * SPREAD / max(1, len(sections) - 1)
        for place, section in enumerate(sections):
            on = _working_day(activity.first + timedelta(days=round(place * span)), activity.end)
            yield YearStep(on, partial(self._class, name, activity, section, on))

    def _class(self, name: str, activity: Activity, section: str, on: date) -> None:
        """A class with those who are there; whoever has been trained as a representative need not come again."""
        first = activity.cascade is not None and activity.cascade.representatives and not section
        wanted = self._year.invited(activity).required if first else self._missing(name, activity, section)
        several = activity.end > activity.first and not first  # nobody else could teach their section
        here = [
            number
            for number in self._there(wanted, on)
            if not several or self._dice.chance(ATTENDS, number, Purpose.ATTENDS, name)
        ]
        self._hold(name, activity, section, on, here)

    def _make_up(self, name: str, activity: Activity) -> None:
        """Everybody who is still missing, on the last day."""
        by_section = earlier_of(self.folder.program, name) is not None
        for section in self._year.sections_of(activity) if by_section else ("",):
            here = self._there(self._missing(name, activity, section), activity.end)
            self._hold(name, activity, section, activity.end, here)

    def _missing(self, name: str, activity: Activity, section: str) -> frozenset[str]:
        return self._year.people_of(activity, section).required - self._year.trained(name)

    def _there(self, wanted: Collection[str], on: date) -> list[str]:
        """Who of them is not on leave on a day, in order."""
        return [number for number in sorted(wanted) if not self._roster.members[number].away(on)]

    def _hold(self, name: str, activity: Activity, section: str, on: date, here: list[str]) -> None:
        if not here:
            return
        self.folder.record(SessionHeld(name, on.isoformat(), tuple(here), section), on)
        if activity.test:
            paper = draw_test([self._bank(each) for each in activity.test.banks], activity.test.questions, self._seed)
            results = tuple(self._tested(name, paper, number) for number in here)
            self.folder.record(TestHandedIn(name, on.isoformat(), results, section, paper.refs), on)

    def _tested(self, name: str, paper: TestPaper, number: str) -> TestResult:
        service, taken = self._roster.members[number].service, []
        for item in paper.items:
            right = self._dice.chance(RIGHT[service], number, Purpose.TEST_RIGHT, f"{name} {item.ref}")
            taken.append(item.right if right else None)
        return grade(paper, taken, number, service)

    def _bank(self, name: str) -> Bank:
        loaded = load_bank(find_bank(name, self.folder.path / PROGRAM))
        if loaded.value is None:
            raise UsageError("year.unusable", loaded.file)
        return loaded.value

    def _drill(self, name: str, activity: Activity) -> None:
        """Run the scenario headless; everybody who is meant took part."""
        on = activity.end
        here = tuple(self._there(self._year.people_of(activity).required, on))
        file = self.folder.path / "transcripts" / f"{name}.part.jsonl"
        try:
            run_drill(activity, self._seed, self._remark, file)
            enter(self.folder, name, read_log(file), on, here, on)
        finally:
            file.unlink(missing_ok=True)

    def _selfchecks(self) -> Iterator[YearStep]:
        for name, plan in self.folder.program.selfchecks.items():
            yield YearStep(plan.last, partial(self._selfcheck, name, plan))

    def _selfcheck(self, name: str, plan: SelfCheckPlan) -> None:
        """Everybody answers, group by group in one batch; then it is closed."""
        check = questionnaires(self.folder, name)
        for group, target in plan.groups.items():
            people = self._year.headcount([target], plan.first, plan.last).required
            sheets = [self._sheet(check, group, name, number) for number in sorted(people)]
            hand_in(self.folder, name, group, sheets, plan.last)
        close(self.folder, name, plan.last, plan.last)

    def _sheet(self, check: SelfCheck, group: str, name: str, number: str) -> AnswerSheet:
        service = self._roster.members[number].service
        answers: dict[str, Answer] = {}
        for question in check.questionnaires[group].questions:
            proper = check.questions[question].proper
            share = proper_share(check, group, question, service, self.folder.program.year)
            right = self._dice.chance(share, number, Purpose.CHECK_PROPER, f"{name} {question}")
            answers[question] = "yes" if right == (proper == "yes") else "no"
        return AnswerSheet(answers, service)


def _working_day(day: date, last: date) -> date:
    """The day, or the Monday after it at a weekend, but not after `last`."""
    return min(day + timedelta(days=max(0, 7 - day.isoweekday()) + 1), last) if day.isoweekday() > 5 else day


def proper_share(check: SelfCheck, group: str, question: str, service: Service | None, year: int) -> float:
    """The published share of proper answers: of the question, else of the group; without any, an assumption."""
    published = check.published
    if published is None:
        return PROPER
    focus = published.focus.get(question, {}).get(year)
    rates = focus or (published.groups[group].rates.get(year) if group in published.groups else None)
    percent = None if rates is None else {"first": rates.first, "later": rates.later, None: rates.all_}[service]
    if percent is None:
        return PROPER
    wanted_yes = check.questions[question].proper == "yes"
    return percent / 100 if focus is None or wanted_yes else 1 - percent / 100


def run_drill(activity: Activity, seed: int, remark: str, file: Path) -> None:
    """A drill of the chain, or a meeting, with simulated people; its transcript in a new file."""
    assert activity.scenario
    scenario, chart = find_pair(activity.scenario, activity.chart).played_on()
    if activity.kind == "meeting":
        ledger = MEETING.begin(MeetingSetup.make(chart, scenario, seed=seed))
        simulate(ledger, frozenset(), seed, remark)
        write_whole(file, dump(ledger.rows))
    else:
        write_whole(file, dump(run_headless(Setup.make(chart, scenario, seed=seed))))
