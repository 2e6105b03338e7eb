"""Which format a command writes: the one asked for, else the one that the ending of the file means."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drill.errors import UsageError


def chosen_format(asked: str | None, path: Path | None, endings: Mapping[str, str], usual: str) -> str:
    """The format; `endings` is ending → format, and a file without an ending may be of any.

    UsageError for an ending that means nothing, or another format than the one asked for.
    """
    ending = path.suffix.lower() if path else ""
    if ending and ending not in endings:
        raise UsageError("drawing.bad_ending", str(path), ending=ending, known=tuple(endings))
    meant = endings.get(ending)
    if asked and meant and asked != meant:
        raise UsageError("drawing.other_ending", str(path), ending=ending, meant=meant, value=asked)
    return asked or meant or usual
