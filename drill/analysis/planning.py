"""The planning rules: what a chart that a drill can be held on still lacks, and what the office lives with.

For `drill check` and the planner's screen; a drill runs without them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drill.analysis.lint import lint_chart
from drill.analysis.rules import cause, duties, naming, privacy, single, timing, upkeep, wiring
from drill.model.basics import Text
from drill.model.chart import Chart, Waiver
from drill.model.findings import Findings
from drill.model.load import Loaded
from drill.model.problems import SEVERITY, Problem, in_order, nearest

RULES = tuple(rule for group in (wiring, single, cause, timing, upkeep, duties, privacy) for rule in group.RULES)

WAIVABLE = tuple(code for code in SEVERITY if code.startswith(("OC", "MD05")))
"""A waiver is a decision about a chart that can be read; there is none for other mistakes, and none in scenarios."""


def planning_problems(loaded: Loaded[Chart], today: date) -> list[Problem]:
    """All problems of a chart, those a waiver covers marked; no planning rules where names are unknown."""
    problems = lint_chart(loaded)
    if loaded.value is None or any(problem.code.startswith("OC10") for problem in problems):
        return problems
    found = Findings(loaded, loaded.value)
    for rule in RULES:
        rule(found, today)
    return in_order(_waived(loaded, loaded.value, [*problems, *found.problems], today))


def _waived(loaded: Loaded[Chart], chart: Chart, problems: list[Problem], today: date) -> list[Problem]:
    """The problems with the waivers of the file on them, and what is wrong with the waivers themselves."""
    used, marked, found = set[int](), [], Findings(loaded, chart)
    for problem in problems:
        fitting = [i for i, waiver in enumerate(chart.waivers) if _fits(waiver, problem)]
        valid = [chart.waivers[i] for i in fitting if chart.waivers[i].until >= today]
        used.update(fitting)
        marked.append(replace(problem, waiver=valid[0]) if valid else problem)
    for i, waiver in enumerate(chart.waivers):
        name, at = waiver.code.upper(), waiver.at or Text.said("rule.whole_file")
        if name not in WAIVABLE:
            found.add("OC803", ("waivers", i, "code"), name=waiver.code, near=nearest(name, WAIVABLE))
        elif any((other.code.upper(), other.at) == (name, waiver.at) for other in chart.waivers[:i]):
            found.add("OC804", ("waivers", i), name=name, at=at)
        elif i not in used:
            found.add("OC802", ("waivers", i), name=name, at=at)
        elif waiver.until < today:
            found.add("OC801", ("waivers", i, "until"), name=name, day=naming.day(waiver.until), reason=waiver.reason)
    return [*marked, *found.problems]


def _fits(waiver: Waiver, problem: Problem) -> bool:
    place = ".".join(map(str, problem.path))
    at_it = waiver.at is None or place == waiver.at or place.startswith(f"{waiver.at}.")
    return waiver.code.upper() == problem.code and problem.code in WAIVABLE and at_it
