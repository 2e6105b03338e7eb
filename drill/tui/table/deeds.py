"""What the facilitator does in a meeting: each deed sends commands at once, or asks for something first.

A deed that asks is a coroutine; the application lets one of them run at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial

from drill.exercise.table import commands as c
from drill.exercise.table.rules import LONGEST
from drill.tui.kit.ask import Ask
from drill.tui.kit.page import Page
from drill.tui.kit.pick import Answer, Pick
from drill.tui.table.chair import Chair
from drill.tui.table.text import help_text

Asking = Coroutine[object, object, None]
_TOLD = 5
"""More open things than this are counted only: the dialog has to fit."""


def here(chair: Chair) -> None:
    """Whoever the member's seat waits for is here."""
    if chair.order(c.Seat(chair.room.post)):
        chair.room.look_on()


def absent(chair: Chair) -> None:
    """They are not."""
    chair.order(c.MarkAbsent(chair.room.post))


async def arrive(chair: Chair) -> None:
    """Somebody who was marked absent is here after all; who, if there are several."""
    room, say, post = chair.room, chair.say, chair.room.post
    late = room.state.late(post)
    person: str | None = late[0]
    if len(late) > 1:
        asked = say("meet.ask.arrive", post=room.state.setup.chart.posts[post].name)
        answers = [Answer(each, room.name(each).get(say.language)) for each in late]
        person = await chair.ask(Pick(say, say("meet.title.arrive"), asked, answers))
    if person and chair.order(c.Arrive(post, person)):
        room.look_on()


async def name(chair: Chair) -> None:
    """The room says who stands in: everybody inside who may be here is on the list, so that it gives nothing away."""
    room, say = chair.room, chair.say
    people = sorted(
        (each for each in room.state.setup.known_people if each not in room.state.missing),
        key=lambda each: room.name(each).get(say.language),
    )
    answers = [Answer("", say("meeting.nobody_knows")), *(Answer(p, room.name(p).get(say.language)) for p in people)]
    post = room.state.setup.chart.posts[room.post].name
    taken = await chair.ask(Pick(say, say("meet.title.name"), say("meet.ask.name", post=post), answers))
    if taken is not None:
        chair.order(c.NameDeputy(room.post, taken or None))


def role_right(chair: Chair) -> None:
    """The member has said the role right."""
    _said(chair, right=True)


def role_wrong(chair: Chair) -> None:
    """The member has not."""
    _said(chair, right=False)


def _said(chair: Chair, *, right: bool) -> None:
    """On to the next member; of one who did not know, the card is shown first."""
    room, post = chair.room, chair.room.post
    if chair.order(c.SayRole(post, right)):
        if right:
            room.look_on()
        else:
            room.cards.add(post)


def card(chair: Chair) -> None:
    """Show or cover the member's role."""
    chair.room.cards ^= {chair.room.post}


async def decide(chair: Chair) -> None:
    """Which decision, if there are several; then an option, or the room's own words."""
    state, say = chair.room.state, chair.say
    assert state.stage
    decisions = state.setup.meeting.stages[state.stage].decisions
    wanted: str | None = next(iter(decisions))
    if len(decisions) > 1:
        taken = {decision for stage, decision in state.decisions if stage == state.stage}
        answers = [
            Answer(each, f"{'[x]' if each in taken else '[ ]'} {entry.text.get(say.language)}")
            for each, entry in decisions.items()
        ]
        first = next((place for place, each in enumerate(decisions) if each not in taken), 0)
        wanted = await chair.ask(Pick(say, say("meet.title.decide"), say("meet.ask.which"), answers, at=first))
    if wanted is None:
        return
    question = decisions[wanted].text.get(say.language)
    if decisions[wanted].options:
        options = [Answer(each, entry.text.get(say.language)) for each, entry in decisions[wanted].options.items()]
        option = await chair.ask(Pick(say, say("meet.title.decide"), question, options))
        if option and chair.order(c.Decide(wanted, option)):
            chair.scroll(end=True)
    else:
        await _typed(chair, "decide", question, partial(c.Decide, wanted, None))
        chair.scroll(end=True)


