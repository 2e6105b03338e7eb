"""What the short tests of an activity came to: by years of service, by section, by question. Never by person.

Figures of fewer than `FEWEST` people are not shown split, nor what could be worked out from the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from drill.model.program import Activity
from drill.model.questionnaire import Service
from drill.pairs import gathered
from drill.text.figures import percent
from drill.year.events import TestHandedIn, TestResult
from drill.year.year import Year

FEWEST = 5
"""People below which a figure would speak of persons: the number of the anonymous self-checks."""


@dataclass(frozen=True, slots=True)
class RightAnswers:
    """So many people gave so many right answers of so many."""

    people: int
    right: int
    of: int
    perfect: int
    """People who had everything right."""

    @classmethod
    def given(cls, results: Iterable[TestResult]) -> RightAnswers:
        """What several tests came to together."""
        found = list(results)
        right, of = sum(each.right for each in found), sum(each.of for each in found)
        return cls(len(found), right, of, sum(each.right == each.of for each in found))

    @property
    def share(self) -> int:
        """Right answers in per cent."""
        return percent(self.right, self.of)


@dataclass(frozen=True, slots=True)
class Missed:
    """A question: how many were asked it, how many of them did not answer it rightly."""

    ref: str
    people: int
    wrong: int


@dataclass(frozen=True)
class TestOutcome:
    """The short tests of one activity. Splits that may not be shown are None or left out of `by_section`.

    `required` is None without a roster; `others` have taken the test without having to.
    """

    name: str
    activity: Activity
    required: int | None
    taken: int
    others: int
    whole: RightAnswers
    by_service: Mapping[Service, RightAnswers] | None
    by_section: Mapping[str, RightAnswers]
    hidden: int
    """People in sections that are not shown."""
    missed: tuple[Missed, ...]
    """Most missed first."""


@dataclass(frozen=True, slots=True)
class _Taken:
    result: TestResult
    section: str
    service: Service | None
    questions: tuple[str, ...]


def outcomes_of(year: Year) -> tuple[TestOutcome, ...]:
    """The activities whose short tests have been handed in, in the order of the programme."""
    found = (_outcome(year, name) for name, activity in year.program.activities.items() if activity.test)
    return tuple(each for each in found if each.whole.people)


def last_results(year: Year, activity: str) -> list[TestResult]:
    """Everybody's last test of an activity; those handed in without a number are all somebody's."""
    return [each.result for each in _taken(year, activity)]


def _outcome(year: Year, name: str) -> TestOutcome:
    activity = year.program.activities[name]
    taken = _taken(year, name)
    numbers = {each.result.member for each in taken if each.result.member}
    required = year.people_of(activity).required if year.roster else None
    others = 0 if required is None else len(numbers - required)
    by_section = _split(taken, lambda each: each.section)
    kept = _shown(by_section)
    return TestOutcome(
        name,
        activity,
        None if required is None else len(required),
        len(taken) - others,
        others,
        RightAnswers.given(each.result for each in taken),
        _by_service(taken),
        {section: by_section[section] for section in year.program.sections if section in kept},
        sum(tally.people for section, tally in by_section.items() if section not in kept),
        _missed(taken),
    )


def _taken(year: Year, name: str) -> list[_Taken]:
    found: dict[object, _Taken] = {}
    for number, event in year.state.standing(TestHandedIn):
        if event.activity == name:
            for place, result in enumerate(event.results):
                member = year.members.get(result.member)
                section = member.section if member else event.section
                service = result.service or (member.service if member else None)
                found[result.member or (number, place)] = _Taken(result, section, service, event.questions)
    return list(found.values())


def _split(taken: Iterable[_Taken], by: Callable[[_Taken], str]) -> dict[str, RightAnswers]:
    parts = gathered((by(each), each.result) for each in taken)
    return {part: RightAnswers.given(results) for part, results in parts.items()}


def _by_service(taken: list[_Taken]) -> Mapping[Service, RightAnswers] | None:
    parts = _split(taken, lambda each: each.service or "")
    if len(_shown(parts)) < len(parts):
        return None
    return {each: parts[each] for each in get_args(Service) if each in parts}


def _shown(parts: Mapping[str, RightAnswers]) -> set[str]:
    """Without those of too few people, and without more of the smallest until those left out are enough together."""
    left, hidden = sorted(parts, key=lambda part: (parts[part].people, part)), 0
    while left and (parts[left[0]].people < FEWEST or 0 < hidden < FEWEST):
        hidden += parts[left.pop(0)].people
    return set(left)


def _missed(taken: list[_Taken]) -> tuple[Missed, ...]:
    """Of the tests that say which questions were wrong; nothing from too few of them."""
    told = [each for each in taken if each.questions and each.result.right + len(each.result.wrong) == each.result.of]
    if len(told) < FEWEST:
        return ()
    asked = Counter(ref for each in told for ref in each.questions)
    wrong = Counter(ref for each in told for ref in each.result.wrong)
    found = (Missed(ref, people, wrong[ref]) for ref, people in asked.items())
    return tuple(sorted(found, key=lambda each: (-each.wrong / each.people, -each.wrong, each.ref)))
