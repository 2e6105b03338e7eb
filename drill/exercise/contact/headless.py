"""A drill without anybody at a screen."""

from __future__ import annotations

from collections.abc import Callable

from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup


def run_headless(setup: Setup, on_step: Callable[[int], None] | None = None) -> list[Row]:
    """The log of a whole drill with simulated people only, as fast as it goes."""
    engine = Engine(DRILL.begin(setup))
    engine.run_to_end(on_step)
    return engine.ledger.rows
