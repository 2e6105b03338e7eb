"""`drill year selfcheck`: an anonymous self-check, answered at the terminal or by sheet, closed, and read."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from drill.cli.arguments import DAY, Parser, given_flags, refuse_together
from drill.cli.saving import check_workbook, chosen_format, deliver, format_option, output_options
from drill.cli.terminal import Terminal, has_terminal
from drill.cli.year.entering import cells_told
from drill.errors import UsageError
from drill.model.library import find_selfcheck
from drill.model.problems import no_such
from drill.pairs import picked
from drill.report.documents.selfcheck import Held, selfcheck_result
from drill.report.writers.formats import BINARY, ENDINGS, write
from drill.report.writers.terminal import lines
from drill.text.catalogue import Catalogue, Word
from drill.text.choices import SELFCHECK_KEPT, SELFCHECK_STATE
from drill.text.eras import Day
from drill.text.width import table
from drill.year import selfchecks
from drill.year.folder import YearFolder
from drill.year.rates import Parts, of_published
from drill.year.state import first_day, last_day
from drill.year.tally import AnswerSheet, Respondents

SCHEMA = "drill.year.selfcheck/1"


def options(parser: Parser) -> None:
    """Which self-check, who answers, and how."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("name", words="selfcheck_name", metavar="NAME", nargs="?")
    parser.value("--group", metavar="GROUP")
    parser.value("--sheet", words="selfcheck_sheet", metavar="FILE", type=Path)
    parser.switch("--partial")
    parser.value("--blank", words="selfcheck_blank", metavar="FILE.xlsx", type=Path)
    parser.value("--paper", words="selfcheck_paper", action="store_true")
    format_option(parser, ENDINGS, "md")
    output_options(parser)
    parser.value("--close", words="selfcheck_close", action="store_true")
    parser.value("--on", words="selfcheck_on", metavar="DATE", type=DAY)
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Take answers or, of a closed self-check, print the results; False if something fell or a row was refused."""
    actions = {"sheet": _sheet, "blank": _blank, "paper": _paper, "close": _close}
    refuse_together("drill year selfcheck", given_flags(args, *actions))
    folder = YearFolder.open(args.year)
    if args.name is None:
        terminal.out(*_listed(folder, terminal.say))
        return True
    for name, action in actions.items():
        if getattr(args, name):
            return action(folder, args, terminal)
    tally = selfchecks.read(folder, args.name)
    selfchecks.plan_of(folder.year, args.name)
    if args.json or (tally and tally.closed):
        return _results(folder, args, terminal)
    return _answer(folder, args, terminal)


def _listed(folder: YearFolder, say: Catalogue) -> Iterator[str]:
    for name, plan in folder.program.selfchecks.items():
        tally = selfchecks.read(folder, name)
        state = "closed" if tally and tally.closed else "open" if tally else "not_begun"
        groups = selfchecks.open_groups(folder, name) if folder.roster or tally else []
        answered = {each: found.sheets for each, found in tally.groups.items()} if tally else {}
        period = say("selfpaper.days", first=Day(plan.first), last=Day(plan.last))
        yield say("selfcheck.listed", name=name, title=plan.title, period=period, state=Word(SELFCHECK_STATE[state]))
        yield ""
        rows = []
        for each in groups:
            counts = str(answered.get(each.name, 0)), str(each.people)
            rows.append((each.name, each.title.get(say.language), *counts, say(SELFCHECK_KEPT[each.detail])))
        heads = say.each("selfcheck.head.name", "selfcheck.head.group", "selfcheck.head.sheets")
        header = (*heads, *say.each("selfcheck.head.people", "selfcheck.head.kept"))
        yield from (*table(rows, header, ("left", "left", "right", "right", "left")), "")


def _group(folder: YearFolder, args: Namespace) -> Respondents:
    groups = {each.name: each for each in selfchecks.open_groups(folder, args.name)}
    if args.group is None and len(groups) > 1:
        raise UsageError("selfcheck.which_group", names=tuple(groups))
    name = args.group or next(iter(groups))
    if name not in groups:
        raise UsageError("selfcheck.no_group", name=name)
    return groups[name]


def _answer(folder: YearFolder, args: Namespace, terminal: Terminal) -> bool:
    """The screen, one person after the other."""
    groups = [_group(folder, args)] if args.group else selfchecks.open_groups(folder, args.name)
    if not has_terminal():
        instead = f"drill year selfcheck {args.year} {args.name} --sheet"
        raise UsageError("cli.no_terminal", instead=instead)
    from drill.tui.answering.kiosk import kiosk

    def hand_in(group: str, sheet: AnswerSheet) -> str | None:
        try:
            selfchecks.hand_in(folder, args.name, group, [sheet], date.today())
        except UsageError as problem:
            return terminal.say(problem.code, **problem.params)
        return None

    check = selfchecks.questionnaires(folder, args.name)
    count = kiosk(check, groups, terminal.language, hand_in)
    terminal.note(terminal.say("selfcheck.taken", count=count))
    return True


def _sheet(folder: YearFolder, args: Namespace, terminal: Terminal) -> bool:
    """All rows or, unless `--partial`, none."""
    from drill.sheets.kit.opening import open_sheets
    from drill.sheets.year.selfcheck_sheet import read_answers

    group, check = _group(folder, args), selfchecks.questionnaires(folder, args.name)
    found = read_answers(open_sheets(args.sheet).chosen(()), check, group)
    terminal.note(*cells_told(found.problems, terminal.say))
    wrong = found.rows - len(found.sheets)
    if wrong and not args.partial:
        raise UsageError("year.roster.refused", str(args.sheet), rows=found.rows, refused=wrong)
    selfchecks.hand_in(folder, args.name, group.name, found.sheets, date.today())
    code = "selfcheck.taken.part" if wrong else "selfcheck.taken"
    terminal.note(terminal.say(code, count=len(found.sheets), wrong=wrong))
    return not wrong


def _blank(folder: YearFolder, args: Namespace, terminal: Terminal) -> bool:
    from drill.sheets.year.blank import blank_answers

    check_workbook(args.blank, args.force)
    check, group = selfchecks.questionnaires(folder, args.name), _group(folder, args)
    title = f"{check.title.get(terminal.language)} {group.title.get(terminal.language)}"
    deliver(blank_answers(check, group, title, terminal.say), args.blank, args, terminal)
    return True


def _paper(folder: YearFolder, args: Namespace, terminal: Terminal) -> bool:
    from drill.report.documents.selfcheck import questionnaire_form

    check, plan = selfchecks.questionnaires(folder, args.name), selfchecks.plan_of(folder.year, args.name)
    document = questionnaire_form(check, _group(folder, args), plan, terminal.language)
    format_ = chosen_format(args.format, args.output, ENDINGS, "md", BINARY)
    deliver(write(document, format_), args.output, args, terminal)
    return True


def _close(folder: YearFolder, args: Namespace, terminal: Terminal) -> bool:
    today, year = date.today(), folder.program.year
    on = args.on or (
        today if first_day(year) <= today <= last_day(year) else selfchecks.plan_of(folder.year, args.name).last
    )
    selfchecks.close(folder, args.name, on, today)
    terminal.note(terminal.say("selfcheck.done", title=folder.program.selfchecks[args.name].title))
    return _results(folder, args, terminal)


def held(folder: YearFolder, name: str) -> Held:
    """A closed self-check, as documents want it; UsageError before it is closed."""
    plan = selfchecks.plan_of(folder.year, name)
    check, before = selfchecks.questionnaires(folder, name), selfchecks.last_year(folder, name)
    return Held(check, selfchecks.results(folder, name), before, plan, folder.program.papers.get(plan.paper))


def held_in(folder: YearFolder, paper: str | None) -> list[Held]:
    """The closed self-checks of a year, or the one of a paper; UsageError if there is none."""
    plans = folder.program.selfchecks
    names = [name for name, plan in plans.items() if paper in (None, plan.paper)]
    if not plans:
        raise UsageError("paper.none", layout="selfcheck")
    if not names:
        raise no_such("what.paper", paper, [plan.paper for plan in plans.values()])
    if found := closed_checks(folder, names):
        return found
    raise UsageError("selfcheck.still_open", str(folder.path))


def closed_checks(folder: YearFolder, names: Iterable[str]) -> list[Held]:
    """Those that are closed."""
    return [held(folder, name) for name in names if (tally := selfchecks.read(folder, name)) and tally.closed]


def published(name: str) -> Held:
    """The last published figures of a file of questionnaires, beside those of the year before."""
    file = find_selfcheck(name)
    check = selfchecks.load_checked(file)
    years = sorted(
        {year for group in check.published.groups.values() for year in group.rates} if check.published else ()
    )
    if not years:
        raise UsageError("selfcheck.never_published", str(file))
    before = of_published(check, years[-2]) if len(years) > 1 else None
    return Held(check, of_published(check, years[-1]), before)


def _results(folder: YearFolder, args: Namespace, terminal: Terminal) -> bool:
    found = held(folder, args.name)
    terminal.result(args.json, lambda: as_data(found), lambda: lines(selfcheck_result(found, terminal.language)))
    return not found.fallen


def as_data(found: Held) -> dict[str, Any]:
    """`drill.year.selfcheck/1`, described in docs/cli.md. What may not be shown is not there."""

    def parts(rates: Parts) -> dict[str, Any]:
        return {part: {"percent": round(float(rate.percent), 4), "counts": rate.counts} for part, rate in rates.items()}

    return {
        "schema": SCHEMA,
        "selfcheck": found.check.id,
        "year": found.results.year,
        "groups": {
            name: {**picked(each, "people", "sheets", "questions"), "proper": parts(each.rates)}
            for name, each in found.results.groups.items()
        },
        "yes": [
            {"group": group or None, "question": question, "rates": parts(rates)}
            for (group, question), rates in found.results.yes.items()
            if rates
        ],
        "reasons": found.results.reasons,
        "fallen": [
            {
                "group": each.group or None,
                "question": each.question or None,
                "part": each.part,
                "before": round(float(each.before.percent), 4),
                "after": round(float(each.after.percent), 4),
            }
            for each in found.fallen
        ],
    }
