"""The record of a drill, held to golden files in both languages. `DRILL_UPDATE_GOLDEN=1` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.exercise.contact.log import DRILL
from drill.report.record import record
from drill.scoring.score import Score, score
from drill.text.catalogue import Language
from drill.text.figures import clock
from tests.report.agreed import assert_agreed

HERE = Path(__file__).parent
TRANSCRIPTS = HERE.parent.parent / "transcripts"


def _score(name: str) -> Score:
    return score(DRILL.read(TRANSCRIPTS / f"{name}.jsonl").rows)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", ["nws-stop-poor", "server-failure-good"])
def test_the_record_reads_as_agreed(name: str, language: Language) -> None:
    assert_agreed(record(_score(name), language), HERE / "golden" / f"{name}.{language}.md")


@pytest.mark.parametrize(("language", "mark"), [("ja", "【訓練】"), ("en", "\\[DRILL\\]")])
def test_a_record_says_at_once_that_it_is_a_drill(language: Language, mark: str) -> None:
    assert record(_score("nws-stop-good"), language).startswith(f"# {mark}")


def test_a_record_of_an_unfinished_drill_says_so() -> None:
    rows = DRILL.read(TRANSCRIPTS / "nws-stop-good.jsonl").rows
    assert "unfinished" in record(score(rows[:40]), "en")


@pytest.mark.parametrize(("at_ms", "text"), [(0, "00:00"), (61_999, "01:01"), (3_600_000, "1:00:00")])
def test_drill_time_is_minutes_and_seconds_until_an_hour(at_ms: int, text: str) -> None:
    assert clock(at_ms) == text