def hold(chair: Chair) -> None:
    """Let the clock of the stage stand, or run again."""
    clock = chair.room.state.clock
    chair.order(c.HoldClock() if clock and clock.held_since is None else c.ReleaseClock())


def real(chair: Chair) -> None:
    """Show what the real case had done by now."""
    chair.order(c.ShowRealCase())
    chair.scroll(end=True)


def members(chair: Chair) -> None:
    """Look at the members, or back at the stage."""
    chair.room.at_table = not chair.room.at_table


def go_on(chair: Chair) -> Asking | None:
    """The next part; what is still open is said first."""
    if left := open_things(chair):
        return _on_if_sure(chair, left)
    _on(chair)
    return None


async def _on_if_sure(chair: Chair, left: list[str]) -> None:
    if len(left) > _TOLD:
        left = [*left[:_TOLD], chair.say("meet.more", count=len(left) - _TOLD)]
    answers = [Answer(each, chair.say(f"meet.sure.{each}")) for each in ("stay", "go")]
    question = chair.say("meet.ask.on", things=tuple(left))
    if await chair.ask(Pick(chair.say, chair.say("meet.title.on"), question, answers)) == "go":
        _on(chair)


def _on(chair: Chair) -> None:
    room = chair.room
    match room.state.phase:
        case "convening":
            if chair.order(c.BeginRoles()):
                room.at = 0
                room.look_on()
        case "hot_wash":
            chair.order(c.Close())
        case _:
            chair.order(c.GoOn())
            chair.scroll(end=False)


def open_things(chair: Chair) -> list[str]:
    """What has not been done in this part."""
    state, say = chair.room.state, chair.say
    setup, language = state.setup, chair.say.language
    match state.phase:
        case "convening":
            open_ = [post for post in setup.members if post not in state.seats and state.due(post)]
            return [setup.chart.posts[post].name.get(language) for post in open_]
        case "roles":
            unsaid = [post for post in state.seats if post not in state.roles]
            return [setup.chart.posts[post].name.get(language) for post in unsaid]
        case "stage":
            decisions = setup.meeting.stages[state.stage or ""].decisions
            open_ = [name for name in decisions if (state.stage, name) not in state.decisions]
            return [decisions[name].text.get(language) for name in open_]
        case _:
            answered = {each.question for each in state.remarks}
            count = len(setup.meeting.hot_wash)
            return [say("meet.question", number=n + 1) for n in range(count) if n not in answered]


async def remark(chair: Chair, number: int) -> None:
    """An answer to a question of the hot wash."""
    questions = chair.room.state.setup.meeting.hot_wash
    if chair.room.state.phase == "hot_wash" and number < len(questions):
        await _typed(chair, "hot_wash", questions[number].get(chair.say.language), partial(c.Remark, number))


async def _typed(chair: Chair, title: str, question: str, command: Callable[[str], c.AnyCommand]) -> None:
    """The room's own words; where they could not be taken they are still there to be tried again."""
    text: str | None = ""
    while text is not None:
        dialog = Ask(chair.say, chair.say(f"meet.title.{title}"), question, value=text, limit=LONGEST)
        text = await chair.ask(dialog)
        if text and chair.order(command(text)):
            return


async def help_page(chair: Chair) -> None:
    """All keys and signs."""
    await chair.ask(Page(chair.say, chair.say("meet.title.help"), partial(help_text, chair.say)))


DEEDS: dict[str, Callable[[Chair], Asking | None]] = {
    "here": here,
    "absent": absent,
    "arrive": arrive,
    "name": name,
    "card": card,
    "right": role_right,
    "wrong": role_wrong,
    "decide": decide,
    "hold": hold,
    "real": real,
    "members": members,
    "on": go_on,
    "help": help_page,
}
