"""The MSEL sheet 状況付与計画表: every inject, what makes it due, what is expected on it, and room for notes."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.chart import Chart
from drill.model.scenario import Inject, Scenario, Task, Trigger
from drill.report.blocks import Block, Bullets, Document, Heading, Paragraph, Table, of_a_drill
from drill.report.causes import causes
from drill.report.condition_words import trigger_words
from drill.report.naming import Names
from drill.text.catalogue import Language, catalogue
from drill.text.choices import INJECT
from drill.text.eras import say_date
from drill.text.width import Align

_COLUMNS: tuple[tuple[str, int, Align], ...] = (
    ("lessons.id", 6, "right"),
    ("msel.planned", 9, "right"),
    ("msel.trigger", 14, "left"),
    ("msel.phase", 12, "left"),
    ("msel.to", 14, "left"),
    ("msel.channel", 11, "left"),
    ("msel.sender", 11, "left"),
    ("msel.content", 24, "left"),
    ("msel.expected", 22, "left"),
    ("msel.by_whom", 15, "left"),
    ("record.due", 9, "left"),
    ("msel.objective", 7, "center"),
    ("msel.actual", 10, "left"),
    ("msel.note", 10, "left"),
)
_OF_THE_INJECT = 8
"""So many columns are about the inject; the rest has a row for each expected action."""
Row = tuple[str, ...]


def msel(chart: Chart, scenario: Scenario, language: Language) -> Document:
    """The sheet of a scenario on a chart, landscape."""
    say = catalogue(language)
    title = say("msel.title", title=scenario.title)
    return of_a_drill(title, say, _blocks(Names(chart, scenario, say)), landscape=True)


def _blocks(names: Names) -> Iterator[Block]:
    say, scenario = names.say, names.scenario
    start = scenario.start
    day = say_date(start.date(), say.language, weekday=True)
    yield Paragraph(say("msel.facts", day=day, time=f"{start:%H:%M}", span=names.span(scenario.length_min)))
    if scenario.objectives:
        yield Heading(say("doc.objectives"))
        yield Bullets(tuple(names.text(each.title) for each in scenario.objectives.values()), numbered=True)
    yield Heading(say("msel.injects"))
    header, widths, align = zip(*_COLUMNS, strict=True)
    yield Table(say.each(*header), tuple(_rows(names)), align, widths, joined=_OF_THE_INJECT)
    yield Paragraph(say("msel.explained"), "note")


def _rows(names: Names) -> Iterator[Row]:
    say, scenario = names.say, names.scenario
    leads_to = causes(scenario)
    for name, inject in scenario.injects.items():
        expected = list(_expected(names, inject, [task for task, cause in leads_to.items() if cause == name]))
        left = _inject(names, name, inject)
        for part, (action, *rest) in enumerate(expected, start=1):  # numbered, as a row may be on a page of its own
            yield *left, say("msel.part", number=left[0], part=part, action=action), *rest, "", ""
        if not expected:
            yield *left, *("",) * (len(_COLUMNS) - len(left))
    for name, cause in leads_to.items():
        if cause is None:
            opens = scenario.tasks[name].opens
            when = ("", _planned(names, opens), trigger_words(opens, names), _phase(names, opens), "", "", "", "")
            yield (*when, *_task(names, scenario.tasks[name]), "", "")


def _inject(names: Names, name: str, inject: Inject) -> Row:
    return (
        names.inject_number(name),
        _planned(names, inject.opens),
        trigger_words(inject.opens, names),
        _phase(names, inject.opens),
        names.posts(inject.to),
        names.say(INJECT[inject.channel]),
        names.text(inject.sender),
        names.text(inject.text).strip(),
    )


def _expected(names: Names, inject: Inject, tasks: list[str]) -> Iterator[Row]:
    if inject.gives:
        passing_on = names.say("msel.pass_on", message=names.message(inject.gives))
        yield passing_on, names.posts(inject.to), names.say("msel.by_chart"), ""
    for task in tasks:
        yield _task(names, names.scenario.tasks[task])


def _task(names: Names, task: Task) -> Row:
    title = names.text(task.title)
    right = names.level(task.right) if task.right is not None else None
    if task.options:
        right = names.say("doc.or").join(names.text(option.text) for option in task.options.values() if option.right)
    if right:
        title = names.say("msel.answer", title=title, answer=right)
    if not task.expected:
        title = names.say("msel.temptation", title=title)
    objectives = [*names.scenario.objectives]
    number = str(objectives.index(task.objective) + 1) if task.objective in objectives else ""
    return title, names.first(task.post), names.within(task.within_min), number


def _planned(names: Names, opens: Trigger) -> str:
    return names.clock(opens.at_min) if opens.when is None else names.say("msel.by_condition")


def _phase(names: Names, opens: Trigger) -> str:
    """The phase of a moment: one that opens on the same condition, or the last that opens at a time before."""
    found = ""
    for phase in names.scenario.phases.values():
        if phase.opens.when == opens.when and phase.opens.at_min <= opens.at_min:
            found = names.text(phase.title)
    return found
