"""Times headless drills in one tree of the program, this one or an older: a child process of `benchmarks.engine`.

Run with that tree first on the path; prints the seconds of processor time of each run as JSON.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.prove import load_pair


def _program() -> tuple[Any, Callable[[Any], object]]:
    """What makes a setup in this tree, and what runs it."""
    try:
        headless: Any = importlib.import_module("drill.exercise.contact.headless")
    except ModuleNotFoundError:  # before the contact drill had a folder of its own
        engine: Any = importlib.import_module("drill.exercise.engine")

        def run(setup: Any) -> object:
            drill = engine.Engine(setup, [].append)
            drill.start()
            return drill.run_to_end()

        return engine.Setup, run
    return headless.Setup, headless.run_headless


def main(name: str, runs: int) -> list[float]:
    """So many runs of a shipped scenario with one setup, after one to warm up."""
    made, run = _program()
    setup, times = made.make(*load_pair(name)), []
    for turn in range(runs + 1):
        gc.collect()
        begun = time.process_time()
        run(setup)
        if turn:
            times.append(time.process_time() - begun)
    return times


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
