"""What a drill costs: its parts against the run, views, growth with the chart, and the run against an older tree.

`python -m benchmarks.engine [TREE]`: with the folder of an older version, headless runs of both take turns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from math import log
from pathlib import Path
from statistics import linear_regression, median

from benchmarks.big_chart import big_chart, fan_chart
from benchmarks.prove import load_pair
from benchmarks.timing import seconds
from drill.exercise.chain import dump
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.headless import run_headless
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.viewing import view
from drill.model.chart import Chart
from drill.model.scenario import Scenario
from drill.scoring.score import score

RUNS = 15
SIZES = (30, 100, 300, 1000, 3000, 10_000)
SCENARIO = {
    "schema": "drill.scenario/1",
    "id": "stop",
    "title": "Stop",
    "class": "failure",
    "chart": "big",
    "briefing": "Begin",
    "start": "2023-11-28T10:00",
    "level": 2,
    "items": {"what": {"label": "what", "value": "all"}},
    "messages": {"notice": {"title": "Notice", "items": ["what"]}},
    "injects": {"alarm": {"to": ["post0"], "channel": "system", "sender": "m", "text": "t", "gives": "notice"}},
}


def views(name: str) -> tuple[float, str]:
    """The dearest seat: the median of the processor time of its view after each step that has an event."""
    engine = Engine(DRILL.begin(Setup.make(*load_pair(name))))
    times: dict[str, list[float]] = {post: [] for post in sorted(engine.state.setup.contacts.in_scope)}
    while engine.state.running:
        before = len(engine.ledger.rows)
        engine.step()
        for post, spent in times.items() if len(engine.ledger.rows) > before else ():
            begun = time.process_time()
            view(engine.state, (post,), engine.now_ms)
            spent.append(time.process_time() - begun)
    return max((median(spent), post) for post, spent in times.items())


def growth(chart: Callable[[int], Chart], sizes: Sequence[int], length_min: int) -> float:
    """The log-log slope of whole drills over charts of these sizes, each line printed, after one to warm up."""
    scenario, costs = Scenario.model_validate({**SCENARIO, "length_min": length_min}), []
    run_headless(Setup.make(chart(sizes[0]), scenario))
    for posts in sizes:
        setup = Setup.make(chart(posts), scenario)
        begun = time.process_time()
        rows = len(run_headless(setup))
        costs.append(time.process_time() - begun)
        print(f"{posts:6} posts {rows:7} events {costs[-1]:7.2f} s  {costs[-1] / rows * 1e6:4.0f} us an event")
    return linear_regression([log(posts) for posts in sizes], [log(cost) for cost in costs]).slope


def against(tree: Path, name: str, turns: int = 5) -> tuple[float, float]:
    """Medians of a headless drill in an older tree and in this one, in processes that take turns."""
    times: dict[Path, list[float]] = {tree.resolve(): [], Path(__file__).parents[1]: []}
    for _ in range(turns):
        for where in times:
            command = [sys.executable, str(Path(__file__).with_name("engine_child.py")), name, str(RUNS)]
            done = subprocess.run(
                command, capture_output=True, check=True, cwd=where, env={**os.environ, "PYTHONPATH": str(where)}
            )
            times[where] += json.loads(done.stdout)
    old, new = (median(found) for found in times.values())
    return old, new


def main() -> None:
    """Print the ratios for three shipped scenarios, views and the slope."""
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
    for name in ("nws-stop", "server-failure"):
        spent, post = views(name)
        print(f"{name:16} the dearest view, of {post}: {spent * 1000:.2f} ms")
    print(f"slope of a whole drill: {growth(big_chart, SIZES, 480):.2f}")
    print(f"slope where one post calls all: {growth(fan_chart, SIZES[:-1], 20_000):.2f}")


if __name__ == "__main__":
    main()
    for tree in sys.argv[1:]:
        for name in ("nws-stop", "server-failure", "lost-usb"):
            old, new = against(Path(tree), name)
            print(f"{name:16} {old * 1000:.1f} ms in {tree}, {new * 1000:.1f} ms here: x{old / new:.1f}")
