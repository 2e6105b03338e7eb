"""Where charts, scenarios, transcripts and a year's files are: a path, the current directory, or what is shipped.

A local file hides a shipped one of the same name, but a shipped scenario keeps the chart it was shipped with (`--chart`
names another). Names are file names without `.yaml` (transcripts: `.jsonl`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import drill
from drill.errors import UsageError
from drill.model.problems import nearest
from drill.text.choices import LIBRARY

_SUFFIX = {
    "orgcharts": ".yaml",
    "scenarios": ".yaml",
    "transcripts": ".jsonl",
    "scenarios/programs": ".yaml",
    "scenarios/banks": ".yaml",
    "scenarios/selfchecks": ".yaml",
}


@dataclass(frozen=True)
class LibraryFile:
    """A file of the library."""

    name: str
    path: Path
    shipped: bool


def list_charts() -> list[LibraryFile]:
    """Local and shipped charts by name."""
    return _entries("orgcharts")


def list_scenarios() -> list[LibraryFile]:
    """Local and shipped scenarios by name."""
    return _entries("scenarios")


def list_transcripts() -> list[LibraryFile]:
    """Local and shipped transcripts by name."""
    return _entries("transcripts")


def list_programs() -> list[LibraryFile]:
    """Local and shipped programmes by name."""
    return _entries("scenarios/programs")


def list_banks() -> list[LibraryFile]:
    """Local and shipped question banks by name."""
    return _entries("scenarios/banks")


def list_selfchecks() -> list[LibraryFile]:
    """Local and shipped questionnaires by name."""
    return _entries("scenarios/selfchecks")


def find_chart(name_or_path: str | Path, beside: Path | None = None) -> Path:
    """A chart's file; `beside` is a scenario whose neighbours come first. UsageError if there is none."""
    for folder in (beside.parent.parent / "orgcharts", beside.parent) if beside else ():
        near = folder / f"{name_or_path}.yaml"
        if near.is_file():
            return near
    return _find("orgcharts", name_or_path)


def find_scenario(name_or_path: str | Path) -> Path:
    """A scenario's file; UsageError if there is none."""
    return _find("scenarios", name_or_path)


def find_transcript(name_or_path: str | Path) -> Path:
    """A transcript's file; UsageError if there is none."""
    return _find("transcripts", name_or_path)


def find_program(name_or_path: str | Path) -> Path:
    """A programme's file; UsageError if there is none."""
    return _find("scenarios/programs", name_or_path)


def find_bank(name_or_path: str | Path, beside: Path | None = None) -> Path:
    """A question bank's file; `beside` is a programme whose neighbours come first. UsageError if there is none."""
    return _beside("banks", name_or_path, beside) or _find("scenarios/banks", name_or_path)


def find_selfcheck(name_or_path: str | Path, beside: Path | None = None) -> Path:
    """The file of a self-check; `beside` is a programme whose neighbours come first. UsageError if there is none."""
    return _beside("selfchecks", name_or_path, beside) or _find("scenarios/selfchecks", name_or_path)


def _beside(kind: str, name: str | Path, program: Path | None) -> Path | None:
    for folder in (program.parent, program.parent.parent / kind) if program else ():
        if (near := folder / f"{name}.yaml").is_file():
            return near
    return None


def _find(kind: str, name_or_path: str | Path) -> Path:
    path = Path(name_or_path)
    if path.suffix == _SUFFIX[kind] or len(path.parts) > 1 or path.is_file():
        return path
    entries = {entry.name: entry.path for entry in _entries(kind)}
    if path.name in entries:
        return entries[path.name]
    raise UsageError(
        LIBRARY[kind.removeprefix("scenarios/")], name=str(name_or_path), near=nearest(name_or_path, entries)
    )


def _entries(kind: str) -> list[LibraryFile]:
    found: dict[str, LibraryFile] = {}
    for folder, shipped in _folders(kind):
        for path in folder.glob(f"*{_SUFFIX[kind]}") if folder.is_dir() else ():
            if path.is_file():
                found.setdefault(path.stem, LibraryFile(path.stem, path, shipped))
    return [found[name] for name in sorted(found)]


def _folders(kind: str) -> Iterator[tuple[Path, bool]]:
    """Local first. The shipped folder of a source checkout may be the local one: then its files are shipped."""
    package = Path(drill.__file__).parent
    installed = package / "shipped" / kind
    shipped = installed if installed.is_dir() else package.parent / kind
    local = Path(kind)
    if os.path.realpath(local) != os.path.realpath(shipped):
        yield local, False
    yield shipped, True
