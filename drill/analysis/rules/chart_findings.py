"""What the planning rules find in a chart, and what several of them look at."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from drill.analysis.weak import ChartWeakness, weakness_of
from drill.model.chart import Chart
from drill.model.findings import Findings
from drill.model.load import Loaded

PAIRS_UP_TO = 1000
"""Posts beyond which pairs are left to `drill weak`: they take seconds."""


class ChartFindings(Findings[Chart]):
    """A rule is given these, and adds to them."""

    def __init__(self, loaded: Loaded[Chart], chart: Chart, today: date) -> None:
        super().__init__(loaded, chart)
        self.today = today
        self.pairs = len(chart.posts) <= PAIRS_UP_TO

    @cached_property
    def weak(self) -> ChartWeakness:
        """The weak points from where an incident becomes known, whatever it is; pairs only if they are looked for."""
        return weakness_of(self.value, order=2 if self.pairs else 1)
