"""What the keys of a participant do, each a short conversation of dialogs that ends in a command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from drill.exercise.contact import commands as c
from drill.exercise.contact.views import Todo, View
from drill.tui.contact.card import whole_card
from drill.tui.contact.deeds_contact import call, instruct, mail
from drill.tui.contact.helptext import help_text
from drill.tui.contact.level import LevelDialog
from drill.tui.contact.tasks import in_order, task_title
from drill.tui.kit.ask import Ask
from drill.tui.kit.lines import hang, paint
from drill.tui.kit.page import Page
from drill.tui.kit.pick import Answer, Pick

if TYPE_CHECKING:
    from drill.tui.contact.app import DrillApp


async def acknowledge(app: DrillApp) -> None:
    """The oldest thing that has come in; a mail is then opened."""
    say = app.say
    todo = next((t for t in in_order(app.view) if t.kind in ("inject", "mail")), None)
    if todo is None:
        return
    if todo.kind == "inject":
        if app.order(c.TakeInject(todo.post, todo.ref)):
            app.tell(say("tui.acknowledged"))
        return
    before = {(m.post, m.message): m for m in app.view.messages}
    if app.order(c.TakeMail(todo.post, int(todo.ref))):
        news = [m for m in app.view.messages if before.get((m.post, m.message)) != m and m.post == todo.post]
        lines: list[tuple[str, str] | str] = []
        for message in news:
            lines.append((message.title.get(say.language), "bold"))
            for item in message.items:
                value = item.value.get(say.language) if item.value else say("tui.item.unsure")
                lines += hang(say("tui.item", label=item.label, value=value), 68, "- ")
        await app.push_screen_wait(Page(say, say("tui.mail.from", sender=todo.title), lambda _width: paint(lines)))


async def level(app: DrillApp) -> None:
    """Judge the level."""
    todo = await _one(app, [t for t in in_order(app.view) if t.kind == "level"])
    if todo is None:
        return
    judged = await app.push_screen_wait(LevelDialog(app.say, todo.title.get(app.say.language), todo.choices))
    if judged:
        app.order(c.JudgeLevel(todo.post, todo.ref, *judged))


async def decide(app: DrillApp) -> None:
    """Answer a question, or carry out an action."""
    say, language = app.say, app.say.language
    questions = [t for t in in_order(app.view) if t.kind == "choice"]
    actions = [(t.post, a) for t in in_order(app.view) if t.kind == "actions" for a in t.choices]
    answers = [Answer(f"q{i}", say("tui.decide.question", title=t.title)) for i, t in enumerate(questions)]
    answers += [
        Answer(f"a{i}", _whose(app, post, say("tui.decide.action", title=a.text)))
        for i, (post, a) in enumerate(actions)
    ]
    ref: str | None = "q0"
    if len(answers) != 1 or actions:
        ref = await app.push_screen_wait(Pick(say, say("tui.act.decide"), say("tui.decide.which"), answers))
    if ref is None:
        return
    place = int(ref[1:])
    if ref[0] == "a":
        app.order(c.DoAction(actions[place][0], actions[place][1].ref))
        return
    todo = questions[place]
    ways = [Answer(choice.ref, choice.text.get(language)) for choice in todo.choices]
    option = await app.push_screen_wait(Pick(say, say("tui.decide.title"), todo.title.get(language), ways))
    if option is not None:
        app.order(c.ChooseOption(todo.post, todo.ref, option))


async def convene(app: DrillApp) -> None:
    """Call a meeting together; telephoning its members comes after that."""
    say, duties = app.say, app.gateway.chart.duties
    answers = [
        Answer(f"{post}|{duty}", _whose(app, post, duties[duty].name.get(say.language)))
        for post, duty in app.view.convenable
    ]
    found = await app.push_screen_wait(Pick(say, say("tui.act.convene"), say("tui.convene.which"), answers))
    if found:
        post, duty = found.split("|")
        if app.order(c.ConveneMeeting(post, duty)):
            app.tell(say("tui.convene.now_call"))


async def count(app: DrillApp) -> None:
    """Put down this post's own number."""
    say = app.say
    todo = await _one(app, [t for t in app.view.todo if t.kind == "count"])
    if todo is not None:
        question = say("tui.count.question", title=todo.title, number=todo.own or 0)
        number = await app.push_screen_wait(Ask(say, say("tui.act.count"), question, number=True))
        if number and app.order(c.EnterCount(todo.post, int(number))):
            app.tell(say("tui.count.now_report"))


async def total(app: DrillApp) -> None:
    """Add up what the others have reported."""
    say = app.say
    todo = await _one(app, [t for t in app.view.todo if t.kind == "total"])
    if todo is None:
        return
    reports = (f"{name.get(say.language)} {value}" for name, value in todo.reports)
    listed = say("tui.join").join(reports) or say("none")
    question = say("tui.total.question", title=todo.title, done=todo.done, total=todo.total, listed=listed)
    number = await app.push_screen_wait(Ask(say, say("tui.act.total"), question, number=True))
    if number:
        app.order(c.TotalCounts(todo.post, int(number)))


async def record(app: DrillApp) -> None:
    """Write down what happened."""
    say = app.say
    text = await app.push_screen_wait(Ask(say, say("tui.act.record"), say("tui.record.question")))
    if text:
        app.order(c.KeepNote(app.post, text))


async def brief(app: DrillApp) -> None:
    """Read the whole role card."""
    say, view, chart, post = app.say, app.view, app.gateway.chart, app.post
    await app.push_screen_wait(Page(say, say("tui.act.brief"), lambda width: whole_card(view, post, chart, say, width)))


async def show_help(app: DrillApp) -> None:
    """Every key and every symbol."""
    say = app.say
    await app.push_screen_wait(Page(say, say("tui.act.help"), lambda width: help_text(say, width)))


async def _one(app: DrillApp, todo: list[Todo]) -> Todo | None:
    """The only one, or the one picked."""
    if len(todo) < 2:
        return todo[0] if todo else None
    say = app.say
    answers = [Answer(str(i), _whose(app, t.post, task_title(t, say))) for i, t in enumerate(todo)]
    ref = await app.push_screen_wait(Pick(say, say("tui.which"), "", answers))
    return None if ref is None else todo[int(ref)]


def _whose(app: DrillApp, post: str, text: str) -> str:
    """The text, with the post's name before it where several are played."""
    view: View = app.view
    if len(view.posts) == 1:
        return text
    return f"{app.gateway.chart.posts[post].name.get(app.say.language)}: {text}"


DEEDS: dict[str, Callable[[DrillApp], Awaitable[None]]] = {
    "acknowledge": acknowledge,
    "call": call,
    "instruct": instruct,
    "mail": mail,
    "level": level,
    "decide": decide,
    "convene": convene,
    "count": count,
    "total": total,
    "record": record,
    "brief": brief,
    "help": show_help,
}
