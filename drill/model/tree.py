"""What a file says as ordinary data, and the line and column of each part, both counted from 1.

Places are numbers in the order of the text, not an object a value: a chart of 100,000 posts has millions of them, and
few are ever asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drill.model.problems import Path

Place = tuple[int, int]
Plain = str | int | float | bool | None


class Places:
    """Where each key and value stands. A part's number is its turn in the text; what it contains follows it."""

    def __init__(self) -> None:
        self.lines, self.columns = array("I"), array("I")
        self.ends = array("I")
        """The number after the last part inside; 0 where nothing is inside."""
        self.aliases: dict[int, int] = {}
        """Alias → what it stands for."""
        self.passed_over = set[int]()
        """Keys that were refused, each with its value."""
        self._inside: dict[int, dict[str, int] | list[int]] = {}

    def __getitem__(self, part: int) -> Place:
        return self.lines[part] + 1, self.columns[part] + 1

    def after(self, part: int) -> int:
        """What comes after a part and all that is inside: after a key its value."""
        return self.ends[part] or part + 1

    def inside(self, part: int, data: Mapping[str, Any] | list[Any]) -> dict[str, int] | list[int]:
        """A mapping's keys or a list's items; `data` is the part's own. Found once for each part that is asked for."""
        part = self.aliases.get(part, part)
        if part not in self._inside:
            if isinstance(data, list):
                self._inside[part] = list(self._each(part, 1))
            else:
                keys = (key for key in self._each(part, 2) if key not in self.passed_over)
                self._inside[part] = dict(zip(data, keys, strict=True))
        return self._inside[part]

    def _each(self, part: int, stride: int) -> Iterator[int]:
        number, end = part + 1, self.ends[part]
        while number < end:
            yield number
            for _ in range(stride):
                number = self.after(number)


class Tree:
    """The data of a file with its places, whole or without some of its parts."""

    def __init__(self, whole: Any, places: Places, gone: frozenset[Path] = frozenset()) -> None:
        self._whole, self._places, self._gone = whole, places, gone
        self._touched = {path[:i] for path in gone for i in range(len(path))}
        self._kept: dict[Path, list[int]] = {}
        """Of lists that closed up, the indexes their items had."""
        self.data = self._rest(whole) if gone else whole

    def at(self, path: Path) -> Any:
        """The data at `path`; None if nothing is there."""
        data = self.data
        for step in path:
            data = _part(data, step, None)
        return data

    def where(self, path: Path, key: bool = False) -> Place:
        """Place of the value at `path` (of its key, with `key`); of the last part that exists."""
        data, whole = self.data, self._whole
        part = found = 0
        for step, written in zip(path, self._as_written(path), strict=True):
            data = _part(data, step, _NOTHING)
            if data is _NOTHING:
                break
            inside = self._places.inside(part, whole)
            whole = _part(whole, written, None)
            if isinstance(inside, dict):
                found = inside[str(step)]
                part = self._places.after(found)
                found = found if key else part
            else:
                part = found = inside[int(written)]
        return self._places[found]

    def without(self, paths: Iterable[Path]) -> Tree:
        """The same without the values at `paths`; lists close up, places stay."""
        return Tree(self._whole, self._places, self._gone | {self._as_written(path) for path in paths if path})

    def _as_written(self, path: Path) -> Path:
        """The path before lists closed up."""
        found: Path = ()
        for step in path if self._kept else ():
            kept = self._kept.get(found, ())
            found = (*found, kept[step] if isinstance(step, int) and 0 <= step < len(kept) else step)
        return found or path

    def _rest(self, data: Any, at: Path = ()) -> Any:
        """The data without what is gone; copied only where something is."""
        if at not in self._touched:
            return data
        if isinstance(data, dict):
            return {key: self._rest(part, way) for key, part in data.items() if (way := (*at, key)) not in self._gone}
        if isinstance(data, list):
            self._kept[at] = [i for i in range(len(data)) if (*at, i) not in self._gone]
            return [self._rest(data[i], (*at, i)) for i in self._kept[at]]
        return data


_NOTHING = object()


def _part(data: Any, step: str | int, otherwise: object) -> Any:
    """What a mapping has under a key or a list at an index."""
    if isinstance(data, dict):
        return data.get(str(step), otherwise)
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return data[step]
    return otherwise
