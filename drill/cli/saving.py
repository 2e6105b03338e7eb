"""Files that a command writes: one that is there stays, unless `--force` is given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drill.errors import UsageError


def check_free(paths: Iterable[Path], force: bool) -> None:
    """UsageError for a file that exists: before the work rather than after it."""
    for path in () if force else paths:
        if path.exists():
            raise UsageError("sheets.exists", str(path))


def save(data: bytes, path: Path, force: bool) -> None:
    """Write a file; UsageError where one is."""
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise UsageError("sheets.exists", str(path)) from error
