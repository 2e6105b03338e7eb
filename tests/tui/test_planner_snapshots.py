"""The planner's screen looks as it was last looked at; see `test_snapshots`."""

from __future__ import annotations

import pytest

from drill.text.catalogue import LANGUAGES, Language
from tests.tui.planning import at_desk
from tests.tui.test_snapshots import check

SCREENS: dict[str, tuple[str, ...]] = {
    "planner": ("down", "down", "enter"),
    "planner-weak": ("w", "down", "down"),
    "planner-lost": ("3", "c", "n", "down", "down", "enter"),
    "planner-table": ("v", "down"),
    "planner-check": ("k",),
    "planner-calls": ("l",),
    "planner-search": ("f", "6"),
    "planner-people": ("down", "x"),
    "planner-time": ("t",),
    "planner-help": ("question_mark",),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_of_the_planner_looks_as_before(screen: str, language: Language) -> None:
    async with at_desk(language=language) as desk:
        await desk.press(*SCREENS[screen])
        await check(f"{screen}-{language}", desk)
