"""What commands that enter something into a year share: days, sections, who took part, and what is said afterwards."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from drill.cli.arguments import Parser, split
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.problems import Problem, format_problem, nearest, no_such, worst_first
from drill.model.program import Activity, Program
from drill.text.catalogue import Catalogue
from drill.text.eras import Day
from drill.year.folder import YearFolder

_SHOWN = 200
"""More findings than this are counted only."""


def attendance_options(parser: Parser) -> None:
    """Who took part."""
    parser.value("--attended", metavar="NUMBER|FILE", nargs="+", action="append")
    parser.value("--all", words="everybody", action="store_true")
    parser.value("--absent", words="all_but", metavar="NUMBER", nargs="+", action="append")


def activity_of(folder: YearFolder, text: str) -> tuple[str, Activity]:
    """An activity with its name, by that name or its number in the table; UsageError if there is none."""
    activities = folder.program.activities
    numbered = {each.number: name for name, each in activities.items() if each.number}
    name = text if text in activities else numbered.get(text)
    if name is None:
        raise UsageError("year.refused.no_activity", str(folder.path), name=text, near=nearest(text, activities))
    return name, activities[name]


def section_of(program: Program, text: str) -> str:
    """A section by its id or a spelling of its name; UsageError if there is none."""
    from drill.sheets.year.staff import section_names
    from drill.text.normal import key

    names = section_names(program)
    if key(text) not in names:
        raise no_such("what.section", text, program.sections)
    return names[key(text)]


def attended(
    args: Namespace, folder: YearFolder, activity: Activity, on: date, terminal: Terminal, section: str = ""
) -> tuple[str, ...]:
    """The numbers of those who took part, in order; UsageError unless it is said who."""
    if args.attended:
        named = (number for values in args.attended for each in values for number in _numbers(each, terminal))
        return tuple(dict.fromkeys(named))
    if not args.all and not args.absent:
        raise UsageError("cli.year.who")
    if folder.roster is None:
        raise UsageError("year.refused.no_roster", str(folder.path))
    wanted = folder.year.invited(activity, section).required
    absent = frozenset(split(args.absent))
    if strange := sorted(absent - folder.roster.members.keys()):
        raise UsageError("cli.year.not_absent", number=strange[0])
    here = (each for each in wanted - absent if not folder.roster.members[each].away(on))
    return tuple(sorted(here))


def _numbers(text: str, terminal: Terminal) -> Iterable[str]:
    """A number, or all of the first column of a file; UsageError if one of its rows cannot be read."""
    path = Path(text)
    if not path.is_file():
        return [each for each in text.split(",") if each]
    from drill.sheets.kit.opening import open_sheets
    from drill.sheets.year.staff import CELLS, read_numbers

    numbers, problems = read_numbers(open_sheets(path, CELLS).chosen([]))
    terminal.note(*cells_told(problems, terminal.say))
    if wrong := sum(each.severity == "error" for each in problems):
        raise UsageError("cli.year.bad_numbers", text, count=wrong)
    return numbers


def cells_told(problems: Iterable[Problem], say: Catalogue) -> Iterator[str]:
    """What a reader of a sheet says of its cells: a line each, errors first."""
    shown = worst_first(problems)
    yield from (format_problem(each, say) for each in shown[:_SHOWN])
    if len(shown) > _SHOWN:
        yield say("year.roster.more", count=len(shown) - _SHOWN)


def say_notes(terminal: Terminal, folder: YearFolder, activity: Activity, on: date, numbers: tuple[str, ...]) -> None:
    """What is unusual about it, though it was entered."""
    if not activity.first <= on <= activity.end:
        terminal.note(terminal.say("year.note.outside", first=Day(activity.first), last=Day(activity.end)))
    away = folder.year.people_of(activity).on_leave & set(numbers)
    if away:
        terminal.note(terminal.say("year.note.on_leave", numbers=tuple(sorted(away))))
