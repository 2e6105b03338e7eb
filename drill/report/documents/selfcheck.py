"""The result of a self-check for the review board, and the questionnaire on paper.

Layout after the papers of FACTS §3: what was done, rates by group and years of service beside last year's, questions of
special weight, what fell, and room for measures. Nothing is shown but what `drill.year.tally` has kept. A self-check is
no drill, so its papers do not bear the drill's mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from drill.model.basics import Text
from drill.model.program import Paper, SelfCheckPlan
from drill.model.questionnaire import SelfCheck
from drill.report.blocks import Block, Bullets, Document, Field, Form, Heading, Paragraph, Table, aligned
from drill.report.documents.results import fiscal_year
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.choices import SELFCHECK_PART
from drill.text.eras import say_date
from drill.year.rates import FALL, PARTS, Fall, Rate, Results, falls
from drill.year.tally import LEAST, Respondents


@dataclass(frozen=True)
class Held:
    """A self-check that was held: its plan and paper where it belongs to a programme."""

    check: SelfCheck
    results: Results
    before: Results | None = None
    plan: SelfCheckPlan | None = None
    paper: Paper | None = None

    @property
    def title(self) -> Text:
        """The paper's title, or that of the self-check."""
        return self.paper.title if self.paper else self.plan.title if self.plan else self.check.title

    @property
    def years(self) -> tuple[Results, ...]:
        """The results and, where there are any, those of the year before."""
        return (self.results, self.before) if self.before else (self.results,)

    @property
    def fallen(self) -> tuple[Fall, ...]:
        """What fell since the year before."""
        return falls(self.check, self.before, self.results) if self.before else ()


def selfcheck_papers(found: Sequence[Held], title: str, language: Language) -> Document:
    """The papers of self-checks as one document."""
    blocks = (block for held in found for block in _paper(held, catalogue(language)))
    return Document(title, language, tuple(blocks))


def selfcheck_result(held: Held, language: Language) -> Document:
    """What a self-check came to, in short."""
    title, say = held.title.get(language), catalogue(language)
    return Document(title, language, (Heading(title, 1), *result_blocks(held, say)))


def result_blocks(held: Held, say: Catalogue) -> Iterator[Block]:
    """Its rates, and everything that fell, or that nothing did."""
    yield _rates(held, say)
    if held.fallen:
        yield Paragraph(say("selfcheck.fallen", points=FALL))
    yield _fallen(held, say)


def questionnaire_form(check: SelfCheck, group: Respondents, plan: SelfCheckPlan, language: Language) -> Document:
    """The questionnaire of a group, to be filled in by hand and given back by the plan's last day."""
    say = catalogue(language)
    asked = check.questionnaires[group.name]
    columns = 4 if group.takes_reasons else 3
    header = say.each("lessons.id", "selfpaper.question", "selfpaper.answer", "selfpaper.reason")
    rows = tuple(
        (str(number), check.questions[name].text.get(language), say("selfpaper.tick"), "")[:columns]
        for number, name in enumerate(asked.questions, start=1)
    )
    widths = (2, 18, 6, 8) if group.takes_reasons else (2, 22, 6)
    service = Form((Field(say("test.sheet.service"), say("selfpaper.service")),))
    blocks: tuple[Block, ...] = (
        Heading(check.title.get(language), 1),
        Heading(asked.title.get(language), 2),
        Paragraph(say("selfpaper.anonymous" if group.takes_reasons else "selfpaper.anonymous.short")),
        Paragraph(say("selfpaper.until", day=say_date(plan.last, language, weekday=True))),
        *((service,) if group.asks_service else ()),
        Table(header[:columns], rows, ("right", "left", "center"), widths),
    )
    return Document(check.title.get(language), language, blocks)


def fall_sentence(fall: Fall, check: SelfCheck, say: Catalogue) -> str:
    """What fell, for whom, from what to what, with the counts behind it where there are any."""
    everybody = say("selfcheck.asked" if fall.after.counts is None else "selfcheck.everybody")
    group = check.questionnaires[fall.group].title if fall.group else everybody
    rates = {"before": _counted(fall.before, say), "after": _counted(fall.after, say)}
    part = say(SELFCHECK_PART[fall.part])
    if not fall.question:
        return say("selfcheck.fall.group", group=group, part=part, **rates)
    text = check.questions[fall.question].text
    return say("selfcheck.fall.question", question=text, group=group, part=part, **rates)


def _rates(held: Held, say: Catalogue) -> Table:
    """Rates of proper practice by group and years of service, this year's and last year's."""
    rows = []
    for name, group in held.results.groups.items():
        rates = [of.groups[name].rates if name in of.groups else {} for of in held.years]
        title = held.check.questionnaires[name].title.get(say.language)
        cells = (_percent(each.get(part), say) for each in rates for part in PARTS)
        rows.append((title, str(group.people), str(group.questions), *cells))
    header = (
        *say.each("selfcheck.head.group", "selfcheck.head.people", "selfcheck.head.questions"),
        *say.each(*(SELFCHECK_PART[part] for part in PARTS)) * len(held.years),
    )
    widths = (12, 4, 4, *(4,) * (len(header) - 3))
    return Table(header, tuple(rows), ("left", *aligned("right", len(header) - 1)), widths, _above(held, 3, 3, say))


