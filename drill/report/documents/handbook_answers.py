"""The part of the handbook with the answers: actions, decisions, messages, numbers, clocks, contacts, quiz."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drill.model.meeting import Course
from drill.model.scenario import Option, Task
from drill.report.blocks import Block, Heading, Paragraph, Table
from drill.report.chart_tables import levels_table
from drill.report.condition_words import condition_words, trigger_words
from drill.report.naming import Names
from drill.text.choices import MESSAGE


def answers(names: Names) -> Iterator[Block]:
    """Every section that the scenario has something for."""
    yield from _actions(names)
    yield from _decisions(names)
    yield from _messages(names)
    yield from _counts(names)
    yield from _clocks(names)
    yield from _contacts(names)
    yield from _quiz(names)


def _actions(names: Names) -> Iterator[Block]:
    say, tasks = names.say, names.scenario.tasks.values()
    for heading, about, wanted in (
        ("handbook.actions", "handbook.actions.about", True),
        ("handbook.temptations", "handbook.temptations.about", False),
    ):
        rows = tuple(_action(names, task) for task in tasks if task.expected == wanted)
        if rows:
            yield Heading(say(heading))
            yield Paragraph(say(about), "note")
            header = say.each("doc.post", "handbook.action", "handbook.due", "handbook.weight", "handbook.why")
            yield Table(header, rows, ("left", "left", "left", "right", "left"), (6, 8, 10, 3, 12))


def _action(names: Names, task: Task) -> tuple[str, ...]:
    say, title = names.say, names.text(task.title)
    if task.duty:
        title = say("noted", text=title, note=names.duty(task.duty))
    when = [trigger_words(task.opens, names), names.within(task.within_min)]
    if task.requires:
        when.append(say("handbook.requires", condition=condition_words(task.requires, names)))
    return names.first(task.post), title, "\n".join(filter(None, when)), str(task.weight), names.text(task.why)


def _decisions(names: Names) -> Iterator[Block]:
    say = names.say
    decisions = [task for task in names.scenario.tasks.values() if task.kind in ("level", "choice")]
    if decisions:
        yield Heading(say("handbook.decisions"))
    for task in decisions:
        yield Heading(say("doc.item", label=names.first(task.post), value=task.title), 3)
        if task.right is not None:
            yield Paragraph(say("handbook.right_level", level=names.level(task.right), why=task.why))
            yield levels_table(names.chart.levels, say, task.right)
        else:
            yield Paragraph(names.text(task.why))
            yield options_table(names, tuple(task.options.values()))


def options_table(names: Names, options: Sequence[Option | Course]) -> Table:
    """The answers to choose from, which are right, and why the others are not."""
    say = names.say
    rows = tuple((_mark(names, each.right), names.text(each.text), names.text(each.why)) for each in options)
    strong = frozenset(number for number, each in enumerate(options) if each.right)
    header = (say("handbook.right"), say("handbook.option"), say("handbook.why"))
    return Table(header, rows, ("center", "left", "left"), (1, 6, 6), strong=strong)


def _mark(names: Names, right: bool) -> str:
    return names.say("handbook.mark.right" if right else "handbook.mark.wrong")


def _messages(names: Names) -> Iterator[Block]:
    say = names.say
    yield Heading(say("handbook.messages"))
    yield Paragraph(say("handbook.messages.about"), "note")
    rows = tuple(
        (names.text(message.title), say(MESSAGE[message.kind]), "\n".join(map(names.item, message.items)))
        for message in names.scenario.messages.values()
    )
    header = (say("handbook.message"), say("doc.kind"), say("handbook.items"))
    yield Table(header, rows, ("left", "left", "left"), (3, 1, 7))


def _counts(names: Names) -> Iterator[Block]:
    say, counts = names.say, names.scenario.counts
    if counts:
        posts = dict.fromkeys(post for ref in counts.sources for post in names.chart.resolve(ref))
        values = {post: counts.values.get(post, counts.default) for post in posts}
        told = {
            "label": counts.label,
            "collector": names.first(counts.collector),
            "message": names.message(counts.after),
        }
        yield Heading(say("handbook.counts"))
        yield Paragraph(say("handbook.counts.about", **told, span=names.span(counts.within_min), why=counts.why))
        rows = [(names.post(post), str(value)) for post, value in values.items()]
        rows.append((say("incident.total"), str(sum(values.values()))))
        header = (say("doc.post"), names.text(counts.label))
        yield Table(header, tuple(rows), ("left", "right"), (3, 1), strong=frozenset({len(rows) - 1}))


def _clocks(names: Names) -> Iterator[Block]:
    say = names.say
    rows = tuple(
        (
            names.text(clock.title),
            trigger_words(clock.starts, names),
            names.span(clock.due_h * 60),
            condition_words(clock.stops, names) if clock.stops else "",
            say("handbook.assumption") if clock.source == "assumption" else clock.source,
        )
        for clock in names.scenario.clocks.values()
    )
    if rows:
        yield Heading(say("handbook.clocks"))
        header = say.each("handbook.clock.title", "handbook.clock.starts", "handbook.clock.due", "handbook.clock.met")
        yield Table((*header, say("record.source")), rows, ("left", "left", "right"), (4, 4, 2, 4, 3))


def _contacts(names: Names) -> Iterator[Block]:
    """The contacts that matter here, with the reason shown afterwards."""
    say = names.say
    rows = tuple(
        (
            names.post(each.caller),
            names.post(each.target),
            names.within(each.deadline_min) or say("msel.by_chart"),
            names.text(each.why),
        )
        for each in names.scenario.contacts
    )
    if rows:
        yield Heading(say("handbook.contacts"))
        header = (say("doc.caller"), say("doc.target"), say("record.due"), say("handbook.why"))
        yield Table(header, rows, ("left", "left", "left", "left"), (3, 3, 2, 6))


def _quiz(names: Names) -> Iterator[Block]:
    say, questions = names.say, names.scenario.quiz.values()
    if questions:
        yield Heading(say("handbook.quiz"))
        rows = tuple(
            (
                str(number),
                names.text(question.text),
                "\n".join(f"{_mark(names, each.right)} {names.text(each.text)}" for each in question.answers),
                names.text(question.why),
            )
            for number, question in enumerate(questions, start=1)
        )
        header = say.each("lessons.id", "test.paper.asked", "handbook.answers", "handbook.why")
        yield Table(header, rows, ("right", "left", "left", "left"), (1, 5, 6, 5))
