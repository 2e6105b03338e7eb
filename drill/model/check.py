"""All checks of one chart or one scenario.

Of a file with mistakes only names and texts are checked: other findings could come from the missing parts.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drill.model import check_chart as chart_checks
from drill.model.chart import Chart
from drill.model.check_texts import check_texts
from drill.model.findings import findings
from drill.model.load import Loaded
from drill.model.problems import Problem

if TYPE_CHECKING:
    from drill.model.scenario import Scenario


def check_chart(chart: Loaded[Chart]) -> list[Problem]:
    """Problems of a chart beyond those of loading it."""
    whole = (chart_checks.check_people, chart_checks.check_groups, chart_checks.check_contacts)
    return findings(chart, chart_checks.check_references, check_texts, *(whole if chart.value else ()))


def check_scenario(scenario: Loaded[Scenario], chart: Chart | None, whole: bool = True) -> list[Problem]:
    """Problems of a scenario beyond those of loading it; without a chart only those that need none.

    Of a chart that is not `whole` only names are used: what nothing leads to there may be led to by what is missing.
    """
    from drill.model import check_scenario as scenario_checks
    from drill.model import check_timing as timing_checks

    checks = [scenario_checks.check_references, check_texts]
    if chart is not None:
        checks.append(partial(scenario_checks.check_against_chart, chart=chart))
    if scenario.value is not None:
        checks += [scenario_checks.check_decisions, scenario_checks.check_messages]
        checks += [timing_checks.check_moments, scenario_checks.check_meeting]
        if chart is not None and whole:
            against = scenario_checks.check_expectations, scenario_checks.check_scope, timing_checks.check_deadlines
            checks += [partial(check, chart=chart) for check in against]
    return findings(scenario, *checks)