def _above(held: Held, first: int, each: int, say: Catalogue) -> tuple[tuple[str, int], ...]:
    """The years over their columns, `each` so many, after the first ones."""
    years = zip(("selfpaper.now", "selfpaper.before"), held.years, strict=False)
    return ("", first), *((say(code, year=fiscal_year(of.year, say)), each) for code, of in years)


def _paper(held: Held, say: Catalogue) -> Iterator[Block]:
    """The paper, its sections numbered."""
    numbers = count(1)

    def section(code: str, **params: object) -> Heading:
        return Heading(say("selfpaper.section", number=next(numbers), title=say(code, **params)))

    if held.paper and held.paper.number:
        yield Paragraph(held.paper.number.get(say.language), "right")
    yield Heading(held.title.get(say.language), 1)
    yield section("selfpaper.done")
    yield _done(held, say)
    yield section("selfpaper.results")
    yield Paragraph(_answered(held.results, say))
    yield _rates(held, say)
    if all(group.sheets is not None for group in held.results.groups.values()):
        yield Paragraph(say("selfpaper.least", least=LEAST), "note")
    if focus := _focus(held, say):
        yield section("selfpaper.focus")
        yield focus
    yield section("selfcheck.fallen", points=FALL)
    yield _fallen(held, say)
    if held.results.reasons:
        yield section("selfpaper.reasons")
    for name, texts in held.results.reasons.items():
        yield Paragraph(held.check.questions[name].text.get(say.language))
        yield Bullets(texts)
    yield section("selfpaper.measures")
    yield Form(
        tuple(Field(fall_sentence(fall, held.check, say), lines=2) for fall in _worst(held.fallen))
        or (Field(say("selfpaper.measure"), lines=4),)
    )
    yield Paragraph(say("paper.end"), "right")


def _done(held: Held, say: Catalogue) -> Table:
    people = sum(group.people for group in held.results.groups.values())
    counts = [group.questions for group in held.results.groups.values()]
    facts = []
    if held.paper and held.paper.purpose:
        facts.append((say("selfpaper.purpose"), held.paper.purpose.get(say.language)))
    if held.plan:
        first, last = (say_date(day, say.language) for day in (held.plan.first, held.plan.last))
        facts.append((say("selfpaper.period"), say("selfpaper.days", first=first, last=last)))
    facts.append((say("paper.whom"), say("selfpaper.people", people=people)))
    several = "selfpaper.how" if len(set(counts)) > 1 else "selfpaper.how.same"
    how = say(several, kinds=len(counts), least=min(counts, default=0), most=max(counts, default=0))
    apart = any({"first", "later"} & set(group.rates) for group in held.results.groups.values())
    anonymous = say("selfpaper.with_service" if apart else "selfpaper.without_service")
    facts.append((say("minutes.value"), f"{how}\n{anonymous}"))
    return Table((say("record.what"), say("record.value")), tuple(facts), ("left", "left"), (3, 12))


def _answered(results: Results, say: Catalogue) -> str:
    sheets = [group.sheets for group in results.groups.values()]
    people = sum(group.people for group in results.groups.values())
    if any(each is None for each in sheets):
        return say("selfpaper.published")
    answered = sum(each or 0 for each in sheets)
    # Rounded down: 100 % is said only when everybody has answered.
    return say("selfpaper.answered", answered=answered, people=people, share=f"{100 * answered // max(1, people)}")


def _percent(rate: Rate | None, say: Catalogue, rest: bool = False) -> str:
    """A rate, or the rest to 100."""
    if rate is None:
        return say("years.nothing")
    return say("selfcheck.rate", percent=100 - rate.rounded if rest else rate.rounded)


def _counted(rate: Rate, say: Catalogue) -> str:
    if rate.counts is None:
        return say("selfcheck.rate", percent=rate.rounded)
    return say("selfcheck.rate.counted", percent=rate.rounded, count=rate.counts[0], of=rate.counts[1])


def _focus(held: Held, say: Catalogue) -> Table | None:
    """What was answered to the questions of special weight, if there are any."""
    rows = []
    for name, question in held.check.questions.items():
        if question.focus and held.results.yes.get(("", name)):
            for part in PARTS:
                rates = (of.yes.get(("", name), {}).get(part) for of in held.years)
                cells = (_percent(rate, say, no) for rate in rates for no in (False, True))
                rows.append((question.text.get(say.language), say(SELFCHECK_PART[part]), *cells))
    columns = 2 * len(held.years)
    header = say.each("selfpaper.question", "test.sheet.service", *("diff.yes", "diff.no") * len(held.years))
    align, widths = ("left", "left", *aligned("right", columns)), (14, 5, *(3,) * columns)
    return Table(header, tuple(rows), align, widths, _above(held, 2, 2, say), joined=1) if rows else None


def _fallen(held: Held, say: Catalogue) -> Block:
    """Everything that fell, or that nothing did."""
    if held.fallen:
        return Bullets(tuple(fall_sentence(fall, held.check, say) for fall in held.fallen))
    return Paragraph(say("selfcheck.none_fallen" if held.before else "selfcheck.no_before", points=FALL))


def _worst(fallen: Sequence[Fall]) -> list[Fall]:
    """One for each group or question: where it fell most."""
    found: dict[tuple[str, str], Fall] = {}
    for fall in sorted(fallen, key=lambda each: each.after.percent - each.before.percent):
        found.setdefault((fall.group, fall.question) if not fall.question else ("", fall.question), fall)
    return list(found.values())
