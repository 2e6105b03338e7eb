"""Answers to an anonymous self-check as counts: nothing tells whose an answer is, when it came, or what else they said.

How much is kept of a group is fixed by its headcount when the self-check opens, and cut down once more by the number of
answers when it is closed: a part with fewer than `LEAST` people, or answers to a question, is not told apart.

=========  ====================  =================================================================
detail     people                kept
=========  ====================  =================================================================
``split``  5 or more of each     yes and no of every question, for first-year staff and others apart
``whole``  5 or more             yes and no of every question
``sum``    2 to 4                proper answers of all answers, over all questions together
``count``  1, or 2 to 4 who are  that it was answered
           asked one question
=========  ====================  =================================================================
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from drill.errors import UsageError
from drill.model.basics import Text
from drill.model.questionnaire import SelfCheck, Service
from drill.pairs import gathered

TALLY_SCHEMA = "drill.tally/1"
LEAST = 5
"""Fewest people of whom anything is kept apart from others; assumption."""
WORDED = ("split", "whole")
"""Details that keep questions apart and take reasons in words."""
Answer = Literal["yes", "no"]
Detail = Literal["split", "whole", "sum", "count"]
Part = Literal["first", "later", "all"]
_TELLS_WHO = re.compile(r"[0-9０-９]{4,}|@|＠")
"""Telephone and staff numbers, mail addresses."""
REASON_LIMIT = 200
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Respondents:
    """Those who answer one questionnaire, and how much may be kept of what they say.

    `only` is their years of service where they are the same for all.
    """

    name: str
    title: Text
    people: int
    detail: Detail
    only: Service | None = None

    @classmethod
    def of(cls, name: str, title: Text, first: int, later: int, unknown: int = 0, *, questions: int) -> Respondents:
        """By headcounts of those in their first year, of the others, and of those of whom the roster does not say."""
        people = first + later + unknown
        only: Service | None = None
        if people in (first, later) and people:
            only = "first" if first else "later"
        if first >= LEAST and later >= LEAST:
            return cls(name, title, people, "split")
        return cls(name, title, people, "whole" if people >= LEAST else _of_few(people, questions), only)

    @property
    def asks_service(self) -> bool:
        """Whether the years of service are asked for."""
        return self.detail == "split"

    @property
    def takes_reasons(self) -> bool:
        """Whether there are enough people for reasons in words."""
        return self.detail in WORDED


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """One person's answers; a question without one is left out. Exists only until it is counted."""

    answers: Mapping[str, Answer]
    service: Service | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


