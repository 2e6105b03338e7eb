"""The screen of a meeting, for a room in front of a projector: members while they are looked at, else the stage."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen

from drill.text.choices import MEET_KEY, MEET_MAIN
from drill.tui.kit.banner import Banner
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.panel import Panel
from drill.tui.kit.pick import numbers
from drill.tui.kit.shell import Following
from drill.tui.kit.themes import BREAKPOINTS
from drill.tui.table.chair import Chair
from drill.tui.table.deeds import DEEDS
from drill.tui.table.keys import possible
from drill.tui.table.text import banner_lines, main_text, members_text

_TEXTUAL = {"?": "question_mark,f1"}
_KEYS = {deed.key for deed in DEEDS.values()}


class MeetingScreen(Following, Screen[None]):
    """Draws what the room is at; every key is a deed."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    CSS = """
    MeetingScreen Horizontal { height: 1fr; padding: 0 1; }
    MeetingScreen #members { width: 36; margin-right: 1; }
    MeetingScreen.-wide #members { width: 52; }
    MeetingScreen.-wide Horizontal { padding: 1 3; }
    MeetingScreen #main, MeetingScreen #main:focus { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(_TEXTUAL.get(key, key), f"press('{key}')", show=False)
            for key in {deed.key for deed in DEEDS.values()}
        ),
        *(Binding(str(number + 1), f"answer({number})", show=False) for number in range(9)),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
    ]

    def __init__(self, chair: Chair) -> None:
        super().__init__()
        self._chair, self._room, self._say = chair, chair.room, chair.say
        self._members_text = partial(members_text, self._room, self._say)
        self._members = Panel(self._members_text, title=self._say("meet.members"), id="members")
        self._main = Panel(partial(main_text, self._room, self._say), id="main")
        self._members.can_focus = self._main.can_focus = False

    def compose(self) -> ComposeResult:
        """Head, members, what the room is at, keys."""
        yield Banner()
        with Horizontal():
            yield self._members
            yield self._main
        yield KeyBar(self._keys())

    def follow(self) -> None:
        """Show the meeting as it is now."""
        if not self.is_mounted:
            return
        room, members, main, phase = self._room, self._members, self._main, self._room.view.phase
        self.query_one(Banner).put(*banner_lines(room, self._say), alarm=room.clock.paused and phase != "closed")
        members.display = room.with_members
        members.show()
        main.border_title = Content(self._say("meet.member" if members.display else MEET_MAIN[phase]))
        main.show()
        if room.scroll:
            self.call_after_refresh(main.scroll_end if room.scroll == "end" else main.scroll_home, animate=False)
            room.scroll = ""
        if members.display:
            lines = self._members_text(max(10, members.size.width - 2)).plain.split("\n")
            row = next((i for i, line in enumerate(lines) if line.startswith(">")), 0)
            members.scroll_to(y=max(0, row + 4 - members.size.height), animate=False)
        self.query_one(KeyBar).show(self._keys())

    def _keys(self) -> list[tuple[str, str]]:
        room, say = self._room, self._say
        if room.with_members:
            first = say("tui.key.arrows"), say("meet.key.who")
        elif room.view.phase == "hot_wash":
            first = numbers(len(room.view.hot_wash)), say("meet.key.answer")
        else:
            first = say("tui.key.arrows"), say("tui.key.scroll")
        deeds = ((DEEDS[name].key.replace("enter", "Enter"), words) for name, words in possible(room))
        return [first, *((key, say(MEET_KEY[words])) for key, words in deeds)]

    async def action_press(self, key: str) -> None:
        """Do what this key means now."""
        await self._chair.act(next((name for name, _ in possible(self._room) if DEEDS[name].key == key), None))

    async def action_answer(self, number: int) -> None:
        """A number answers a question of the hot wash."""
        await self._chair.answer(number)

    def action_move(self, step: int) -> None:
        """Another member, or a line of the text."""
        if self._room.with_members:
            self._room.look(step)
            self.follow()
        else:
            self._main.scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """A page of the text."""
        self._main.page(step)
