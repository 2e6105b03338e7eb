"""The page on the architecture speaks of what is there, and its picture is the one the imports draw."""

from __future__ import annotations

import re

import pytest

from scripts.house import PICTURE, ROOT, draw

PAGES = ("docs/architecture.md", "docs/architecture.ja.md")


def test_the_picture_of_the_house_is_drawn_from_the_imports() -> None:
    assert PICTURE.read_text("utf-8") == draw(), "python -m scripts.house draws it again"


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_room_that_the_page_names_is_there(page: str) -> None:
    named = set(re.findall(r"`(?:drill/)?([a-z_/]+(?:\.py|/))`", (ROOT / page).read_text("utf-8")))
    assert "model/basics.py" in named
    there = {str(each.relative_to(ROOT / "drill")) for each in (ROOT / "drill").rglob("*.py")}
    rooms = {f"{each.rsplit('/', 1)[0]}/" for each in there if "/" in each}
    there |= {str(each.relative_to(ROOT)) for each in (ROOT / "tests").rglob("*.py")}
    assert {each for each in named if not any(f"/{known}".endswith(f"/{each}") for known in there | rooms)} == set()
