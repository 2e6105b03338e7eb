"""Files that are whole at every moment: written beside their place, put to the disk, and only then into it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, data: bytes, like: Path | None = None) -> None:
    """The whole file, with the permissions of another one, or none of it (OSError)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like:
            shutil.copymode(like, beside)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
