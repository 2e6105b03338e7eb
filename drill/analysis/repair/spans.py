"""Insert entries into YAML text without touching the rest: where each value begins and ends, and how it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from drill.model.yamltree import resolve

Path = tuple[str, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML reads as a line break or not at all, unless it is escaped."""
_WORD = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


class Misfit(Exception):
    """The text has no place for an entry: an alias, a missing section, a value of another kind."""


def flow(value: Any) -> str:
    """A scalar, list or mapping on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str) and _WORD.fullmatch(value) and resolve(value) == value:
        return value
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


@dataclass(slots=True)
class Span:
    """A value in the text: from its first character to after its last."""

    start: int
    end: int
    column: int
    flow: bool = False
    children: dict[str, Span] | None = None
    """By key, or by index as text; None for a scalar or an alias."""
    listed: bool = False

    @property
    def last(self) -> Span:
        """Where its text ends: a block value is as long as its last part."""
        return list(self.children.values())[-1].last if self.children and not self.flow else self


class Inserter:
    """Collects insertions and makes them all at once. Values inserted earlier are not seen by later ones' places."""

    def __init__(self, text: str) -> None:
        self._old = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._root = _spans(text)
        self._lines: dict[int, list[list[str]]] = {}
        """Position of a line's end → blocks of lines to come after it."""
        self._parts: dict[int, list[str]] = {}
        """Position in a line → what to put there."""
        self._missing: dict[tuple[Path, str | None], list[Any]] = {}
        """Lists the text does not have yet, each with the key they are to follow."""

    def append(self, path: Path, entry: Any, after: str | None = None) -> None:
        """To the list at `path`; where there is none yet, one is made, after the mapping's key `after` if it has it."""
        found = self._find(path)
        if found is None:
            self._missing.setdefault((path, after), []).append(entry)
        elif not found.listed:
            raise Misfit
        elif found.flow:
            self._into_flow(found, flow(entry))
        else:
            first = next(iter(found.children.values())) if found.children else found
            line = self._old.rfind("\n", 0, first.start) + 1
            dash = self._old.rfind("-", line, first.start)
            if dash < 0 or self._old[line:dash].strip(" "):
                raise Misfit
            self._after(found.last, [f"{self._old[line:dash]}- {flow(entry)}"])

    def add(self, path: Path, key: str, entry: Mapping[str, Any]) -> None:
        """A key with its value to the mapping at `path`."""
        found = self._find(path)
        if found is None or found.listed or found.children is None:
            raise Misfit
        if found.flow:
            self._into_flow(found, f"{flow(key)}: {flow(entry)}")
        else:
            indent = " " * found.column
            lines = (f"{indent}  {flow(name)}: {flow(value)}" for name, value in entry.items())
            self._after(found.last, [f"{indent}{flow(key)}:", *lines])

    def text(self) -> str:
        """The text with everything inserted."""
        for (path, after), entries in self._missing.items():
            self._new_list(path, after, entries)
        found, done = [], 0
        for place in sorted(self._parts.keys() | self._lines.keys()):
            found.append(self._old[done:place])
            done = place
            found += self._parts.get(place, [])
            # What belongs to the value that ends here is indented deeper than what only follows it.
            blocks = sorted(self._lines.get(place, []), key=lambda block: len(block[0].lstrip(" ")) - len(block[0]))
            found += [self._newline + line for block in blocks for line in block]
        return "".join(found) + self._old[done:]

    def _new_list(self, path: Path, after: str | None, entries: list[Any]) -> None:
        mapping, key = self._find(path[:-1]), path[-1]
        if mapping is None or mapping.listed or not mapping.children:
            raise Misfit
        beside = mapping.children.get(after or "", mapping.last).last
        if mapping.flow:
            beside = mapping.children.get(after or "", list(mapping.children.values())[-1])
            self._parts.setdefault(beside.end, []).append(f", {key}: {flow(entries)}")
        elif len(path) > 1:
            self._after(beside, [f"{' ' * mapping.column}{key}: {flow(entries)}"])
        else:
            self._after(beside, [f"{key}:", *(f"  - {flow(entry)}" for entry in entries)])

    def _find(self, path: Path) -> Span | None:
        found: Span | None = self._root
        for key in path:
            if found is None or found.children is None:
                raise Misfit
            found = found.children.get(key)
        return found

    def _into_flow(self, span: Span, text: str) -> None:
        inside = list(span.children.values()) if span.children else []
        place = inside[-1].end if inside else span.start + 1
        before = self._parts.setdefault(place, [])
        before.append(f", {text}" if inside or before else text)

    def _after(self, span: Span, lines: list[str]) -> None:
        """After the line in which a value ends, its comment included."""
        end = len(self._old[: span.end].rstrip())
        stop = self._old.find("\n", end)
        stop = len(self._old) if stop < 0 else stop - (self._old[stop - 1] == "\r")
        self._lines.setdefault(stop, []).append(lines)


def _spans(text: str) -> Span:
    """The spans of a document's values; of an alias there is only its place."""
    documents = dict[str, Span]()
    opened = [(Span(0, 0, 0, children=documents, listed=True), list[str]())]
    for event in yaml.parse(text, Loader=_LOADER):
        start, end = event.start_mark, event.end_mark
        assert start  # every event has both
        assert end
        if isinstance(event, yaml.CollectionEndEvent):
            opened.pop()[0].end = end.index
        elif isinstance(event, yaml.NodeEvent):
            parent, key = opened[-1]
            assert parent.children is not None
            if not (parent.listed or key):
                key.append(getattr(event, "value", ""))
                continue
            span = Span(start.index, end.index, start.column)
            parent.children[str(len(parent.children)) if parent.listed else key.pop()] = span
            if isinstance(event, yaml.CollectionStartEvent):
                span.flow, span.children = bool(event.flow_style), {}
                span.listed = isinstance(event, yaml.SequenceStartEvent)
                opened.append((span, []))
    root = documents.get("0")
    if root is None or root.children is None:
        raise Misfit
    return root
