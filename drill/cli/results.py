"""What a drill came to, for people and for programs: the contact table, broken links and the score."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drill.cli.terminal import Terminal
from drill.exercise.contact.events import DrillStarted
from drill.model.evaluation import Evaluation
from drill.pairs import picked
from drill.report.lessons_text import written
from drill.report.record import broken_sentences, contact_table, score_table, times_sentence
from drill.scoring.score import Score

SCHEMA = "drill.run/1"


def print_results(score: Score, terminal: Terminal) -> None:
    """Contact table, broken links, score."""
    say, setup = terminal.say, score.evidence.setup
    terminal.out(say("cli.run.title", mark=say("mark.drill"), title=setup.scenario.title, seed=setup.seed))
    terminal.out("", *contact_table(score, say).lines())
    if score.broken:
        terminal.out("", say("record.broken"), *(f"  {line}" for line in broken_sentences(score, say)))
    terminal.out("", *score_table(score, say).lines(), "", times_sentence(score, say))


def as_data(score: Score, transcript: Path | None, evaluation: Evaluation | None = None) -> dict[str, Any]:
    """The same for a program: `drill.run/1`, described in docs/cli.md. Times are milliseconds of drill time."""
    evidence = score.evidence
    first = evidence.rows[0].event
    assert isinstance(first, DrillStarted)  # or it could not have been scored
    setup, state = evidence.setup, evidence.state
    complete = score.completeness
    return {
        "schema": SCHEMA,
        "scenario": setup.scenario.id,
        "chart": setup.chart.id,
        "seed": setup.seed,
        "start": setup.start.isoformat(timespec="minutes"),
        "played": setup.played,
        "absent": sorted(setup.absent),
        "away": sorted(setup.away),
        "engine": first.engine,
        "ended_ms": state.ended_ms,
        "level": {"judged": state.level, "right": setup.scenario.level},
        "completeness": {"reached": complete.numerator, "required": complete.denominator},
        "contacts": [
            {
                **picked(row, "post", "required", "status", "person"),
                "deputy": row.deputy > 0,
                "deputy_rank": row.deputy,
                **picked(row, "at_ms", "attempts"),
                "reason": row.reason or None,
            }
            for row in score.contacts
        ],
        "broken_links": score.broken,
        "score": {name: picked(each, "numerator", "denominator") for name, each in score.dimensions.items()},
        "objectives": list(_objectives(score, written(evaluation))),
        "reached_ms": score.times,
        "transcript": transcript,
    }


def _objectives(score: Score, evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    confirmed = ("confirmed", "reason", "by")
    for rated in score.objectives:
        given = evaluation.rating(rated.objective)
        yield {
            "objective": rated.objective,
            "points": {"got": sum(row.got for row in rated.rows), "of": sum(row.of for row in rated.rows)},
            "suggested": rated.rating,
            **dict(zip(confirmed, (given.rating, given.reason, given.by) if given else (None,) * 3, strict=True)),
        }
