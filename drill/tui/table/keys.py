"""What can be done in a meeting just now: the foot line and the keys both read this."""

from __future__ import annotations

from collections.abc import Iterator

from drill.tui.table.room import Room

KEYS = {
    "here": "h",
    "absent": "a",
    "arrive": "b",
    "name": "d",
    "card": "v",
    "right": "y",
    "wrong": "n",
    "decide": "d",
    "hold": "h",
    "real": "r",
    "members": "m",
    "on": "enter",
    "pause": "p",
    "help": "?",
    "quit": "q",
}
"""Deed → its key; two deeds that share one are never possible at the same time."""


def possible(room: Room) -> Iterator[tuple[str, str]]:
    """The deeds that make sense now, in the order of the foot line, each with its words."""
    state = room.state
    if state.phase == "closed":
        yield "quit", "leave"
        return
    if room.with_members:
        yield from _for_member(room)
    if state.phase == "stage" and not room.at_table:
        assert state.clock
        assert state.stage
        if state.setup.meeting.stages[state.stage].decisions:
            yield "decide", "decide"
        yield "hold", "hold" if state.clock.held_since is None else "release"
        if state.setup.real_case(state.stage):
            yield "real", "real"
    if state.phase in ("stage", "hot_wash"):
        yield "members", "back" if room.at_table else "members"
    if not room.at_table and (state.phase != "convening" or state.may_begin):
        yield "on", _next(room)
    yield "pause", "go_on" if room.clock.paused else "pause"
    yield "help", "help"
    yield "quit", "quit"


def _for_member(room: Room) -> Iterator[tuple[str, str]]:
    state, post = room.state, room.post
    seated, due = post in state.seats, state.due(post)
    if seated and state.phase == "roles":
        yield from (("right", "right"), ("wrong", "wrong"), ("card", "card"))
    if not seated and due and state.revealed(post):
        yield "here", "here"
    if seated or (due and state.revealed(post)):
        yield "absent", "absent"
    if not seated and due and not state.revealed(post):
        yield "name", "name"
    if state.late(post):
        yield "arrive", "arrive"


def _next(room: Room) -> str:
    state = room.state
    if state.phase == "stage":
        return "hot_wash" if state.stage == state.setup.stages[-1] else "next"
    return {"convening": "roles", "roles": "first"}.get(state.phase, "close")
