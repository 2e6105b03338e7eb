"""All problems of one file, those of loading it among them.

Of a file with mistakes only names and texts are checked: other findings could come from the missing parts. What is
imported for a kind of file is imported with the first file of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from drill.errors import UsageError
from drill.model import check_chart as chart_checks
from drill.model.chart import Chart
from drill.model.check_texts import check_texts
from drill.model.findings import Findings, findings
from drill.model.load import Loaded, Model
from drill.model.problems import Problem, whole_place

if TYPE_CHECKING:
    from drill.model.scenario import Scenario

Check = Callable[[Findings[Any]], None]


def check_chart(chart: Loaded[Chart], *more: Check) -> list[Problem]:
    """All problems of a chart, with those that `more` checks find."""
    whole = (chart_checks.check_people, chart_checks.check_groups, chart_checks.check_contacts)
    return findings(chart, check_texts, *more, chart_checks.check_references, *(whole if chart.value else ()))


def check_scenario(scenario: Loaded[Scenario], chart: Chart | None, *more: Check, whole: bool = True) -> list[Problem]:
    """All problems of a scenario; without a chart only those that need none.

    Of a chart that is not `whole` only names are used: what nothing leads to there may be led to by what is missing.
    """
    from drill.model import check_scenario as scenario_checks
    from drill.model import check_timing as timing_checks

    checks = [check_texts, *more, scenario_checks.check_references]
    if chart is not None:
        checks.append(partial(scenario_checks.check_against_chart, chart=chart))
    if scenario.value is not None:
        checks += [scenario_checks.check_decisions, scenario_checks.check_messages]
        checks += [timing_checks.check_moments, scenario_checks.check_meeting]
        if chart is not None and whole:
            against = scenario_checks.check_expectations, scenario_checks.check_scope, timing_checks.check_deadlines
            checks += [partial(check, chart=chart) for check in against]
    return findings(scenario, *checks)


def usable(loaded: Loaded[Model], problems: Iterable[Problem]) -> Model:
    """What a file holds; UsageError names the first of its mistakes."""
    wrong = [each for each in problems if each.severity == "error"]
    if loaded.value is None or wrong:
        raise UsageError("year.bad_file", whole_place(wrong[0]), first=wrong[0].code, count=len(wrong))
    return loaded.value


def check_year_file(loaded: Loaded[Any], *more: Check) -> list[Problem]:
    """All problems of a programme, a bank or a self-check."""
    from drill.model import check_bank, check_program, check_questionnaire

    checks: dict[str, tuple[Check, ...]] = {
        "Program": (*check_program.HINDERING, check_program.check_files_named),
        "Bank": (check_bank.check_questions,),
        "SelfCheck": (check_questionnaire.check_questionnaires, check_questionnaire.check_published),
    }
    return findings(loaded, check_texts, *more, *checks.get(type(loaded.partial).__name__, ()))
