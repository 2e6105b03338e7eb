"""A drill without anybody at a screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from drill.collecting import no_collecting
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup

LARGE = 300
"""Posts from which on Python had better not look for garbage during a drill."""


def run_headless(setup: Setup, on_step: Callable[[int], None] | None = None) -> list[Row]:
    """The log of a whole drill with simulated people only, as fast as it goes."""
    # Nothing of it is garbage before the end; looking through all of a small one at once costs more than bit by bit.
    with no_collecting() if len(setup.chart.posts) > LARGE else nullcontext():
        engine = Engine(DRILL.begin(setup))
        engine.run_to_end(on_step)
    return engine.ledger.rows
