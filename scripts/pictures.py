"""Make the pictures of the README: screens of a drill played with a still clock, and the planner's, as SVG.

python -m scripts.pictures            writes docs/pictures/*.svg
python -m scripts.pictures --png      also PNG, by headless Chromium (`chromium` on the PATH)
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from drill.text.catalogue import LANGUAGES
from drill.tui.kit.japanese import correct_svg
from tests.tui.planning import at_desk
from tests.tui.playing import LARGE, SMALL, Keys, seated

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
ACKNOWLEDGED = ("+1", "a", "+40")
PICTURES: dict[str, tuple[str, ...]] = {
    "participant": (*ACKNOWLEDGED, "c", "1", "1", "f", "escape", "+7"),
    "call": (*ACKNOWLEDGED, "c", "1", "1", "f"),
    "facilitator": (*ACKNOWLEDGED, "f2"),
}
PLANNER = ("w", "down", "down")


async def main(png: bool) -> None:
    """Each picture in both languages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        for name, keys in PICTURES.items():
            with tempfile.TemporaryDirectory() as folder:
                async with seated(Path(folder), language=language, size=SMALL) as seat:
                    await seat.press(*keys)
                    draw(seat, FOLDER / f"{name}-{language}.svg", png)
        async with at_desk(language=language, size=LARGE) as desk:
            await desk.press(*PLANNER)
            draw(desk, FOLDER / f"planner-{language}.svg", png)


def draw(seat: Keys, path: Path, png: bool) -> None:
    """One picture; the ids in it are fixed, so that a picture only changes with its screen."""
    svg = correct_svg(seat.app.export_screenshot(title=seat.app.title))
    path.write_text(re.sub(r"terminal-\d+", "terminal", svg), encoding="utf-8")
    chromium = shutil.which("chromium")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if not (png and chromium and size):
        return
    width, height = (int(float(each)) + 1 for each in size.groups())
    with tempfile.TemporaryDirectory() as profile:
        quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"]
        where = [f"--user-data-dir={profile}", f"--screenshot={path.with_suffix('.png')}"]
        command = [chromium, *quiet, *where, f"--window-size={width},{height}", path.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    asyncio.run(main("--png" in sys.argv[1:]))
