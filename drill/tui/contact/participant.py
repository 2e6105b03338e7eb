"""The participant's screen: card and contact tree at the left, feed and open tasks at the right, the keys below."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen

from drill.exercise.contact.views import RoleCard, View
from drill.text.choices import TUI_ACT
from drill.tui.contact.acts import ACTS, PARTICIPANT
from drill.tui.contact.card import card_lines
from drill.tui.contact.feed import feed_text
from drill.tui.contact.head import show_head
from drill.tui.contact.player import Player
from drill.tui.contact.tasks import tasks_text
from drill.tui.contact.tree import tree_text
from drill.tui.kit.banner import Banner
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.lines import paint
from drill.tui.kit.panel import Panel
from drill.tui.kit.shell import Following
from drill.tui.kit.themes import BREAKPOINTS


class Participant(Following, Screen[None]):
    """One seat, for one post or several. It only ever shows what the seat's view holds."""

    CSS = """
    #left { width: 34; border-right: solid $panel; }
    #card { height: 2fr; }
    #tree { height: 3fr; }
    #feed { height: 1fr; }
    #tasks { height: auto; min-height: 3; max-height: 9; }
    Participant.-wide #left { width: 46; }
    Participant.-wide #tasks { max-height: 14; }
    """
    AUTO_FOCUS = ""  # every key is for the whole screen
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"app.act('{act.name}')", show=False) for act in ACTS.values() for key in act.keys),
        Binding("left_square_bracket", "post(-1)", show=False),
        Binding("right_square_bracket", "post(1)", show=False),
        Binding("pageup", "feed(-1)", show=False),
        Binding("pagedown", "feed(1)", show=False),
    ]

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self._at = 0

    def compose(self) -> ComposeResult:
        """Banner, four panels, keys."""
        player, say = self._player, self._player.say
        yield Banner()
        with Horizontal():
            with Vertical(id="left"):
                yield Panel(lambda width: paint(card_lines(self.card, say, width)), title=say("tui.card"), id="card")
                yield Panel(lambda width: tree_text(player.view, say, width), title=say("tui.tree"), id="tree")
            with Vertical():
                yield Panel(self._feed, title=say("tui.feed"), newest=True, id="feed")
                yield Panel(lambda width: tasks_text(player.view, say, width), title=say("tui.tasks"), id="tasks")
        yield KeyBar(self._keys(player.view))

    @property
    def card(self) -> RoleCard:
        """The card in sight."""
        cards = self._player.view.cards
        return cards[self._at % len(cards)]

    def _feed(self, width: int) -> Content:
        view = self._player.view
        start = view.moment - timedelta(milliseconds=view.now_ms)
        return feed_text(self._player.story, start, self._player.say, width)

    def follow(self) -> None:
        """Show the drill as it is now."""
        if not self.is_mounted:
            return
        view = self._player.view
        show_head(self.query_one(Banner), self._player, self._seat(view))
        for panel in self.query(Panel):
            panel.show()
        self.query_one(KeyBar).show(self._keys(view))

    def _seat(self, view: View) -> str:
        name = self.card.name.get(self._player.say.language)
        return name if len(view.posts) == 1 else f"{name}  {self._at % len(view.posts) + 1}/{len(view.posts)}"

    def _keys(self, view: View) -> Iterable[tuple[str, str]]:
        say = self._player.say
        yield from ((act.shown, say(TUI_ACT[act.name])) for act in PARTICIPANT if act.now(view))
        if len(view.posts) > 1:
            yield "[ ]", say("tui.act.post")

    def action_post(self, step: int) -> None:
        """Another of my posts' cards."""
        self._at = (self._at + step) % len(self._player.view.cards)
        self.query_one("#card", Panel).scroll_home(animate=False)
        self.follow()

    def action_feed(self, step: int) -> None:
        """Look back in the feed."""
        self.query_one("#feed", Panel).page(step)
