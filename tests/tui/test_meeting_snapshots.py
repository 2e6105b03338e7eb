"""The screen of a meeting looks as it was last looked at; see `test_snapshots`."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.text.catalogue import LANGUAGES, Language
from tests.tui.meeting import CONVENED, FIRST_STAGE, facilitating
from tests.tui.test_snapshots import check

TO_HOT_WASH = ("enter", "2") * 5
SCREENS: dict[str, tuple[str, ...]] = {
    "meeting-convening": ("h", "a", "d", "1", "+20"),
    "meeting-deputy": ("h", "a", "d"),
    "meeting-roles": (*CONVENED, "enter", "y", "y", "n"),
    "meeting-stage": (*FIRST_STAGE, "+400"),
    "meeting-decided": (*FIRST_STAGE, "d", "1", "3", "d", "2", "2", "r", "+1000", "h"),
    "meeting-choice": (*FIRST_STAGE, "d", "1"),
    "meeting-next": (*FIRST_STAGE, "enter"),
    "meeting-hot-wash": (*FIRST_STAGE, *TO_HOT_WASH, "1", "o", "k", "enter"),
    "meeting-end": (*FIRST_STAGE, *TO_HOT_WASH, "enter", "2"),
    "meeting-help": ("question_mark",),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_of_the_meeting_looks_as_before(
    screen: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with facilitating(Path("drills"), language=language) as facilitator:
        await facilitator.press(*SCREENS[screen])
        await check(f"{screen}-{language}", facilitator)
