"""The planner's application: one chart, one screen; the file is only written when a repair has been confirmed."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Resize

from drill.analysis.lint import hindered, lint_chart
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.model.load import Loaded, load_chart
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.tui.kit import japanese
from drill.tui.kit.themes import THEMES, TOASTS
from drill.tui.kit.toosmall import SMALLEST, TooSmall
from drill.tui.planner.analyst import PAUSE_S
from drill.tui.planner.screen import Planner
from drill.tui.planner.state import Toggles


@dataclass(frozen=True)
class PlanOptions:
    """The chart, which must have a value, and how it is looked at first."""

    loaded: Loaded[Chart]
    today: date
    situation: Situation = field(default_factory=Situation)
    origins: tuple[str, ...] = ()
    language: Language = "en"
    theme: Literal["drill-dark", "drill-light"] = "drill-dark"

    @property
    def chart(self) -> Chart:
        """The chart."""
        assert self.loaded.value is not None
        return self.loaded.value


class PlannerApp(App[None]):
    """Nothing is lost by leaving, so nobody is asked. `pause_s`: see `Analyst`."""

    ENABLE_COMMAND_PALETTE = False
    CSS = TOASTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("f3", "turn_theme", show=False),
    ]

    def __init__(self, options: PlanOptions, *, pause_s: float = PAUSE_S) -> None:
        japanese.install()
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = options.theme
        self.options = options
        self.pause_s = pause_s
        self.say: Catalogue = catalogue(options.language)
        self.title = self.say("planner.title")

    def on_mount(self) -> None:
        """The one screen."""
        self.push_screen(Planner(self, Toggles(self.options.situation, self.options.origins)))

    def reload(self, toggles: Toggles) -> None:
        """The file has been written: look at it as it is now."""
        loaded = load_chart(self.options.loaded.file)
        if loaded.value is not None and not hindered(lint_chart(loaded)):
            self.options = replace(self.options, loaded=loaded)
            self.switch_screen(Planner(self, toggles))

    def tell(self, text: str) -> None:
        """A passing remark, in place of the one before."""
        self.clear_notifications()
        self.notify(text, timeout=4, markup=False)

    def action_turn_theme(self) -> None:
        """Light or dark."""
        self.theme = THEMES[self.theme == THEMES[0].name].name

    def on_resize(self, event: Resize) -> None:
        """A terminal that is too small says so."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall(self.say, "planner.too_small"))
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def _fatal_error(self) -> None:
        """Leave without Textual's own traceback: `plan` raises what happened."""
        self._close_messages_no_wait()


def plan(options: PlanOptions) -> None:
    """Show the screen until somebody leaves; a defect in it is raised once the terminal is itself again."""
    app = PlannerApp(options)
    gc.freeze()  # else the collector goes through the whole chart between two keys, a tenth of a second each time
    app.run()
    if app._exception:
        raise app._exception
