"""All checks of one chart or one scenario.

Of a file with mistakes only names and texts are checked: other findings could come from the missing parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drill.model import check_chart as chart_checks
from drill.model.chart import Chart
from drill.model.check_texts import check_texts
from drill.model.findings import Findings
from drill.model.load import Loaded
from drill.model.problems import Problem, in_order

if TYPE_CHECKING:
    from drill.model.scenario import Scenario


def check_chart(chart: Loaded[Chart]) -> list[Problem]:
    """Problems of a chart beyond those of loading it."""
    if chart.partial is None:
        return []
    found = Findings(chart, chart.partial)
    chart_checks.check_references(found)
    check_texts(found)
    if chart.value is not None:
        chart_checks.check_people(found)
        chart_checks.check_groups(found)
        chart_checks.check_contacts(found)
    return in_order(found.problems)


def check_scenario(scenario: Loaded[Scenario], chart: Chart | None, whole: bool = True) -> list[Problem]:
    """Problems of a scenario beyond those of loading it; without a chart only those that need none.

    Of a chart that is not `whole` only names are used: what nothing leads to there may be led to by what is missing.
    """
    from drill.model import check_scenario as scenario_checks
    from drill.model import check_timing as timing_checks
    from drill.model.check_meeting import check_meeting

    if scenario.partial is None:
        return []
    found = Findings(scenario, scenario.partial)
    scenario_checks.check_references(found)
    check_texts(found)
    if chart is not None:
        scenario_checks.check_against_chart(found, chart)
    if scenario.value is not None:
        scenario_checks.check_decisions(found)
        scenario_checks.check_messages(found)
        timing_checks.check_moments(found)
        check_meeting(found)
        if chart is not None and whole:
            scenario_checks.check_expectations(found, chart)
            scenario_checks.check_scope(found, chart)
            timing_checks.check_deadlines(found, chart)
    return in_order(found.problems)
