"""`drill score`: what a recorded drill came to, and the ratings that evaluators give it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from drill.cli.arguments import Parser, readable, refuse_without
from drill.cli.evaluating import find_evaluation, given_ratings, write_ratings
from drill.cli.meeting import score_meeting
from drill.cli.recording import open_recording
from drill.cli.results import as_data, print_results
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.table.log import MEETING
from drill.model.evaluation import Evaluation
from drill.model.library import find_transcript
from drill.scoring.score import Score, score
from drill.text.width import table


def options(parser: Parser) -> None:
    """Which one, how to print it, and ratings to be written down."""
    parser.value("transcript", metavar="TRANSCRIPT")
    parser.value("--rate", metavar="OBJECTIVE=P|S|M|U", action="append")
    parser.value("--reason", words="rate_reason", metavar="TEXT", type=readable)
    parser.value("--by", words="rate_by", metavar="POST", type=readable)
    parser.value("--evaluation", metavar="FILE", type=Path)
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the score; False if the transcript was cut off."""
    refuse_without(args, "rate", "reason", "by")
    if MEETING.begins(find_transcript(args.transcript)):
        if args.rate:
            raise UsageError("evaluation.of_meeting")
        return score_meeting(args, terminal)
    recording = open_recording(args.transcript, terminal)
    result = score(recording.rows)
    found = find_evaluation(recording, result, terminal, args.evaluation)
    evaluation = found.value
    if args.rate:
        ratings = given_ratings(args.rate, result, args.reason, args.by)
        evaluation = write_ratings(found, ratings, recording, terminal)
    if args.json:
        terminal.json(as_data(result, recording.path, evaluation))
    else:
        print_results(result, terminal)
        if result.objectives:
            terminal.out("", *_ratings(result, evaluation, terminal))
    return recording.whole


def _ratings(result: Score, evaluation: Evaluation | None, terminal: Terminal) -> list[str]:
    say, rows = terminal.say, []
    for rated in result.objectives:
        given = evaluation.rating(rated.objective) if evaluation else None
        confirmed, reason = (given.rating, given.reason or "") if given else ("-", "")
        rows.append((rated.objective, rated.title.get(say.language), rated.rating or "-", confirmed, reason))
    header = say.each("lessons.id", "record.objective", "lessons.suggested", "lessons.confirmed", "guide.reason")
    return table(rows, header, ("left", "left", "left", "left", "left"))
