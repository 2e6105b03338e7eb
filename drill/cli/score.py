"""`drill score`: what a recorded drill came to."""

from __future__ import annotations

from argparse import Namespace

from drill.cli.arguments import Parser
from drill.cli.recording import open_recording
from drill.cli.results import as_data, print_results
from drill.cli.terminal import Terminal
from drill.scoring.score import score


def options(parser: Parser) -> None:
    """Which one, and how to print it."""
    parser.value("transcript", metavar="TRANSCRIPT")
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the score; False if the transcript was cut off."""
    recording = open_recording(args.transcript, terminal)
    result = score(recording.rows)
    if args.json:
        terminal.json(as_data(result, recording.path))
    else:
        print_results(result, terminal)
    return recording.whole
