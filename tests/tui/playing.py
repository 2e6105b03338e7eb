"""A person at the keys with a clock that only moves when told: no test of the screens waits for the wall."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from rich.segment import Segment
from textual._context import active_app, visible_screen_stack
from textual.app import App
from textual.events import Key
from textual.pilot import Pilot

from drill.seats.opening import open_seats
from drill.seats.options import Outcome, PlayOptions
from drill.text.catalogue import Language
from drill.tui.contact.app import DrillApp

SMALL, LARGE = (80, 24), (120, 36)


class Keys:
    """A screen, and the keys in front of it."""

    def __init__(self, app: App[Any], pilot: Pilot[Any]) -> None:
        self.app = app
        self._pilot = pilot
        active_app.set(app)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self._pilot.press(key)
            await self.settle()

    async def burst(self, *keys: str) -> None:
        """Keys that come faster than the screen follows."""
        driver = self.app._driver
        assert driver
        for key in keys:
            driver.send_message(Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def write(self, text: str) -> None:
        """Type a text."""
        await self._pilot.press(*text)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Another size of the terminal."""
        await self._pilot.resize_terminal(width, height)
        self.app._check_resize()  # by itself it waits whether more resizing comes
        await self.settle()

    async def settle(self) -> None:
        """Let dialogs that follow each other open, and what they say be laid out."""
        for _ in range(2):
            await self._pilot.pause()

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join("".join(s.text for s in strip).rstrip() for strip in self._strips())

    def picture(self) -> str:
        """The same, and below it the style of each run of cells of every line."""
        lines = [self.text(), ""]
        for number, strip in enumerate(self._strips()):
            runs: list[str] = []
            at, last = 0, ""
            for segment in strip:
                style = str(segment.style)
                if style != last:
                    runs.append(f"{at}:{style}")
                at, last = at + segment.cell_length, style
            lines.append(f"{number} " + " | ".join(runs))
        return "\n".join(lines) + "\n"

    def _strips(self) -> list[list[Segment]]:
        visible_screen_stack.set(self.app._background_screens)
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]


class Seat(Keys):
    """The application, the keys, and the clock on the wall."""

    app: DrillApp

    async def beat(self) -> None:
        """What is due happens, and is seen."""
        if self.app.playing:
            self.app.seats.drill.tick()
            await self.app.look()

    def __init__(self, app: DrillApp, pilot: Pilot[Outcome], wall: list[float]) -> None:
        super().__init__(app, pilot)
        self._wall = wall

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; `+5` lets five seconds pass."""
        for key in keys:
            if key.startswith("+") and len(key) > 1:
                self._wall[0] += float(key[1:])
                await self.beat()
                await self.settle()
            else:
                await super().press(key)


@asynccontextmanager
async def seated(
    folder: Path,
    *,
    scenario: str | None = "nws-stop",
    posts: tuple[str, ...] = (),
    absent: tuple[str, ...] = (),
    language: Language = "en",
    size: tuple[int, int] = SMALL,
    guide: bool = False,
    resume: Path | None = None,
    speed: float = 1,
) -> AsyncIterator[Seat]:
    """Somebody who has just sat down."""
    wall = [0.0]
    options = PlayOptions(
        wall=lambda: wall[0],
        language=language,
        scenario=scenario,
        posts=posts,
        absent=absent,
        folder=folder,
        guide=guide,
        resume=resume,
        speed=speed,
    )
    seats = open_seats(options) if scenario or resume else None
    app = DrillApp(options, seats, beat_s=None)
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot, wall)
        await seat.settle()
        await seat.beat()
        await seat.settle()
        yield seat
