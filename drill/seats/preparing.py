"""Preparing a drill: files are found and loaded, absences and played posts get their names. No engine is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drill.analysis.lint import Pair, find_pair
from drill.exercise.contact.setup import Setup
from drill.model.chart import Chart
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
    return find_pair(choices.scenario or "", choices.chart)


def prepare(choices: Choices, pair: Pair) -> Drill:
    """Set up a drill that has been loaded; UsageError if it has errors or lacks a post or person that is named."""
    scenario, chart = pair.played_on()
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
