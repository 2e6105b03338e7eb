"""`drill year compare`: a year beside the one before, on the terminal or as data (as a document: `drill report`)."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from drill.cli.arguments import Parser, checked
from drill.cli.terminal import Terminal
from drill.cli.year_charts import reruns, years_back
from drill.report.charts_compared import compared_data
from drill.report.documents.comparison import comparison
from drill.report.writers.terminal import lines
from drill.scoring.comparison import ChartsCompared
from drill.year.folder import YearFolder
from drill.year.history import histories
from drill.year.rules import Year

SCHEMA = "drill.year.compare/1"
SEEDS = 10
"""Drills on both years' charts, unless another number is asked for."""


def options(parser: Parser) -> None:
    """The year, the year before, how often drills are run."""
    parser.value("year", words="compare_year", metavar="YEAR", type=Path)
    parser.value("before", words="compare_before", metavar="BEFORE", nargs="?", type=Path)
    parser.value("--seeds", words="compare_seeds", metavar="N", type=checked("cli.bad_rerun", _count), default=SEEDS)
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the comparison; False if something fell."""
    years, drills = gather(args.year, args.before, args.seeds, terminal)
    if args.json:
        terminal.json(as_data(years, drills))
    else:
        terminal.out(*lines(comparison(years, terminal.language, drills)))
    return not any(line.fell for each in histories(years) for line in each.lines)


def gather(
    year: Path, before: Path | None, seeds: int, terminal: Terminal
) -> tuple[list[Year], dict[str, ChartsCompared]]:
    """The years, oldest first, and this year's drills on last year's charts and on this year's."""
    folders = years_back(YearFolder.open(year), terminal, before)
    return [each.year for each in folders], reruns(folders, seeds, terminal)


def as_data(years: Sequence[Year], drills: Mapping[str, ChartsCompared]) -> dict[str, Any]:
    """`drill.year.compare/1`, described in docs/cli.md."""
    return {
        "schema": SCHEMA,
        "years": [each.program.year for each in years],
        "drills": [
            {
                "activity": each.name,
                "figures": [
                    {"name": line.name, "figures": [f and list(f) for f in line.figures], "fell": line.fell}
                    for line in each.lines
                ],
            }
            for each in histories(years)
        ],
        "charts": {name: compared_data(drill) for name, drill in drills.items()},
    }


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) > 1000:
        raise ValueError(text)
    return int(text)
