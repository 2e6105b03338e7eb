"""The problems a check finds in one loaded file, with the places of that file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Generic

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

    def all_known(self, code: str, pattern: str, names: Collection[str]) -> None:
        """The same for everything at a pattern; the large lists of charts are gone through by hand."""
        for path, name in self.at(pattern):
            self.known(code, path, name, names, key=pattern.endswith("#"))

    def at(self, pattern: str) -> list[tuple[Path, Any]]:
        """What stands at fields of fields, with its path; `*` is each entry, `#` each key. What is None is left out."""
        found: list[tuple[Path, Any]] = [((), self.value)]
        for step in pattern.split("."):
            found = [((*path, key), part) for path, whole in found for key, part in _parts(whole, step)]
        return found


def _parts(whole: Any, step: str) -> Iterable[tuple[str | int, Any]]:
    if step == "#":
        return ((key, key) for key in whole)
    if step == "*":
        return whole.items() if isinstance(whole, dict) else enumerate(whole)
    part = getattr(whole, step)
    return () if part is None else ((type(whole).model_fields[step].alias or step, part),)


def findings(loaded: Loaded[Model], *checks: Callable[[Findings[Model]], None]) -> list[Problem]:
    """What checks find in a file, as far as it could be read, in the order of its places."""
    if loaded.partial is None:
        return []
    found = Findings(loaded, loaded.partial)
    for check in checks:
        check(found)
    return in_order(found.problems)
