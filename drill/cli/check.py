"""`drill check`: every problem of charts and scenarios, one a line."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from drill.analysis.lint import check_files
from drill.cli.arguments import Parser
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.library import find_chart, list_charts, list_scenarios
from drill.model.problems import SEVERITY, Problem, format_problem, nearest
from drill.text.catalogue import LANGUAGES, Catalogue, Language, all_words

SCHEMA = "drill.check/1"
ONCE_A_FILE = frozenset({"MD050", "MD051"})
"""A file in one language would bury everything else."""


def options(parser: Parser) -> None:
    """What to check, and how strictly."""
    parser.value("paths", metavar="PATH", nargs="*")
    parser.value("--chart", metavar="CHART")
    parser.switch("--strict")
    parser.switch("--json")
    parser.value("--explain", metavar="CODE")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the problems; False if there are errors (`--strict`: or warnings)."""
    if args.explain:
        terminal.out(*explain(args.explain.upper(), terminal.language))
        return True
    paths = [_path(name) for name in args.paths] or [entry.path for entry in (*list_charts(), *list_scenarios())]
    problems = check_files(paths, find_chart(args.chart) if args.chart else None)
    errors = sum(each.severity == "error" for each in problems)
    warnings = len(problems) - errors
    if args.json:
        found = [_as_data(each, terminal.say) for each in problems]
        terminal.json({"schema": SCHEMA, "errors": errors, "warnings": warnings, "problems": found})
    else:
        terminal.out(*_lines(problems, terminal.say))
        terminal.note(terminal.say("cli.checked", errors=errors, warnings=warnings))
    return not errors and not (args.strict and warnings)


def _lines(problems: list[Problem], say: Catalogue) -> list[str]:
    """One line each, the errors of a file first; a text missing in a language is said once for each file."""
    alike: dict[object, list[Problem]] = {}
    for each in sorted(problems, key=lambda each: (each.file, each.severity)):
        key = (each.file, each.code) if each.code in ONCE_A_FILE else each
        alike.setdefault(key, []).append(each)
    return [
        format_problem(first, say) + (f" {say('cli.alike', count=len(more))}" if more else "")
        for first, *more in alike.values()
    ]


def _path(name: str) -> Path:
    """A path; the name of a chart or scenario is taken too."""
    entries = {entry.name: entry.path for entry in (*list_charts(), *list_scenarios())}
    path = Path(name)
    return path if path.exists() else entries.get(name, path)


def explain(code: str, language: Language) -> list[str]:
    """What a code means and what to do; UsageError if there is no such code."""
    if code not in SEVERITY:
        raise UsageError("cli.no_such_code", name=code, near=nearest(code, SEVERITY))
    sentences = (f"cli.{SEVERITY[code]}", f"problem.{code}", f"problem.{code}.hint")
    severity, problem, hint = (all_words()[each][LANGUAGES.index(language)].format_map(_Blanks()) for each in sentences)
    return [f"{code} ({severity})", f"  {problem}", f"  {hint}"]


class _Blanks(dict[str, str]):
    """Stands where a sentence names what it found."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"


def _as_data(found: Problem, say: Catalogue) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity,
        "file": found.file,
        "line": found.line or None,
        "column": found.column or None,
        "path": list(found.path),
        "message": say(f"problem.{found.code}", **found.params),
        "hint": say(f"problem.{found.code}.hint", **found.params),
    }
