"""The facilitator's screen: who has been reached, what is still to come, and the hand on the drill."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from drill.exercise.contact import commands as c
from drill.exercise.contact.overview import InjectRow, Overview
from drill.text.choices import TUI_FAC
from drill.text.keys import FACILITATOR_KEYS
from drill.tui.contact.head import show_head
from drill.tui.contact.overviewtext import inject_line, inject_text, posts_text
from drill.tui.contact.player import LeadingPlayer
from drill.tui.kit.ask import Ask
from drill.tui.kit.banner import Banner
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.panel import Panel
from drill.tui.kit.pick import Pick, Pickable
from drill.tui.kit.shell import Following
from drill.tui.kit.themes import BREAKPOINTS
from drill.tui.kit.tick import Tick

ON_INJECT: dict[str, Callable[[str], c.AnyCommand]] = {
    "now": c.ReleaseInject,
    "hold": c.HoldInject,
    "skip": c.SkipInject,
}


class Facilitator(Following, Screen[None]):
    """Sees everything; its keys work on the inject that is marked."""

    CSS = """
    #posts { width: 36; border-right: solid $panel; }
    Facilitator OptionList, Facilitator OptionList:focus {
                             height: 1fr; border: none; border-top: solid $primary; padding: 0; background: $background;
                             border-title-color: $text-primary; border-title-style: bold; }
    #inject { height: 7; }
    Facilitator.-wide #posts { width: 52; }
    """
    AUTO_FOCUS = "OptionList"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "inject('now')", show=False),
        Binding("h", "inject('hold')", show=False),
        Binding("s", "inject('skip')", show=False),
        Binding("i", "deed('improvise')", show=False),
        Binding("x", "deed('absent')", show=False),
        Binding("e", "deed('end')", show=False),
        Binding("p", "app.act('pause')", show=False),
        Binding("plus", "app.act('faster')", show=False),
        Binding("minus", "app.act('slower')", show=False),
        Binding("f", "app.act('skip')", show=False),
        Binding("f2,f10,escape,q", "back", show=False),
    ]

    def __init__(self, player: LeadingPlayer, overview: Overview) -> None:
        super().__init__()
        self._player = player
        self._overview = overview
        self._shown: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Posts at the left, injects at the right, the marked one in full below."""
        say = self._player.say
        yield Banner()
        with Horizontal():
            yield Panel(lambda width: posts_text(self._overview, say, width), title=say("tui.fac.posts"), id="posts")
            with Vertical():
                listed = OptionList(markup=False)
                listed.border_title = Content(say("tui.fac.injects"))
                yield listed
                yield Panel(
                    lambda width: inject_text(self._marked(), say, width), title=say("tui.fac.inject"), id="inject"
                )
        yield KeyBar((key, say(TUI_FAC[name])) for name, key in FACILITATOR_KEYS.items())

    def on_mount(self) -> None:
        """Begin at the first inject that has not come."""
        self.call_after_refresh(self._begin)
        self.run_worker(self._watch())

    async def _watch(self) -> None:
        async for sight in self._player.directing.changes():
            self._overview = sight.overview or self._overview
            self.follow()

    def _begin(self) -> None:
        self.follow()
        listed = self.query_one(OptionList)
        open_ones = [i for i, row in enumerate(self._overview.injects) if row.status != "delivered"]
        listed.highlighted = open_ones[0] if open_ones else 0

    def on_resize(self) -> None:
        """More room, wider columns."""
        self._shown = ()

    def follow(self) -> None:
        """Show the drill as it is now."""
        if not self.is_mounted:
            return
        player = self._player
        show_head(self.query_one(Banner), player, player.say("tui.fac.title"))
        listed = self.query_one(OptionList)
        width = max(20, listed.scrollable_content_region.width)
        lines = tuple(inject_line(row, player.say, width) for row in self._overview.injects)
        if lines != self._shown:
            at, self._shown = listed.highlighted, lines
            listed.set_options(Option(Content(line)) for line in lines)
            listed.highlighted = at
        for panel in self.query(Panel):
            panel.show()

    def _marked(self) -> InjectRow | None:
        at = self.query_one(OptionList).highlighted
        return None if at is None or at >= len(self._overview.injects) else self._overview.injects[at]

    def on_option_list_option_highlighted(self) -> None:
        """The full text of the marked inject."""
        self.query_one("#inject", Panel).show()

    async def action_inject(self, what: str) -> None:
        """Bring, hold back or leave out the marked inject."""
        row = self._marked()
        if row:
            await self._player.order(ON_INJECT[what](row.inject))

    def action_deed(self, name: str) -> None:
        """Something that asks first."""
        deed = {"improvise": self._improvise, "absent": self._absent, "end": self._end}[name]
        self.app.run_worker(deed(), group="deed", exclusive=True)

    async def _improvise(self) -> None:
        player, say = self._player, self._player.say
        posts = [Pickable(row.post, row.name.get(say.language)) for row in self._overview.posts]
        played = [row.post for row in self._overview.posts if row.played]
        only = played if len(played) == 1 else []
        to = await player.ask(
            Tick(say, say("tui.fac.improvise"), say("tui.fac.to"), posts, only, done=say("tui.key.next"))
        )
        text = await player.ask(Ask(say, say("tui.fac.improvise"), say("tui.fac.text"))) if to else None
        if to and text:
            await player.order(c.Improvise(to, text))

    async def _absent(self) -> None:
        player, say = self._player, self._player.say
        answers = [
            Pickable(c.MarkPerson(p.person, not p.present), say(TUI_FAC["there" if p.present else "gone"], name=p.name))
            for p in self._overview.persons
        ]
        if marking := await player.ask(Pick(say, say("tui.fac.absent"), say("tui.fac.who"), answers)):
            await player.order(marking)

    async def _end(self) -> None:
        player, say = self._player, self._player.say
        answers = [Pickable("no", say("tui.fac.end_no")), Pickable("yes", say("tui.fac.end_yes"))]
        if await player.ask(Pick(say, say("tui.fac.end"), say("tui.fac.end_sure"), answers)) == "yes":
            self.dismiss(None)
            await player.order(c.EndDrill())

    def action_back(self) -> None:
        """To the participant's screen."""
        self.dismiss(None)
