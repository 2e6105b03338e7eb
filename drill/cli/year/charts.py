"""The drills of years as they were held: their charts and scenarios, and the same drill on the charts of two years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from drill.analysis.lint import find_pair, lint_scenario
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.contact.log import DRILL
from drill.model.chart import Chart
from drill.model.compare import renamed
from drill.model.load import Loaded
from drill.model.scenario import Scenario
from drill.scoring.comparison import ChartsCompared, rerun
from drill.year.folder import YearFolder
from drill.year.results import result


@dataclass(frozen=True)
class HeldDrill:
    """What a drill of the contact chain is held with: from its transcript, before that from the library."""

    chart: Chart
    scenario: Scenario
    seed: int = 1
    absent: frozenset[str] = frozenset()


def held(folder: YearFolder) -> dict[str, HeldDrill]:
    """Activity → its chart (without personal data) and scenario; those that cannot be found are left out."""
    found: dict[str, HeldDrill] = {}
    for name, activity in folder.program.activities.items():
        drill = result(folder.year, name).drill
        if drill and drill.transcript and activity.kind == "contact":
            setup = DRILL.read(folder.path / drill.transcript).setup
            found[name] = HeldDrill(setup.chart, setup.scenario, setup.seed, setup.absent)
        elif activity.scenario and (planned := _planned(activity.scenario, activity.chart)):
            found[name] = planned
    return found


def _planned(scenario: str, chart: str | None) -> HeldDrill | None:
    try:
        pair = find_pair(scenario, chart)
    except UsageError:
        return None
    if pair.chart is None or pair.chart.value is None or pair.scenario.value is None:
        return None
    return HeldDrill(pair.chart.value.without_personal_data(), pair.scenario.value)


def years_back(folder: YearFolder, terminal: Terminal, before: Path | None = None) -> list[YearFolder]:
    """The year and those before it, oldest first; `before` is last year's folder where the year names none."""
    years, seen = [folder], {folder.path.resolve()}
    earlier = before or folder.before
    while earlier and earlier.resolve() not in seen:
        seen.add(earlier.resolve())
        try:
            years.insert(0, YearFolder.open(earlier))
        except UsageError:
            if before and len(years) == 1:
                raise
            terminal.note(terminal.say("cli.year.no_before", folder=earlier))
            break
        earlier = years[0].before
    return years


def reruns(years: list[YearFolder], drills: int, terminal: Terminal) -> dict[str, ChartsCompared]:
    """Each contact drill of the last year on last year's chart and on this year's, where the two differ."""
    if len(years) < 2 or not drills:
        return {}
    before, now = held(years[-2]), held(years[-1])
    contact = {name for name, each in years[-1].program.activities.items() if each.kind == "contact"}
    pairs = {name: (before[name], each) for name, each in now.items() if name in before and name in contact}
    whole, found = 2 * drills * len(pairs), dict[str, ChartsCompared]()
    with terminal.progress(max(1, whole), lambda done: terminal.say("cli.rerun.progress", done=done)) as show:
        for number, (name, (old, new)) in enumerate(pairs.items()):
            chart = renamed(old.chart, new.chart)
            if not all(_fits(new.scenario, each) for each in (old.chart, chart)):
                title = years[-1].program.activities[name].title
                terminal.note(terminal.say("cli.rerun.left_out", activity=title))
                continue
            absent = sorted(new.absent & old.chart.persons.keys() & chart.persons.keys())
            seeds, done = range(new.seed, new.seed + drills), 2 * drills * number
            found[name] = rerun(new.scenario, old.chart, chart, seeds, absent, partial(_tell, show, done))
    return found


def _tell(show: Callable[[int], None], before: int, done: int) -> None:
    show(before + done)


def _fits(scenario: Scenario, chart: Chart) -> bool:
    return not any(each.severity == "error" for each in lint_scenario(Loaded.of(scenario), Loaded.of(chart)))
