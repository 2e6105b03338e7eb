"""The start screen: everything is chosen already; Enter begins, and each line can be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from drill.errors import DrillError
from drill.exercise.clock import SPEEDS
from drill.seats.options import ALL, PlayOptions
from drill.seats.preparing import wanted_posts
from drill.text.catalogue import LANGUAGES, Catalogue, catalogue
from drill.text.choices import TUI_START
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
_RESET: dict[str, dict[str, Any]] = {
    "scenario": {"chart": None, "posts": (), "absent": ()},
    "chart": {"posts": (), "absent": ()},
}
"""What goes with another scenario or chart: the names chosen were those of the one before."""


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

    def on_resize(self) -> None:
        """More room, wider columns."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        say, listed = self._say, self.query_one(OptionList)
        at = listed.highlighted
        width = max(20, listed.scrollable_content_region.width)
        lines = option_lines(FIELDS, self._offer, self._options, say, width)
        listed.set_options(Option(paint(part)) for part in lines)
        listed.highlighted = at or 0
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
        try:
            found = await self.app.push_screen_wait(self._dialog(name))
        except DrillError:
            return  # scenario and chart do not go together, as this very line says
        if found is not None:
            value = int(found) if name == "seed" else found
            self._options = replace(self._options, **{**_RESET.get(name, {}), name: value})
            self.post_message(self.Chosen(self._options, begin=False))
            self._show()

    def action_begin(self) -> None:
        """Begin the drill as it stands here."""
        self.post_message(self.Chosen(self._options, begin=True))

    def _dialog(self, name: str) -> Screen[Any]:
        """What asks for a choice: it answers with the new one, or None."""
        say, offer, options = self._say, self._offer, self._options
        match name:
            case "language":
                answers = [Pickable(language, catalogue(language)("tui.language")) for language in LANGUAGES]
                return self._pick(name, answers, options.language)
            case "scenario":
                return self._pick(name, offer.scenarios(say), options.scenario)
            case "chart":
                return self._pick(name, offer.charts(say), options.chart or offer.drill(options)[0].chart)
            case "speed":
                speeds = [Pickable(float(speed), say("tui.start.times", speed=speed)) for speed in SPEEDS]
                return self._pick(name, speeds, options.speed)
            case "posts":
                posts, every = offer.drill(options)[1].posts, wanted_posts(offer.drill(options)[1], (ALL,))
                names = [Pickable(post, posts[post].name.get(say.language)) for post in every]
                now = (ALL,) if ALL in options.posts else offer.posts(options)
                return self._tick(name, "tui.start.posts_how", [Pickable(ALL, say("tui.start.all")), *names], now)
            case "absent":
                people = offer.drill(options)[1].without_personal_data().persons
                names = [Pickable(person, entry.name.get(say.language)) for person, entry in people.items()]
                return self._tick(name, "tui.start.absent_how", names, options.absent)
        return Ask(say, say("tui.start.seed"), say("tui.start.seed_how"), number=True, value=str(options.seed))

    def _pick(self, name: str, answers: list[Pickable[Ref]], now: Ref | None) -> Pick[Ref]:
        at = next((i for i, answer in enumerate(answers) if answer.ref == now), 0)
        return Pick(self._say, self._say(TUI_START[name]), "", answers, at=at)

    def _tick(self, name: str, question: str, answers: list[Pickable[str]], now: tuple[str, ...]) -> Tick:
        say = self._say
        return Tick(say, say(TUI_START[name]), say(question), answers, now, done=say("tui.key.done"))
