"""Record the transcripts shipped in `transcripts/`, and the scores that tests hold them to.

Run `python -m scripts.record_transcripts` after a change that makes the engine answer otherwise (and raise
`drill.exercise.contact.events.ENGINE`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from drill.analysis.lint import check_pair
from drill.exercise.chain import dump
from drill.exercise.contact.setup import Setup
from drill.model.library import find_scenario
from drill.scoring.score import score
from scripts.players import Manner, play

FOLDER = Path(__file__).parent.parent / "transcripts"


@dataclass(frozen=True)
class Take:
    """One recording: which scenario, who plays how, who is away unannounced."""

    scenario: str
    played: tuple[str, ...]
    manner: Manner
    absent: tuple[str, ...] = ()
    seed: int = 1


TAKES = {
    "nws-stop-good": Take("nws-stop", ("poc",), Manner()),
    "nws-stop-deputies": Take("nws-stop", ("poc",), Manner(), ("info_management_chief", "digital_director")),
    "nws-stop-poor": Take("nws-stop", ("poc", "csirt_manager"), Manner(120, right=False)),
    "server-failure-good": Take("server-failure", ("resident_record_chief",), Manner()),
    "lost-usb-poor": Take("lost-usb", ("info_policy_chief", "csirt_head"), Manner(300, right=False)),
}


def main() -> None:
    """Record every take and write `scores.json`."""
    scores = {}
    for name, take in TAKES.items():
        pair = check_pair(find_scenario(take.scenario))
        assert pair.chart is not None
        chart, scenario = pair.chart.value, pair.scenario.value
        assert chart is not None
        assert scenario is not None
        setup = Setup.make(chart, scenario, seed=take.seed, played=take.played, absent=frozenset(take.absent))
        rows = play(setup, take.manner).rows
        (FOLDER / f"{name}.jsonl").write_bytes(dump(rows))
        found = score(rows).dimensions.values()
        scores[name] = {d.name: [d.numerator, d.denominator] for d in found if d.denominator}
    (FOLDER / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
