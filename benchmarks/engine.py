"""What the parts of a drill cost against the run that makes its events (the baseline): ratios of medians."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from benchmarks.prove import load_pair
from benchmarks.timing import seconds
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.evolve import fold
from drill.exercise.contact.replay import regenerate
from drill.exercise.contact.setup import Setup
from drill.exercise.transcript import dump
from drill.scoring.score import score

RUNS = 15


def run(setup: Setup) -> list[Row]:
    """One headless drill."""
    rows: list[Row] = []
    engine = Engine(setup, rows.append)
    engine.start()
    engine.run_to_end()
    return rows


def main() -> None:
    """Print the ratios for three shipped scenarios."""
    print(f"medians of {RUNS}: a headless run, and its parts as shares of that run")
    for name in ("nws-stop", "server-failure", "lost-usb"):
        setup = Setup.make(*load_pair(name), seed=1)
        rows = run(setup)
        whole = seconds(partial(run, setup), RUNS)
        parts: dict[str, Callable[[], object]] = {
            "fold": partial(fold, setup, rows),
            "write": partial(dump, rows),
            "score": partial(score, rows),
        }
        parts["regenerate"] = partial(regenerate, rows)
        shares = ", ".join(f"{part} x{seconds(action, RUNS) / whole:.2f}" for part, action in parts.items())
        print(f"{name:16} {len(rows)} events in {whole * 1000:.0f} ms; {shares}")
