"""What the parts of a drill cost against the run that makes its events (the baseline): ratios of medians."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from benchmarks.prove import load_pair
from benchmarks.timing import seconds
from drill.exercise.chain import dump
from drill.exercise.contact.headless import run_headless
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.scoring.score import score

RUNS = 15


def main() -> None:
    """Print the ratios for three shipped scenarios."""
    print(f"medians of {RUNS}: a headless run, and its parts as shares of that run")
    for name in ("nws-stop", "server-failure", "lost-usb"):
        setup = Setup.make(*load_pair(name), seed=1)
        rows = run_headless(setup)
        whole = seconds(partial(run_headless, setup), RUNS)
        parts: dict[str, Callable[[], object]] = {
            "fold": partial(DRILL.fold, setup, rows),
            "write": partial(dump, rows),
            "score": partial(score, rows),
        }
        parts["regenerate"] = partial(DRILL.replay, rows)
        shares = ", ".join(f"{part} x{seconds(action, RUNS) / whole:.2f}" for part, action in parts.items())
        print(f"{name:16} {len(rows)} events in {whole * 1000:.0f} ms; {shares}")
