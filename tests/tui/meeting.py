"""A facilitator in front of the room, with a clock that only moves when told."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from drill.exercise.table.state import MeetingState
from drill.seats.local_table import open_table
from drill.seats.options import PlayOptions
from drill.text.catalogue import Language
from drill.tui.table.app import MeetingApp
from tests.tui.playing import SMALL, Keys

CONVENED = ("h",) * 8
"""Everybody is here."""
FIRST_STAGE = (*CONVENED, "enter", *("y",) * 8, "enter")


class Facilitator(Keys):
    """The application, the keys, and the clock on the wall."""

    app: MeetingApp

    def __init__(
        self, app: MeetingApp, pilot: Pilot[Any], wall: list[float], state: Callable[[], MeetingState]
    ) -> None:
        super().__init__(app, pilot)
        self._state = state
        self._wall = wall

    @property
    def state(self) -> MeetingState:
        """The meeting as it stands."""
        return self._state()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; `+5` lets five seconds pass."""
        for key in keys:
            if key.startswith("+") and len(key) > 1:
                self._wall[0] += float(key[1:])
                self.app.beat()
                await self.settle()
            else:
                await super().press(key)

    @property
    def remark(self) -> str:
        """The passing remark."""
        return "".join(each.message for each in self.app._notifications)


@asynccontextmanager
async def facilitating(
    folder: Path,
    *,
    scenario: str | None = "temp-worker-misuse",
    language: Language = "en",
    size: tuple[int, int] = SMALL,
    absent: tuple[str, ...] = (),
    resume: Path | None = None,
) -> AsyncIterator[Facilitator]:
    """Somebody who has just opened the meeting."""
    wall = [0.0]
    options = PlayOptions(
        wall=lambda: wall[0], language=language, scenario=scenario, folder=folder, absent=absent, resume=resume
    )
    opened = open_table(options)
    app = MeetingApp(options, opened, beat_s=None)
    async with app.run_test(size=size) as pilot:
        facilitator = Facilitator(app, pilot, wall, lambda: opened.table.ledger.state)
        await facilitator.settle()
        app.follow()
        await facilitator.settle()
        yield facilitator
    opened.table.close()
