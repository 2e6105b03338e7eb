"""The start screen: everything is chosen already; Enter begins, and each line can be changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from drill.exercise.clock import SPEEDS
from drill.seats.options import ALL, PlayOptions
from drill.seats.preparing import wanted_posts
from drill.text.catalogue import LANGUAGES, Catalogue, catalogue
from drill.tui.contact.offer import Offer
from drill.tui.contact.starttext import about_text, option_lines
from drill.tui.kit.ask import Ask
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.lines import paint
from drill.tui.kit.panel import Panel
from drill.tui.kit.pick import Pick, Pickable, Ref
from drill.tui.kit.themes import BREAKPOINTS
from drill.tui.kit.tick import Tick

FIELDS = ("begin", "language", "scenario", "posts", "absent", "speed", "chart", "seed")


class Start(Screen[None]):
    """Changes `options` until the drill begins."""

    CSS = """
    #mark { dock: top; height: 2; padding: 0 1; background: $primary-muted; text-style: bold; }
    Start OptionList, Start OptionList:focus {
        width: 44; height: 1fr; border: none; border-right: solid $panel; padding: 1 1; }
    Start Panel { width: 1fr; height: 1fr; padding: 0 1; }
    """
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "begin", show=False),
        Binding("q,escape", "app.ask_to_leave", show=False),
    ]

    class Chosen(Message):
        """Other options; `begin`: they are what is to be played."""

        def __init__(self, options: PlayOptions, *, begin: bool) -> None:
            super().__init__()
            self.options = options
            self.begin = begin

    def __init__(self, offer: Offer, options: PlayOptions) -> None:
        super().__init__()
        self._offer = offer
        self._options = replace(options, scenario=options.scenario or offer.first())

    @property
    def _say(self) -> Catalogue:
        return catalogue(self._options.language)

    def compose(self) -> ComposeResult:
        """The choices, and beside them what the drill is about."""
        yield Static(id="mark", markup=False)
        with Horizontal():
            yield OptionList(markup=False)
            yield Panel(lambda width: about_text(self._offer, self._options, self._say, width))
        yield KeyBar()

    def on_mount(self) -> None:
        """The cursor is on the line that begins."""
        self._show()
        self.query_one(OptionList).highlighted = 0

    def on_resize(self) -> None:
        """More room, wider columns."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        say, listed = self._say, self.query_one(OptionList)
        at = listed.highlighted
        width = max(20, listed.scrollable_content_region.width)
        lines = option_lines(FIELDS, self._offer, self._options, say, width)
        listed.set_options(Option(paint(part), id=name) for name, part in zip(FIELDS, lines, strict=True))
        listed.highlighted = at
        self.query_one("#mark", Static).update(Content(f"{say('mark.drill')} {say('tui.start.title')}\n"))
        self.query_one(Panel).border_title = Content(say("tui.start.about"))
        self.query_one(Panel).show()
        keys = [("Enter", say("tui.start.enter")), (say("tui.key.arrows"), say("tui.key.move"))]
        self.query_one(KeyBar).show([*keys, ("s", say("tui.start.begin")), ("q", say("tui.act.quit"))])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin, or change this line."""
        name = FIELDS[event.option_index]
        if name == "begin":
            self.action_begin()
        else:
            self.app.run_worker(self._change(name), group="deed", exclusive=True)

    async def _change(self, name: str) -> None:
        change: Callable[[], Awaitable[PlayOptions | None]] = getattr(self, f"_{name}")
        options = await change()
        if options:
            self._options = options
            self.post_message(self.Chosen(options, begin=False))
            self._show()

    def action_begin(self) -> None:
        """Begin the drill as it stands here."""
        self.post_message(self.Chosen(self._options, begin=True))

    async def _pick(self, title: str, answers: list[Pickable[Ref]], now: Ref | None) -> Ref | None:
        at = next((i for i, answer in enumerate(answers) if answer.ref == now), 0)
        return await self.app.push_screen_wait(Pick(self._say, self._say(title), "", answers, at=at))

    async def _tick(
        self, title: str, question: str, answers: list[Pickable[str]], now: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        say = self._say
        dialog = Tick(say, say(title), say(question), answers, now, done=say("tui.key.done"))
        return await self.app.push_screen_wait(dialog)

    async def _language(self) -> PlayOptions | None:
        names = [Pickable(language, catalogue(language)("tui.language")) for language in LANGUAGES]
        found = await self._pick("tui.start.language", names, self._options.language)
        return replace(self._options, language=found) if found else None

    async def _scenario(self) -> PlayOptions | None:
        answers = self._offer.scenarios(self._say)
        found = await self._pick("tui.start.scenario", answers, self._options.scenario)
        return replace(self._options, scenario=found, chart=None, posts=(), absent=()) if found else None

    async def _chart(self) -> PlayOptions | None:
        now = self._options.chart or self._offer.drill(self._options)[0].chart
        found = await self._pick("tui.start.chart", self._offer.charts(self._say), now)
        return replace(self._options, chart=found, posts=(), absent=()) if found else None

    async def _posts(self) -> PlayOptions | None:
        say, (_, chart) = self._say, self._offer.drill(self._options)
        answers = [Pickable(ALL, say("tui.start.all"))]
        answers += [Pickable(post, chart.posts[post].name.get(say.language)) for post in wanted_posts(chart, (ALL,))]
        now = self._offer.posts(self._options)
        ticked = (ALL,) if ALL in self._options.posts else now
        found = await self._tick("tui.start.posts", "tui.start.posts_how", answers, ticked)
        return None if found is None else replace(self._options, posts=found)

    async def _absent(self) -> PlayOptions | None:
        say, (_, chart) = self._say, self._offer.drill(self._options)
        names = chart.without_personal_data().persons
        answers = [Pickable(person, p.name.get(say.language)) for person, p in names.items()]
        found = await self._tick("tui.start.absent", "tui.start.absent_how", answers, self._options.absent)
        return None if found is None else replace(self._options, absent=found)

    async def _speed(self) -> PlayOptions | None:
        answers = [Pickable(float(speed), self._say("tui.start.times", speed=speed)) for speed in SPEEDS]
        found = await self._pick("tui.start.speed", answers, self._options.speed)
        return replace(self._options, speed=found) if found else None

    async def _seed(self) -> PlayOptions | None:
        say = self._say
        found = await self.app.push_screen_wait(
            Ask(say, say("tui.start.seed"), say("tui.start.seed_how"), number=True, value=str(self._options.seed))
        )
        return replace(self._options, seed=int(found)) if found else None
