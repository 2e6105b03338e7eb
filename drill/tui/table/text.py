"""A meeting as text: the head, the members, and what the room is at. Nothing of a deputy shows before it is named."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from drill.exercise.table.figures import MINUTE
from drill.exercise.table.state import State
from drill.model.meeting import Decision
from drill.report.documents.minutes import figures_table, moment
from drill.text.catalogue import Catalogue
from drill.text.figures import clock
from drill.text.width import table
from drill.tui.kit.lines import bar, hang, paint
from drill.tui.table.room import Room

Lines = Iterator[tuple[str, str] | str]
HEAD = "bold $text-primary"


def head(room: Room, say: Catalogue) -> tuple[tuple[str, str], tuple[str, str]]:
    """Title and time; what the room is at, and how long it still has."""
    state = room.state
    pace = f"  {say('tui.paused')}" if room.clock.paused and state.phase != "closed" else ""
    title = f"{say('mark.drill')} {state.setup.scenario.title.get(say.language)}"
    return (title, clock(room.now_ms) + pace), (_phase(state, say), _left(room, say))


def _phase(state: State, say: Catalogue) -> str:
    setup = state.setup
    if state.stage:
        number = setup.stages.index(state.stage) + 1
        title = setup.meeting.stages[state.stage].title
        return say("meet.phase.stage", number=number, of=len(setup.stages), title=title)
    counted = {"seated": state.seated, "members": len(setup.members), "quorum": setup.duty.quorum}
    return say(f"meet.phase.{state.phase}", meeting=setup.duty.name, said=len(state.roles), **counted)


def _left(room: Room, say: Catalogue) -> str:
    state, running = room.state, room.state.clock
    if running is None or state.stage is None:
        return ""
    planned = round(state.setup.meeting.stages[state.stage].minutes * MINUTE)
    left = planned - running.taken_ms(room.now_ms)
    held = f" {say('meet.held')}" if running.held_since is not None else ""
    if left < 0:
        return say("meet.over", time=clock(left)) + held
    return f"{say('meet.left', time=clock(left))} {bar(left / planned)}{held}"


def members_text(room: Room, say: Catalogue, width: int) -> Content:
    """Who is here; a line more for a deputy."""
    return paint(_members(room, say, width))


def _members(room: Room, say: Catalogue, width: int) -> Lines:
    state = room.state
    for post in state.setup.members:
        mark = ">" if post == room.post else " "
        entry, person = state.setup.chart.posts[post], state.seats.get(post)
        symbol, style = _symbol(state, post)
        said = state.roles.get(post)
        role = "" if said is None else say("meet.said" if said.right else "meet.unsaid")
        style = f"bold {style}" if mark == ">" else style
        yield from ((line, style) for line in hang(f"{entry.name.get(say.language)} {role}", width, f"{mark}{symbol} "))
        if person and person != entry.holder:
            text = say("meet.deputy", person=room.name(person))
            yield from ((line, "$text-success") for line in hang(text, width, "   "))
    yield ""
    yield from ((line, "$foreground-muted") for line in hang(say("meet.legend"), width))


def _symbol(state: State, post: str) -> tuple[str, str]:
    if post in state.seats:
        return "o", "$text-success"
    if state.due(post) is None:
        return "x", "$text-error"
    absent = state.setup.chart.posts[post].holder in state.missing
    return ("?", "$text-warning") if absent else (".", "")


def main_text(room: Room, say: Catalogue, width: int) -> Content:
    """What the room is at."""
    if room.state.phase == "closed":
        return paint(_closed(room, say, width))
    if room.with_members:
        return paint(_member(room, say, width))
    return paint(_stage(room.state, say, width) if room.state.stage else _hot_wash(room.state, say, width))


def _member(room: Room, say: Catalogue, width: int) -> Lines:
    state, post = room.state, room.post
    entry = state.setup.chart.posts[post]
    yield from ((line, "bold") for line in hang(entry.name.get(say.language), width))
    yield ""
    yield from ((line, "") for line in hang(_state_of(room, post, say), width))
    for each in state.named:
        if each.post == post:
            said = room.name(each.person) if each.person else say("meeting.nobody_knows")
            right = each.person == each.expected
            text = say(
                "meet.named_right" if right else "meet.named_wrong", said=said, expected=room.name(each.expected)
            )
            yield from ((line, "$text-success" if right else "$text-warning") for line in hang(text, width))
    yield ""
    if state.phase == "roles" and post in state.seats:
        yield from _role(room, post, say, width)
    yield from _progress(state, say, width)


def _state_of(room: Room, post: str, say: Catalogue) -> str:
    state = room.state
    holder, due = state.setup.chart.posts[post].holder, state.due(post)
    if post in state.seats:
        seated = state.seats[post]
        return say("meet.is.here") if seated == holder else say("meet.is.deputy", person=room.name(seated))
    if due is None:
        return say("meet.is.nobody")
    if not state.revealed(post):
        return say("meet.is.ask")
    if due == holder:
        return say("meet.is.waiting", person=room.name(due))
    return say("meet.is.revealed", rank=state.setup.chart.deputy_rank(post, due), person=room.name(due))


def _role(room: Room, post: str, say: Catalogue, width: int) -> Lines:
    """The question and, once it may be seen, the card."""
    chart = room.state.setup.chart
    if post not in room.cards:
        yield from hang(say("meet.role.ask"), width)
        yield ""
        return
    yield say("meet.role.card"), HEAD
    for duty in chart.posts[post].duties:
        yield from hang(duty.get(say.language), width, "- ")
    owed = [each for each in chart.contacts if post in chart.resolve(each.caller)]
    for each in owed:
        to = chart.groups[each.target].name if each.target in chart.groups else None
        names = (to,) if to else tuple(chart.posts[target].name for target in chart.resolve(each.target))
        yield from hang(
            say("tui.card.contact", kind=say(f"kind.{each.kind}"), target=say("list", items=names)), width, "> "
        )
    yield ""


def _progress(state: State, say: Catalogue, width: int) -> Lines:
    """Whether there is a quorum, and what comes next."""
    quorum = state.setup.duty.quorum
    if state.quorate:
        yield from (
            (line, "$text-success") for line in hang(say("meet.quorum", seated=state.seated, quorum=quorum), width)
        )
    else:
        text = say("meet.no_quorum", seated=state.seated, quorum=quorum)
        yield from ((line, "$text-warning") for line in hang(text, width))
    if state.phase == "convening" and state.may_begin:
        yield from hang(say("meet.enough" if state.quorate else "meet.without"), width)
    if state.phase == "roles" and all(post in state.roles for post in state.seats):
        yield from hang(say("meet.all_said"), width)


def _stage(state: State, say: Catalogue, width: int) -> Lines:
    assert state.stage
    language, stage = say.language, state.setup.meeting.stages[state.stage]
    yield from ((line, "$foreground-muted") for line in hang(moment(stage.at_min, say), width))
    yield from ((line, "bold") for line in hang(stage.situation.get(language).strip(), width))
    if stage.questions:
        yield from ("", (say("meet.questions"), HEAD))
        for question in stage.questions:
            yield from hang(question.get(language), width, "? ")
    if stage.by_level:
        yield from ("", (say("meet.by_level"), HEAD))
        for level, text in sorted(stage.by_level.items()):
            yield from hang(text.get(language), width, f"{say('level', level=level)}  ")
    if stage.decisions:
        yield from ("", (say("meet.decisions"), HEAD))
        for name, decision in stage.decisions.items():
            yield from _decision(state, name, decision, say, width)
    if state.stage in state.shown:
        yield from ("", (say("meet.real"), HEAD))
        for each in state.setup.real_case(state.stage):
            yield from ((line, "$text-accent") for line in hang(each.text.get(language), width, "* "))


def _decision(state: State, name: str, decision: Decision, say: Catalogue, width: int) -> Lines:
    taken = state.decisions.get((state.stage or "", name))
    yield from hang(decision.text.get(say.language), width, "[x] " if taken else "[ ] ")
    if taken is None:
        return
    option = decision.options[taken[1].option] if taken[1].option else None
    answer, style = option.text.get(say.language) if option else taken[1].text, "bold $text-success"
    if option and not option.right:
        answer, style = say("meet.wrong", answer=answer), "bold $text-warning"
    yield from ((line, style) for line in hang(answer, width, "    > "))
    for why in (option.why if option else None, decision.why):
        if why:
            yield from ((line, "$foreground-muted") for line in hang(why.get(say.language), width, "      "))


def _hot_wash(state: State, say: Catalogue, width: int) -> Lines:
    yield from hang(say("meet.hot_wash"), width)
    for number, question in enumerate(state.setup.meeting.hot_wash):
        yield ""
        yield from ((line, "bold") for line in hang(question.get(say.language), width, f"{number + 1} "))
        for each in state.remarks:
            if each.question == number:
                yield from hang(each.text, width, "  - ")


def _closed(room: Room, say: Catalogue, width: int) -> Lines:
    shown = figures_table(room.state, say)
    yield from table(shown.rows, shown.header, shown.align)
    yield ""
    record = room.path.with_suffix(".md")
    saved = say("meet.saved", log=room.path, record=record) if record.exists() else say("meet.unsaved", log=room.path)
    yield from hang(saved, width)


def help_text(say: Catalogue, width: int) -> Content:
    """What a meeting is, every key, every sign."""
    lines: list[tuple[str, str] | str] = [*hang(say("meet.help.how"), width), ""]
    for line in say("meet.help.keys").split("\n"):
        key, _, meaning = line.partition("|")
        lines += hang(meaning, width, f"{key:<7}")
    return paint([*lines, "", *hang(say("meet.legend"), width)])
