"""The planning rules: what a chart that a drill can be held on still lacks, and what the office lives with.

For `drill check` and the planner's screen; a drill runs without them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drill.analysis.lint import lint_chart
from drill.analysis.rules import cause, duties, naming, privacy, single, timing, upkeep, wiring
from drill.analysis.rules.chart_findings import ChartFindings
from drill.model.basics import Text
from drill.model.chart import Chart, Waiver
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
    found = ChartFindings(loaded, loaded.value, today)
    found.problems += problems
    for rule in (*RULES, _waive):
        rule(found)
    return in_order(found.problems)


def _waive(found: ChartFindings) -> None:
    """Mark what a waiver of the file covers, and say what is wrong with the waivers themselves."""
    waivers, today, used = found.value.waivers, found.today, set[int]()
    for place, problem in enumerate(found.problems):
        fitting = [i for i, waiver in enumerate(waivers) if _fits(waiver, problem)]
        used.update(fitting)
        if valid := [waivers[i] for i in fitting if waivers[i].until >= today]:
            found.problems[place] = replace(problem, waiver=valid[0])
    for i, waiver in enumerate(waivers):
        name, at = waiver.code.upper(), waiver.at or Text.said("rule.whole_file")
        if name not in WAIVABLE:
            found.add("OC803", ("waivers", i, "code"), name=waiver.code, near=nearest(name, WAIVABLE))
        elif any((other.code.upper(), other.at) == (name, waiver.at) for other in waivers[:i]):
            found.add("OC804", ("waivers", i), name=name, at=at)
        elif i not in used:
            found.add("OC802", ("waivers", i), name=name, at=at)
        elif waiver.until < today:
            found.add("OC801", ("waivers", i, "until"), name=name, day=naming.day(waiver.until), reason=waiver.reason)


def _fits(waiver: Waiver, problem: Problem) -> bool:
    place = ".".join(map(str, problem.path))
    at_it = waiver.at is None or place == waiver.at or place.startswith(f"{waiver.at}.")
    return waiver.code.upper() == problem.code and problem.code in WAIVABLE and at_it
