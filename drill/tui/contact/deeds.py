"""What the keys of a participant do, each a short conversation of dialogs that ends in a command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from drill.exercise.contact import commands as c
from drill.exercise.contact.views import Todo
from drill.tui.contact.card import whole_card
from drill.tui.contact.deeds_contact import call, instruct, mail, whose
from drill.tui.contact.feed import item_text
from drill.tui.contact.helptext import help_text
from drill.tui.contact.level import LevelDialog
from drill.tui.contact.player import Player
from drill.tui.contact.tasks import in_order, task_title
from drill.tui.kit.ask import Ask
from drill.tui.kit.lines import Painted, hang, paint
from drill.tui.kit.page import Page
from drill.tui.kit.pick import Pick, Pickable


async def acknowledge(player: Player) -> None:
    """The oldest thing that has come in; a mail is then opened."""
    say = player.say
    todo = next((t for t in in_order(player.view) if t.kind in ("inject", "mail")), None)
    if todo is None:
        return
    if todo.kind == "inject":
        if await player.order(c.TakeInject(todo.post, todo.ref)):
            player.tell(say("tui.acknowledged"))
        return
    if await player.order(c.TakeMail(todo.post, todo.mail)):
        lines: list[Painted] = []
        for message in (m for m in player.view.messages if (m.post, m.message) == (todo.post, todo.ref)):
            lines.append((message.title.get(say.language), "bold"))
            for item in message.items:
                lines += hang(item_text(item, say), 68, "- ")
        await player.ask(Page(say, say("tui.mail.from", sender=todo.title), lambda _width: paint(lines)))


async def level(player: Player) -> None:
    """Judge the level."""
    todo = await _one(player, [t for t in in_order(player.view) if t.kind == "level"])
    if todo is None:
        return
    judged = await player.ask(LevelDialog(player.say, todo.title.get(player.say.language), todo.levels))
    if judged:
        await player.order(c.JudgeLevel(todo.post, todo.ref, *judged))


async def decide(player: Player) -> None:
    """Answer a question, or carry out an action."""
    say, language = player.say, player.say.language
    questions = [t for t in in_order(player.view) if t.kind == "choice"]
    actions = [(t.post, a) for t in in_order(player.view) if t.kind == "actions" for a in t.choices]
    answers: list[Pickable[Todo | c.DoAction]] = [
        Pickable(t, say("tui.decide.question", title=t.title)) for t in questions
    ]
    answers += [
        Pickable(c.DoAction(post, a.ref), whose(player, post, say("tui.decide.action", title=a.text)))
        for post, a in actions
    ]
    wanted: Todo | c.DoAction | None = questions[0] if questions else None
    if len(answers) != 1 or actions:
        wanted = await player.ask(Pick(say, say("tui.act.decide"), say("tui.decide.which"), answers))
    if isinstance(wanted, c.DoAction):
        await player.order(wanted)
    elif wanted:
        ways = [Pickable(choice.ref, choice.text.get(language)) for choice in wanted.choices]
        option = await player.ask(Pick(say, say("tui.decide.title"), wanted.title.get(language), ways))
        if option is not None:
            await player.order(c.ChooseOption(wanted.post, wanted.ref, option))


async def convene(player: Player) -> None:
    """Call a meeting together; telephoning its members comes after that."""
    say, duties = player.say, player.seat.chart.duties
    answers = [
        Pickable(c.ConveneMeeting(post, duty), whose(player, post, duties[duty].name.get(say.language)))
        for post, duty in player.view.convenable
    ]
    found = await player.ask(Pick(say, say("tui.act.convene"), say("tui.convene.which"), answers))
    if found and await player.order(found):
        player.tell(say("tui.convene.now_call"))


async def count(player: Player) -> None:
    """Put down this post's own number."""
    say = player.say
    todo = await _one(player, [t for t in player.view.todo if t.kind == "count"])
    if todo is not None:
        question = say("tui.count.question", title=todo.title, number=todo.own or 0)
        number = await player.ask(Ask(say, say("tui.act.count"), question, number=True))
        if number and await player.order(c.EnterCount(todo.post, int(number))):
            player.tell(say("tui.count.now_report"))


async def total(player: Player) -> None:
    """Add up what the others have reported."""
    say = player.say
    todo = await _one(player, [t for t in player.view.todo if t.kind == "total"])
    if todo is None:
        return
    reports = (f"{name.get(say.language)} {value}" for name, value in todo.reports)
    listed = say("tui.join").join(reports) or say("none")
    question = say("tui.total.question", title=todo.title, done=todo.done, total=todo.total, listed=listed)
    number = await player.ask(Ask(say, say("tui.act.total"), question, number=True))
    if number:
        await player.order(c.TotalCounts(todo.post, int(number)))


async def record(player: Player) -> None:
    """Write down what happened."""
    say = player.say
    text = await player.ask(Ask(say, say("tui.act.record"), say("tui.record.question")))
    if text:
        await player.order(c.KeepNote(player.post, text))


async def brief(player: Player) -> None:
    """Read the whole role card."""
    say, view, chart, post = player.say, player.view, player.seat.chart, player.post
    await player.ask(Page(say, say("tui.act.brief"), lambda width: whole_card(view, post, chart, say, width)))


async def show_help(player: Player) -> None:
    """Every key and every symbol."""
    say = player.say
    await player.ask(Page(say, say("tui.act.help"), lambda width: help_text(say, width)))


async def _one(player: Player, todo: list[Todo]) -> Todo | None:
    """The only one, or the one picked."""
    if len(todo) < 2:
        return todo[0] if todo else None
    say = player.say
    answers = [Pickable(t, whose(player, t.post, task_title(t, say))) for t in todo]
    return await player.ask(Pick(say, say("tui.which"), "", answers))


DEEDS: dict[str, Callable[[Player], Awaitable[None]]] = {
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
