"""The facilitator's handbook 進行管理者の手引: all of a scenario on its chart, from the room to the hot wash."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.chart import Chart
from drill.model.scenario import Scenario, Task
from drill.report.blocks import Block, Document, Heading, PageBreak, Paragraph, Table, listed, of_a_drill
from drill.report.chart_tables import contacts_table, posts_table
from drill.report.condition_words import trigger_words
from drill.report.documents.handbook_answers import answers
from drill.report.documents.handbook_injects import injects, told
from drill.report.documents.handbook_meeting import meeting
from drill.report.duties import in_drill, needed_posts
from drill.report.naming import Names
from drill.report.record import reference
from drill.text.catalogue import Language, catalogue
from drill.text.choices import CLASS, DIMENSION, HANDBOOK_KEY, TUI_FAC
from drill.text.eras import say_date
from drill.text.keys import FACILITATOR_KEYS


def handbook(chart: Chart, scenario: Scenario, language: Language) -> Document:
    """The handbook; it holds every answer and is not for participants."""
    say = catalogue(language)
    title = say("handbook.title", title=scenario.title)
    return of_a_drill(title, say, _blocks(Names(chart, scenario, say)))


def _blocks(names: Names) -> Iterator[Block]:
    say, about = names.say, {"scenario": names.scenario.id, "minutes": names.span(names.scenario.length_min)}
    yield Paragraph(say("handbook.secret"))
    yield from _purpose(names)
    yield from _facts(names)
    yield from listed(say("handbook.preparing"), say("handbook.preparing.lines", **about), numbered=True)
    yield from _players(names)
    yield from listed(say("handbook.safety"), say("handbook.safety.lines", **about))
    yield from _schedule(names)
    yield from _chart(names)
    yield PageBreak(say("msel.injects"))
    yield from injects(names)
    yield from answers(names)
    yield from meeting(names)
    yield from reference(names.scenario, say)
    yield from listed(say("handbook.hotwash"), say("handbook.hotwash.lines", **about))
    yield from _keys(names)


def _purpose(names: Names) -> Iterator[Block]:
    """The objectives, each with what shows whether it was met."""
    scenario, say = names.scenario, names.say
    yield Heading(say("handbook.purpose"))
    yield Paragraph(names.text(scenario.briefing).strip())
    rows = tuple(
        (
            str(number),
            names.text(objective.title),
            say("list", items=tuple(say(DIMENSION[measure]) for measure in objective.measures)),
            "\n".join(_task(names, task) for task in scenario.tasks.values() if task.objective == name),
        )
        for number, (name, objective) in enumerate(scenario.objectives.items(), start=1)
    )
    if rows:
        header = say.each("lessons.id", "record.objective", "handbook.measures", "handbook.tasks")
        yield Table(header, rows, ("right", "left", "left", "left"), (1, 6, 4, 7), caption=say("doc.objectives"))


def _task(names: Names, task: Task) -> str:
    title = names.text(task.title)
    return title if task.expected else names.say("msel.temptation", title=title)


def _facts(names: Names) -> Iterator[Block]:
    scenario, chart, say = names.scenario, names.chart, names.say
    start = scenario.start
    media = tuple(chart.media[name].name for name in scenario.down if name in chart.media)
    rows = {
        "handbook.fact.start": f"{say_date(start.date(), say.language, weekday=True)} {start:%H:%M}",
        "handbook.fact.length": names.span(scenario.length_min),
        "record.incident": say(CLASS[scenario.incident]),
        "handbook.fact.chart": names.text(chart.title),
        "handbook.fact.level": names.level(scenario.level),
        "handbook.fact.publish": say("handbook.publish.yes" if scenario.publish else "handbook.publish.no"),
        "handbook.fact.down": say("list", items=media),
        "handbook.fact.origin": names.posts(scenario.origin),
        "handbook.fact.source": scenario.source or "",
    }
    yield Heading(say("handbook.facts"))
    yield told(rows, 4, say)


def _players(names: Names) -> Iterator[Block]:
    """Who takes part, to be filled in."""
    say, chart = names.say, names.chart
    asked = dict.fromkeys(post for ref in names.scenario.roles for post in chart.resolve(ref))
    rows = tuple(
        (names.post(post), "", "") for post in needed_posts(chart, names.scenario) if not asked or post in asked
    )
    yield Heading(say("handbook.players"))
    yield Paragraph(say("handbook.players.about"))
    header = (say("doc.post"), say("handbook.player"), say("handbook.stand_in"))
    yield Table(header, rows, ("left", "left", "left"), (4, 4, 4))


def _schedule(names: Names) -> Iterator[Block]:
    say, scenario = names.say, names.scenario
    if scenario.phases:
        yield Heading(say("handbook.schedule"))
        rows = tuple((names.text(p.title), trigger_words(p.opens, names)) for p in scenario.phases.values())
        yield Table((say("msel.phase"), say("handbook.opens")), rows, ("left", "left"), (1, 3))


def _chart(names: Names) -> Iterator[Block]:
    say = names.say
    yield Heading(say("record.chart"))
    yield Paragraph(names.text(names.chart.title))
    yield posts_table(names.chart, say)
    chart = in_drill(names.chart, names.scenario)
    if chart.contacts:
        yield contacts_table(chart, say)


def _keys(names: Names) -> Iterator[Block]:
    say = names.say
    yield Heading(say("handbook.keys"))
    yield Paragraph(say("handbook.keys.about", scenario=names.scenario.id))
    rows = tuple((key, say(TUI_FAC[name]), say(HANDBOOK_KEY[name])) for name, key in FACILITATOR_KEYS.items())
    header = say.each("handbook.key", "handbook.on_screen", "handbook.effect")
    yield Table(header, rows, ("left", "left", "left"), (1, 2, 6))
