"""The guide at the beginning: four cards, then the drill clock starts. One key leaves them out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from drill.exercise.contact.views import View
from drill.text.catalogue import Catalogue
from drill.text.choices import TUI_GUIDE
from drill.text.eras import say_short
from drill.tui.contact.acts import ACTS
from drill.tui.contact.card import card_lines
from drill.tui.kit.dialog import WIDTH, Dialog
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.lines import Painted, hang, paint

_HEADS = ("tui.guide.head0", "tui.guide.head1", "tui.guide.head2", "tui.guide.head3")
CARDS = len(_HEADS)
_KEYS = {
    2: ("tui.guide.todo", ("acknowledge", "call", "mail", "decide"), ("tui.guide.no_answer",)),
    3: ("tui.guide.keys", ("help", "brief", "pause", "skip"), ("tui.guide.mistakes", "tui.guide.unreal")),
}
"""The last cards: what stands before the keys of some acts, and what after them."""


class Guide(Dialog[bool]):
    """Nothing is real; your card; what to do; the keys."""

    DEFAULT_CSS = """
    Guide > Vertical { height: 20; }
    Guide #text { padding: 0 1; height: 1fr; overflow-y: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "turn(1)", show=False),
        Binding("left,backspace", "turn(-1)", show=False),
    ]
    typing = True

    def __init__(self, say: Catalogue, view: View) -> None:
        super().__init__(say, say("tui.guide.title"))
        self._view = view
        self._at = 0

    def body(self) -> Iterable[Widget]:
        """One card at a time."""
        yield Static(self._text(), id="text", markup=False)

    def keys(self) -> Iterable[tuple[str, str]]:
        """On, back, skip."""
        last = self._at == CARDS - 1
        yield "Enter", self.say("tui.guide.start" if last else "tui.key.next")
        if self._at:
            yield "<-", self.say("tui.guide.before")
        if not last:
            yield "Esc", self.say("tui.guide.skip")

    def _text(self) -> Content:
        say, view = self.say, self._view
        lines: list[Painted] = [
            (f"{self._at + 1}/{CARDS}  {say(_HEADS[self._at])}", "bold"),
            "",
        ]
        if self._at == 0:
            when = f"{say_short(view.moment, say.language)} {view.moment:%H:%M}"
            lines += [view.title.get(say.language), when, "", *hang(view.briefing.get(say.language), WIDTH)]
        elif self._at == 1:
            for card in view.cards[:1]:
                lines += card_lines(card, say, WIDTH)
            if len(view.cards) > 1:
                lines += ["", *hang(say("tui.guide.posts", number=len(view.cards)), WIDTH)]
        else:
            before, acts, after = _KEYS[self._at]
            lines += hang(say(before), WIDTH)
            for name in acts:
                lines += hang(say(TUI_GUIDE[name]), WIDTH, f"  {ACTS[name].shown}  ")
            for code in after:
                lines += hang(say(code), WIDTH)
        return paint(lines)

    def action_turn(self, step: int) -> None:
        """The next card, or the drill."""
        self._at = max(0, self._at + step)
        if self._at == CARDS:
            self.dismiss(True)
            return
        self.query_one("#text", Static).update(self._text())
        self.query_one(KeyBar).show(self.keys())
