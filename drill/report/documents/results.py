"""What the review board receives of a year's drills: the table of all of them, and the report of one with its annex.

Layouts as in FACTS 1a and 1b. What has not been held says when it is planned; headcounts come from the roster and,
without one, from the programme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from drill.drawing.wording import occasion
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.problems import no_such
from drill.model.program import Paper
from drill.report.blocks import Block, Document, Heading, PageBreak, Paragraph, Table
from drill.report.duties import deputies
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.choices import FIGURE, KIND
from drill.text.eras import era_year, say_date, say_day
from drill.year.results import ActivityResult, Turnout, papers, results
from drill.year.year import Year

Charts = Mapping[str, Chart]
"""Activity → the chart it is held on, for the annex of roles."""


def result_table(year: Year, language: Language, wanted: str | None = None) -> Document:
    """The papers of layout `table`, each on pages of its own; `wanted` names one. UsageError if there is none."""
    return _document(year, "table", language, wanted, partial(_table, year))


def drill_paper(year: Year, charts: Charts, language: Language, wanted: str | None = None) -> Document:
    """The papers of layout `report` with their annexes; likewise."""
    return _document(year, "report", language, wanted, partial(_report, year, charts))


def figure_name(name: str, say: Catalogue) -> str:
    """What a figure of a drill is called."""
    return say(FIGURE[name]) if name in FIGURE else name


def fiscal_year(year: int, say: Catalogue) -> str:
    """令和5年度; `fiscal year 2023`."""
    return f"{era_year(date(year, 4, 1))}度" if say.language == "ja" else f"fiscal year {year}"


_Build = Callable[[str, Paper, Catalogue], Iterator[Block]]


def _document(year: Year, layout: str, language: Language, wanted: str | None, build: _Build) -> Document:
    say, found = catalogue(language), papers(year, layout)
    if wanted is not None and wanted not in found:
        raise no_such("what.paper", wanted, found)
    if not found:
        raise UsageError("paper.none", layout=layout)
    blocks: list[Block] = []
    for name, paper in found.items():
        if wanted in (None, name):
            number = paper.number.get(language) if paper.number else paper.title.get(language)
            blocks += [PageBreak(number)] if blocks else []
            blocks += build(name, paper, say)
    title = year.program.title.get(language)
    return Document(title, language, tuple(blocks), mark=say("mark.drill"), landscape=layout == "table")


def _head(paper: Paper, say: Catalogue) -> Iterator[Block]:
    if paper.number:
        yield Paragraph(paper.number.get(say.language), "right")
    yield Heading(paper.title.get(say.language), 1)


def _table(year: Year, name: str, paper: Paper, say: Catalogue) -> Iterator[Block]:
    yield from _head(paper, say)
    office, when = year.program.office, fiscal_year(year.program.year, say)
    yield Paragraph(say("paper.lead", office=office, year=when))
    header = say.each("paper.number", "paper.whom", "minutes.value", "tasks.result", "paper.when")
    rows = tuple(_row(each, year, say) for each in results(year, name))
    yield Table(header, rows, ("center", "left", "left", "left", "center"), (3, 16, 18, 38, 9))
    yield from _notes(year, paper, say)
    yield Paragraph(say("paper.end"), "right")


def _row(found: ActivityResult, year: Year, say: Catalogue) -> tuple[str, ...]:
    content = enumerate(found.activity.content, start=1)
    numbered = "\n".join(say("paper.numbered", number=number, text=text) for number, text in content)
    items = "\n".join(say("paper.item", text=text) for text in _outcome(found, say)) or say("paper.not_held")
    return found.activity.number, "\n".join(_whom(found, year, say)), numbered, items, _when(found, say)


def _whom(found: ActivityResult, year: Year, say: Catalogue) -> Iterator[str]:
    targets = [year.program.targets[target] for target in found.activity.targets]
    yield from (target.title.get(say.language) for target in targets)
    if found.turnout:
        yield say("paper.people", count=found.turnout.required)
        if found.turnout.on_leave:
            yield say("paper.leave", count=found.turnout.on_leave)
    elif any(target.headcount is not None for target in targets):
        yield say("paper.people.planned", count=sum(target.headcount or 0 for target in targets))


def _outcome(found: ActivityResult, say: Catalogue) -> Iterator[str]:
    """What was done, who took part, what tests and scores came to; nothing before it was held."""
    if not found.days:
        return
    yield from (text.get(say.language) for text in found.activity.outcome)
    if found.turnout and found.turnout.attended is not None:
        yield _attendance(found.turnout, found.activity.kind == "training", say)
    if found.test:
        test = found.test
        yield say("paper.test", people=test.people, share=test.share, perfect=test.perfect)
    if found.drill and found.drill.figures:
        yield say("paper.figures", figures=tuple(_figures(found.drill.figures, say)))


def _attendance(turnout: Turnout, training: bool, say: Catalogue) -> str:
    if turnout.attended == turnout.required:
        return say("paper.everybody" if training else "paper.everybody.drill", required=turnout.required)
    share = 100 * (turnout.attended or 0) // max(1, turnout.required)
    code = "paper.attended" if training else "paper.attended.drill"
    return say(code, required=turnout.required, attended=turnout.attended, share=share)


def _figures(figures: Mapping[str, tuple[int, int]], say: Catalogue) -> Iterator[str]:
    for name, (numerator, denominator) in figures.items():
        if denominator:
            called = figure_name(name, say)
            yield say("paper.figure", name=called, numerator=numerator, denominator=denominator)


def _when(found: ActivityResult, say: Catalogue) -> str:
    if found.days:
        return _period(found.days[0], found.days[-1], say)
    planned = _period(found.activity.first, found.activity.end, say)
    return say("paper.planned", period=planned)


def _period(first: date, last: date, say: Catalogue) -> str:
    days = [say_day(day, say.language) for day in (first, last)]
    return days[0] if first == last else say("paper.period", first=days[0], last=days[1])


def _notes(year: Year, paper: Paper, say: Catalogue) -> Iterator[Block]:
    notes = [text.get(say.language) for text in paper.notes]
    yield Heading(say("paper.notes"), 3)
    for text in notes or [say("paper.as_of", day=say_date(year.program.as_of, say.language))]:
        yield Paragraph(text, "note")


def _report(year: Year, charts: Charts, name: str, paper: Paper, say: Catalogue) -> Iterator[Block]:
    yield from _head(paper, say)
    found = results(year, name)
    if paper.purpose:
        yield Heading(say("paper.purpose"))
        yield Paragraph(paper.purpose.get(say.language))
    yield Heading(say("paper.drilled"))
    for each in found:
        yield from (Paragraph(text.get(say.language)) for text in each.activity.content)
    yield Heading(say("paper.results"))
    yield Paragraph(say("paper.results.lead"))
    rows = tuple(row for each in found for row in _target_rows(each, year, say))
    yield Table((say("paper.whom"), say("paper.results.column")), rows, ("left", "left"), (3, 9))
    for each in found:
        yield from (Paragraph(text) for text in _outcome(each, say))
    yield Heading(say("paper.day"))
    for each in found:
        days = [say_date(day, say.language) for day in each.days]
        planned = say("paper.planned", period=say_date(each.activity.first, say.language))
        yield Paragraph(say("list", items=tuple(days)) if days else planned)
    yield from _notes(year, paper, say)
    yield Paragraph(say("paper.end"), "right")
    for each in found:
        if each.name in charts:
            yield from _annex(charts[each.name], say)


def _target_rows(found: ActivityResult, year: Year, say: Catalogue) -> Iterator[tuple[str, str]]:
    for target in found.activity.targets:
        lines = found.activity.outcome_of.get(target, ()) if found.days else ()
        said = [say("paper.circle", text=text) for text in lines]
        turnout = found.by_target.get(target)
        if found.days and turnout and turnout.attended is not None:
            said.append(say("paper.circle", text=_attendance(turnout, False, say)))
        yield year.program.targets[target].title.get(say.language), "\n".join(said) or say("paper.not_held")


def _annex(chart: Chart, say: Catalogue) -> Iterator[Block]:
    """Roles with their duties, the criteria of the levels, and who tells whom."""
    title = say("paper.annex", chart=chart.title)
    yield PageBreak(title)
    yield Heading(title, 2)
    yield Heading(say("paper.roles"), 3)
    rows = []
    for name, post in chart.posts.items():
        if post.duties:
            duties = "\n".join(say("paper.item", text=duty) for duty in post.duties)
            count = say("paper.deputies.count", count=len([*deputies(chart, name)]))
            rows.append((post.name.get(say.language), duties, count))
    header = say.each("paper.role", "paper.duties", "cards.deputies")
    yield Table(header, tuple(rows), ("left", "left", "right"), (10, 24, 3))
    if chart.levels:
        yield Heading(say("paper.levels"), 3)
        levels = tuple((str(level), text.get(say.language)) for level, text in sorted(chart.levels.items()))
        yield Table((say("doc.level"), say("paper.criterion")), levels, ("center", "left"), (1, 9))
    yield Heading(say("paper.contacts"), 3)
    yield _contacts(chart, say)


def _contacts(chart: Chart, say: Catalogue) -> Table:
    rows = tuple(
        (
            *(chart.name_of(ref).get(say.language) for ref in (c.caller, c.target)),
            say(KIND[c.kind]),
            occasion(c.when, say),
        )
        for c in chart.contacts
    )
    header = say.each("sheets.head.caller", "doc.target", "paper.kind", "paper.condition")
    return Table(header, rows, ("left", "left", "center", "left"), (9, 9, 4, 9), joined=1)
