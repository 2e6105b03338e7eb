"""Which chart is looked at, in which situation and from where: options of the planner's commands."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import get_args

from drill.analysis.compile import line_name
from drill.analysis.lint import hindered, lint_chart
from drill.analysis.network import Element
from drill.cli.arguments import DAY, Parser, moment, one_of, refused, split, whole
from drill.cli.terminal import Terminal
from drill.contacts.situation import Situation
from drill.errors import UsageError
from drill.model.basics import IncidentClass
from drill.model.chart import Chart
from drill.model.library import find_chart
from drill.model.load import Loaded, load_chart
from drill.model.people import persons, posts
from drill.model.problems import no_such

_YES_NO = {"yes": True, "no": False}


def situation_options(parser: Parser) -> None:
    """What happened, how bad it is, when, and who knows first."""
    parser.value("--class", metavar="CLASS", dest="incident", type=one_of(get_args(IncidentClass)))
    parser.value("--level", metavar="0-3", type=whole(0, 3))
    parser.value("--publishing", metavar="yes|no", type=one_of(_YES_NO))
    parser.value("--at", words="looking_at", metavar="TIME", dest="when")
    parser.value("--date", words="looking_date", metavar="DATE", dest="day", type=DAY)
    parser.value("--from", words="looking_from", metavar="POST", nargs="+", action="append", dest="origins")


def situation(args: Namespace) -> Situation:
    """The situation asked for."""
    at = None if args.when is None else _moment(args.when, args.day)
    if at and args.day not in (None, at.date()):
        raise UsageError("cli.two_days", at=at.date().isoformat(), day=args.day.isoformat())
    return Situation(args.incident, args.level, _YES_NO.get(args.publishing), at=at, day=args.day)


def origins(args: Namespace, chart: Chart) -> tuple[str, ...]:
    """The posts asked for with `--from`."""
    return posts(chart, given("--from", args.origins))


def given(name: str, values: Iterable[Iterable[str]] | None) -> tuple[str, ...]:
    """The values of an option; UsageError if it stands there without any, as an unset variable of a shell leaves it."""
    found = split(values)
    if values is not None and not found:
        raise UsageError("cli.no_value", name=name)
    return found


def usable_chart(name: str, terminal: Terminal) -> tuple[Loaded[Chart], Chart]:
    """A chart by name or file; its errors are said on stderr, and then it cannot be used."""
    loaded = load_chart(find_chart(name))
    if hindered(terminal.errors(lint_chart(loaded))) or loaded.value is None:
        raise UsageError("cli.mend_first", loaded.file)
    return loaded, loaded.value


def failed_elements(chart: Chart, wishes: Iterable[Iterable[str]] | None) -> list[Element]:
    """What `--what-if` lets fail: `absent:POST` (also POST/1, POST/all) and `down:` a medium, site or line."""
    found: dict[Element, None] = {}
    for wish in given("--what-if", wishes):
        kind, colon, name = wish.partition(":")
        if not (colon and name and kind in ("absent", "down")):
            raise refused("cli.bad_what_if", wish)
        if kind == "absent":
            found.update((Element("person", person), None) for person in sorted(persons(chart, [name])))
        else:
            found[_thing(chart, name)] = None
    return list(found)


def _thing(chart: Chart, name: str) -> Element:
    lines = {f"{person}/{c.kind}" for person, entry in chart.persons.items() for c in entry.channels}
    if name in chart.media:
        return Element("medium", name)
    if name in chart.sites:
        return Element("site", name)
    if name in lines:
        person, _, kind = name.rpartition("/")
        return Element("line", line_name(chart, person, kind))
    raise no_such("what.thing", name, {*chart.media, *chart.sites, *lines})


def _moment(text: str, day: date | None) -> datetime:
    try:
        if day and re.fullmatch(r"\d?\d:\d\d", text):
            return datetime.combine(day, time.fromisoformat(text.zfill(5)))
        return moment(text)
    except ValueError as problem:
        raise refused("cli.bad_when", text) from problem
