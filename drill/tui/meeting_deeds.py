"""What the facilitator does in a meeting; each deed asks what it has to and sends commands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from drill.exercise.meeting import commands as c
from drill.tui.ask import Ask
from drill.tui.meeting_text import help_text
from drill.tui.page import Page
from drill.tui.pick import Answer, Pick

if TYPE_CHECKING:
    from drill.tui.meeting import MeetingApp


async def here(app: MeetingApp) -> None:
    """Whoever the member's seat waits for is here."""
    if app.order(c.Seat(app.room.post)):
        app.room.look_on()


async def absent(app: MeetingApp) -> None:
    """They are not."""
    app.order(c.MarkAbsent(app.room.post))


async def name(app: MeetingApp) -> None:
    """The room says who stands in: everybody inside who may be here is on the list, so that it gives nothing away."""
    room, say = app.room, app.say
    people = sorted(
        (each for each in room.state.setup.known_people if each not in room.state.missing),
        key=lambda each: room.name(each).get(say.language),
    )
    answers = [Answer("", say("meeting.nobody_knows")), *(Answer(p, room.name(p).get(say.language)) for p in people)]
    post = room.state.setup.chart.posts[room.post].name
    taken = await app.push_screen_wait(Pick(say, app.titled("name"), say("meet.ask.name", post=post), answers))
    if taken is not None:
        app.order(c.NameDeputy(room.post, taken or None))


async def role_right(app: MeetingApp) -> None:
    """The member has said the role right."""
    _said(app, right=True)


async def role_wrong(app: MeetingApp) -> None:
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


async def card(app: MeetingApp) -> None:
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
        wanted = await app.push_screen_wait(Pick(say, app.titled("decide"), say("meet.ask.which"), answers, at=first))
    if wanted is None:
        return
    question = decisions[wanted].text.get(say.language)
    if decisions[wanted].options:
        options = [Answer(each, entry.text.get(say.language)) for each, entry in decisions[wanted].options.items()]
        option = await app.push_screen_wait(Pick(say, app.titled("decide"), question, options))
        if option:
            app.order(c.Decide(wanted, option))
    elif text := await app.push_screen_wait(Ask(say, app.titled("decide"), question)):
        app.order(c.Decide(wanted, text=text))


async def hold(app: MeetingApp) -> None:
    """Let the clock of the stage stand, or run again."""
    clock = app.room.state.clock
    app.order(c.HoldClock() if clock and clock.held_since is None else c.ReleaseClock())


async def real(app: MeetingApp) -> None:
    """Show what the real case had done by now."""
    app.order(c.ShowRealCase())
    app.to_end()


async def members(app: MeetingApp) -> None:
    """Look at the members, or back at the stage."""
    app.room.at_table = not app.room.at_table


async def go_on(app: MeetingApp) -> None:
    """The next part; what is still open is said first."""
    room = app.room
    left = open_things(app)
    if left and not await app.sure(app.say("meet.ask.on", things=tuple(left)), "go"):
        return
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
        question = questions[number].get(app.say.language)
        if text := await app.push_screen_wait(Ask(app.say, app.titled("hot_wash"), question)):
            app.order(c.Remark(number, text))


async def help_page(app: MeetingApp) -> None:
    """All keys and signs."""
    await app.push_screen_wait(Page(app.say, app.titled("help"), partial(help_text, app.say)))


DEEDS: dict[str, Callable[[MeetingApp], Awaitable[None]]] = {
    "here": here,
    "absent": absent,
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
