"""`drill run`: a drill with simulated people only, as fast as it goes."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from drill.cli.arguments import Parser
from drill.cli.meeting import run_meeting
from drill.cli.preparing import choices, drill_options, new_transcript, prepared, take_scenario
from drill.cli.results import as_data, print_results
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.report.record import record
from drill.scoring.score import score
from drill.seats.options import Choices
from drill.text.figures import clock


def options(parser: Parser) -> None:
    """The drill, and what to do with the result."""
    # It may stand among the values of `--absent`: argparse is not to complain before we have looked there.
    parser.value("scenario", metavar="SCENARIO").required = False
    drill_options(parser)
    parser.value("--out", metavar="DIR", type=Path)
    parser.switch("--meeting")
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Run it and print what it came to; a poor score is no failure."""
    take_scenario(args)
    if args.scenario is None:
        raise UsageError("cli.usage.missing", name="SCENARIO", verb="drill run")
    setup = prepared(Choices(**choices(args)), terminal).setup
    if args.meeting:
        return run_meeting(args, setup, terminal)
    path = new_transcript(args.out, setup) if args.out else None
    result = score(_run(setup, path, terminal))
    if path:
        path.with_suffix(".md").write_text(record(result, terminal.language), encoding="utf-8", newline="\n")
        terminal.note(terminal.say("cli.saved", path=path, record=path.with_suffix(".md")))
    if args.json:
        terminal.json(as_data(result, path))
    else:
        print_results(result, terminal)
    return True


def _run(setup: Setup, path: Path | None, terminal: Terminal) -> list[Row]:
    """The rows of the whole drill, each in the transcript as soon as it exists."""
    with closing(DRILL.begin(setup, path)) as ledger, terminal.progress(setup.end_ms, clock) as show:
        Engine(ledger).run_to_end(show)
    return ledger.rows
