"""`drill weak`: what a contact chart cannot do without, and the cheapest repair."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from time import monotonic

from drill.analysis.network import Element, ElementKind
from drill.analysis.weak import weakness_of
from drill.cli.arguments import Parser, one_of, refuse_beside, refuse_without, whole
from drill.cli.looking import failed_elements, given, origins, situation, situation_options, usable_chart
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.load import Loaded
from drill.model.problems import no_such
from drill.report.weak_text import Wording, as_data, post_report, report
from drill.text.clean import clean

PATIENCE_S = 60
"""After this the best repair found so far is shown, with what is known about the least."""


def options(parser: Parser) -> None:
    """The chart, the situation, what fails beforehand, what is asked, and how much to show."""
    parser.value("chart", words="chart_or_tree", metavar="CHART|FILE.xml")
    situation_options(parser)
    parser.value("--what-if", metavar="LIST", nargs="+", action="append")
    parser.switch("--without-deputies")
    parser.value("--order", metavar="1|2", type=whole(1, 2), default=2)
    parser.value("--limit", metavar="N", type=whole(0, 10**9 - 1), default=10)
    parser.switch("--by-importance")
    parser.value("--cuts-of", metavar="POST")
    parser.switch("--fix")
    parser.value("--cost", metavar="KIND=NUMBER", nargs="+", action="append")
    parser.value("--kinds", metavar="KIND", nargs="+", action="append")
    parser.switch("--write")
    parser.switch("--call-order")
    parser.value("--top", metavar="GATE")
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print what was asked; False if there is a weak point that no more than one failure needs, or work left to do."""
    if args.chart.lower().endswith((".xml", ".opsa")):
        from drill.cli import weak_tree

        return weak_tree.perform(args, terminal)
    loaded, chart = usable_chart(args.chart, terminal)
    if args.without_deputies:
        posts = {name: post.model_copy(update={"deputies": ()}) for name, post in chart.posts.items()}
        chart = chart.model_copy(update={"posts": posts})
    _refuse_unused(args)
    if args.call_order:
        return _call_order(args, terminal, chart)
    failed = failed_elements(chart, args.what_if)
    return _fix(args, terminal, loaded, chart, failed) if args.fix else _weak_points(args, terminal, chart, failed)


def _refuse_unused(args: Namespace) -> None:
    """Options that only another one, or another question, gives a meaning."""
    refuse_without(args, "fix", "cost", "write", "kinds")
    mode = "--call-order" if args.call_order else "--fix" if args.fix else "CHART"
    unused = {
        "CHART": ("top",),
        "--fix": ("top", "cuts_of", "by_importance", "call_order"),
        "--call-order": ("top", "cuts_of", "by_importance", "what_if", "fix"),
    }
    refuse_beside(args, mode, unused[mode])


def _weak_points(args: Namespace, terminal: Terminal, chart: Chart, failed: list[Element]) -> bool:
    whole = args.order == 2 or failed or args.by_importance or args.cuts_of is not None
    found = weakness_of(chart, situation(args), origins(args, chart), failed, order=2 if whole else 1)
    if args.json:
        terminal.json(as_data(found, args.order, failed))
    elif args.cuts_of is not None:
        if args.cuts_of not in {*chart.posts, *chart.duties}:
            raise no_such("what.post_or_duty", args.cuts_of, {*chart.posts, *chart.duties})
        terminal.out(*post_report(found, terminal.say, args.cuts_of))
    else:
        terminal.out(*report(found, terminal.say, args.order, args.limit, failed, args.by_importance))
    return not found.weakness.unreached and not found.weakness.singles


def _fix(args: Namespace, terminal: Terminal, loaded: Loaded[Chart], chart: Chart, failed: list[Element]) -> bool:
    from drill.analysis.repair.changes import Costs
    from drill.analysis.repair.patch import lost_comments, repair_diff, write_repair
    from drill.analysis.repair.plan import plan_repair
    from drill.report.repair_text import repair_data, repair_lines

    if args.write:
        refuse_beside(args, "--write", ["without_deputies"])
    if args.write and not Path(args.chart).is_file():
        raise UsageError("cli.write_what", file=loaded.file)
    try:
        costs = Costs.parse(given("--cost", args.cost))
    except ValueError as problem:
        raise UsageError("repair.bad_cost", value=problem) from problem
    kinds = [one_of(KINDS)(text) for text in given("--kinds", args.kinds)] or KINDS
    begun = monotonic()
    terminal.note(terminal.say("cli.fix.working"))
    repair = plan_repair(
        chart,
        situation(args),
        origins(args, chart),
        costs,
        kinds,
        failed,
        left_s=lambda: PATIENCE_S - (monotonic() - begun),
    )
    if args.json:
        terminal.json(repair_data(repair))
    else:
        terminal.out(*repair_lines(repair, terminal.say))
        if repair.changes and not args.without_deputies:
            terminal.out("", *(clean(line) for line in repair_diff(loaded.file, repair)))
    if args.write and repair.changes:
        file = Path(loaded.file).resolve()
        old = file.read_text(encoding="utf-8")
        lost = lost_comments(old, write_repair(file, repair))
        terminal.note(terminal.say("cli.fix.written", file=file))
        if lost:
            terminal.note(terminal.say("cli.fix.comments_lost", count=lost, file=file))
    return not repair.unremedied and (args.write or not repair.changes)


def _call_order(args: Namespace, terminal: Terminal, chart: Chart) -> bool:
    from drill.planning.call_order import call_order
    from drill.report.call_order_text import call_order_data, call_order_lines

    plan = call_order(chart, situation(args), origins(args, chart))
    found = weakness_of(chart, situation(args), origins(args, chart), order=1)
    if found.weakness.unreached:
        terminal.note(
            terminal.say("weak.unreached", names=Wording(found, terminal.say).nodes(found.weakness.unreached))
        )
    terminal.result(args.json, lambda: call_order_data(plan), lambda: call_order_lines(plan, terminal.say))
    return not found.weakness.unreached


KINDS: tuple[ElementKind, ...] = ("person", "medium", "site", "line")
