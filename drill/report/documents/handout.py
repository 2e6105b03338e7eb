"""The participant's handout 参加者用資料: what a drill is, how it begins, one's own part; nothing that is to come.

Of the scenario only its title, start, length, class, briefing and deadlines are used: not one answer, inject or item.
"""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.chart import Chart
from drill.model.scenario import Scenario
from drill.report.blocks import Block, Cards, Document, Heading, Paragraph, Table, listed, of_a_drill
from drill.report.chart_tables import contacts_table, levels_table
from drill.report.documents.cards import role_card
from drill.report.duties import in_drill
from drill.report.naming import span
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.eras import say_date

_NOTES = 12
"""Blank lines for notes."""


def handout(
    chart: Chart, scenario: Scenario, language: Language, posts: tuple[str, ...] = (), named: bool = False
) -> Document:
    """For everybody or, with `posts`, for whoever holds one of them; `named` with the names of the people."""
    say = catalogue(language)
    title = say("handout.title", title=scenario.title)
    return of_a_drill(title, say, _blocks(in_drill(chart, scenario), scenario, say, posts, named))


def _blocks(chart: Chart, scenario: Scenario, say: Catalogue, posts: tuple[str, ...], named: bool) -> Iterator[Block]:
    yield Paragraph(say("handout.drill"))
    yield Heading(say("handout.facts"))
    day = say_date(scenario.start.date(), say.language, weekday=True)
    yield Paragraph(say("handout.when", day=day, time=f"{scenario.start:%H:%M}", span=span(scenario.length_min, say)))
    yield Heading(say("handout.beginning"))
    yield Paragraph(scenario.briefing.get(say.language).strip())
    if posts:
        yield Heading(say("handout.your_part"))
        yield Cards(tuple(role_card(chart, post, say, named) for post in posts), 1)
    else:
        yield Heading(say("handout.contacts"))
        yield contacts_table(chart, say)
    yield Heading(say("handout.levels"))
    yield Paragraph(say("handout.levels.about"))
    yield levels_table(chart.levels, say)
    yield from listed(say("handout.reporting"), say("handout.reporting.lines"), numbered=True)
    yield from listed(say("handout.tell"), say("handout.tell.lines"))
    yield from listed(say("handout.rules"), say("handout.rules.lines"))
    yield Heading(say("handout.notes"))
    header = say.each("incident.when", "incident.from", "incident.to", "incident.text")
    yield Table(header, ((("",) * 4),) * _NOTES, ("left", "left", "left", "left"), (2, 3, 3, 9))
