"""Every document that `drill report` makes: what it is made of, and its builder, imported when it is wanted.

Another kind joins by an entry in `KINDS` and its words `report.kind.NAME`.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from drill.analysis.lint import find_pair
from drill.cli.arguments import split
from drill.cli.looking import usable_chart
from drill.cli.recording import open_recording
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.contact.log import DrillLog
from drill.exercise.table.log import MEETING
from drill.exercise.table.state import MeetingState
from drill.model.chart import Chart
from drill.model.library import find_transcript, list_files
from drill.model.load import load_files
from drill.model.people import posts
from drill.model.problems import nearest
from drill.model.scenario import Scenario
from drill.text.catalogue import Language

if TYPE_CHECKING:
    from drill.model.evaluation import Evaluation
    from drill.report.blocks import Document
    from drill.scoring.score import Score
    from drill.year.folder import YearFolder

OPTIONS = ("post", "paper", "with_personal_data", "chart")
"""Options that are for some kinds only; `--chart` is for all that are made of a scenario."""
Source = Literal["scenario", "chart", "transcript", "meeting", "year", "selfcheck"]
_FOLDERS: dict[Source, str] = {
    "scenario": "scenarios",
    "chart": "orgcharts",
    "transcript": "transcripts",
    "selfcheck": "scenarios/selfchecks",
}
"""What the library has by name."""


@dataclass(frozen=True)
class Request:
    """A document that is wanted: of `name`, which is a `source` (None: of nothing in particular).

    What it is made of is read once, however many documents are made of it.
    """

    source: Source | None
    name: str
    args: Namespace
    terminal: Terminal

    @property
    def language(self) -> Language:
        return self.terminal.language

    @property
    def named(self) -> bool:
        """Whether names and numbers were asked for."""
        return bool(self.args.with_personal_data)

    @cached_property
    def chart(self) -> Chart:
        """The chart, nameless unless names were asked for; UsageError if it cannot be used."""
        return self._named(usable_chart(self.name, self.terminal)[1])

    @cached_property
    def pair(self) -> tuple[Chart, Scenario]:
        """The scenario and the chart it is played on; UsageError, after its errors were said, if it cannot be."""
        pair = find_pair(self.name, self.args.chart)
        if not pair.playable:
            self.terminal.errors(pair.problems)
            raise UsageError("cli.mend_first", pair.scenario.file)
        scenario, chart = pair.played_on()
        return self._named(chart), scenario

    def either(self) -> tuple[Chart, Scenario | None]:
        """A chart, with the scenario if one was named."""
        return self.pair if self.source == "scenario" else (self.chart, None)

    @cached_property
    def recording(self) -> DrillLog:
        """A recorded drill; what is missing of it is said on stderr."""
        return open_recording(self.name, self.terminal)

    @cached_property
    def scored(self) -> tuple[Score, Evaluation | None]:
        """What the recorded drill came to, and its evaluation if there is one."""
        from drill.cli.evaluating import find_evaluation
        from drill.scoring.score import score

        result = score(self.recording.rows)
        return result, find_evaluation(self.recording, result, self.terminal).value

    def meeting(self) -> MeetingState:
        """A recorded meeting as far as its log is good."""
        return MEETING.read(find_transcript(self.name)).state

    @cached_property
    def year(self) -> YearFolder:
        """The folder of a year."""
        from drill.year.folder import YearFolder

        return YearFolder.open(Path(self.name))

    def check(self) -> None:
        """UsageError if nothing at all can be made of the source."""
        if self.source in ("scenario", "chart"):
            self.either()
        elif self.source == "transcript":
            self.recording  # noqa: B018 (reading it is the check)
        elif self.source == "meeting":
            self.meeting()

    def _named(self, chart: Chart) -> Chart:
        return chart if self.named else chart.without_personal_data()


@dataclass(frozen=True)
class Kind:
    """One kind of document: what it can be made of (`of_nothing`: also without a source), and what makes it.

    `options` are those of `OPTIONS` that it takes.
    """

    sources: tuple[Source, ...]
    build: Callable[[Request], Document]
    of_nothing: bool = False
    options: tuple[str, ...] = ()


def source_of(name: str, among: tuple[Source, ...]) -> Source:
    """What a name or file is. Where only one thing is possible it is that; its finder says what is wrong with it."""
    if len(among) == 1:
        return among[0]
    path = Path(name)
    found: Source | None = None
    listed = [source for source in among if source in _FOLDERS]
    known = {each.name: source for source in reversed(listed) for each in list_files(_FOLDERS[source])}
    if path.is_dir():
        found = "year"
    elif path.suffix == ".jsonl":
        found = "meeting" if MEETING.begins(path) else "transcript"
    elif path.is_file() or len(path.parts) > 1:
        files = load_files([path])
        found = "scenario" if files["scenarios"] else "selfcheck" if files["selfchecks"] else "chart"
    else:
        found = known.get(name)
    if found in among:
        return found
    raise UsageError("report.no_such_source", name=name, near=nearest(name, known))


def _by(name: str, given: Callable[[Request], Sequence[object]]) -> Callable[[Request], Document]:
    """What makes a document by a function of `drill.report.documents` that takes nothing but what is `given`."""

    def build(request: Request) -> Document:
        module, _, function = name.partition(".")
        found = getattr(import_module(f"drill.report.documents.{module}"), function)(*given(request))
        return cast("Document", found)

    return build


def _of_pair(request: Request) -> Sequence[object]:
    return *request.pair, request.language


def _of_posts(request: Request) -> Sequence[object]:
    chart, scenario = request.either()
    return chart, scenario, request.language, posts(chart, split(request.args.post)), request.named


def _test_results(request: Request) -> Document:
    from drill.model.library import find_bank
    from drill.model.load import load_bank
    from drill.report.documents.test_results import short_test_results
    from drill.year.folder import PROGRAM

    folder = request.year
    tests = (each.test for each in folder.program.activities.values() if each.test)
    names = dict.fromkeys(name for test in tests for name in test.banks)
    loaded = (load_bank(find_bank(name, folder.path / PROGRAM)).value for name in names)
    return short_test_results(folder.year, {bank.id: bank for bank in loaded if bank}, request.language)


def _drill_paper(request: Request) -> Document:
    from drill.cli.year.charts import held
    from drill.report.documents.results import drill_paper

    charts = {name: each.chart for name, each in held(request.year).items()}
    return drill_paper(request.year.year, charts, request.language, request.args.paper)


def _self_check(request: Request) -> Document:
    """Of a year, its closed self-checks; of questionnaires, the figures that were published with them."""
    from drill.cli.year.selfcheck import held_in, published
    from drill.report.documents.selfcheck import selfcheck_papers

    year = request.source != "selfcheck"
    found = held_in(request.year, request.args.paper) if year else [published(request.name)]
    return selfcheck_papers(found, found[0].title.get(request.language), request.language)


def _comparison(request: Request) -> Document:
    from drill.cli.year.compare import SEEDS, document, gather

    return document(gather(Path(request.name), None, SEEDS, request.terminal), request.language)


def _after_action(request: Request) -> Document:
    from drill.cli.evaluating import earlier_evaluations
    from drill.report.documents.after_action import after_action

    recording, (result, evaluation) = request.recording, request.scored
    earlier = earlier_evaluations(recording.path.parent) if evaluation and evaluation.follows else ()
    return after_action(result, evaluation, request.language, recording.head, earlier)


def _evaluation_guide(request: Request) -> Document:
    from drill.report.documents.evaluation_guide import evaluation_guide, evaluation_guide_after

    if request.source == "scenario":
        return evaluation_guide(*request.pair, request.language)
    return evaluation_guide_after(*request.scored, request.language)


def _improvement_plan(request: Request) -> Document:
    from drill.cli.evaluating import earlier_evaluations
    from drill.report.documents.improvement_plan import improvement_plan
    from drill.year.improvement import track

    today = date.today()
    return improvement_plan(track(earlier_evaluations(Path(request.name)), today), today, request.language)


_OF_POSTS = ("post", "with_personal_data")
KINDS: dict[str, Kind] = {
    "after-action": Kind(("transcript",), _after_action),
    "evaluation-guide": Kind(("scenario", "transcript"), _evaluation_guide),
    "minutes": Kind(("meeting",), _by("minutes.minutes", lambda r: (r.meeting(), r.language))),
    "improvement-plan": Kind(("year",), _improvement_plan),
    "results": Kind(
        ("year",), _by("results.result_table", lambda r: (r.year.year, r.language, r.args.paper)), options=("paper",)
    ),
    "test-results": Kind(("year",), _test_results),
    "drill-paper": Kind(("year",), _drill_paper, options=("paper",)),
    "self-check": Kind(("year", "selfcheck"), _self_check, options=("paper",)),
    "comparison": Kind(("year",), _comparison),
    "handbook": Kind(("scenario",), _by("handbook.handbook", _of_pair)),
    "handout": Kind(("scenario",), _by("handout.handout", _of_posts), options=_OF_POSTS),
    "msel": Kind(("scenario",), _by("msel.msel", _of_pair)),
    "role-cards": Kind(("scenario", "chart"), _by("cards.role_cards", _of_posts), options=_OF_POSTS),
    "contact-cards": Kind(("scenario", "chart"), _by("cards.contact_cards", _of_posts), options=_OF_POSTS),
    "incident-record": Kind(
        ("scenario",),
        _by("incident_record.incident_record", lambda r: (r.source and r.pair, r.language)),
        of_nothing=True,
    ),
}
