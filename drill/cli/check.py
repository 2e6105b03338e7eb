"""`drill check`: every problem of charts and scenarios, one a line."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from drill.analysis.lint import check_files, files_of
from drill.analysis.planning import planning_problems
from drill.analysis.rules import naming
from drill.cli.arguments import DAY, Parser, given_flags, refuse_beside, refuse_together
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.library import LibraryFile, find_chart, list_files
from drill.model.problems import GROUPS, SEVERITIES, SEVERITY, Problem, format_problem, no_such, worst_first
from drill.pairs import picked
from drill.text.catalogue import Catalogue
from drill.text.choices import COUNTED
from drill.text.clean import clean

SCHEMA = "drill.check/2"
ONE_LINE = frozenset({"MD050", "MD051", "OC301", "OC302", "OC303", "OC405", "OC501", "OC502", "OC505", "OC506"})
"""What tends to hold for many entries of a file alike and would bury everything else."""
MANY = 20
"""More single points (OC201) than this in a file are one line too; fewer are each worth their own."""
_BESIDE = ("chart", "select", "ignore", "date", "strict", "show_waived", "json", "sarif")
"""What `--explain` makes no use of."""
_CHECKED = ("orgcharts", "scenarios", "scenarios/programs", "scenarios/banks", "scenarios/selfchecks")


def options(parser: Parser) -> None:
    """What to check, and how strictly."""
    parser.value("paths", metavar="PATH", nargs="*")
    parser.value("--chart", metavar="CHART")
    parser.value("--select", metavar="CODES", action="append")
    parser.value("--ignore", metavar="CODES", action="append")
    parser.value("--date", metavar="DATE", type=DAY)
    parser.switch("--strict")
    parser.switch("--show-waived")
    parser.switch("--json")
    parser.switch("--sarif")
    parser.value("--explain", metavar="CODE")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the problems; False if there are errors (`--strict`: or warnings; notes never count)."""
    if args.explain is not None:
        from drill.cli.explaining import explain

        if args.paths:
            raise UsageError("cli.unused_option", name="PATH", other="--explain")
        refuse_beside(args, "--explain", _BESIDE)
        terminal.out(*explain(args.explain.upper(), terminal.language))
        return True
    refuse_together("drill check", given_flags(args, "sarif", "json"))
    wanted = chosen(args.select, args.ignore)
    paths = [_path(name) for name in args.paths] or [entry.path for entry in _everything()]
    rules = partial(planning_problems, today=args.date or date.today())
    found = check_files(paths, find_chart(args.chart) if args.chart else None, rules)
    problems = [each for each in found if each.code in wanted and not each.waiver]
    waived = [each for each in found if each.code in wanted and each.waiver]
    count = Counter(each.severity for each in problems)
    numbers = {f"{severity}s": count[severity] for severity in SEVERITIES}
    if args.sarif:
        from drill.cli.sarif import sarif

        terminal.json(sarif([*problems, *waived], terminal.language))
    elif args.json:
        terminal.json(
            {
                "schema": SCHEMA,
                **numbers,
                "problems": [_as_data(each, terminal.say) for each in problems],
                "waived": [_as_data(each, terminal.say) for each in waived],
            }
        )
    else:
        shown = [*problems, *waived] if args.show_waived else problems
        terminal.out(*_lines(shown, terminal.say, each_one=bool(args.select)))
        said = tuple(terminal.say(COUNTED[severity], count=count[severity]) for severity in SEVERITIES)
        terminal.note(terminal.say("cli.check.counted", waived=len(waived), numbers=said))
    return not count["error"] and not (args.strict and count["warning"])


def chosen(select: Iterable[str] | None, ignore: Iterable[str] | None) -> frozenset[str]:
    """The codes that are selected (none: all) and not ignored; UsageError for a word that means no code."""
    return (_codes(select) if select else frozenset(SEVERITY)) - _codes(ignore or ())


def _codes(words: Iterable[str]) -> frozenset[str]:
    found = set[str]()
    for word in (part.strip() for text in words for part in text.split(",")):
        start = GROUPS.get(word.lower(), word.upper())
        codes = [code for code in SEVERITY if word and code.startswith(start)]
        if not codes:
            raise no_such("what.rules", word, SEVERITY if word[-1:].isdigit() else GROUPS)
        found.update(codes)
    return frozenset(found)


def _lines(problems: list[Problem], say: Catalogue, each_one: bool) -> list[str]:
    """One line each, of a file the errors first; unless asked for each one, what holds for many entries is one line."""
    alike: dict[object, list[Problem]] = {}
    count = Counter((each.file, each.code, each.waiver) for each in problems)
    for each in sorted(worst_first(problems), key=lambda each: each.file):
        kind = each.file, each.code, each.waiver
        together = not each_one and (each.code in ONE_LINE or (each.code == "OC201" and count[kind] > MANY))
        alike.setdefault(kind if together else each, []).append(each)
    return [_line(first, say) + (say("cli.alike", count=len(more)) if more else "") for first, *more in alike.values()]


def _line(found: Problem, say: Catalogue) -> str:
    waiver = found.waiver
    why = f" [{say('cli.check.waived', until=naming.day(waiver.until), reason=waiver.reason)}]" if waiver else ""
    return format_problem(found, say) + clean(why)


def _path(name: str) -> Path:
    """A path; the name of a chart or scenario is taken too. UsageError if there is nothing to check in it."""
    path = Path(name)
    if not name.strip():
        raise UsageError("cli.check.no_name")
    if path.is_dir() and not any(files_of([path])):
        raise UsageError("cli.check.no_charts", name)
    return path if path.exists() else {entry.name: entry.path for entry in _everything()}.get(name, path)


def _as_data(found: Problem, say: Catalogue) -> dict[str, object]:
    waiver = found.waiver
    return {
        **picked(found, "code", "group", "severity", "file"),
        "line": found.line or None,
        "column": found.column or None,
        "path": found.path,
        "message": say(found.code, **found.params),
        "hint": say.hint(found.code, **found.params),
        "waiver": {"reason": waiver.reason.get(say.language), "until": f"{waiver.until}"} if waiver else None,
    }


def _everything() -> list[LibraryFile]:
    """All that can be checked by its name."""
    return [each for kind in _CHECKED for each in list_files(kind)]
