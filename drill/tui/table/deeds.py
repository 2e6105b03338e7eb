"""What the facilitator does in a meeting: each deed sends commands at once, or asks for something first.

A deed that asks is a coroutine; the application lets one of them run at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING

from drill.exercise.table import commands as c
from drill.exercise.table.rules import LONGEST
from drill.tui.kit.ask import Ask
from drill.tui.kit.page import Page
from drill.tui.kit.pick import Answer, Pick
from drill.tui.table.text import help_text

if TYPE_CHECKING:
    from drill.tui.table.app import MeetingApp

Asking = Coroutine[object, object, None]
_TOLD = 5
"""More open things than this are counted only: the dialog has to fit."""


def here(app: MeetingApp) -> None:
    """Whoever the member's seat waits for is here."""
    if app.order(c.Seat(app.room.post)):
        app.room.look_on()


def absent(app: MeetingApp) -> None:
    """They are not."""
    app.order(c.MarkAbsent(app.room.post))


async def arrive(app: MeetingApp) -> None:
    """Somebody who was marked absent is here after all; who, if there are several."""
    room, say, post = app.room, app.say, app.room.post
    late = room.state.late(post)
    person: str | None = late[0]
    if len(late) > 1:
        asked = say("meet.ask.arrive", post=room.state.setup.chart.posts[post].name)
        answers = [Answer(each, room.name(each).get(say.language)) for each in late]
        person = await app.push_screen_wait(Pick(say, say("meet.title.arrive"), asked, answers))
    if person and app.order(c.Arrive(post, person)):
        room.look_on()


async def name(app: MeetingApp) -> None:
    """The room says who stands in: everybody inside who may be here is on the list, so that it gives nothing away."""
    room, say = app.room, app.say
    people = sorted(
        (each for each in room.state.setup.known_people if each not in room.state.missing),
        key=lambda each: room.name(each).get(say.language),
    )
    answers = [Answer("", say("meeting.nobody_knows")), *(Answer(p, room.name(p).get(say.language)) for p in people)]
    post = room.state.setup.chart.posts[room.post].name
    taken = await app.push_screen_wait(Pick(say, say("meet.title.name"), say("meet.ask.name", post=post), answers))
    if taken is not None:
        app.order(c.NameDeputy(room.post, taken or None))


def role_right(app: MeetingApp) -> None:
    """The member has said the role right."""
    _said(app, right=True)


def role_wrong(app: MeetingApp) -> None:
    """The member has not."""
    _said(app, right=False)


def _said(app: MeetingApp, *, right: bool) -> None:
    """On to the next member; of one who did not know, the card is shown first."""
    room, post = app.room, app.room.post
    if app.order(c.SayRole(post, right)):
        if right:
            room.look_on()
        else:
            room.cards.add(post)


def card(app: MeetingApp) -> None:
    """Show or cover the member's role."""
    app.room.cards ^= {app.room.post}


async def decide(app: MeetingApp) -> None:
    """Which decision, if there are several; then an option, or the room's own words."""
    state, say = app.room.state, app.say
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
        wanted = await app.push_screen_wait(
            Pick(say, say("meet.title.decide"), say("meet.ask.which"), answers, at=first)
        )
    if wanted is None:
        return
    question = decisions[wanted].text.get(say.language)
    if decisions[wanted].options:
        options = [Answer(each, entry.text.get(say.language)) for each, entry in decisions[wanted].options.items()]
        option = await app.push_screen_wait(Pick(say, say("meet.title.decide"), question, options))
        if option and app.order(c.Decide(wanted, option)):
            app.to_end()
    else:
        await _typed(app, "decide", question, partial(c.Decide, wanted, None))
        app.to_end()


def hold(app: MeetingApp) -> None:
    """Let the clock of the stage stand, or run again."""
    clock = app.room.state.clock
    app.order(c.HoldClock() if clock and clock.held_since is None else c.ReleaseClock())


def real(app: MeetingApp) -> None:
    """Show what the real case had done by now."""
    app.order(c.ShowRealCase())
    app.to_end()


def members(app: MeetingApp) -> None:
    """Look at the members, or back at the stage."""
    app.room.at_table = not app.room.at_table


def go_on(app: MeetingApp) -> Asking | None:
    """The next part; what is still open is said first."""
    if left := open_things(app):
        return _on_if_sure(app, left)
    _on(app)
    return None


async def _on_if_sure(app: MeetingApp, left: list[str]) -> None:
    if len(left) > _TOLD:
        left = [*left[:_TOLD], app.say("meet.more", count=len(left) - _TOLD)]
    if await app.sure(app.say("meet.ask.on", things=tuple(left)), "go"):
        _on(app)


def _on(app: MeetingApp) -> None:
    room = app.room
    match room.state.phase:
        case "convening":
            if app.order(c.BeginRoles()):
                room.at = 0
                room.look_on()
        case "hot_wash":
            app.order(c.Close())
        case _:
            app.order(c.GoOn())
            app.to_start()


def open_things(app: MeetingApp) -> list[str]:
    """What has not been done in this part."""
    state, say = app.room.state, app.say
    setup, language = state.setup, app.say.language
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


async def remark(app: MeetingApp, number: int) -> None:
    """An answer to a question of the hot wash."""
    questions = app.room.state.setup.meeting.hot_wash
    if app.room.state.phase == "hot_wash" and number < len(questions):
        await _typed(app, "hot_wash", questions[number].get(app.say.language), partial(c.Remark, number))


async def _typed(app: MeetingApp, title: str, question: str, command: Callable[[str], c.AnyCommand]) -> None:
    """The room's own words; where they could not be taken they are still there to be tried again."""
    text: str | None = ""
    while text is not None:
        dialog = Ask(app.say, app.say(f"meet.title.{title}"), question, value=text, limit=LONGEST)
        text = await app.push_screen_wait(dialog)
        if text and app.order(command(text)):
            return


async def help_page(app: MeetingApp) -> None:
    """All keys and signs."""
    await app.push_screen_wait(Page(app.say, app.say("meet.title.help"), partial(help_text, app.say)))


DEEDS: dict[str, Callable[[MeetingApp], Asking | None]] = {
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
