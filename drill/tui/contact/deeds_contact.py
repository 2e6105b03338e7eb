"""Choosing whom to tell: by telephone one at a time, in writing many at once. What is owed comes first."""

from __future__ import annotations

from typing import Literal

from drill.exercise.contact import commands as c
from drill.exercise.contact.state import ContactKey
from drill.exercise.contact.views import ContactView, Todo
from drill.model.basics import ContactKind, Text
from drill.text.choices import KIND, TUI_KNOWN
from drill.tui.contact.call import CallDialog
from drill.tui.contact.feed import item_text
from drill.tui.contact.player import Player
from drill.tui.contact.tasks import in_order
from drill.tui.kit.pick import Pick, Pickable, offered
from drill.tui.kit.tick import Tick

Topic = tuple[str, str]
"""One of my posts, and a message it knows."""
Other = Literal["other"]
KINDS: tuple[ContactKind, ...] = ("report", "instruct", "consult", "liaise")


async def call(player: Player) -> None:
    """Telephone somebody."""
    await _call(player, "tui.act.call", KINDS)


async def instruct(player: Player) -> None:
    """Telephone somebody to instruct or consult."""
    await _call(player, "tui.act.instruct", ("instruct", "consult"))


async def _call(player: Player, title: str, kinds: tuple[ContactKind, ...]) -> None:
    say = player.say
    rows = [s for t in in_order(player.view) for s in t.sheet if s.key.kind in kinds and s.known != "acknowledged"]
    answers: list[Pickable[ContactView | Other]] = [Pickable(sheet, _row(player, sheet)) for sheet in rows]
    answers.append(Pickable("other", say("tui.call.other")))
    question = say("tui.call.whom" if rows else "tui.call.nobody_owed")
    row = await player.ask(Pick(say, say(title), question, answers))
    if row is None or (row != "other" and await _stood_in(player, row)):
        return
    key = await _other(player, kinds) if row == "other" else row.key
    if key:
        name = player.seat.chart.posts[key.target].name.get(say.language)
        about = next(m.title for m in player.view.messages if (m.post, m.message) == (key.caller, key.message))
        await player.ask(CallDialog(player, key, name, about.get(say.language)))


async def _stood_in(player: Player, sheet: ContactView) -> bool:
    """Where the chart's next step is that I take the post over myself, offer it; whether I did, or thought better."""
    if sheet.person is None or sheet.channel is not None:
        return False
    say = player.say
    answers = offered(say, "tui.stand_in.take", "tui.stand_in.call", "tui.call.later")
    question = say("tui.stand_in.question", name=sheet.target)
    answer = await player.ask(Pick(say, say("tui.act.call"), question, answers))
    if answer == "take":
        key = sheet.key
        await player.order(c.StandIn(key.caller, key.target, key.message, key.kind))
    return answer != "call"


def _row(player: Player, sheet: ContactView) -> str:
    """As what and whom, and how far it has got."""
    say = player.say
    text = _contact(player, sheet.key.kind, sheet.target, (sheet.key.caller, sheet.key.message))
    text = whose(player, sheet.key.caller, text)
    if sheet.known == "unknown":
        return text
    state = say(TUI_KNOWN[sheet.known])
    if sheet.known != "sent" and sheet.tries > 1:
        state += " " + say("tui.tree.tries", number=sheet.tries)
    return say("noted", text=text, note=state)


def whose(player: Player, post: str, text: str) -> str:
    """The text, with the post's name before it where several are played."""
    if len(player.view.posts) == 1:
        return text
    return f"{player.seat.chart.posts[post].name.get(player.say.language)}: {text}"


def _contact(player: Player, kind: str, target: Text, topic: Topic) -> str:
    """Whom and as what; about what only where more than one message is known."""
    say, known = player.say, {m.message: m.title for m in player.view.messages}
    text = say("tui.task.contacts", kind=say(KIND[kind]), title=target)
    return text if len(known) == 1 else say("tui.call.about", contact=text, about=known[topic[1]])


