"""The application of the short test: one person, one paper, one result, kept as soon as it is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from drill.errors import DrillError
from drill.model.questionnaire import Service
from drill.text.catalogue import Language
from drill.tui.answering.exam_screens import Asking, Explained
from drill.tui.answering.exam_text import test_title
from drill.tui.answering.filling import Sitting
from drill.tui.answering.listed import service_question
from drill.tui.kit.pick import Pick, offered
from drill.tui.kit.shell import Shell
from drill.year.events import TestResult
from drill.year.quiz import TestPaper, grade


@dataclass(frozen=True)
class ExamOptions:
    """The paper and who takes it; without `service` it is asked. `keep` stores a result and says where it went."""

    paper: TestPaper
    language: Language = "en"
    member: str = ""
    service: Service | None = None
    keep: Callable[[TestResult], str] | None = None


@dataclass(frozen=True)
class Sat:
    """What is left of it: no result if it was not handed in, and why a result could not be kept."""

    result: TestResult | None = None
    problem: DrillError | OSError | None = field(default=None, compare=False)


class ExamApp(Shell[None]):
    """Leaving before the end keeps nothing, so it is asked about."""

    too_small = "planner.too_small"

    def __init__(self, options: ExamOptions) -> None:
        super().__init__(options.language)
        self.options = options
        self.outcome = Sat()

    def on_mount(self) -> None:
        """The years of service, if they are not known, then the first question."""
        self.push_screen(Asking(self.say, Sitting.of(self.options.paper)))
        if self.options.service is None:
            self.push_screen(service_question(self.say, test_title(self.options.paper, self.say)), self._serve)

    def _serve(self, found: Service | None) -> None:
        if found is None:
            self.exit()
        else:
            self.options = replace(self.options, service=found)

    def on_asking_handed_in(self, message: Asking.HandedIn) -> None:
        """Grade it, keep it, explain it."""
        options, sitting = self.options, message.sitting
        if self.outcome.result:
            return
        result = grade(options.paper, sitting.taken, options.member, options.service)
        self.outcome, kept = Sat(result), self.say("exam.not_kept")
        if options.keep:
            try:
                kept = options.keep(result)
            except (DrillError, OSError) as problem:
                self.outcome, kept = Sat(result, problem), self.say("exam.keeping_failed")
        self.switch_screen(Explained(self.say, sitting, result, kept))

    def farewell(self) -> Pick[str] | None:
        """Once it has been handed in, nothing is lost."""
        if self.outcome.result:
            return None
        answers = offered(self.say, "exam.leave.stay", "exam.leave.leave")
        return Pick(self.say, self.say("exam.leave.title"), self.say("exam.leave"), answers)


def sit(options: ExamOptions) -> Sat:
    """Let somebody take the test."""
    app = ExamApp(options)
    app.run_through()
    return app.outcome
