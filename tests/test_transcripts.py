"""The shipped transcripts replay to the scores recorded beside them, row by row as this engine makes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drill.exercise.chain import dump
from drill.exercise.contact.log import DRILL
from drill.scoring.score import score

FOLDER = Path(__file__).parent.parent / "transcripts"
RECORDED: dict[str, dict[str, list[int]]] = json.loads((FOLDER / "scores.json").read_text(encoding="utf-8"))


def test_every_shipped_transcript_has_a_recorded_score() -> None:
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == set(RECORDED)


@pytest.mark.parametrize("name", RECORDED)
def test_a_shipped_transcript_replays_to_its_recorded_score(name: str) -> None:
    path = FOLDER / f"{name}.jsonl"
    transcript = DRILL.read(path)
    assert transcript.whole
    found = score(transcript.rows).dimensions.values()
    assert {d.name: [d.numerator, d.denominator] for d in found if d.denominator} == RECORDED[name]


@pytest.mark.parametrize("name", RECORDED)
def test_a_shipped_transcript_is_what_this_engine_makes_of_its_inputs(name: str) -> None:
    path = FOLDER / f"{name}.jsonl"
    made = DRILL.replay(DRILL.read(path).rows)
    assert dump(made.rows) == path.read_bytes()
    assert not made.state.running


def test_the_good_drill_scores_better_than_the_poor_one_in_every_dimension_they_share() -> None:
    good, poor = RECORDED["nws-stop-good"], RECORDED["nws-stop-poor"]
    assert all(good[name][0] * poor[name][1] > poor[name][0] * good[name][1] for name in good)
