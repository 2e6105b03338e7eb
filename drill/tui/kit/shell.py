"""What the short test and the self-check share: an application with questions, which asks before answers are lost."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Resize

from drill.text.catalogue import Catalogue, Language, catalogue
from drill.tui.kit import japanese
from drill.tui.kit.themes import THEMES
from drill.tui.kit.toosmall import SMALLEST, TooSmall


class AnsweringApp(App[None]):
    """Whatever wants to leave asks first."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("f3", "turn_theme", show=False),
    ]

    def __init__(self, language: Language, theme: str = THEMES[0].name) -> None:
        japanese.install()
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self.say: Catalogue = catalogue(language)

    @abstractmethod
    def action_ask_to_leave(self) -> None:
        """Ask whether to leave."""

    def action_turn_theme(self) -> None:
        """Light or dark."""
        self.theme = THEMES[self.theme == THEMES[0].name].name

    def on_resize(self, event: Resize) -> None:
        """A terminal that is too small says so."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall(self.say, "exam.too_small"))
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def _fatal_error(self) -> None:
        """Leave without Textual's own traceback: `run_through` raises what happened."""
        self._close_messages_no_wait()

    def run_through(self) -> None:
        """Run to the end; a defect in a screen is raised once the terminal is itself again."""
        self.run()
        if self._exception:
            raise self._exception
