"""Somebody calls: a clear notice, then what they say, then reading it back, which acknowledges it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from drill.exercise.contact import commands as c
from drill.exercise.contact.views import CallView
from drill.text.choices import CHANNEL, KIND
from drill.tui.contact.feed import item_text
from drill.tui.contact.player import Player
from drill.tui.kit.dialog import WIDTH, Dialog
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.lines import Painted, hang, paint, styled
from drill.tui.kit.shell import Following


class Incoming(Following, Dialog[None]):
    """Stays as long as the call does."""

    DEFAULT_CSS = "Incoming > Vertical { border: heavy $warning; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "answer", show=False),
        Binding("h", "hang_up", show=False),
        Binding("f", "skip", show=False),
    ]

    def __init__(self, player: Player, call: CallView, me: str) -> None:
        say = player.say
        kind = say(KIND[call.key.kind])
        super().__init__(say, say("tui.incoming.title", kind=kind, name=call.other, me=me))
        self.player = player
        self._call = call

    def body(self) -> Iterable[Widget]:
        """What is going on."""
        yield Static(id="now", classes="question", markup=False)

    def follow(self) -> None:
        """Follow the call; gone when it is over."""
        if not self.is_mounted or not self.query("#now"):
            return
        found = next((v for v in self.player.view.calls if not v.as_caller and v.ref == self._call.ref), None)
        if found is None or not self.player.view.running:
            self.dismiss(None)
            return
        self._call = found
        self.query_one("#now", Static).update(self._now())
        self.query_one(KeyBar).show(self.keys())

    def _now(self) -> Content:
        say, call = self.say, self._call
        channel = say(CHANNEL[call.channel])
        lines: list[Painted] = []
        if not call.answered:
            lines += styled("bold", say("tui.incoming.rings", channel=channel), WIDTH)
        elif not call.told:
            lines += hang(say("tui.incoming.wait"), WIDTH)
        else:
            lines.append((say("tui.incoming.told", about=call.title), "bold"))
            for item in call.told:
                lines += hang(item_text(item, say), WIDTH, "- ")
            code = "tui.incoming.confirm" if call.waits_for_called else "tui.incoming.done"
            lines += ["", *hang(say(code), WIDTH)]
        return paint(lines)

    def keys(self) -> Iterable[tuple[str, str]]:
        """What works at this point."""
        say, call = self.say, self._call
        if not call.answered:
            yield "a", say("tui.key.pick_up")
            yield "h", say("tui.key.decline")
            return
        if call.waits_for_called:
            yield "a", say("tui.key.read_back")
        yield "h", say("tui.key.hang_up")
        if not call.waits_for_called:
            yield "f", say("tui.key.wait_less")

    async def action_answer(self) -> None:
        """Pick up; later, read back."""
        call = self._call
        if not call.answered:
            await self.player.order(c.AnswerCall(call.post, call.ref))
        elif call.waits_for_called:
            await self.player.order(c.ConfirmCall(call.post, call.ref))

    async def action_hang_up(self) -> None:
        """Decline, or end the call."""
        await self.player.order(c.HangUp(self._call.post, self._call.ref))

    async def action_skip(self) -> None:
        """On to the next thing said."""
        if not self._call.waits_for_called:
            await self.player.skip_ahead()

    def action_leave(self) -> None:
        """Escape declines nothing: a call is answered or hung up on purpose."""
