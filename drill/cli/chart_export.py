"""`drill chart export`: a chart as the sheet that planners print and edit, as a chart file, or as fault trees."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from drill.cli.arguments import Parser
from drill.cli.looking import origins, situation, situation_options, usable_chart
from drill.cli.saving import chosen_format, deliver, format_option, output_options
from drill.cli.terminal import Terminal
from drill.model.chart import Chart
from drill.text.catalogue import Catalogue

Format = Callable[[Chart, Catalogue, Namespace], bytes]


def options(parser: Parser) -> None:
    """Which chart, as what, where to."""
    parser.value("chart", words="the_chart", metavar="CHART")
    format_option(parser, ENDINGS, "xlsx")
    output_options(parser)
    parser.switch("--with-personal-data")
    situation_options(parser)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Write the chart; without a file, text formats go to standard output."""
    name = chosen_format(args.format, args.output, ENDINGS, "xlsx", BINARY)
    chart = usable_chart(args.chart, terminal)[1]
    whole = args.with_personal_data or name == "openpsa"
    data = FORMATS[name](chart if whole else chart.without_personal_data(), terminal.say, args)
    deliver(data, args.output, args, terminal)
    if not args.with_personal_data:
        terminal.note(terminal.say("sheets.no_personal"))
    return True


def _xlsx(chart: Chart, say: Catalogue, _args: Namespace) -> bytes:
    from drill.sheets.chart.pages import sheets
    from drill.sheets.kit.printing import workbook

    return workbook(sheets(chart, say))


def _csv(chart: Chart, say: Catalogue, _args: Namespace) -> bytes:
    """With the mark that makes Excel read UTF-8."""
    from drill.sheets.chart.pages import sheets
    from drill.sheets.kit.csvfile import as_csv

    return as_csv(sheets(chart, say)).encode("utf-8-sig")


def _yaml(chart: Chart, _say: Catalogue, _args: Namespace) -> bytes:
    from drill.model.save import chart_yaml

    return chart_yaml(chart).encode()


def _openpsa(chart: Chart, say: Catalogue, args: Namespace) -> bytes:
    """Leave counts, and goes into no label; people are called by their posts."""
    from drill.analysis.openpsa.writing import openpsa_text

    return openpsa_text(chart, situation(args), origins(args, chart), say).encode()


FORMATS: dict[str, Format] = {"xlsx": _xlsx, "csv": _csv, "yaml": _yaml, "openpsa": _openpsa}
"""Name of a format → what makes its bytes. Another format joins by an entry here."""
BINARY = frozenset({"xlsx"})
"""Formats that are not shown on a terminal."""
ENDINGS = {".xlsx": "xlsx", ".csv": "csv", ".yaml": "yaml", ".yml": "yaml", ".xml": "openpsa"}
"""What the ending of a file means."""
