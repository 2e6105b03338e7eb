"""What the facilitator does in a meeting: each deed sends commands at once, or asks for something first."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import NamedTuple

from textual.content import Content

from drill.exercise.table import commands as c
from drill.exercise.table.rules import LONGEST
from drill.exercise.table.views import DecisionView
from drill.text.catalogue import Catalogue
from drill.text.choices import MEET_HELP
from drill.tui.kit.ask import Ask
from drill.tui.kit.lines import Painted, hang, paint
from drill.tui.kit.page import Page
from drill.tui.kit.pick import Pick, Pickable, offered
from drill.tui.table.chair import Chair

Doing = Callable[[Chair], Coroutine[object, object, None]]
_TOLD = 5
"""More open things than this are counted only: the dialog has to fit."""


async def here(chair: Chair) -> None:
    """Whoever the member's seat waits for is here."""
    if await chair.order(c.TakeSeat(chair.room.member.post)):
        chair.room.look_on()


async def absent(chair: Chair) -> None:
    """They are not."""
    await chair.order(c.MarkAbsent(chair.room.member.post))


async def arrive(chair: Chair) -> None:
    """Somebody who was marked absent is here after all; who, if there are several."""
    room, say, member = chair.room, chair.say, chair.room.member
    person: str | None = member.late[0].person
    if len(member.late) > 1:
        answers = [Pickable(each.person, each.name.get(say.language)) for each in member.late]
        asked = say("meet.ask.arrive", post=member.name)
        person = await chair.ask(Pick(say, say("meet.title.arrive"), asked, answers))
    if person and await chair.order(c.Arrive(member.post, person)):
        room.look_on()


async def name(chair: Chair) -> None:
    """The room says who stands in."""
    say, member = chair.say, chair.room.member
    people = [Pickable(each.person, each.name.get(say.language)) for each in await chair.seat.people()]
    answers = [Pickable("", say("meeting.nobody_knows")), *sorted(people, key=lambda answer: answer.text)]
    taken = await chair.ask(Pick(say, say("meet.title.name"), say("meet.ask.name", post=member.name), answers))
    if taken is not None:
        await chair.order(c.NameDeputy(member.post, taken or None))


async def role_right(chair: Chair) -> None:
    """The member has said the role right: on to the next one."""
    if await chair.order(c.SayRole(chair.room.member.post, right=True)):
        chair.room.look_on()


async def role_wrong(chair: Chair) -> None:
    """The member has not: the card is shown first."""
    if await chair.order(c.SayRole(chair.room.member.post, right=False)):
        await _show_card(chair)


async def card(chair: Chair) -> None:
    """Show or cover the member's role."""
    if chair.room.cards.pop(chair.room.member.post, None) is None:
        await _show_card(chair)


async def _show_card(chair: Chair) -> None:
    post = chair.room.member.post
    if found := await chair.seat.role(post):
        chair.room.cards[post] = found


async def decide(chair: Chair) -> None:
    """Which decision, if there are several; then an option, or the room's own words."""
    say, stage = chair.say, chair.room.view.stage
    assert stage
    wanted: DecisionView | None = stage.decisions[0]
    if len(stage.decisions) > 1:
        answers = [
            Pickable(each, f"{'[x]' if each.taken else '[ ]'} {each.text.get(say.language)}")
            for each in stage.decisions
        ]
        first = next((number for number, each in enumerate(stage.decisions) if each.taken is None), 0)
        wanted = await chair.ask(Pick(say, say("meet.title.decide"), say("meet.ask.which"), answers, at=first))
    if wanted is None:
        return
    question = wanted.text.get(say.language)
    if wanted.options:
        options = [Pickable(each.option, each.text.get(say.language)) for each in wanted.options]
        option = await chair.ask(Pick(say, say("meet.title.decide"), question, options))
        if not option or not await chair.order(c.Decide(wanted.decision, option)):
            return
    else:
        await _typed(chair, "meet.title.decide", question, partial(c.Decide, wanted.decision, None))
    chair.room.scroll = "end"


async def hold(chair: Chair) -> None:
    """Let the clock of the stage stand, or run again."""
    stage = chair.room.view.stage
    await chair.order(c.ReleaseClock() if stage and stage.held else c.HoldClock())


