"""`drill weak`: what a contact chart cannot do without, and the cheapest repair."""

from __future__ import annotations

from argparse import Namespace

from drill.analysis.weak import weakness_of
from drill.cli.arguments import Parser, checked
from drill.cli.looking import failed_elements, origins, situation, situation_options, usable_chart
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.problems import nearest
from drill.report.weak_text import as_data, post_report, report


def options(parser: Parser) -> None:
    """The chart, the situation, what fails beforehand, and how much to show."""
    parser.value("chart", metavar="CHART|FILE.xml")
    situation_options(parser)
    parser.value("--what-if", metavar="LIST", nargs="+", action="append")
    parser.switch("--without-deputies")
    parser.value("--order", metavar="1|2", type=checked("cli.bad_order", _order), default=2)
    parser.value("--limit", metavar="N", type=checked("cli.bad_limit", _limit))
    parser.value("--cuts-of", metavar="POST")
    parser.value("--top", metavar="GATE")
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the weak points; False if there is a single point of failure or somebody who is not told anyway."""
    if args.chart.lower().endswith(".xml"):
        from drill.cli import weak_tree

        return weak_tree.perform(args, terminal)
    _, chart = usable_chart(args.chart, terminal)
    if args.without_deputies:
        posts = {name: post.model_copy(update={"deputies": ()}) for name, post in chart.posts.items()}
        chart = chart.model_copy(update={"posts": posts})
    failed = failed_elements(chart, args.what_if)
    found = weakness_of(chart, situation(args), origins(args, chart), failed)
    if args.json:
        terminal.json(as_data(found, args.order, failed))
    elif args.cuts_of:
        if args.cuts_of not in {*chart.posts, *chart.duties}:
            near = nearest(args.cuts_of, {*chart.posts, *chart.duties})
            raise UsageError("cli.no_such_node", name=args.cuts_of, near=near)
        terminal.out(*post_report(found, terminal.say, args.cuts_of))
    else:
        terminal.out(*report(found, terminal.say, args.order, 10 if args.limit is None else args.limit, failed))
    return not found.weakness.unreached and not found.weakness.singles


def _order(text: str) -> int:
    if text not in ("1", "2"):
        raise ValueError(text)
    return int(text)


def _limit(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)
