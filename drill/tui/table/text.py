"""A meeting as text: the head, the members, and what the room is at. Nothing of a deputy shows before it is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from textual.content import Content

from drill.exercise.table.views import DecisionView, MeetingView, Member, Role, StageView, Standing
from drill.report.documents.minutes import figures_table, moment
from drill.text.catalogue import Catalogue
from drill.text.choices import KIND, MEET_PHASE
from drill.text.figures import clock
from drill.tui.kit.lines import Painted, bar, hang, paint, styled
from drill.tui.table.room import Room

Lines = Iterator[Painted]
HEAD = "bold $text-primary"


def banner_lines(room: Room, say: Catalogue) -> tuple[tuple[str, str], tuple[str, str]]:
    """Title and time; what the room is at, and how long it still has."""
    view = room.view
    pace = f"  {say('tui.paused')}" if room.clock.paused and view.phase != "closed" else ""
    title = f"{say('mark.drill')} {view.title.get(say.language)}"
    return (title, clock(view.now_ms) + pace), (_phase(view, say), _left(view.stage, say) if view.stage else "")


def _phase(view: MeetingView, say: Catalogue) -> str:
    if view.stage:
        return say("meet.phase.stage", number=view.stage.number, of=view.stages, title=view.stage.title)
    counted = {"seated": view.seated, "members": len(view.members), "quorum": view.quorum}
    said = sum(member.said is not None for member in view.members)
    return say(MEET_PHASE[view.phase], meeting=view.meeting, said=said, **counted)


def _left(stage: StageView, say: Catalogue) -> str:
    left = stage.planned_ms - stage.taken_ms
    held = f" {say('meet.held')}" if stage.held else ""
    if left < 0:
        return say("meet.over", time=clock(left)) + held
    return f"{say('meet.left', time=clock(left))} {bar(left / stage.planned_ms)}{held}"


def members_text(room: Room, say: Catalogue, width: int) -> Content:
    """Who is here; a line more for a deputy."""
    return paint(_members(room, say, width))


def _members(room: Room, say: Catalogue, width: int) -> Lines:
    for member in room.view.members:
        mark = ">" if member == room.member else " "
        symbol, style = _SYMBOLS[member.standing]
        role = "" if member.said is None else say("meet.said" if member.said else "meet.unsaid")
        style = f"bold {style}" if mark == ">" else style
        name = f"{member.name.get(say.language)} {role}"
        yield from styled(style, name, width, f"{mark}{symbol} ")
        if member.seated and member.deputy:
            yield from styled("$text-success", say("meet.deputy", person=member.seated), width, "   ")
    yield ""
    yield from styled("$foreground-muted", say("meet.legend"), width)


_SYMBOLS: dict[Standing, tuple[str, str]] = {
    "here": ("o", "$text-success"),
    "nobody": ("x", "$text-error"),
    "missed": ("?", "$text-warning"),
    "expected": (".", ""),
}


def main_text(room: Room, say: Catalogue, width: int) -> Content:
    """What the room is at."""
    view = room.view
    if view.phase == "closed":
        return paint(_closed(room, say, width))
    if room.with_members:
        return paint(_member(room, say, width))
    return paint(_stage(view.stage, say, width) if view.stage else _hot_wash(view, say, width))


def _member(room: Room, say: Catalogue, width: int) -> Lines:
    member = room.member
    yield from styled("bold", member.name.get(say.language), width)
    yield ""
    yield from hang(_state_of(member, say), width)
    for each in member.named:
        said = each.said or say("meeting.nobody_knows")
        text = say("meet.named_right" if each.right else "meet.named_wrong", said=said, expected=each.expected)
        yield from styled("$text-success" if each.right else "$text-warning", text, width)
    yield ""
    if room.view.phase == "roles" and member.seated:
        yield from _role(room.cards.get(member.post), say, width)
    yield from _progress(room.view, say, width)


def _state_of(member: Member, say: Catalogue) -> str:
    if member.seated:
        return say("meet.is.deputy", person=member.seated) if member.deputy else say("meet.is.here")
    if member.expected is None:
        return say("meet.is.ask" if member.waited_for else "meet.is.nobody")
    code = "meet.is.revealed" if member.deputy else "meet.is.waiting"
    return say(code, rank=member.deputy, person=member.expected)


def _role(card: Role | None, say: Catalogue, width: int) -> Lines:
    """The question and, once it may be seen, the card."""
    if card is None:
        yield from hang(say("meet.role.ask"), width)
        yield ""
        return
    yield say("meet.role.card"), HEAD
    for duty in card.duties:
        yield from hang(duty.get(say.language), width, "- ")
    for kind, names in card.owes:
        text = say("tui.card.contact", kind=say(KIND[kind]), target=say("list", items=names))
        yield from hang(text, width, "> ")
    yield ""


def _progress(view: MeetingView, say: Catalogue, width: int) -> Lines:
    """Whether there is a quorum, and what comes next."""
    code, style = ("meet.quorum", "$text-success") if view.quorate else ("meet.no_quorum", "$text-warning")
    yield from styled(style, say(code, seated=view.seated, quorum=view.quorum), width)
    if view.phase == "convening" and view.may_begin:
        yield from hang(say("meet.enough" if view.quorate else "meet.without"), width)
    if view.phase == "roles" and all(member.said is not None for member in view.members if member.seated):
        yield from hang(say("meet.all_said"), width)


def _stage(stage: StageView, say: Catalogue, width: int) -> Lines:
    language = say.language
    yield from styled("$foreground-muted", moment(stage.at_min, say), width)
    yield from styled("bold", stage.situation.get(language).strip(), width)
    levels = stage.by_level.items()
    sections: dict[str, Iterable[Iterable[Painted]]] = {
        "meet.questions": (hang(each.get(language), width, "? ") for each in stage.questions),
        "meet.by_level": (hang(text.get(language), width, f"{say('level', level=n)}  ") for n, text in levels),
        "meet.decisions": (_decision(each, say, width) for each in stage.decisions),
        "meet.real": (styled("$text-accent", text.get(language), width, "* ") for text in stage.real),
    }
    for code, parts in sections.items():
        if lines := list(chain.from_iterable(parts)):
            yield from ("", (say(code), HEAD), *lines)


def _decision(decision: DecisionView, say: Catalogue, width: int) -> Lines:
    taken = decision.taken
    yield from hang(decision.text.get(say.language), width, "[x] " if taken else "[ ] ")
    if taken is None:
        return
    answer, style = taken.answer.get(say.language), "bold $text-success"
    if taken.right is False:
        answer, style = say("meet.wrong", answer=answer), "bold $text-warning"
    yield from styled(style, answer, width, "    > ")
    for why in taken.why:
        yield from styled("$foreground-muted", why.get(say.language), width, "      ")


def _hot_wash(view: MeetingView, say: Catalogue, width: int) -> Lines:
    yield from hang(say("meet.hot_wash"), width)
    for number, question in enumerate(view.hot_wash, start=1):
        yield ""
        yield from styled("bold", question.text.get(say.language), width, f"{number} ")
        for answer in question.answers:
            yield from hang(answer, width, "  - ")


def _closed(room: Room, say: Catalogue, width: int) -> Lines:
    shown = figures_table(room.view.figures, say)
    yield from shown.lines()
    yield ""
    record = room.path.with_suffix(".md")
    saved = say("meet.saved", log=room.path, record=record) if record.exists() else say("meet.unsaved", log=room.path)
    yield from hang(saved, width)
