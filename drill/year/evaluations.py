"""Evaluation files: where they are, reading them, and writing a rating into one without touching the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from yaml import YAMLError

from drill.analysis.repair.spans import Inserter, Misfit, flow
from drill.errors import UsageError
from drill.model.evaluation import EVALUATION_SCHEMA, SUFFIX, Evaluation, GivenRating
from drill.model.load import load_evaluation
from drill.model.save import yaml_text
from drill.model.yamltree import read_tree
from drill.year.improvement import Evaluated

_COMMENT = re.compile(r"(?:^|(?<=\s))# ?(.*)$", re.MULTILINE)
_NOTHING_YET = re.compile(r"^ratings:[ \t]*(?=#|$)", re.MULTILINE)
"""The key of a form that nothing has been written under."""


def beside(transcript: Path) -> Path:
    """The evaluation file of a transcript, whether there is one or not."""
    return transcript.with_name(transcript.stem + SUFFIX)


def evaluations_in(folder: Path) -> Iterator[Evaluated]:
    """All of a folder and of its `transcripts/`, by name; UsageError for one with mistakes."""
    for path in sorted((*folder.glob(f"*{SUFFIX}"), *folder.glob(f"transcripts/*{SUFFIX}"))):
        loaded = load_evaluation(path)
        if loaded.value is None:
            raise UsageError("evaluation.unusable", str(path), count=len(loaded.problems))
        yield Evaluated(path.name.removesuffix(SUFFIX), loaded.value)


def begun(transcript: str, head: str, form: str = "") -> str:
    """The text of a new evaluation; `form` is a comment that says what else may be written into it."""
    lines = (f"schema: {EVALUATION_SCHEMA}", f"transcript: {flow(transcript)}", f"head: {head}")
    return "".join(f"{line}\n" for line in (*lines, *(f"# {line}" for line in form.splitlines())))


def rated(text: str, ratings: Sequence[GivenRating]) -> str:
    """The text of an evaluation with ratings after those it has; everything else, comments too, as it was.

    Where its layout has no place for them the file is written anew, with its comments at the end.
    """
    before = _evaluation(text)
    wanted = before.model_copy(update={"ratings": (*before.ratings, *ratings)})
    try:
        inserter = Inserter(text if before.ratings else _NOTHING_YET.sub("", text))
        for rating in ratings:
            inserter.append(("ratings",), _data(rating), after="head")
        found = inserter.text()
        if _evaluation(found) == wanted:
            return found
    except (Misfit, ValidationError, YAMLError):
        pass
    return yaml_text({"schema": EVALUATION_SCHEMA} | _data(wanted), _COMMENT.findall(text))


def _data(part: Evaluation | GivenRating) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _evaluation(text: str) -> Evaluation:
    tree, _ = read_tree(text, "-")
    return Evaluation.model_validate(tree.data if tree else {})
