"""What a self-check came to: rates of proper practice by group and years of service, and what fell since last year.

The rate of a group is proper answers / answers of each question, averaged over its questions (適正実施率, FACTS §3).
Where only the sum over all questions is kept, it is that of the sum. Rates are fractions, so that nothing is rounded
before it is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from drill.errors import UsageError
from drill.model.questionnaire import Rates, SelfCheck
from drill.year.tally import WORDED, Counted, GroupTally, Part, Tally, merged

FALL = 5
"""Points by which a rate must have fallen to be named (FACTS §3: a drop of this kind led to a measure)."""
PARTS: tuple[Part, ...] = ("first", "later", "all")


@dataclass(frozen=True, slots=True)
class Rate:
    """Per cent; and numerator and denominator, unless only the rate was published or it is an average of rates."""

    percent: Fraction
    counts: tuple[int, int] | None = None

    @property
    def rounded(self) -> int:
        """As it is printed: whole per cent, halves up."""
        return floor(self.percent + Fraction(1, 2))


Parts = Mapping[Part, Rate]
"""Rates by years of service; what may not be shown, or is not there, is missing."""


@dataclass(frozen=True)
class GroupResult:
    """A group's row: people asked, sheets handed in (None: not published), questions, and its average rates."""

    name: str
    people: int
    sheets: int | None
    questions: int
    rates: Parts


@dataclass(frozen=True)
class Results:
    """A self-check of one year. `yes` is the share of yes by group and question; group "" is all that may be shown."""

    year: int
    groups: Mapping[str, GroupResult]
    yes: Mapping[tuple[str, str], Parts]
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def proper(self, check: SelfCheck, group: str, question: str) -> Parts:
        """The share of proper answers to a question."""
        found = self.yes.get((group, question), {})
        if check.questions[question].proper == "yes":
            return found
        return {part: Rate(100 - each.percent, _rest(each.counts)) for part, each in found.items()}


@dataclass(frozen=True, slots=True)
class Fall:
    """A rate of proper practice that fell: of a group (`question` empty) or of one of its questions."""

    group: str
    question: str
    part: Part
    before: Rate
    after: Rate


def of_tally(check: SelfCheck, tally: Tally, year: int) -> Results:
    """The results of a closed self-check; UsageError before it is closed: two looks could be subtracted."""
    if not tally.closed:
        raise UsageError("selfcheck.still_open")
    groups, yes = {}, dict[tuple[str, str], Parts]()
    for name in (each for each in check.questionnaires if each in tally.groups):
        group = tally.groups[name]
        parts = _parts(group)
        asked = check.questionnaires[name].questions
        rates = {part: rate for part, counts in parts.items() if (rate := _average(check, counts))}
        groups[name] = GroupResult(name, group.people, group.sheets, len(asked), rates)
        for question in asked:
            yes[name, question] = {part: rate for part, counts in parts.items() if (rate := _share(counts, question))}
    for question in check.questions:
        everybody = [_parts(group) for group in tally.groups.values() if group.detail in WORDED]
        yes["", question] = _together(question, everybody)
    return Results(year, groups, yes, tally.reasons)


def of_published(check: SelfCheck, year: int) -> Results:
    """The published figures of a year; UsageError if the file has none for it."""
    found = check.published
    groups = {name: each for name, each in found.groups.items() if year in each.rates} if found else {}
    if not found or not groups:
        raise UsageError("selfcheck.not_published", year=year)
    yes = {("", question): _rates(each[year]) for question, each in found.focus.items() if year in each}
    rows = {n: GroupResult(n, g.people, None, g.questions, _rates(g.rates[year])) for n, g in groups.items()}
    return Results(year, rows, yes)


def falls(check: SelfCheck, before: Results, now: Results) -> tuple[Fall, ...]:
    """Everything that fell by `FALL` points or more: groups first, then questions, each for its people and for all."""
    found: list[Fall] = []
    for name, group in now.groups.items():
        if name in before.groups:
            found += _fallen(name, "", before.groups[name].rates, group.rates)
    for group_name, question in now.yes:
        if question in check.questions:
            old = before.proper(check, group_name, question)
            found += _fallen(group_name, question, old, now.proper(check, group_name, question))
    return tuple(found)


def _fallen(group: str, question: str, before: Parts, after: Parts) -> Iterator[Fall]:
    for part in PARTS:
        if part in before and part in after and before[part].percent - after[part].percent >= FALL:
            yield Fall(group, question, part, before[part], after[part])


def _parts(group: GroupTally) -> dict[Part, Counted]:
    """The counts of a group by years of service, and of all; where all have the same they are both."""
    if group.detail == "split":
        return {**group.parts, "all": merged(group.parts.values())}
    whole = group.parts.get("all")
    if whole is None or group.detail == "count":
        return {}
    return {group.only: whole, "all": whole} if group.only else {"all": whole}


def _average(check: SelfCheck, counts: Counted) -> Rate | None:
    if counts.answered:
        return _rate(counts.proper, counts.answered)
    shares = [
        Fraction(100 * (yes if check.questions[name].proper == "yes" else no), yes + no)
        for name, (yes, no) in counts.questions.items()
        if yes + no
    ]
    return Rate(sum(shares, Fraction()) / len(shares)) if shares else None


def _share(counts: Counted, question: str) -> Rate | None:
    yes, no = counts.questions.get(question, (0, 0))
    return _rate(yes, yes + no) if yes + no else None


def _rate(numerator: int, denominator: int) -> Rate:
    return Rate(Fraction(100 * numerator, denominator), (numerator, denominator))


def _together(question: str, groups: Iterable[Mapping[Part, Counted]]) -> Parts:
    """A question over all groups; by years of service only if every group that was asked is told apart so."""
    asked = [parts for parts in groups if "all" in parts and question in parts["all"].questions]
    shown = [part for part in PARTS if part == "all" or all("first" in each or "later" in each for each in asked)]
    together = {part: merged(each[part] for each in asked if part in each) for part in shown}
    return {part: rate for part, counts in together.items() if (rate := _share(counts, question))}


def _rates(found: Rates) -> Parts:
    values: dict[Part, float | None] = {"first": found.first, "later": found.later, "all": found.all_}
    return {part: Rate(Fraction(str(value))) for part, value in values.items() if value is not None}


def _rest(counts: tuple[int, int] | None) -> tuple[int, int] | None:
    return None if counts is None else (counts[1] - counts[0], counts[1])
