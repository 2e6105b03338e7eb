"""What there is to play: scenarios and charts of the library, read once."""

from __future__ import annotations

from functools import cached_property

from drill.analysis.lint import Pair
from drill.model.chart import Chart
from drill.model.library import LibraryFile, list_charts, list_scenarios
from drill.model.load import load_chart, load_scenario
from drill.model.scenario import Scenario
from drill.seats.options import PlayOptions
from drill.seats.preparing import first_posts, load, wanted_posts
from drill.text.catalogue import Catalogue
from drill.text.choices import CLASS
from drill.tui.kit.pick import Pickable

FIRST = "nws-stop"
"""Offered first where it is there."""


class Offer:
    """Files with mistakes are not offered; `drill check` says what is wrong with them."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str | None, str | None], Pair] = {}

    @cached_property
    def _scenarios(self) -> dict[str, tuple[LibraryFile, Scenario]]:
        found = ((entry, load_scenario(entry.path).value) for entry in list_scenarios())
        return {entry.name: (entry, scenario) for entry, scenario in found if scenario}

    @cached_property
    def _charts(self) -> dict[str, Chart]:
        found = {entry.name: load_chart(entry.path).value for entry in list_charts()}
        return {name: chart for name, chart in found.items() if chart}

    def first(self) -> str | None:
        """The scenario offered first; the others are not read before somebody wants to see them."""
        entries = sorted(list_scenarios(), key=lambda entry: entry.name != FIRST)
        return next((entry.name for entry in entries if load_scenario(entry.path).value), None)

    def scenarios(self, say: Catalogue) -> list[Pickable[str]]:
        """Every scenario: title, class, chart, and whether it is a local file."""
        answers = []
        for name, (entry, scenario) in self._scenarios.items():
            where = say("tui.start.shipped" if entry.shipped else "tui.start.local")
            kind = say(CLASS[scenario.incident])
            chart = self._charts.get(scenario.chart)
            title = chart.title.get(say.language) if chart else scenario.chart
            text = say("tui.start.one_scenario", title=scenario.title, kind=kind, chart=title, where=where)
            answers.append(Pickable(name, text))
        return answers

    def charts(self, say: Catalogue) -> list[Pickable[str]]:
        """Every chart."""
        return [Pickable(name, chart.title.get(say.language)) for name, chart in self._charts.items()]

    def pair(self, options: PlayOptions) -> Pair:
        """Scenario and chart of a choice, with their problems."""
        wanted = (options.scenario, options.chart)
        if wanted not in self._pairs:
            self._pairs[wanted] = load(options)
        return self._pairs[wanted]

    def drill(self, options: PlayOptions) -> tuple[Scenario, Chart]:
        """Scenario and chart of a choice; UsageError where they do not go together."""
        return self.pair(options).played_on()

    def posts(self, options: PlayOptions) -> tuple[str, ...]:
        """The posts that will be played."""
        scenario, chart = self.drill(options)
        return wanted_posts(chart, options.posts) or first_posts(chart, scenario)
