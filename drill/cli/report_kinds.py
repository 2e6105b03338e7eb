"""Every document that `drill report` makes: what it is made of, and its builder, imported when it is wanted.

Another kind joins by an entry in `KINDS` and its words `report.kind.NAME`.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from drill.analysis.lint import check_pair
from drill.cli.looking import usable_chart
from drill.cli.recording import Recording, open_recording
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.library import Entry, find_chart, find_scenario, list_charts, list_scenarios, list_transcripts
from drill.model.load import load_files
from drill.model.problems import format_problem, nearest
from drill.model.scenario import Scenario
from drill.text.catalogue import Language

if TYPE_CHECKING:
    from drill.report.blocks import Document

Source = Literal["scenario", "chart", "transcript", "year"]
_LISTS: dict[Source, Callable[[], list[Entry]]] = {
    "scenario": list_scenarios,
    "chart": list_charts,
    "transcript": list_transcripts,
}


@dataclass(frozen=True)
class Request:
    """A document that is wanted: of `name`, which is a `source` (None: of nothing in particular)."""

    source: Source | None
    name: str
    args: Namespace
    terminal: Terminal

    @property
    def language(self) -> Language:
        return self.terminal.language

    def chart(self) -> Chart:
        """The chart, nameless unless names were asked for; UsageError if it cannot be used."""
        return self._named(usable_chart(self.name, self.terminal)[1])

    def pair(self) -> tuple[Chart, Scenario]:
        """The scenario and the chart it is played on; UsageError, after its errors were said, if it cannot be."""
        pair = check_pair(find_scenario(self.name), find_chart(self.args.chart) if self.args.chart else None)
        chart, scenario = pair.chart.value if pair.chart else None, pair.scenario.value
        if chart is None or scenario is None or not pair.playable:
            errors = (each for each in pair.problems if each.severity == "error")
            self.terminal.note(*(format_problem(each, self.terminal.say) for each in errors))
            raise UsageError("report.unusable", pair.scenario.file)
        return self._named(chart), scenario

    def recording(self) -> Recording:
        """A recorded drill; what is missing of it is said on stderr."""
        return open_recording(self.name, self.terminal)

    def folder(self) -> Path:
        """The folder of a year."""
        return Path(self.name)

    def _named(self, chart: Chart) -> Chart:
        return chart if self.args.with_personal_data else chart.without_personal_data()


@dataclass(frozen=True)
class Kind:
    """One kind of document: what it can be made of (`of_nothing`: also without a source), and what makes it."""

    sources: tuple[Source, ...]
    build: Callable[[Request], Document]
    of_nothing: bool = False


def source_of(name: str, among: tuple[Source, ...]) -> Source:
    """What a name or file is. Where only one thing is possible it is that; its finder says what is wrong with it."""
    if len(among) == 1:
        return among[0]
    path = Path(name)
    found: Source | None = None
    if path.is_dir():
        found = "year"
    elif path.suffix == ".jsonl":
        found = "transcript"
    elif path.is_file() or len(path.parts) > 1:
        found = "scenario" if load_files([path]).scenarios else "chart"
    else:
        found = next((s for s, entries in _LISTS.items() if name in {e.name for e in entries()} and s in among), None)
    if found in among:
        return found
    known = {entry.name for source, entries in _LISTS.items() if source in among for entry in entries()}
    raise UsageError("report.no_such_source", name=name, near=nearest(name, known))


def _msel(request: Request) -> Document:
    from drill.report.documents.msel import msel

    return msel(*request.pair(), request.language)


KINDS: dict[str, Kind] = {
    "msel": Kind(("scenario",), _msel),
}
