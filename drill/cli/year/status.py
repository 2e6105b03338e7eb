"""`drill year status`: what is done, due, late and blocked, and what to do next."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from drill.cli.arguments import DAY, Parser
from drill.cli.evaluating import earlier_evaluations
from drill.cli.terminal import Terminal
from drill.model.program import Program
from drill.pairs import picked
from drill.text.breaking import hang, wrap
from drill.text.catalogue import Catalogue
from drill.text.choices import YEAR_COLUMN, YEAR_NEXT, YEAR_STANDING, YEAR_WHAT
from drill.text.eras import Day
from drill.text.width import Align, fit, table
from drill.year.cascade import earlier_of
from drill.year.folder import YearFolder
from drill.year.improvement import count, track
from drill.year.selfchecks import read
from drill.year.status import ActivityStanding, PaperStanding, SelfCheckStanding, YearStatus, next_steps, status

SCHEMA = "drill.year-status/1"
_TITLE = 22
"""Cells of a title in a table."""


def options(parser: Parser) -> None:
    """The year, the day, how to print."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("--on", words="status_on", metavar="DATE", type=DAY)
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the standing; False if something is late."""
    on = args.on or date.today()
    folder = YearFolder.open(args.year)
    found = status(folder.year, on)
    tallies = {name: tally for name in folder.program.selfchecks if (tally := read(folder, name))}
    answered = {name: sum(group.sheets for group in tally.groups.values()) for name, tally in tallies.items()}
    actions = count(track(earlier_evaluations(args.year), on))
    data = {**as_data(found, answered), "actions": actions}
    terminal.result(args.json, lambda: data, lambda: _lines(args.year, found, answered, actions, terminal.say))
    return not found.late and not actions["late"]


def _lines(
    folder: Path, found: YearStatus, answered: Mapping[str, int], actions: Mapping[str, int], say: Catalogue
) -> Iterator[str]:
    program, roster = found.year.program, found.year.roster
    yield say("year.status.title", title=program.title, day=Day(found.on))
    if roster:
        day, as_of = Day(roster.as_of), Day(program.as_of)
        yield from wrap(say("year.status.roster", day=day, members=len(roster.members), as_of=as_of), 79)
    else:
        yield say("year.status.no_roster")
    yield from activity_lines(found, say)
    if blocked := list(_blocked(found, say)):
        yield from ("", say("year.status.blocked"), *blocked)
    if found.selfchecks:
        checks = [_selfcheck(each, answered.get(each.name, 0), say) for each in found.selfchecks]
        yield from _table(say, ("check", "period", "standing", "answered", "leave"), checks, 3)
    papers = [_paper(each, program, say) for each in found.papers]
    yield from _table(say, ("paper", "subject", "what", "due", "put", "standing"), papers)
    steps = [say(YEAR_NEXT[step.code], year=folder, **step.params) for step in next_steps(found)]
    yield from ("", say("year.status.next"))
    yield from hanging(steps or [say("year.status.nothing")])
    if any(actions.values()):
        yield from ("", say("improvement.counted", number=sum(actions.values()), **actions))


def activity_lines(found: YearStatus, say: Catalogue) -> list[str]:
    """The table of the activities."""
    rows = [_activity(each, say) for each in found.activities]
    return _table(say, ("number", "title", "period", "standing", "people", "leave", "tests"), rows, 4)


def hanging(texts: Iterable[str]) -> Iterator[str]:
    """Each text folded to the width of a terminal, its later lines further in."""
    return (line for text in texts for line in hang(text, 77, "  ", "    "))


def _table(say: Catalogue, names: tuple[str, ...], rows: Sequence[Sequence[str]], numbers: int = 99) -> list[str]:
    """A table whose columns from `numbers` on are right-aligned."""
    align: list[Align] = ["left" if place < numbers else "right" for place in range(len(names))]
    return ["", *table(rows, [say(YEAR_COLUMN[name]) for name in names], align)]


def _short(text: str) -> str:
    return fit(" ".join(text.split("\n")), _TITLE)


def _period(first: date, last: date) -> str:
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d} - {last:%m-%d}"


def _activity(each: ActivityStanding, say: Catalogue) -> tuple[str, ...]:
    activity, turnout = each.result.activity, each.result.turnout
    done = "-" if turnout is None or turnout.attended is None else f"{turnout.attended}"
    return (
        activity.number,
        _short(activity.title.get(say.language)),
        _period(activity.first, activity.end),
        say(YEAR_STANDING[each.standing]),
        f"{done}/{turnout.required}" if turnout else "",
        f"{turnout.on_leave}" if turnout else "",
        "" if activity.test is None else f"{each.result.test.people if each.result.test else 0}",
    )


def _selfcheck(each: SelfCheckStanding, answered: int, say: Catalogue) -> tuple[str, ...]:
    counts = ("", "") if each.required is None else (f"{answered}/{each.required}", f"{each.on_leave}")
    title = _short(each.title.get(say.language))
    return title, _period(each.first, each.last), say(YEAR_STANDING[each.standing]), *counts


def _paper(each: PaperStanding, program: Program, say: Catalogue) -> tuple[str, ...]:
    number = program.papers[each.name].number
    return (
        number.get(say.language) if number else each.name,
        _short(each.title.get(say.language)),
        say(YEAR_WHAT[each.what]),
        each.due.isoformat(),
        each.put.isoformat() if each.put else "",
        say(YEAR_STANDING[each.standing]),
    )


def _blocked(found: YearStatus, say: Catalogue) -> Iterator[str]:
    """What it takes, with the sections that it holds up."""
    program = found.year.program
    held_up: dict[str, list[str]] = {}
    for each in found.activities:
        earlier = program.activities[earlier_of(program, each.result.name) or each.result.name]
        code = "year.status.needs.own" if earlier is each.result.activity else "year.status.needs"
        for section in each.blocked:
            needs = say(code, activity=earlier.title, count=section.could_teach, due=Day(earlier.end))
            name = program.sections[section.section].name.get(say.language)
            held_up.setdefault(f"{each.result.activity.number} {needs}".strip(), []).append(name)
    for needs, names in held_up.items():
        yield from hanging([say("pair", label=needs, value=tuple(names))])


def as_data(found: YearStatus, answered: Mapping[str, int]) -> dict[str, Any]:
    """`drill.year-status/1`, described in docs/cli.md."""
    roster = found.year.roster
    return {
        "schema": SCHEMA,
        "program": found.year.program.id,
        "on": found.on,
        "late": found.late,
        "roster": {"as_of": roster.as_of, "members": len(roster.members)} if roster else None,
        "activities": [_activity_data(each) for each in found.activities],
        "selfchecks": [
            {
                "selfcheck": each.name,
                "from": each.first,
                "to": each.last,
                "standing": each.standing,
                "answered": answered.get(each.name, 0),
                **picked(each, "required", "on_leave"),
            }
            for each in found.selfchecks
        ],
        "papers": [{"paper": each.name, **picked(each, "what", "due", "put", "standing")} for each in found.papers],
        "next": [step.code for step in next_steps(found)],
    }


def _activity_data(each: ActivityStanding) -> dict[str, Any]:
    result, turnout, counts = each.result, each.result.turnout, ("required", "attended", "on_leave")
    return {
        "activity": result.name,
        "standing": each.standing,
        "from": result.activity.first,
        "to": result.activity.end,
        "held": result.days,
        **(picked(turnout, *counts) if turnout else dict.fromkeys(counts)),
        "tests": result.test.people if result.test else 0,
        "tests_missing": each.tests_missing,
        "blocked": [picked(section, "section", "required", "could_teach") for section in each.blocked],
    }
