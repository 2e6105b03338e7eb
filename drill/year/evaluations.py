"""The evaluation files of a folder: those beside its transcripts, at any depth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drill.errors import UsageError
from drill.model.evaluation import SUFFIX, Evaluation
from drill.model.load import load_evaluation
from drill.year.improvement import Evaluated


def beside(transcript: Path) -> Path:
    """The evaluation file of a transcript, whether there is one or not."""
    return transcript.with_name(transcript.stem + SUFFIX)


def read_evaluation(path: Path) -> Evaluation:
    """One file; UsageError with the number of its mistakes if it has any."""
    loaded = load_evaluation(path)
    if loaded.value is None:
        raise UsageError("evaluation.unusable", str(path), count=len(loaded.problems))
    return loaded.value


def evaluations_in(folder: Path) -> Iterator[Evaluated]:
    """All of a folder, by name; UsageError for one with mistakes."""
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        yield Evaluated(path.name.removesuffix(SUFFIX), read_evaluation(path))
