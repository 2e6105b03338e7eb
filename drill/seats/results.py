"""The result a seat hands out, made from the score of a log."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drill.exercise.contact.events import Row
from drill.report.record import blocks
from drill.scoring.score import score
from drill.seats.handed import Made, Result
from drill.text.catalogue import Language, catalogue


def result(rows: Sequence[Row], posts: Collection[str], language: Language) -> Result:
    """The record of a drill, and the contacts that these posts owed, by deadline."""
    scored = score(rows)
    made = [
        Made(scored.evidence.name(mark.target), bool(mark.got), mark.at_ms, mark.due_ms)
        for mark in scored.dimensions["timeliness"].rows
        if mark.target and mark.due_ms is not None and mark.post in posts
    ]
    made.sort(key=lambda each: each.due_ms)
    return Result(tuple(blocks(scored, catalogue(language))), tuple(made))
