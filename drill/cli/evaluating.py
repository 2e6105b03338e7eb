"""The evaluation beside a transcript, as commands use it: found, checked against its drill, ratings written into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from drill.cli.arguments import refused
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.contact.log import DrillLog
from drill.model.check_evaluation import check_evaluation
from drill.model.evaluation import Evaluation, GivenRating, Rating
from drill.model.library import list_transcripts
from drill.model.load import load_evaluation
from drill.model.problems import format_problem, no_such
from drill.scoring.score import Score
from drill.whole import write_whole
from drill.year.evaluations import begun, beside, evaluations_in, rated
from drill.year.folder import LOG, YearFolder
from drill.year.improvement import Evaluated


@dataclass(frozen=True)
class Found:
    """The evaluation of a drill, if there is one, where it was read from and where it is written to."""

    value: Evaluation | None
    read: Path
    write: Path


def find_evaluation(recording: DrillLog, score: Score, terminal: Terminal, named: Path | None = None) -> Found:
    """The one `named`, else the one beside the transcript; of a shipped drill, the one in the current folder first.

    Its problems are said on stderr. UsageError if it has errors, or is named and not there.
    """
    near = beside(recording.path)
    own = named or (Path(near.name) if _shipped(recording.path) else near)
    read = own if own.exists() or named else near
    if not read.exists():
        return Found(None, read, own)
    loaded = load_evaluation(read)
    objectives = score.evidence.setup.scenario.objectives
    problems = check_evaluation(loaded, objectives, recording.head)
    terminal.note(*(format_problem(each, terminal.say) for each in problems))
    errors = sum(each.severity == "error" for each in problems)
    if loaded.value is None or errors:
        raise UsageError("evaluation.unusable", str(read), count=errors)
    return Found(loaded.value, read, own)


def _shipped(transcript: Path) -> bool:
    return any(entry.shipped and entry.path == transcript for entry in list_transcripts())


def earlier_evaluations(folder: Path) -> list[Evaluated]:
    """Those of a folder and, where it is a year's or lies in one, of that year and the year before."""
    folders: dict[Path, None] = {folder: None}
    for near in (folder, folder.parent):
        if (near / LOG).is_file():
            year = YearFolder.open(near)
            folders = dict.fromkeys((near, *filter(None, [year.before])))
    return [each for one in folders for each in evaluations_in(one)]


def write_ratings(found: Found, ratings: Iterable[GivenRating], recording: DrillLog, terminal: Terminal) -> Evaluation:
    """Put ratings after those that are there; the file is whole at every moment."""
    if found.value is None:
        old = begun(recording.path.name, recording.head, terminal.say("evaluation.form"))
    else:
        old = found.read.read_text(encoding="utf-8-sig")
    write_whole(found.write, rated(old, tuple(ratings)).encode())
    terminal.note(terminal.say("sheets.written", file=found.write))
    value = load_evaluation(found.write).value
    assert value is not None  # what `rated` gives can be read
    return value


def given_ratings(wishes: Iterable[str], score: Score, reason: str | None, by: str | None) -> list[GivenRating]:
    """What `--rate OBJECTIVE=S` asks for; UsageError for what cannot be, and where a reason is needed."""
    suggested = {each.objective: each.rating for each in score.objectives}
    ratings = []
    for wish in wishes:
        name, _, letter = wish.partition("=")
        letter = letter.upper()
        if letter not in get_args(Rating):
            raise refused("evaluation.bad_rate", wish)
        if name not in suggested:
            raise no_such("what.objective", name, suggested)
        if suggested[name] not in (None, letter) and not reason:
            raise UsageError("evaluation.needs_reason", name=name, suggested=suggested[name], rating=letter)
        given = {"objective": name, "rating": letter, "suggested": suggested[name], "on": date.today()}
        ratings.append(GivenRating.model_validate({**given, "reason": reason or None, "by": by or None}))
    return ratings
