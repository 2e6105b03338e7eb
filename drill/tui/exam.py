"""The application of the short test: one person, one paper, one result, kept as soon as it is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Resize

from drill.errors import DrillError
from drill.model.questionnaire import Service
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.tui import japanese
from drill.tui.exam_screens import Asking, Explained, service_question
from drill.tui.exam_state import Sitting
from drill.tui.pick import Answer, Pick
from drill.tui.themes import THEMES
from drill.tui.toosmall import SMALLEST, TooSmall
from drill.year.events import TestResult
from drill.year.quiz import Paper, grade


@dataclass(frozen=True)
class ExamOptions:
    """The paper and who takes it; without `service` it is asked. `keep` stores a result and says where it went."""

    paper: Paper
    language: Language = "en"
    member: str = ""
    service: Service | None = None
    keep: Callable[[TestResult], str] | None = None
    theme: Literal["drill-dark", "drill-light"] = "drill-dark"


@dataclass(frozen=True)
class Sat:
    """What is left of it: no result if it was not handed in, and why a result could not be kept."""

    result: TestResult | None = None
    problem: DrillError | OSError | None = field(default=None, compare=False)


class ExamApp(App[None]):
    """Leaving before the end keeps nothing, so it is asked about."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("f3", "turn_theme", show=False),
    ]

    def __init__(self, options: ExamOptions) -> None:
        japanese.install()
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = options.theme
        self.options = options
        self.say: Catalogue = catalogue(options.language)
        self.title = self.say("mark.drill")
        self.outcome = Sat()
        self.kept = ""
        self._leaving = False

    def on_mount(self) -> None:
        """The years of service, if they are not known, then the first question."""
        self.push_screen(Asking(self))
        if self.options.service is None:
            self.push_screen(service_question(self), self._serve)

    def _serve(self, found: str | None) -> None:
        if found is None:
            self.exit()
        else:
            self.options = replace(self.options, service="first" if found == "first" else "later")

    def title_of(self, say: Catalogue) -> str:
        """What the test is on."""
        return say("exam.title", banks=tuple(bank.title for bank in self.options.paper.banks))

    def hand_in(self, sitting: Sitting) -> None:
        """Grade it, keep it, explain it."""
        options = self.options
        result = grade(options.paper, sitting.taken, options.member, options.service)
        self.outcome, self.kept = Sat(result), self.say("exam.not_kept")
        if options.keep:
            try:
                self.kept = options.keep(result)
            except (DrillError, OSError) as problem:
                self.outcome, self.kept = Sat(result, problem), self.say("exam.keeping_failed")
        self.switch_screen(Explained(self, sitting))

    def action_ask_to_leave(self) -> None:
        """Ask, unless it has been handed in; whoever insists may leave."""
        if self.outcome.result or self._leaving:
            self.exit()
            return
        say, self._leaving = self.say, True
        answers = [Answer(each, say(f"exam.leave.{each}")) for each in ("stay", "leave")]
        title = f"{say('mark.drill')} {say('exam.leave.title')}"
        self.push_screen(Pick(say, title, say("exam.leave"), answers), self._leave)

    def _leave(self, found: str | None) -> None:
        self._leaving = False
        if found == "leave":
            self.exit()

    def action_leave(self) -> None:
        """The test is over."""
        self.exit()

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
        """Leave without Textual's own traceback: `sit` raises what happened."""
        self._close_messages_no_wait()


def sit(options: ExamOptions) -> Sat:
    """Let somebody take the test; a defect in a screen is raised once the terminal is itself again."""
    app = ExamApp(options)
    app.run()
    if app._exception:
        raise app._exception
    return app.outcome
