"""The problems a check finds in one loaded file, with the places of that file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Generic

from drill.model.load import Loaded, Model
from drill.model.problems import Path, Problem, in_order, nearest, problem


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
        """Everything the file defines in these sections, also entries that could not be read."""
        found = {name for section in sections for name in getattr(self.value, section)}
        return found | {name for section, name in self.loaded.names if section in sections}

    def known(self, code: str, path: Path, name: str | None, names: Collection[str], *, key: bool = False) -> bool:
        """Report `name` unless it is one of `names`; None needs nothing."""
        if name is None or name in names:
            return True
        self.add(code, path, key=key, name=name, near=nearest(name, names))
        return False

    def each_known(self, code: str, path: Path, names: Iterable[str], known: Collection[str]) -> None:
        """The same for every name of a list."""
        for place, name in enumerate(names):
            self.known(code, (*path, place), name, known)


def findings(loaded: Loaded[Model], *checks: Callable[[Findings[Model]], None]) -> list[Problem]:
    """What checks find in a file, as far as it could be read, in the order of its places."""
    if loaded.partial is None:
        return []
    found = Findings(loaded, loaded.partial)
    for check in checks:
        check(found)
    return in_order(found.problems)
