"""All problems of charts and scenarios before a drill: what `drill check`, play and run go by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drill.analysis.deputies import deputy_rings
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.check import Check, check_chart, check_scenario, check_year_file
from drill.model.findings import Findings
from drill.model.library import find_chart, find_scenario, list_charts
from drill.model.load import Loaded, load_chart, load_files, load_scenario
from drill.model.problems import PLAYABLE, Problem, in_order

if TYPE_CHECKING:
    from drill.model.scenario import Scenario


@dataclass(frozen=True)
class Pair:
    """A scenario with the chart it is played on, and all problems of both."""

    scenario: Loaded[Scenario]
    chart: Loaded[Chart] | None
    problems: tuple[Problem, ...]

    @property
    def playable(self) -> bool:
        """Whether no problem hinders a drill; then both have a value."""
        return not hindered(self.problems)

    @property
    def misfit(self) -> str:
        """The chart a scenario is written for, where all that hinders is that it is to be played on another."""
        scenario, chart = self.scenario.value, self.chart.value if self.chart else None
        if scenario is None or chart is None or scenario.chart == chart.id or self.playable:
            return ""
        elsewhere = any(each.severity == "error" and each.file != self.scenario.file for each in self.problems)
        return "" if elsewhere else scenario.chart

    def played_on(self) -> tuple[Scenario, Chart]:
        """Both; UsageError if a problem hinders a drill."""
        if self.chart is None or self.chart.value is None or self.scenario.value is None or not self.playable:
            errors = sum(each.severity == "error" for each in self.problems)
            raise UsageError("play.has_problems", self.scenario.file, number=errors)
        return self.scenario.value, self.chart.value


def hindered(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems makes a chart or scenario useless."""
    return any(each.severity == "error" and each.code not in PLAYABLE for each in problems)


def find_pair(scenario: str, chart: str | None) -> Pair:
    """A scenario and the chart it will be played on, by name or file; UsageError if one cannot be found."""
    return check_pair(find_scenario(scenario), find_chart(chart) if chart else None)


def check_pair(scenario_path: Path, chart_path: Path | None = None) -> Pair:
    """A scenario and the chart it will be played on: `chart_path` or, without one, its default chart."""
    scenario = load_scenario(scenario_path)
    chart_path = chart_path or default_chart(scenario)
    chart = load_chart(chart_path) if chart_path else None
    found = [*lint_scenario(scenario, chart), *(lint_chart(chart) if chart else ())]
    return Pair(scenario, chart, tuple(in_order(found)))


def check_files(
    paths: Iterable[Path | str],
    chart_path: Path | None = None,
    lint: Callable[[Loaded[Chart]], list[Problem]] | None = None,
) -> list[Problem]:
    """All problems of the files, and of the charts and scenarios in the folders, among `paths`.

    `lint` says what is wrong with the charts among them; without it, what hinders a drill. A scenario is checked
    against `chart_path`, else against its default chart: the one among `paths` with its name, beside it, local or
    shipped. A chart that was not asked for is only said to have errors, if it has. UsageError if `chart_path` is of
    no use, since all files are charts.
    """
    files = load_files(dict.fromkeys(files_of(paths)))
    charts, scenarios = files["charts"], files["scenarios"]
    if chart_path and charts and not scenarios and all(chart.partial for chart in charts):
        raise UsageError("cli.check.no_scenario")
    found = [each for chart in charts for each in (lint or lint_chart)(chart)]
    given = load_chart(chart_path) if chart_path else None
    if given:
        found += lint_chart(given)
    named = {Path(chart.file).stem: chart for chart in charts}
    for scenario in scenarios:
        name = scenario.partial.chart if scenario.partial else ""
        chart = given or named.get(name)
        if chart is None and (path := default_chart(scenario)):
            chart = named[name] = load_chart(path)
            found += lint_scenario(scenario, chart, partial(_errors_elsewhere, chart=chart))
        else:
            found += lint_scenario(scenario, chart)
    if any(files[kind] for kind in files.keys() - {"charts", "scenarios"}):
        found += _year_problems(files)
    return in_order(found)


def _year_problems(files: dict[str, list[Loaded[Any]]]) -> Iterator[Problem]:
    from drill.model.check_evaluation import check_evaluation

    for loaded in (*files["programs"], *files["banks"], *files["selfchecks"]):
        yield from check_year_file(loaded, _file_name)
    for evaluation in files["evaluations"]:
        yield from check_evaluation(evaluation)


def lint_chart(chart: Loaded[Chart]) -> list[Problem]:
    """All problems of a loaded chart that hinder a drill; for the planning rules see `planning`."""
    return check_chart(chart, _file_name, *([_rings] if chart.value else ()))


def _rings(found: Findings[Chart]) -> None:
    for ring in deputy_rings(found.value):
        found.add("OC115", ("posts", ring[0], "deputies"), key=True, ring=" → ".join((*ring, ring[0])))


def lint_scenario(scenario: Loaded[Scenario], chart: Loaded[Chart] | None, *more: Check) -> list[Problem]:
    """All problems of a loaded scenario on a chart; None where its chart cannot be found."""
    whole = chart is not None and chart.value is not None
    checks = (_file_name, *more) if chart else (_file_name, _no_chart, *more)
    return check_scenario(scenario, _readable(chart), *checks, whole=whole)


def _no_chart(found: Findings[Scenario]) -> None:
    found.unknown("SC100", ("chart",), found.value.chart, [entry.name for entry in list_charts()])


def default_chart(scenario: Loaded[Scenario]) -> Path | None:
    """The chart a scenario names: beside it, local or shipped."""
    if scenario.partial is None:
        return None
    try:
        return find_chart(scenario.partial.chart, beside=Path(scenario.file))
    except UsageError:
        return None


def _readable(chart: Loaded[Chart] | None) -> Chart | None:
    """A chart's value, or of one with mistakes what could be read, if no post is missing from it."""
    if chart is None or chart.partial is None:
        return None
    posts = {name for section, name in chart.names if section == "posts"}
    return chart.partial if posts <= chart.partial.posts.keys() else None


def _file_name(found: Findings[Any]) -> None:
    """A file is found by its name, but transcripts and results carry its `id`; a year's copy is found by its folder."""
    path = Path(found.loaded.file)
    of_year = path.name == "program.yaml" and path.with_name("year.jsonl").is_file()
    if found.value.id != path.stem and not of_year:
        found.add("MD052", ("id",), name=found.value.id, stem=path.stem)


def _errors_elsewhere(found: Findings[Scenario], chart: Loaded[Chart]) -> None:
    if errors := sum(each.severity == "error" for each in lint_chart(chart)):
        found.add("SC110", ("chart",), chart=chart.file, errors=errors)


def files_of(paths: Iterable[Path | str]) -> Iterator[Path]:
    """The paths themselves; of a folder its YAML files and those of `orgcharts` and `scenarios` in it."""
    for path in map(Path, paths):
        if path.is_dir():
            year = (path / "scenarios" / kind for kind in ("programs", "banks", "selfchecks"))
            for folder in (path, path / "orgcharts", path / "scenarios", *year):
                yield from sorted(file for ending in ("*.yaml", "*.yml") for file in folder.glob(ending))
        else:
            yield path
