"""A blank incident record 事案記録票: what was found, the level, who was told when, the course, the number of cases."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.chart import Chart
from drill.model.scenario import Scenario
from drill.report.blocks import Block, Document, Field, Form, Heading, Paragraph, Table, of_a_drill
from drill.report.chart_tables import levels_table
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.choices import INCIDENT

_FINDING = (("found_at", 1), ("found_by", 1), ("how", 2))
_WHAT = (("system", 1), ("since", 1), ("content", 4), ("extent", 2))
_DONE = (("which_data", 1), ("done", 3))
_ROWS = {"reported": 8, "course": 16, "cases": 7}
"""Blank lines of the tables."""


def incident_record(pair: tuple[Chart, Scenario] | None, language: Language) -> Document:
    """The form; for a drill with the items of its first notice as lines and the chart's criteria of the levels."""
    say = catalogue(language)
    title = say("incident.title_of", title=pair[1].title) if pair else say("incident.title")
    return of_a_drill(title, say, _blocks(pair, say))


def _blocks(pair: tuple[Chart, Scenario] | None, say: Catalogue) -> Iterator[Block]:
    yield Paragraph(say("incident.about"), "note")
    yield Form(
        (*_fields(_FINDING, say), Field(say("record.incident"), say("incident.classes"))), say("incident.finding")
    )
    personal = Field(say("incident.personal"), say("incident.personal_choice"))
    yield Form((*_fields(_WHAT, say), personal, *_fields(_DONE, say)), say("incident.what"))
    if pair and (items := _items(pair[1], say)):
        yield Form(items, say("incident.items"))
    level = Field(say("incident.level"), say("incident.levels"))
    yield Form((level, *_fields((("judged_by", 1), ("reason", 2)), say)), say("incident.judgement"))
    yield levels_table(pair[0].levels if pair else {}, say)
    yield from _blank("reported", ("to_whom", "who", "means", "when", "confirmed"), (5, 4, 3, 2, 3), say)
    yield from _blank("course", ("when", "from", "to", "text", "confirmed"), (2, 3, 3, 8, 2), say)
    yield from _blank("cases", ("counter", "affected", "settled", "open"), (4, 3, 3, 3), say)
    yield Form(tuple(_fields((("kept_by", 1),), say)))


def _fields(fields: tuple[tuple[str, int], ...], say: Catalogue) -> tuple[Field, ...]:
    return tuple(Field(say(INCIDENT[name]), lines=lines) for name, lines in fields)


def _items(scenario: Scenario, say: Catalogue) -> tuple[Field, ...]:
    """What is told first; what becomes known later is not given away."""
    notice = next((each.items for each in scenario.messages.values() if each.kind == "notice"), ())
    return tuple(Field(scenario.items[each].label.get(say.language)) for each in notice if each in scenario.items)


def _blank(name: str, columns: tuple[str, ...], widths: tuple[int, ...], say: Catalogue) -> Iterator[Block]:
    """A table to be filled in by hand; that of the cases ends in its total."""
    yield Heading(say(INCIDENT[name]))
    rows = [("",) * len(columns)] * _ROWS[name]
    if name == "cases":
        rows.append((say("incident.total"), *[""] * (len(columns) - 1)))
    header = tuple(say(INCIDENT[column]) for column in columns)
    yield Table(header, tuple(rows), widths=widths)
