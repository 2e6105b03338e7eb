"""Where charts, scenarios, transcripts and a year's files are: a path, the current directory, or what is shipped.

A local file hides a shipped one of the same name, but a shipped scenario keeps the chart it was shipped with (`--chart`
names another). Names are file names without `.yaml` (transcripts: `.jsonl`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import drill
from drill.model.problems import no_such
from drill.text.choices import LIBRARY


@dataclass(frozen=True)
class LibraryFile:
    """A file of the library."""

    name: str
    path: Path
    shipped: bool


def list_files(kind: str) -> list[LibraryFile]:
    """Local and shipped files of a kind, which is the name of their folder, by name."""
    found: dict[str, LibraryFile] = {}
    for folder, shipped in _folders(kind):
        for path in folder.glob(f"*{_suffix(kind)}") if folder.is_dir() else ():
            if path.is_file():
                found.setdefault(path.stem, LibraryFile(path.stem, path, shipped))
    return [found[name] for name in sorted(found)]


def find(kind: str, name_or_path: str | Path, beside: Path | None = None) -> Path:
    """A file of a kind; `beside` is one that names it and whose neighbours come first. UsageError if there is none."""
    for folder in _near(kind, beside) if beside else ():
        if (near := folder / f"{name_or_path}.yaml").is_file():
            return near
    path = Path(name_or_path)
    if path.suffix == _suffix(kind) or len(path.parts) > 1 or path.is_file():
        return path
    known = {entry.name: entry.path for entry in list_files(kind)}
    if path.name in known:
        return known[path.name]
    raise no_such(LIBRARY[kind.removeprefix("scenarios/")], name_or_path, known, listed="drill list")


list_charts, find_chart = partial(list_files, "orgcharts"), partial(find, "orgcharts")
list_scenarios, find_scenario = partial(list_files, "scenarios"), partial(find, "scenarios")
list_transcripts, find_transcript = partial(list_files, "transcripts"), partial(find, "transcripts")
list_programs, find_program = partial(list_files, "scenarios/programs"), partial(find, "scenarios/programs")
list_banks, find_bank = partial(list_files, "scenarios/banks"), partial(find, "scenarios/banks")
list_selfchecks, find_selfcheck = partial(list_files, "scenarios/selfchecks"), partial(find, "scenarios/selfchecks")


def _suffix(kind: str) -> str:
    return ".jsonl" if kind == "transcripts" else ".yaml"


def _near(kind: str, beside: Path) -> tuple[Path, Path]:
    """A chart is looked for in its own folder first, a bank beside the programme."""
    apart = beside.parent.parent / Path(kind).name
    return (apart, beside.parent) if kind == "orgcharts" else (beside.parent, apart)


def _folders(kind: str) -> Iterator[tuple[Path, bool]]:
    """Local first. The shipped folder of a source checkout may be the local one: then its files are shipped."""
    package = Path(drill.__file__).parent
    installed = package / "shipped" / kind
    shipped = installed if installed.is_dir() else package.parent / kind
    local = Path(kind)
    if os.path.realpath(local) != os.path.realpath(shipped):
        yield local, False
    yield shipped, True