class Counted(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a group: sheets, yes and no by question, or only proper and all answers together."""

    sheets: int = 0
    questions: dict[str, tuple[int, int]] = {}
    proper: int = 0
    answered: int = 0


class GroupTally(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept of one group: its parts, and reasons by question, in the order of their letters."""

    people: int
    detail: Detail
    only: Service | None = None
    parts: dict[Part, Counted] = {}
    reasons: dict[str, tuple[str, ...]] = {}

    @property
    def sheets(self) -> int:
        """How many have answered."""
        return sum(part.sheets for part in self.parts.values())


class Tally(msgspec.Struct, frozen=True, omit_defaults=True):
    """A self-check: its groups, and once it is closed the reasons of all groups together."""

    schema: str
    selfcheck: str
    groups: dict[str, GroupTally]
    closed: bool = False
    reasons: dict[str, tuple[str, ...]] = {}


def opened(check: SelfCheck, groups: Iterable[Respondents]) -> Tally:
    """A tally without answers; the headcounts of now decide what will be kept."""
    kept = {each.name: GroupTally(each.people, each.detail, each.only) for each in groups}
    return Tally(TALLY_SCHEMA, check.id, kept)


def count(tally: Tally, check: SelfCheck, group: str, sheet: AnswerSheet) -> Tally:
    """The tally with one more answer sheet; UsageError says why it cannot be taken."""
    if tally.closed:
        raise UsageError("selfcheck.closed")
    found = tally.groups.get(group)
    if found is None:
        raise UsageError("selfcheck.no_group", name=group)
    if found.sheets >= found.people:
        raise UsageError("selfcheck.full", count=found.people)
    if found.detail == "split" and sheet.service is None:
        raise UsageError("selfcheck.service_needed")
    _check_questions(check, group, sheet)
    part: Part = sheet.service if found.detail == "split" and sheet.service else "all"
    whole = Counted(1, {name: (int(answer == "yes"), int(answer == "no")) for name, answer in sheet.answers.items()})
    added = merged((found.parts.get(part, Counted()), _kept(whole, found.detail, check)))
    said = {question: (" ".join(text.split()),) for question, text in sheet.reasons.items() if text.strip()}
    reasons = _in_order((found.reasons, said)) if found.detail in WORDED else found.reasons
    counted = msgspec.structs.replace(found, parts={**found.parts, part: added}, reasons=reasons)
    return msgspec.structs.replace(tally, groups={**tally.groups, group: counted})


def closed(tally: Tally, check: SelfCheck) -> Tally:
    """The tally cut down by the number of answers; the reasons of all groups are put together."""
    groups = {name: _coarser(name, each, check) for name, each in tally.groups.items()}
    reasons = _in_order(each.reasons for each in groups.values() if each.detail in WORDED)
    bare = {name: msgspec.structs.replace(each, reasons={}) for name, each in groups.items()}
    return msgspec.structs.replace(tally, groups=bare, closed=True, reasons=reasons)


def dump_tally(tally: Tally) -> bytes:
    """The tally as JSON whose bytes depend on nothing but its counts."""
    return msgspec.json.format(msgspec.json.encode(tally, order="sorted"), indent=1) + b"\n"


def parse_tally(data: bytes, file: str) -> Tally:
    """What `dump_tally` wrote; UsageError for anything else."""
    try:
        tally = msgspec.json.decode(data, type=Tally)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise UsageError("selfcheck.changed", file) from problem
    if tally.schema != TALLY_SCHEMA or dump_tally(tally) != data:
        raise UsageError("selfcheck.changed", file)
    return tally


def reason_refused(text: str) -> str | None:
    """Why a reason cannot be kept: a code of the catalogue, or None."""
    if _TELLS_WHO.search(text):
        return "selfcheck.tells_who"
    return "selfcheck.reason_long" if len(text) > REASON_LIMIT else None


def _check_questions(check: SelfCheck, group: str, sheet: AnswerSheet) -> None:
    asked = check.questionnaires[group].questions
    for question in (*sheet.answers, *sheet.reasons):
        if question not in asked:
            raise UsageError("selfcheck.no_question", name=question)
    for text in sheet.reasons.values():
        if code := reason_refused(text):
            raise UsageError(code, limit=REASON_LIMIT)


def _in_order(reasons: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """All reasons, by question, in the order of their letters."""
    found = gathered((question, text) for each in reasons for question, texts in each.items() for text in texts)
    return {question: tuple(sorted(texts)) for question, texts in found.items()}


def _kept(part: Counted, detail: Detail, check: SelfCheck) -> Counted:
    """What a detail keeps of the answers to each question."""
    if detail in WORDED:
        return part
    if detail == "count":
        return Counted(part.sheets)
    right = (counts[check.questions[name].proper == "no"] for name, counts in part.questions.items())
    return Counted(part.sheets, {}, sum(right), sum(yes + no for yes, no in part.questions.values()))


def _of_few(people: int, questions: int) -> Detail:
    """Of one question the sum would be the answers to it."""
    return "sum" if people > 1 and questions > 1 else "count"


def _coarser(name: str, group: GroupTally, check: SelfCheck) -> GroupTally:
    """As if the group had only as many people as have answered."""
    if group.detail == "split" and any(0 < part.sheets < LEAST for part in group.parts.values()):
        group = msgspec.structs.replace(group, detail="whole", parts={"all": merged(group.parts.values())})
    if group.detail == "split":
        group = msgspec.structs.replace(group, parts=_without_few(group.parts))
    few = _of_few(group.sheets, len(check.questionnaires[name].questions))
    if group.detail in (few, "count") or group.sheets >= LEAST:
        return group
    parts = {each: _kept(part, few, check) for each, part in group.parts.items() if part.sheets}
    return GroupTally(group.people, few, group.only, parts)


def _without_few(parts: dict[Part, Counted]) -> dict[Part, Counted]:
    """Questions that fewer than `LEAST` of a part have answered are counted for all, in a part without sheets."""
    few = {name for part in parts.values() for name, counts in part.questions.items() if 0 < sum(counts) < LEAST}
    if not few:
        return parts
    apart = {each: _only(part, part.questions.keys() - few) for each, part in parts.items()}
    together = merged(_only(part, few) for part in parts.values())
    return {**apart, "all": msgspec.structs.replace(together, sheets=0)}


def _only(part: Counted, questions: Collection[str]) -> Counted:
    return Counted(part.sheets, {name: counts for name, counts in part.questions.items() if name in questions})


def merged(parts: Iterable[Counted]) -> Counted:
    """Several parts as one."""
    found = tuple(parts)
    answers = gathered(each for part in found for each in part.questions.items())
    questions = {name: (sum(yes for yes, _ in each), sum(no for _, no in each)) for name, each in answers.items()}
    sheets, proper = sum(part.sheets for part in found), sum(part.proper for part in found)
    return Counted(sheets, questions, proper, sum(part.answered for part in found))
