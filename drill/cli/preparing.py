"""The choices of one drill: options that `drill run` and `drill play` share, and what they mean."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from drill.cli.arguments import Parser, checked, moment, split, whole
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.contact.setup import Setup
from drill.model.library import list_scenarios
from drill.seats.options import Choices
from drill.seats.preparing import Drill, load, prepare

SEED = whole(0, 10**18 - 1)


def drill_options(parser: Parser) -> None:
    """Chart, seed, who is away, and when."""
    parser.value("--chart", metavar="CHART")
    parser.value("--seed", metavar="N", type=SEED, default=1)
    parser.value("--absent", metavar="POST", nargs="+", action="append")
    parser.value("--away", metavar="POST", nargs="+", action="append")
    parser.value("--at", metavar="TIME", type=checked("cli.bad_time", moment))


def choices(args: Namespace) -> dict[str, Any]:
    """What the options say of the drill, as `Choices` take it."""
    return {
        "scenario": args.scenario,
        "chart": args.chart,
        "absent": split(args.absent),
        "away": split(args.away),
        "seed": args.seed,
        "start": args.at,
    }


def prepared(chosen: Choices, terminal: Terminal) -> Drill:
    """Load, check and set up a drill; UsageError unless it can be played.

    Errors are said on stderr, warnings are only counted.
    """
    pair = load(chosen)
    if pair.misfit:
        raise UsageError(
            "cli.misfit", pair.scenario.file, chart=pair.misfit, scenario=chosen.scenario, given=chosen.chart
        )
    if count := len(pair.problems) - len(terminal.errors(pair.problems)):
        files = f"{pair.scenario.file} {pair.chart.file if pair.chart else ''}"
        terminal.note(terminal.say("cli.warnings", count=count, files=files))
    if not pair.playable:
        raise UsageError("cli.mend_first", pair.scenario.file)
    return prepare(chosen, pair)


def take_scenario(args: Namespace) -> None:
    """Where SCENARIO follows a flag that takes several values, argparse has put it among them: take it back."""
    names = {entry.name for entry in list_scenarios()}
    for flag in ("absent", "away", "post"):
        *_, values = getattr(args, flag, None) or ([],)
        if args.scenario is None and len(values) > 1 and (values[-1] in names or _is_yaml(values[-1])):
            args.scenario = values.pop()


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and Path(name).is_file()


def new_transcript(folder: Path, setup: Setup, kind: str = "") -> Path:
    """A file name that is still free: the scenario, what kind of log it is, and a number."""
    number = 1
    while (path := folder / f"{setup.scenario.id}{kind}-{number}.jsonl").exists():
        number += 1
    return path
