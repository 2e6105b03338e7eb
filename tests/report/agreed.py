"""Golden files: texts that were looked at and agreed on. `DRILL_UPDATE_GOLDEN=1` writes them anew: look again."""

from __future__ import annotations

import os
from pathlib import Path


def assert_agreed(text: str, golden: Path) -> None:
    """The text is that of the file."""
    if os.environ.get("DRILL_UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), golden.name
