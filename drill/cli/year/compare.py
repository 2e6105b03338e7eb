"""`drill year compare`: a year beside the one before, on the terminal or as data (as a document: `drill report`)."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from drill.cli.arguments import Parser, whole
from drill.cli.terminal import Terminal
from drill.cli.year.charts import reruns, years_back
from drill.cli.year.selfcheck import as_data as selfcheck_data
from drill.cli.year.selfcheck import closed_checks
from drill.pairs import picked
from drill.report.blocks import Document
from drill.report.charts_compared import compared_data
from drill.report.documents.comparison import comparison
from drill.report.documents.selfcheck import Held
from drill.report.writers.terminal import lines
from drill.scoring.comparison import ChartsCompared
from drill.text.catalogue import Language
from drill.year.evaluations import evaluations_in
from drill.year.folder import YearFolder
from drill.year.history import histories
from drill.year.improvement import Tracked, count, track
from drill.year.year import Year

SCHEMA = "drill.year.compare/1"
SEEDS = 10
"""Drills on both years' charts, unless another number is asked for."""


def options(parser: Parser) -> None:
    """The year, the year before, how often drills are run."""
    parser.value("year", words="year_folder", metavar="YEAR", type=Path)
    parser.value("before", words="compare_before", metavar="BEFORE", nargs="?", type=Path)
    parser.value("--seeds", words="compare_seeds", metavar="N", type=whole(0, 1000), default=SEEDS)
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the comparison; False if something fell."""
    found = gather(args.year, args.before, args.seeds, terminal)
    terminal.result(args.json, lambda: as_data(found), lambda: lines(document(found, terminal.language)))
    drills = any(line.fell for each in histories(found.years) for line in each.lines)
    return not drills and not any(each.fallen for each in found.checks)


@dataclass(frozen=True)
class Gathered:
    """The years, oldest first; this year's drills on last year's charts and on this year's; self-checks; actions."""

    years: list[Year]
    drills: dict[str, ChartsCompared]
    checks: list[Held]
    actions: tuple[Tracked, ...]


def gather(year: Path, before: Path | None, seeds: int, terminal: Terminal) -> Gathered:
    """All that is compared; UsageError where a folder or file is not what it should be."""
    folder, today = YearFolder.open(year), date.today()
    folders = years_back(folder, terminal, before)
    evaluated = [each for near in folders[-2:] for each in evaluations_in(near.path)]
    return Gathered(
        [each.year for each in folders],
        reruns(folders, seeds, terminal),
        closed_checks(folder, folder.program.selfchecks),
        track(evaluated, today),
    )


def document(found: Gathered, language: Language) -> Document:
    """The comparison as a document."""
    return comparison(found.years, language, found.drills, found.checks, found.actions)


def as_data(found: Gathered) -> dict[str, Any]:
    """`drill.year.compare/1`, described in docs/cli.md."""
    return {
        "schema": SCHEMA,
        "years": [each.program.year for each in found.years],
        "drills": [
            {"activity": each.name, "figures": [picked(line, "name", "figures", "fell") for line in each.lines]}
            for each in histories(found.years)
        ],
        "charts": {name: compared_data(drill) for name, drill in found.drills.items()},
        "selfchecks": [selfcheck_data(each) for each in found.checks],
        "actions": count(found.actions),
    }
