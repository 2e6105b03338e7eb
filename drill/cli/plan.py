"""`drill plan`: the planner's screen; this only reads the chart and hands over the choices."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from drill.cli.arguments import Parser
from drill.cli.looking import origins, situation, situation_options, usable_chart
from drill.cli.terminal import Terminal, has_terminal
from drill.errors import UsageError


def options(parser: Parser) -> None:
    """The chart and the situation it is looked at in first."""
    parser.value("chart", words="the_chart", metavar="CHART")
    situation_options(parser)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Open the screen. UsageError where there is no terminal."""
    loaded, chart = usable_chart(args.chart, terminal)
    wanted, begin = situation(args), origins(args, chart)
    if not has_terminal():
        raise UsageError("cli.no_terminal", instead=f"drill weak {args.chart}")
    from drill.tui.planner.app import plan
    from drill.tui.planner.state import PlanOptions, Toggles

    plan(PlanOptions(loaded, date.today(), Toggles(wanted, begin), terminal.language))
    return True
