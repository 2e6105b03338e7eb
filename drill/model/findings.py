"""The problems a check finds in one loaded file, with the places of that file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, Generic

from drill.model.load import Loaded, Model
from drill.model.parts import parts_at
from drill.model.problems import Path, Problem, in_order, nearest, problem

_GIVEN = {"hours": ("always",), "behaviours": ("default",)}


class Findings(Generic[Model]):
    """Collects problems of `value`, which may be the readable part of a file with mistakes."""

    def __init__(self, loaded: Loaded[Model], value: Model) -> None:
        self.loaded = loaded
        self.value = value
        self.problems: list[Problem] = []

    def add(self, code: str, path: Path, *, key: bool = False, **params: object) -> None:
        """A problem at a value, or at its key."""
        self.problems.append(problem(code, self.loaded.file, self.loaded.where(path, key), path, **params))

    def names(self, *sections: str) -> set[str]:
        """Everything the file defines in these sections, also entries that could not be read, and what needs none."""
        found = {name for section in sections for name in (*getattr(self.value, section), *_GIVEN.get(section, ()))}
        return found | {name for section, name in self.loaded.names if section in sections}

    def unknown(self, code: str, path: Path, name: str, names: Collection[str], **params: Any) -> None:
        """A name that is none of `names`."""
        self.add(code, path, name=name, near=nearest(name, names), **params)

    def all_known(self, code: str, names: Collection[str], *patterns: str, **params: object) -> None:
        """Report what stands at these patterns, see `parts_at`, and is none of `names`."""
        for pattern in patterns:
            for path, name in self.at(pattern):
                if name not in names:
                    self.unknown(code, path, name, names, key=pattern.endswith("#"), **params)

    def all_defined(self, *references: tuple[str, ...]) -> None:
        """Report names that the file does not define; of each kind the code, the sections, and where they are used."""
        for code, sections, *patterns in references:
            self.all_known(code, self.names(*sections.split()), *patterns)

    def at(self, pattern: str) -> Iterator[tuple[Path, Any]]:
        """What stands at a pattern of the file."""
        return parts_at(self.value, pattern)


def findings(loaded: Loaded[Model], *checks: Callable[[Findings[Model]], None]) -> list[Problem]:
    """What was wrong as a file was read, and what checks find in what could be read, in the order of its places."""
    if loaded.partial is None:
        return list(loaded.problems)
    found = Findings(loaded, loaded.partial)
    for check in checks:
        check(found)
    return in_order([*loaded.problems, *found.problems])
