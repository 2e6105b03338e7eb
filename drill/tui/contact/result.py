"""The end screen: the score with what it is made of, what was missed and why, and the way it went."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from drill.report.writers.markdown import markdown
from drill.seats import handed
from drill.text.reasons import reason
from drill.tui.contact.head import show_head
from drill.tui.contact.player import Player
from drill.tui.contact.resulttext import result_text
from drill.tui.kit.banner import Banner
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.panel import Panel
from drill.tui.kit.shell import Following


class ResultScreen(Following, Screen[None]):
    """Scrolls; the record is saved when it opens."""

    CSS = "ResultScreen Panel { height: 1fr; padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.ask_to_leave", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, player: Player, found: handed.Result) -> None:
        super().__init__()
        self._player = player
        self._result = found
        self._saved: Path | None = player.record
        try:
            if self._saved:
                self._saved.write_text(markdown(found.blocks), encoding="utf-8")
        except OSError as problem:
            self._saved = None
            player.tell(player.say("tui.result.not_saved", reason=reason(problem)), alarm=True)

    def compose(self) -> ComposeResult:
        """Banner, the text, keys."""
        say = self._player.say
        yield Banner()
        yield Panel(partial(result_text, self._result, say, self._saved), title=say("tasks.result"))
        keys = ((say("tui.key.arrows"), say("tui.key.scroll")), ("q", say("meet.key.leave")))
        yield KeyBar((*keys, ("Esc", say("tui.result.back"))))

    def follow(self) -> None:
        """The banner keeps to the width."""
        show_head(self.query_one(Banner), self._player, self._player.say("tui.result.over"), over=True)

    def action_back(self) -> None:
        """Look at the drill's last screen again."""
        self.dismiss(None)
