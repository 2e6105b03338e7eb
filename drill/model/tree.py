"""Values of a file with their line and column, both counted from 1."""

from __future__ import annotations

from typing import Any

from drill.model.problems import Path

Place = tuple[int, int]
Plain = str | int | float | bool | None


class Node:
    """One value. `inner` is a mapping's or list's content, `keys` the places of a mapping's keys."""

    __slots__ = ("inner", "keys", "place", "size", "value")

    def __init__(self, place: Place, value: Plain = None, inner: dict[str, Node] | list[Node] | None = None) -> None:
        self.place = place
        self.value = value
        self.inner = inner
        self.keys: dict[str, Place] = {}
        self.size = 1

    def plain(self) -> Any:
        """Ordinary dicts, lists and scalars."""
        if isinstance(self.inner, dict):
            return {key: node.plain() for key, node in self.inner.items()}
        if isinstance(self.inner, list):
            return [node.plain() for node in self.inner]
        return self.value

    def child(self, key: str | int) -> Node | None:
        """What a mapping has under `key` or a list at an index; None if nothing."""
        if isinstance(self.inner, dict):
            return self.inner.get(str(key))
        if isinstance(self.inner, list) and isinstance(key, int) and 0 <= key < len(self.inner):
            return self.inner[key]
        return None

    def where(self, path: Path, key: bool = False) -> Place:
        """Place of the value at `path` (of its key, with `key`); of the last part that exists."""
        node, place = self, self.place
        for step in path:
            inner = node.child(step)
            if inner is None:
                break
            place = node.keys.get(str(step), inner.place) if key else inner.place
            node = inner
        return place

    def without(self, paths: frozenset[Path], at: Path = ()) -> Node:
        """A copy that lacks the values at `paths`; lists close up, places stay."""
        copy = Node(self.place, self.value)
        copy.keys = self.keys
        if isinstance(self.inner, dict):
            copy.inner = {
                key: node.without(paths, (*at, key)) for key, node in self.inner.items() if (*at, key) not in paths
            }
        elif isinstance(self.inner, list):
            copy.inner = [node.without(paths, (*at, i)) for i, node in enumerate(self.inner) if (*at, i) not in paths]
        return copy
