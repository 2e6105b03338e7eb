"""What can be done in a meeting just now: the foot line and the keys both read this."""

from __future__ import annotations

from collections.abc import Iterator

from drill.exercise.table.state import Phase
from drill.exercise.table.views import MeetingView, Member
from drill.tui.table.room import Room


def possible(room: Room) -> Iterator[tuple[str, str]]:
    """The deeds that make sense now, in the order of the foot line, each with its words."""
    view = room.view
    if view.phase == "closed":
        yield "quit", "leave"
        return
    if room.with_members:
        yield from _for_member(room.member, view.phase)
    if view.stage and not room.at_table:
        if view.stage.decisions:
            yield "decide", "decide"
        yield "hold", "release" if view.stage.held else "hold"
        if view.stage.has_real:
            yield "real", "real"
    if view.phase in ("stage", "hot_wash"):
        yield "members", "back" if room.at_table else "members"
    if not room.at_table and (view.phase != "convening" or view.may_begin):
        yield "on", _next(view)
    yield "pause", "go_on" if room.clock.paused else "pause"
    yield "help", "help"
    yield "quit", "quit"


def _for_member(member: Member, phase: Phase) -> Iterator[tuple[str, str]]:
    if member.seated and phase == "roles":
        yield from (("right", "right"), ("wrong", "wrong"), ("card", "card"))
    if member.expected:
        yield "here", "here"
    if member.seated or member.expected:
        yield "absent", "absent"
    if member.waited_for and not member.expected:
        yield "name", "name"
    if member.late:
        yield "arrive", "arrive"


def _next(view: MeetingView) -> str:
    if view.stage:
        return "hot_wash" if view.stage.number == view.stages else "next"
    return {"convening": "roles", "roles": "first"}.get(view.phase, "close")
