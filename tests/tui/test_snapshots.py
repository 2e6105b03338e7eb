"""Every screen looks as it was last looked at, in both languages and at both sizes.

After a wanted change: `UPDATE_SNAPSHOTS=1 pytest tests/tui/test_snapshots.py`, then look at the pictures.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drill.text.catalogue import LANGUAGES, Language
from tests.tui.playing import LARGE, SMALL, Keys, seated

FOLDER = Path(__file__).parent / "snapshots"
REPORTED = ("+1", "a", "+2", "c", "1")
SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "start": ("", ()),
    "guide": ("poc guide", ()),
    "participant": ("poc", ("+1", "a", "+2")),
    "call": ("poc", (*REPORTED, "1", "f")),
    "talking": ("poc", (*REPORTED, "1", "f", "1", "f", "1", "f", "1", "2", "enter", "f")),
    "incoming": ("csirt_manager", ("+1", "f")),
    "mail": ("poc", ("+1", "a", "m", "2")),
    "level": ("csirt_manager", ("+1", "f", "a", "f", "a", "h", "+1", "l")),
    "facilitator": ("poc", ("+1", "a", "f2")),
    "help": ("poc", ("question_mark",)),
    "quiz": ("poc", ("+1", "a", "f2", "e", "2", "+1")),
    "result": ("poc", ("+1", "a", "f2", "e", "2", "+1", "4", "+1")),
}


async def check(name: str, seat: Keys) -> None:
    """Compare with the snapshots of both sizes, or write them: the terminal is made larger in between."""
    for width, height in (SMALL, LARGE):
        await seat.resize(width, height)
        picture, path = seat.picture(), FOLDER / f"{name}-{width}x{height}.txt"
        if os.environ.get("UPDATE_SNAPSHOTS"):
            path.write_text(picture, encoding="utf-8")
        assert path.exists(), f"no snapshot {path.name}: set UPDATE_SNAPSHOTS=1 and look at it"
        assert picture == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_looks_as_before(
    screen: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    posts, keys = SCREENS[screen]
    seat_for = {"language": language, "guide": "guide" in posts}
    post = posts.split()[:1]
    scenario = "nws-stop" if post else None
    async with seated(Path("drills"), scenario=scenario, posts=tuple(post), **seat_for) as seat:  # type: ignore[arg-type]
        await seat.press(*keys)
        await check(f"{screen}-{language}", seat)
