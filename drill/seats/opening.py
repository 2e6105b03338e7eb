"""Opening a drill: files are found and loaded, a session begins or goes on, somebody sits down at it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drill.errors import UsageError
from drill.exercise.clock import DrillClock
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import Setup
from drill.exercise.transcript import read_transcript
from drill.model.chart import Chart
from drill.model.library import find_chart, find_scenario
from drill.model.load import Loaded, load_chart, load_scenario
from drill.model.people import persons, posts
from drill.model.scenario import Scenario
from drill.seats.local import LocalGateway
from drill.seats.options import ALL, PlayOptions
from drill.text.reasons import reason


def open_gateway(options: PlayOptions) -> LocalGateway:
    """Begin or resume the drill the options name; UsageError if that cannot be done. The clock stands."""
    if options.resume:
        clock = DrillClock(options.wall, speed=options.speed, paused=True)
        session = LiveSession.resume(read_transcript(options.resume), clock, options.resume)
        return LocalGateway(session, options.resume)
    scenario, chart = load_drill(options)
    setup = make_setup(options, scenario, chart)
    path = options.transcript or free(options.folder / f"{scenario.id}-{options.stamp}.jsonl")
    clock = DrillClock(options.wall, speed=options.speed, paused=True)
    try:
        return LocalGateway(LiveSession.begin(setup, clock, path), path)
    except OSError as problem:
        raise UsageError("transcript.unwritable", str(path), reason=reason(problem)) from problem


def load_drill(options: PlayOptions) -> tuple[Scenario, Chart]:
    """The scenario and the chart it is played on."""
    scenario_file = find_scenario(options.scenario or "")
    scenario = _value(load_scenario(scenario_file))
    chart_file = find_chart(options.chart) if options.chart else find_chart(scenario.chart, beside=scenario_file)
    return scenario, _value(load_chart(chart_file))


def _value(loaded: Loaded[Any]) -> Any:
    if loaded.value is None:
        raise UsageError("play.has_problems", loaded.file, number=len(loaded.problems))
    return loaded.value


def make_setup(options: PlayOptions, scenario: Scenario, chart: Chart) -> Setup:
    """The setup of a drill; UsageError for a post or person the chart lacks."""
    return Setup.make(
        chart,
        scenario,
        seed=options.seed,
        start=options.start,
        played=played_posts(chart, scenario, options.posts),
        absent=persons(chart, options.absent),
        away=persons(chart, options.away),
    )


def played_posts(chart: Chart, scenario: Scenario, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The posts that are meant; without any, the one the scenario begins with."""
    if ALL in wanted:
        return tuple(post for post, p in chart.posts.items() if p.in_scope and not p.external)
    if not wanted:
        first = min(scenario.injects.values(), key=lambda inject: (inject.opens.when is not None, inject.opens.at_min))
        begins = [post for ref in (*scenario.origin, *first.to) for post in chart.resolve(ref)]
        return tuple(begins[:1])
    return posts(chart, wanted)


def free(path: Path) -> Path:
    """The path, or one with a number where a file is there already."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
