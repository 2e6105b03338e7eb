"""The exercise evaluation guide 評価の手引: by objective what to observe and, afterwards, what was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from drill.exercise.contact.obligations import deadline_ms
from drill.exercise.contact.setup import MINUTE, Setup
from drill.model.chart import Chart
from drill.model.evaluation import Evaluation
from drill.model.scenario import Objective, Scenario, Task
from drill.report.blocks import Block, Document, Field, Form, Heading, Paragraph, Table, aligned, of_a_drill
from drill.report.condition_words import trigger_words
from drill.report.lessons_text import confirmed, rating_history, rating_scale, written
from drill.report.naming import Names
from drill.report.record import mark_sentence
from drill.scoring.course import RightCourse
from drill.scoring.objectives import ObjectiveRating
from drill.scoring.score import Score
from drill.text.catalogue import Language, catalogue

_OF_CONTACTS = frozenset({"completeness", "timeliness", "restoration"})


def evaluation_guide(chart: Chart, scenario: Scenario, language: Language) -> Document:
    """Before the drill: what each objective asks to be observed, and room to write it down."""
    names = Names(chart, scenario, catalogue(language))
    setup = Setup.make(chart, scenario)
    blocks = [*_head(names)]
    for number, (name, objective) in enumerate(scenario.objectives.items(), start=1):
        blocks.append(_heading(number, objective, names))
        blocks += _to_observe(setup, name, objective, names)
        blocks.append(_form(names))
    if others := [task for task in scenario.tasks.values() if task.objective is None]:
        blocks += [Heading(names.say("guide.other")), _task_table(others, names)]
    return _document(blocks, names)


def evaluation_guide_after(score: Score, evaluation: Evaluation | None, language: Language) -> Document:
    """After it: the evidence in the log with its times, the suggested rating, and the confirmed one with its reason."""
    setup = score.evidence.setup
    names, given = Names(setup.chart, setup.scenario, catalogue(language)), written(evaluation)
    blocks = [*_head(names)]
    for number, rated in enumerate(score.objectives, start=1):
        blocks.append(_heading(number, setup.scenario.objectives[rated.objective], names))
        blocks += _observed(rated, names)
        blocks.append(_filled(rated, given, names))
    blocks += [Paragraph(line, "note") for line in rating_history(score, given, names)]
    return _document(blocks, names)


def _document(blocks: list[Block], names: Names) -> Document:
    title = names.say("guide.title", title=names.scenario.title)
    return of_a_drill(title, names.say, blocks)


def _head(names: Names) -> Iterator[Block]:
    say = names.say
    yield Paragraph(say("guide.secret"))
    yield Paragraph(say("guide.how"))
    yield Paragraph(rating_scale(say), "note")
    if not names.scenario.objectives:
        yield Paragraph(say("guide.no_objectives"))


def _heading(number: int, objective: Objective, names: Names) -> Heading:
    return Heading(names.say("guide.objective", number=number, title=objective.title))


def _to_observe(setup: Setup, name: str, objective: Objective, names: Names) -> Iterator[Block]:
    say, scenario = names.say, names.scenario
    tasks = [task for task in scenario.tasks.values() if task.objective == name]
    measures = set(objective.measures)
    if tasks:
        yield _task_table(tasks, names)
    if measures & _OF_CONTACTS and (contacts := _contact_table(setup, names)).rows:
        yield contacts
    if "fidelity" in measures:
        yield _item_table(names)
    if "rightness" in measures:
        yield Paragraph(say("guide.level", level=scenario.level))
    if "closure" in measures and scenario.counts:
        total = sum(setup.true_count(post) for post in setup.count_sources)
        label = scenario.counts.label
        yield Paragraph(say("guide.counts", label=label, posts=len(setup.count_sources), total=total))
    if not tasks and not measures:
        yield Paragraph(say("guide.by_hand"))


def _task_table(tasks: list[Task], names: Names) -> Table:
    say = names.say
    header = say.each("guide.task", "tasks.post", "guide.opens", "guide.due", "guide.weight", "guide.why")
    rows = tuple(
        (
            names.text(task.title),
            names.post(task.post),
            trigger_words(task.opens, names),
            "-" if task.within_min is None else names.span(task.within_min),
            str(task.weight),
            names.text(task.why),
        )
        for task in tasks
    )
    align = (*aligned("left", 3), *aligned("right", 2))
    return Table(header, rows, align, (24, 14, 18, 8, 8, 28), caption=say("guide.expected"))


def _contact_table(setup: Setup, names: Names) -> Table:
    """Contacts of the right course that have a deadline; those with a group are one row."""
    say = names.say
    found = Counter(
        (wanted.key.caller, wanted.contact.target, wanted.key.message, allowed)
        for wanted in RightCourse(setup).contacts
        if (allowed := deadline_ms(setup, wanted.link)) is not None
    )
    rows = tuple(
        (
            say("contacts.pair", caller=names.post(caller), target=names.post(target), about=names.message(message)),
            str(number),
            names.span(allowed / MINUTE),
        )
        for (caller, target, message, allowed), number in found.items()
    )
    header = say.each("guide.contact", "guide.posts", "guide.due")
    return Table(header, rows, ("left", "right", "right"), (70, 15, 15), caption=say("guide.contacts"))


def _item_table(names: Names) -> Table:
    say, scenario = names.say, names.scenario
    rows = tuple(
        (names.text(message.title), say("list", items=tuple(scenario.items[item].label for item in message.items)))
        for message in scenario.messages.values()
    )
    header = (say("guide.message"), say("guide.item_list"))
    return Table(header, rows, ("left", "left"), (35, 65), caption=say("guide.items"))


def _observed(rated: ObjectiveRating, names: Names) -> Iterator[Block]:
    """Every row of the score that is evidence for an objective; what lost points is emphasised."""
    say = names.say
    if rated.rows:
        header = (say("guide.evidence"), say("record.points"))
        lost = frozenset(i for i, row in enumerate(rated.rows) if row.got < row.of)
        rows = tuple((mark_sentence(row, say), f"{row.got} / {row.of}") for row in rated.rows)
        yield Table(header, rows, ("left", "right"), (85, 15), strong=lost)
    else:
        yield Paragraph(say("guide.by_hand"))


def _form(names: Names) -> Form:
    say = names.say
    lines = {"guide.observed": 5, "guide.rating": 1, "guide.reason": 2, "guide.evaluator": 1}
    return Form(tuple(Field(say(name), lines=number) for name, number in lines.items()))


def _filled(rated: ObjectiveRating, evaluation: Evaluation, names: Names) -> Form:
    """The form with what the evaluators wrote; what they have not is left blank."""
    say = names.say
    notes = (each for each in evaluation.notes if each.objective == rated.objective)
    seen = "\n".join(say("after.note", at=note.at or "-", text=note.text) for note in notes)
    letter, *why = confirmed(rated, evaluation, names)
    values = (seen, say("guide.rated", suggested=rated.rating or "-", confirmed=letter), *why)
    return Form(tuple(replace(field, value=value) for field, value in zip(_form(names).fields, values, strict=True)))
