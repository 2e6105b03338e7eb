"""The part of the handbook that is read during the drill: every inject, what to watch for, what holding it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drill.model.scenario import Inject
from drill.report.blocks import Block, Heading, Table
from drill.report.causes import causes, rests_on
from drill.report.condition_words import trigger_words
from drill.report.naming import Names
from drill.text.catalogue import Catalogue
from drill.text.choices import HANDBOOK_WITHOUT, INJECT


def injects(names: Names) -> Iterator[Block]:
    """A heading and a table for each inject, in the order of the MSEL sheet."""
    say, leads_to = names.say, causes(names.scenario)
    yield Heading(say("msel.injects"))
    for name, inject in names.scenario.injects.items():
        yield Heading(say("handbook.inject", number=names.inject_number(name), sender=names.text(inject.sender)), 3)
        tasks = [task for task, cause in leads_to.items() if cause == name]
        rows = {
            "msel.trigger": trigger_words(inject.opens, names),
            "msel.to": say("noted", text=names.posts(inject.to), note=say(INJECT[inject.channel])),
            "handbook.inject.content": names.text(inject.text).strip(),
            "handbook.inject.gives": "\n".join(_gives(names, inject)),
            "handbook.inject.watch": "\n".join(_watch(names, inject, tasks)),
            "handbook.inject.held": "\n".join(_held(names, name)),
        }
        yield told(rows, 5, say)


def told(rows: Mapping[str, str], wide: int, say: Catalogue) -> Table:
    """What there is to say under each code, in a column so many times as wide as that of the codes."""
    said = tuple((say(code), text) for code, text in rows.items() if text)
    return Table(say.each("handbook.what", "minutes.value"), said, widths=(1, wide))


def _gives(names: Names, inject: Inject) -> Iterator[str]:
    """The message and its items, as the receiver has to tell them."""
    message = names.scenario.messages.get(inject.gives or "")
    if message:
        yield names.text(message.title)
        for item in inject.items or message.items:
            yield names.item(item)


def _watch(names: Names, inject: Inject, tasks: list[str]) -> Iterator[str]:
    if not inject.gives and not tasks:
        yield names.say("handbook.nothing_expected")
    if inject.gives:
        yield names.say("msel.pass_on", message=names.message(inject.gives))
    for name in tasks:
        task = names.scenario.tasks[name]
        code = "handbook.expected" if task.expected else "handbook.temptation"
        when = names.within(task.within_min) or names.say("handbook.no_deadline")
        yield names.say(code, post=names.first(task.post), task=task.title, deadline=when)


def _held(names: Names, inject: str) -> Iterator[str]:
    """What does not come about while the inject is held, or if its condition never holds."""
    found = rests_on(names.scenario, inject)
    for section, name in found:
        called = names.inject(name) if section == "injects" else getattr(names.scenario, section)[name].title
        yield names.say(HANDBOOK_WITHOUT[section], name=called)
    if not found:
        yield names.say("handbook.without.nothing")
