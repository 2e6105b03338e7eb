"""The screen of an anonymous self-check: one person after the other, of whom nothing stays once they have handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drill.model.questionnaire import SelfCheck
from drill.text.catalogue import Language
from drill.tui.answering.filling import Filling
from drill.tui.answering.questions import Questions
from drill.tui.answering.welcome import Welcome
from drill.tui.kit.dialog import Dialog
from drill.tui.kit.shell import Shell
from drill.year.tally import AnswerSheet, Respondents

HandIn = Callable[[str, AnswerSheet], str | None]
"""Counts a sheet of a group; None, or a sentence why it was refused."""


class KioskApp(Shell[None]):
    """Welcomes one person after the other; how many have handed in is all it remembers."""

    marked = False
    too_small = "planner.too_small"

    def __init__(self, check: SelfCheck, groups: Sequence[Respondents], language: Language, hand_in: HandIn) -> None:
        super().__init__(language)
        self.check = check
        self.groups = tuple(groups)
        self.title = check.title.get(language)
        self.handed_in = 0
        self._hand_in = hand_in

    def on_mount(self) -> None:
        """Ready for the first."""
        self.push_screen(Welcome(self.say, self.check, self.groups, self.take))

    def take(self, filling: Filling) -> str | None:
        """Hand in; a sentence if it was refused."""
        refused = self._hand_in(filling.group.name, filling.sheet)
        self.handed_in += refused is None
        return refused

    def action_ask_to_leave(self) -> None:
        """A dialog closes, a screen asks; too small to ask, it ends unless answers would be lost."""
        if isinstance(self.screen, Dialog | Questions | Welcome):
            self.screen.action_leave()
        elif not any(isinstance(each, Questions) for each in self.screen_stack):
            self.exit()


def kiosk(check: SelfCheck, groups: Sequence[Respondents], language: Language, hand_in: HandIn) -> int:
    """Let people of these groups answer, one after the other; how many have handed in."""
    app = KioskApp(check, groups, language, hand_in)
    app.run_through()
    return app.handed_in
