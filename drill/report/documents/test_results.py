"""Results of the short tests of a year: by target and years of service, section, question; no row is a person's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drill.errors import UsageError
from drill.model.bank import Bank
from drill.report.blocks import Block, Document, Heading, Paragraph, Table, of_a_drill
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.figures import percent
from drill.year.quiz_results import FEWEST, RightAnswers, TestOutcome, outcomes_of
from drill.year.year import Year

Banks = Mapping[str, Bank]
"""By id."""


def short_test_results(year: Year, banks: Banks, language: Language) -> Document:
    """All tests handed in; UsageError if there are none. Questions of unknown banks are named by their ids."""
    outcomes = outcomes_of(year)
    if not outcomes:
        raise UsageError("test.results.none")
    say = catalogue(language)
    title = say("test.results.title")
    return of_a_drill(title, say, (*_summary(year, outcomes, say), *_details(year, outcomes, banks, say)))


def _summary(year: Year, outcomes: tuple[TestOutcome, ...], say: Catalogue) -> Iterator[Block]:
    yield Paragraph(year.program.title.get(say.language))
    header = say.each("test.results.whom", "test.results.required", "test.results.taken")
    services = (say("test.service.first"), say("test.service.later"), say("test.results.all"))
    rows = tuple(_row(year, outcome, say) for outcome in outcomes)
    above = (("", 3), (say("test.results.share"), 3))
    yield Table((*header, *services), rows, ("left", *("right",) * 5), (14, 4, 4, 5, 5, 5), above)
    yield Paragraph(say("test.results.note", fewest=FEWEST), "note")
    if any(outcome.others for outcome in outcomes):
        yield Paragraph(say("test.results.others", count=sum(outcome.others for outcome in outcomes)), "note")


def _row(year: Year, outcome: TestOutcome, say: Catalogue) -> tuple[str, ...]:
    whom = "\n".join(year.program.targets[target].title.get(say.language) for target in outcome.activity.targets)
    by_service = outcome.by_service
    none = say("test.results.hidden" if by_service is None else "test.results.nobody")
    parts = [by_service.get(each) if by_service else None for each in ("first", "later")]
    shares = (_share(part, say) if part else none for part in parts)
    required = say("test.results.nobody") if outcome.required is None else str(outcome.required)
    number = outcome.activity.number
    return f"{number} {whom}".strip(), required, str(outcome.taken), *shares, _share(outcome.whole, say)


def _share(tally: RightAnswers, say: Catalogue) -> str:
    return say("test.results.percent", share=tally.share, people=tally.people)


def _details(year: Year, outcomes: tuple[TestOutcome, ...], banks: Banks, say: Catalogue) -> Iterator[Block]:
    for outcome in outcomes:
        title = outcome.activity.title.get(say.language)
        yield Heading(f"{outcome.activity.number} {title}".strip())
        if len(outcome.by_section) > 1:
            yield from _sections(year, outcome, say)
        if outcome.missed:
            yield from _questions(outcome, banks, say)


def _sections(year: Year, outcome: TestOutcome, say: Catalogue) -> Iterator[Block]:
    header = say.each("test.results.section", "test.results.people", "test.results.right")
    rows = [
        (year.program.sections[section].name.get(say.language), str(tally.people), f"{tally.share}%")
        for section, tally in outcome.by_section.items()
    ]
    if outcome.hidden:
        rows.append((say("test.results.rest"), str(outcome.hidden), say("test.results.hidden")))
    caption = say("test.results.by_section")
    yield Table(header, tuple(rows), ("left", "right", "right"), (10, 3, 3), caption=caption)


def _questions(outcome: TestOutcome, banks: Banks, say: Catalogue) -> Iterator[Block]:
    header = say.each("test.paper.asked", "test.results.missed", "test.paper.right", "minutes.why")
    rows = []
    for each in outcome.missed:
        bank, _, name = each.ref.partition("/")
        question = banks[bank].questions.get(name) if bank in banks else None
        share = percent(each.wrong, each.people)
        missed = say("test.results.wrong", share=share, wrong=each.wrong, people=each.people)
        if question is None:
            rows.append((each.ref, missed, "", ""))
            continue
        right = next(answer for answer in question.answers if answer.right)
        asked, answer, why = (text.get(say.language) for text in (question.text, right.text, question.why))
        rows.append((asked, missed, answer, why))
    caption = say("test.results.by_question")
    yield Table(header, tuple(rows), ("left", "right", "left", "left"), (14, 6, 9, 16), caption=caption)