async def _other(player: Player, kinds: tuple[ContactKind, ...]) -> ContactKey | None:
    """Any post of the chart, about anything I know."""
    say, chart = player.say, player.seat.chart
    topic = await _topic(player)
    if topic is None:
        return None
    caller, message = topic
    posts = [Pickable(post, p.name.get(say.language)) for post, p in chart.posts.items() if post != caller]
    target = await player.ask(Pick(say, say("tui.act.call"), say("tui.call.which_post"), posts))
    if target is None:
        return None
    answers = [Pickable(ContactKey(caller, target, message, kind), say(KIND[kind])) for kind in kinds]
    return await player.ask(Pick(say, say("tui.act.call"), say("tui.call.as_what"), answers))


async def _topic(player: Player) -> Topic | None:
    """What to speak about, and as which of my posts; the only one without asking."""
    say, known = player.say, player.view.messages
    if len(known) < 2:
        return (known[0].post, known[0].message) if known else None
    answers = [Pickable((m.post, m.message), whose(player, m.post, m.title.get(say.language))) for m in known]
    return await player.ask(Pick(say, say("tui.topic.title"), say("tui.topic.which"), answers))


async def mail(player: Player) -> None:
    """Write to one or many: what it is for, to whom, what it says."""
    say = player.say
    owed = [t for t in in_order(player.view) if t.kind == "contacts"]
    wanted: Todo | Other | None = "other"
    if owed:
        answers: list[Pickable[Todo | Other]] = [Pickable(t, _group(player, t)) for t in owed]
        answers.append(Pickable("other", say("tui.mail.other")))
        wanted = await player.ask(Pick(say, say("tui.act.mail"), say("tui.mail.what_for"), answers))
    if wanted is None:
        return
    kind: ContactKind = "liaise"
    if wanted == "other":
        topic = await _topic(player)
    else:
        key = wanted.sheet[0].key
        kind, topic = key.kind, (key.caller, key.message)
    if topic is None:
        return
    to = await _recipients(player, topic, () if wanted == "other" else wanted.sheet)
    items = await _items(player, topic) if to else None
    if to and items:
        await player.order(c.SendMessage(topic[0], to, "mail", topic[1], kind, items))
    elif to is not None and items is not None:
        player.tell(say("tui.mail.nothing"))


def _group(player: Player, todo: Todo) -> str:
    key = todo.sheet[0].key
    text = _contact(player, key.kind, todo.title, (key.caller, key.message))
    return f"{text}  {todo.done}/{todo.total}" if todo.total > 1 else text


async def _recipients(player: Player, topic: Topic, sheets: tuple[ContactView, ...]) -> tuple[str, ...] | None:
    """Those owed and not reached are ticked; every other post with a mailbox follows."""
    say, chart = player.say, player.seat.chart
    caller, _ = topic
    owed = {sheet.key.target: sheet for sheet in sheets}
    posts = [*owed, *(post for post in chart.posts if post not in owed and post != caller)]
    answers = []
    for post in posts:
        channels = (channel for person in chart.candidates(post) for channel in chart.persons[person].channels)
        if any(channel.kind == "mail" for channel in channels):
            name = chart.posts[post].name.get(say.language)
            known = owed[post].known if post in owed else "unknown"
            state = "" if known == "unknown" else say(TUI_KNOWN[known])
            answers.append(Pickable(post, say("noted", text=name, note=state) if state else name))
    ticked = [post for post, sheet in owed.items() if sheet.known in ("unknown", "trying", "message_only")]
    question = say("tui.mail.to", number=len(ticked))
    return await player.ask(Tick(say, say("tui.act.mail"), question, answers, ticked, done=say("tui.key.next")))


async def _items(player: Player, topic: Topic) -> tuple[str, ...] | None:
    """What the mail says; nothing is ticked beforehand."""
    say = player.say
    known = next(m for m in player.view.messages if (m.post, m.message) == topic)
    answers = [Pickable(item.item, item_text(item, say)) for item in known.items]
    question = say("tui.mail.says", title=known.title)
    return await player.ask(Tick(say, say("tui.act.mail"), question, answers, done=say("tui.key.send")))
