"""The planner's application: one chart, one screen; the file is only written when a repair has been confirmed."""

from __future__ import annotations

from dataclasses import replace

from drill.analysis.lint import hindered, lint_chart
from drill.model.load import load_chart
from drill.tui.kit.shell import Shell
from drill.tui.planner.screen import Planner
from drill.tui.planner.state import PlanOptions
from drill.tui.planner.thinking import PAUSE_S


class PlannerApp(Shell[None]):
    """Nothing is lost by leaving, so nobody is asked. `pause_s`: see `Thinking`."""

    marked = False
    too_small = "planner.too_small"

    def __init__(self, options: PlanOptions, *, pause_s: float = PAUSE_S) -> None:
        super().__init__(options.language)
        self._options = options
        self._pause_s = pause_s
        self.title = self.say("planner.title")

    def on_mount(self) -> None:
        """The one screen."""
        self.push_screen(Planner(self, self._options, self._pause_s))

    def on_planner_written(self, message: Planner.Written) -> None:
        """Look at the file as it is now."""
        loaded = load_chart(self._options.loaded.file)
        if loaded.value is not None and not hindered(lint_chart(loaded)):
            options = replace(self._options, loaded=loaded, toggles=message.toggles)
            self.switch_screen(Planner(self, options, self._pause_s))


def plan(options: PlanOptions) -> None:
    """Show the screen until somebody leaves; a defect in it is raised once the terminal is itself again."""
    PlannerApp(options).run_through()
