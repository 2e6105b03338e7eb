"""The screens of the short test look as they were last looked at; see `test_snapshots`."""

from __future__ import annotations

import pytest

from drill.text.catalogue import LANGUAGES, Language
from tests.tui.sitting import shipped_paper, taking
from tests.tui.test_snapshots import check

SCREENS: dict[str, tuple[str, ...]] = {
    "exam": ("1", "2", "left"),
    "exam-overview": ("1", "2", "right", "3", "h"),
    "exam-result": ("1", "2", "1", "2", "1", "right", "1", "1", "9"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_of_the_short_test_looks_as_before(screen: str, language: Language) -> None:
    async with taking(shipped_paper(), language) as candidate:
        await candidate.press(*SCREENS[screen])
        await check(f"{screen}-{language}", candidate)
