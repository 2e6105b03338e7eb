"""Every document that `drill report` makes: what it is made of, and its builder, imported when it is wanted.

Another kind joins by an entry in `KINDS` and its words `report.kind.NAME`.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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
    from drill.report.blocks import Document
    from drill.year.folder import YearFolder

OPTIONS = ("post", "paper", "with_personal_data")
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

    def posts(self, chart: Chart) -> tuple[str, ...]:
        """The posts asked for with `--post`."""
        return posts(chart, split(self.args.post))

    @cached_property
    def recording(self) -> DrillLog:
        """A recorded drill; what is missing of it is said on stderr."""
        return open_recording(self.name, self.terminal)

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


def _msel(request: Request) -> Document:
    from drill.report.documents.msel import msel

    return msel(*request.pair, request.language)


def _handbook(request: Request) -> Document:
    from drill.report.documents.handbook import handbook

    return handbook(*request.pair, request.language)


def _handout(request: Request) -> Document:
    from drill.report.documents.handout import handout

    chart, scenario = request.pair
    return handout(chart, scenario, request.language, request.posts(chart), request.named)


def _role_cards(request: Request) -> Document:
    from drill.report.documents.cards import role_cards

    chart, scenario = request.either()
    return role_cards(chart, scenario, request.language, request.posts(chart), request.named)


def _contact_cards(request: Request) -> Document:
    from drill.report.documents.cards import contact_cards

    chart, scenario = request.either()
    return contact_cards(chart, scenario, request.language, request.posts(chart), request.named)


def _incident_record(request: Request) -> Document:
    from drill.report.documents.incident_record import incident_record

    return incident_record(request.pair if request.source else None, request.language)


def _results(request: Request) -> Document:
    from drill.report.documents.results import result_table

    return result_table(request.year.year, request.language, request.args.paper)


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
    from drill.cli.evaluating import earlier_evaluations, find_evaluation
    from drill.report.documents.after_action import after_action
    from drill.scoring.score import score

    recording = request.recording
    result = score(recording.rows)
    evaluation = find_evaluation(recording, result, request.terminal).value
    earlier = earlier_evaluations(recording.path.parent) if evaluation and evaluation.follows else ()
    return after_action(result, evaluation, request.language, recording.head, earlier)


def _evaluation_guide(request: Request) -> Document:
    from drill.cli.evaluating import find_evaluation
    from drill.report.documents.evaluation_guide import evaluation_guide, evaluation_guide_after
    from drill.scoring.score import score

    if request.source == "scenario":
        return evaluation_guide(*request.pair, request.language)
    recording = request.recording
    result = score(recording.rows)
    return evaluation_guide_after(result, find_evaluation(recording, result, request.terminal).value, request.language)


def _improvement_plan(request: Request) -> Document:
    from drill.cli.evaluating import earlier_evaluations
    from drill.report.documents.improvement_plan import improvement_plan
    from drill.year.improvement import track

    today = date.today()
    return improvement_plan(track(earlier_evaluations(Path(request.name)), today), today, request.language)


def _minutes(request: Request) -> Document:
    from drill.report.documents.minutes import minutes

    return minutes(request.meeting(), request.language)


KINDS: dict[str, Kind] = {
    "after-action": Kind(("transcript",), _after_action),
    "evaluation-guide": Kind(("scenario", "transcript"), _evaluation_guide),
    "minutes": Kind(("meeting",), _minutes),
    "improvement-plan": Kind(("year",), _improvement_plan),
    "results": Kind(("year",), _results, options=("paper",)),
    "test-results": Kind(("year",), _test_results),
    "drill-paper": Kind(("year",), _drill_paper, options=("paper",)),
    "self-check": Kind(("year", "selfcheck"), _self_check, options=("paper",)),
    "comparison": Kind(("year",), _comparison),
    "handbook": Kind(("scenario",), _handbook),
    "handout": Kind(("scenario",), _handout, options=("post", "with_personal_data")),
    "msel": Kind(("scenario",), _msel),
    "role-cards": Kind(("scenario", "chart"), _role_cards, options=("post", "with_personal_data")),
    "contact-cards": Kind(("scenario", "chart"), _contact_cards, options=("post", "with_personal_data")),
    "incident-record": Kind(("scenario",), _incident_record, of_nothing=True),
}
