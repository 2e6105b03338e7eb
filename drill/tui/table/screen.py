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
from drill.tui.kit.themes import BREAKPOINTS
from drill.tui.table.chair import Chair
from drill.tui.table.deeds import DEEDS
from drill.tui.table.keys import possible
from drill.tui.table.text import banner_lines, main_text, members_text

_TEXTUAL = {"?": "question_mark,f1"}
_KEYS = {deed.key for deed in DEEDS.values()}


class MeetingScreen(Screen[None]):
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
        self._chair = chair

    def compose(self) -> ComposeResult:
        """Head, members, what the room is at, keys."""
        room, say = self._chair.room, self._chair.say
        yield Banner()
        with Horizontal():
            members = Panel(partial(members_text, room, say), title=say("meet.members"), id="members")
            members.can_focus = False
            yield members
            main = Panel(partial(main_text, room, say), id="main")
            main.can_focus = False
            yield main
        yield KeyBar(self._keys())

    def on_resize(self) -> None:
        """There is room, or other room."""
        self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Show the meeting as it is now."""
        if not self.is_mounted:
            return
        room, say = self._chair.room, self._chair.say
        phase = room.view.phase
        self.query_one(Banner).put(*banner_lines(room, say), alarm=room.clock.paused and phase != "closed")
        members, main = self.query_one("#members", Panel), self.query_one("#main", Panel)
        members.display = room.with_members
        members.show()
        main.border_title = Content(say("meet.member" if members.display else MEET_MAIN[phase]))
        main.show()
        if room.scroll:
            self.call_after_refresh(main.scroll_end if room.scroll == "end" else main.scroll_home, animate=False)
            room.scroll = ""
        if members.display:
            row = next((i for i, line in enumerate(self._member_lines()) if line.startswith(">")), 0)
            members.scroll_to(y=max(0, row + 4 - members.size.height), animate=False)
        self.query_one(KeyBar).show(self._keys())

    def _member_lines(self) -> list[str]:
        members = self.query_one("#members", Panel)
        text = members_text(self._chair.room, self._chair.say, max(10, members.size.width - 2))
        return text.plain.split("\n")

    def _keys(self) -> list[tuple[str, str]]:
        room, say = self._chair.room, self._chair.say
        keys = [(DEEDS[name].key.replace("enter", "Enter"), say(MEET_KEY[words])) for name, words in possible(room)]
        if room.with_members:
            return [(say("tui.key.arrows"), say("meet.key.who")), *keys]
        if room.view.phase == "hot_wash":
            return [(numbers(len(room.view.hot_wash)), say("meet.key.answer")), *keys]
        return [(say("tui.key.arrows"), say("tui.key.scroll")), *keys]

    async def action_press(self, key: str) -> None:
        """Do what this key means now."""
        await self._chair.act(next((name for name, _ in possible(self._chair.room) if DEEDS[name].key == key), None))

    async def action_answer(self, number: int) -> None:
        """A number answers a question of the hot wash."""
        await self._chair.answer(number)

    def action_move(self, step: int) -> None:
        """Another member, or a line of the text."""
        room = self._chair.room
        if room.with_members:
            room.look(step)
            self.follow()
        else:
            self.query_one("#main", Panel).scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """A page of the text."""
        self.query_one("#main", Panel).page(step)
