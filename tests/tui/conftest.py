"""Screens nobody looks at: what a driver without a terminal would throw away is not made, and nothing sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from rich.console import RenderableType
from textual import app, pilot
from textual._compositor import Compositor
from textual._context import active_app
from textual.screen import Screen

_PAINT = Compositor.render_update


@pytest.fixture(autouse=True, scope="session")
def unseen() -> Iterator[None]:
    """Tests ask for the frames they read, so no other is painted; idle is when nothing is ready to run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pilot, "wait_for_idle", _until_idle)
        patch.setattr(app, "wait_for_idle", _until_idle)
        patch.setattr(Compositor, "render_update", _paint_if_asked)
        yield


async def _until_idle(_min_sleep: float = 0, _max_sleep: float = 1) -> None:
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready or _laid_out():  # type: ignore[attr-defined]
        await asyncio.sleep(0)


def _laid_out() -> bool:
    """Whether a screen had waited for the timer of its next frame, and now has it."""
    waiting = [screen for screen in active_app.get().screen_stack if screen._update_timer._active.is_set()]
    for screen in waiting:
        screen._on_timer_update()
    return bool(waiting)


def _paint_if_asked(
    compositor: Compositor, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
) -> RenderableType | None:
    if full:
        return _PAINT(compositor, full, screen_stack, simplify)
    compositor._dirty_regions.clear()
    return None