async def real(chair: Chair) -> None:
    """Show what the real case had done by now."""
    await chair.order(c.ShowRealCase())
    chair.room.scroll = "end"


async def members(chair: Chair) -> None:
    """Look at the members, or back at the stage."""
    chair.room.at_table = not chair.room.at_table


async def go_on(chair: Chair) -> None:
    """The next part; what is still open is said first."""
    room, say, left = chair.room, chair.say, open_things(chair)
    if left:
        if len(left) > _TOLD:
            left = [*left[:_TOLD], say("year.roster.more", count=len(left) - _TOLD)]
        answers, question = offered(say, "meet.sure.stay", "meet.sure.go"), say("meet.ask.on", things=tuple(left))
        if await chair.ask(Pick(say, say("meet.title.on"), question, answers)) != "go":
            return
    match room.view.phase:
        case "convening":
            if await chair.order(c.BeginRoles()):
                room.at = 0
                room.look_on()
        case "hot_wash":
            await chair.order(c.Close())
        case _:
            await chair.order(c.GoOn())
            room.scroll = "home"


def open_things(chair: Chair) -> list[str]:
    """What has not been done in this part."""
    view, say = chair.room.view, chair.say
    if view.stage:
        return [each.text.get(say.language) for each in view.stage.decisions if each.taken is None]
    match view.phase:
        case "convening":
            left = [member for member in view.members if member.waited_for]
        case "roles":
            left = [member for member in view.members if member.seated and member.said is None]
        case _:
            return [say("meet.question", number=n) for n, each in enumerate(view.hot_wash, start=1) if not each.answers]
    return [member.name.get(say.language) for member in left]


async def remark(chair: Chair, number: int) -> None:
    """An answer to a question of the hot wash."""
    view = chair.room.view
    if view.phase == "hot_wash" and number < len(view.hot_wash):
        question = view.hot_wash[number].text.get(chair.say.language)
        await _typed(chair, "meet.title.hot_wash", question, partial(c.Remark, number))


async def _typed(chair: Chair, title: str, question: str, command: Callable[[str], c.AnyCommand]) -> None:
    """The room's own words; where they could not be taken they are still there to be tried again."""
    text: str | None = ""
    while text is not None:
        dialog = Ask(chair.say, chair.say(title), question, value=text, limit=LONGEST)
        text = await chair.ask(dialog)
        if text and await chair.order(command(text)):
            return


async def help_page(chair: Chair) -> None:
    """All keys and signs."""
    await chair.ask(Page(chair.say, chair.say("meet.title.help"), partial(_help_text, chair.say)))


_SHOWN = {"right": "y n", "remark": "1-9", "on": "Enter", "page": "PgUp", "theme": "F3"}
"""How help writes keys that are more than one, or no deed's."""


def _help_text(say: Catalogue, width: int) -> Content:
    """What a meeting is, every key, every sign."""
    lines: list[Painted] = [*hang(say("meet.help.how"), width), ""]
    for name, code in MEET_HELP.items():
        lines += hang(say(code), width, f"{_SHOWN.get(name) or DEEDS[name].key:<7}")
    return paint([*lines, "", *hang(say("meet.legend"), width)])


def _always(_chair: Chair) -> bool:
    return True


class Deed(NamedTuple):
    """Its key, what it does (None: the application does it), and whether it asks for something first."""

    key: str
    do: Doing | None
    asks: Callable[[Chair], object] = lambda _chair: False


DEEDS = {
    "here": Deed("h", here),
    "absent": Deed("a", absent),
    "arrive": Deed("b", arrive, _always),
    "name": Deed("d", name, _always),
    "card": Deed("v", card),
    "right": Deed("y", role_right),
    "wrong": Deed("n", role_wrong),
    "decide": Deed("d", decide, _always),
    "hold": Deed("h", hold),
    "real": Deed("r", real),
    "members": Deed("m", members),
    "on": Deed("enter", go_on, open_things),
    "pause": Deed("p", None),
    "help": Deed("?", help_page, _always),
    "quit": Deed("q", None),
}
"""Two deeds that share a key are never possible at the same time."""
