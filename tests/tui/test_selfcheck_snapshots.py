"""The screens of the self-check look as they were last looked at; see `test_snapshots`."""

from __future__ import annotations

import pytest

from drill.text.catalogue import LANGUAGES, Language
from tests.tui.checking import answering, shipped_check
from tests.tui.test_snapshots import check

PEOPLE = ((0, 2), (1, 7), (6, 18), (33, 93), (24, 74))
"""Of info, records, chiefs, general, others; published are 2, 8, 24, 126, 98, their split is an assumption."""
SOME = ("5", "2", "y", "n", "r", *"busy", "enter", "y", "s", "y")
SCREENS: dict[str, tuple[str, ...]] = {
    "selfcheck-welcome": (),
    "selfcheck-service": ("4",),
    "selfcheck-question": SOME[:-3],
    "selfcheck-small": ("1",),
    "selfcheck-reason": (*SOME[:-3], "r"),
    "selfcheck-overview": (*SOME, "h"),
    "selfcheck-sure": (*SOME, "h", "enter"),
    "selfcheck-thanks": (*SOME, "h", "enter", "2"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_of_the_self_check_looks_as_before(screen: str, language: Language) -> None:
    async with answering(shipped_check(), PEOPLE, language) as kiosk:
        await kiosk.press(*SCREENS[screen])
        await check(f"{screen}-{language}", kiosk)
