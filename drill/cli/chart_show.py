"""`drill chart show`: a contact chart as a picture, for the terminal, for print or for other programs."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import BooleanOptionalAction, Namespace

from drill.cli.arguments import Parser, whole
from drill.cli.looking import usable_chart
from drill.cli.saving import chosen_format, deliver, format_option, output_options
from drill.cli.terminal import Terminal
from drill.drawing.marks import marks
from drill.drawing.picture import Picture, picture

_ENDINGS = {".txt": "tree", ".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot"}


def options(parser: Parser) -> None:
    """Which chart, drawn how, and where to."""
    parser.value("chart", words="the_chart", metavar="CHART")
    format_option(parser, _ENDINGS, "tree")
    output_options(parser)
    parser.value("--level", words="show_level", metavar="0-3", type=whole(0, 3))
    parser.value("--weak", words="show_weak", action=BooleanOptionalAction, default=True)
    parser.switch("--with-names", words="show_names")
    parser.switch("--all", words="show_all")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Draw the chart; always well once it can be drawn."""
    name = chosen_format(args.format, args.output, _ENDINGS, "tree")
    _, chart = usable_chart(args.chart, terminal)
    weak, things = marks(chart, args.level) if args.weak else ({}, ())
    found = picture(chart, args.level, weak, things, args.with_names)
    drawn = _draw(found, name, args, terminal)
    deliver((drawn.rstrip("\n") + "\n").encode(), args.output, args, terminal)
    return True


def _draw(found: Picture, name: str, args: Namespace, terminal: Terminal) -> str:
    match name:
        case "svg":
            from drill.drawing.svg import svg

            return svg(found, terminal.say)
        case "mermaid":
            from drill.drawing.mermaid import mermaid

            return mermaid(found, terminal.say)
        case "dot":
            from drill.drawing.dot import dot

            return dot(found, terminal.say)
    from drill.drawing.treetext import tree_lines

    screen = args.output is None and sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size((80, 24)).columns if screen else 80
    colour = screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return "\n".join(tree_lines(found, terminal.say, width, args.all, colour))
