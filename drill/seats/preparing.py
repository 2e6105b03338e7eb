"""Preparing a drill: files are found and loaded, absences and played posts get their names. No engine is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drill.analysis.lint import Pair, check_pair
from drill.errors import UsageError
from drill.exercise.contact.setup import Setup
from drill.model.chart import Chart
from drill.model.library import find_chart, find_scenario
from drill.model.people import persons, posts
from drill.model.scenario import Scenario
from drill.seats.options import ALL, Choices


@dataclass(frozen=True, slots=True)
class Drill:
    """A drill as it is about to begin. `chart` has the names of people, which `setup` has not."""

    chart: Chart
    setup: Setup


def load(choices: Choices) -> Pair:
    """Scenario and chart with all their problems; UsageError if one cannot be found."""
    return check_pair(find_scenario(choices.scenario or ""), find_chart(choices.chart) if choices.chart else None)


def playable(pair: Pair) -> tuple[Scenario, Chart]:
    """What has been loaded; UsageError if a drill cannot be played on it."""
    chart = pair.chart.value if pair.chart else None
    if chart is None or pair.scenario.value is None or not pair.playable:
        errors = sum(each.severity == "error" for each in pair.problems)
        raise UsageError("play.has_problems", pair.scenario.file, number=errors)
    return pair.scenario.value, chart


def prepare(choices: Choices, pair: Pair) -> Drill:
    """Set up a drill that has been loaded; UsageError if it has errors or lacks a post or person that is named."""
    scenario, chart = playable(pair)
    setup = Setup.make(
        chart,
        scenario,
        seed=choices.seed,
        start=choices.start,
        played=wanted_posts(chart, choices.posts),
        absent=persons(chart, choices.absent),
        away=persons(chart, choices.away),
    )
    return Drill(chart, setup)


def wanted_posts(chart: Chart, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The posts that are meant; of `all`, those that can be played."""
    if ALL in wanted:
        return tuple(post for post, p in chart.posts.items() if p.in_scope and not p.external)
    return posts(chart, wanted)


def first_posts(chart: Chart, scenario: Scenario) -> tuple[str, ...]:
    """The post the scenario begins with."""
    first = min(scenario.injects.values(), key=lambda inject: (inject.opens.when is not None, inject.opens.at_min))
    begins = [post for ref in (*scenario.origin, *first.to) for post in chart.resolve(ref)]
    return tuple(begins[:1])


def free(path: Path) -> Path:
    """The path, or one with a number where a file is there already."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
