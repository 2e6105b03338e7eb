"""YAML text → values with their places, by the YAML 1.2 core schema and within limits.

Built from parser events, not by `yaml.compose`: so depth, size and aliases are bounded while reading. `10:30`,
`NO`, `yes`, `0123` and dates stay text. Aliases share one tree; what they would expand to is counted, never built.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

from drill.model.fullwidth import slip
from drill.model.problems import Problem, problem
from drill.model.tree import Node, Place, Plain

DEPTH_LIMIT = 100
ALIAS_LIMIT = 100_000
"""Values that all aliases together may stand for."""
VALUE_LIMIT = 2_000_000
_LINES_BACK = 5
"""How far before the place where the parser gave up a full-width character may be to blame."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE = "tag:yaml.org,2002:"
_CORE_TAGS = {_CORE + kind for kind in ("str", "int", "float", "bool", "null", "map", "seq")} | {"!"}
_WORDS: dict[str, Plain] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# A leading zero means a code or an extension, not a number; 18 digits are more than any quantity here has.
_INT = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})", re.ASCII)
_PREFIXED_INT = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(?:\.\d+|(?:0|[1-9]\d*)(?:\.\d*)?)(?:[eE][-+]?\d+)?", re.ASCII)


def resolve(text: str) -> Plain:
    """A plain scalar by the core schema of YAML 1.2, except that a number with leading zeros stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _PREFIXED_INT.fullmatch(text):
        return int(text, 0)
    return float(text) if _FLOAT.fullmatch(text) else text


def read_tree(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree (None where the text is no YAML or breaks a limit) and everything wrong with its YAML."""
    reader = _Reader(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except _GaveUp:
        return None, reader.problems
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, _syntax(error, text, file)]
    if reader.root is None or (reader.root.value is None and reader.root.inner is None):
        return None, [*reader.problems, problem("YM005", file, (1, 1))]
    return reader.root, reader.problems


class _GaveUp(Exception):
    """A limit is broken: reading on could cost any amount of time or memory."""


class _Open:
    """A mapping or list that has not ended; `key` is the mapping's key that waits for its value."""

    __slots__ = ("anchor", "key", "node", "wants_key")

    def __init__(self, node: Node, anchor: str | None) -> None:
        self.node = node
        self.anchor = anchor
        self.key: str | None = None
        self.wants_key = isinstance(node.inner, dict)


class _Reader:
    """Takes the parser's events one by one."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._anchors: dict[str, Node | None] = {}
        self._documents = self._values = self._aliased = 0

    def take(self, event: Any) -> None:
        """One event of `yaml.parse`."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            ended = self._stack.pop()
            if ended.anchor is not None:
                self._anchors[ended.anchor] = ended.node
            self._attach(ended.node)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._give_up("YM027", event)

    def _scalar(self, event: Any) -> None:
        plain = event.implicit[0]
        if event.tag is not None:
            self._check_tag(event)
            plain = event.tag.startswith(_CORE) and event.tag != _CORE + "str"
        node = Node(_place(event), resolve(event.value) if plain else event.value)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._count(event)
        self._attach(node, event.value, merge=event.implicit[0] and event.value == "<<")

    def _begin(self, event: Any) -> None:
        if len(self._stack) >= DEPTH_LIMIT:
            self._give_up("YM021", event, limit=DEPTH_LIMIT)
        if event.tag is not None:
            self._check_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None  # known, but not yet complete
        self._count(event)
        node = Node(_place(event), inner={} if isinstance(event, yaml.MappingStartEvent) else [])
        self._stack.append(_Open(node, event.anchor))

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            self._give_up("YM020", event, name=event.anchor)
        target = self._anchors[event.anchor]
        if target is None:
            self._give_up("YM026", event, name=event.anchor)
        self._aliased += target.size
        if self._aliased > ALIAS_LIMIT:
            self._give_up("YM022", event, limit=ALIAS_LIMIT)
        here = Node(_place(event), target.value, target.inner)
        here.keys, here.size = target.keys, target.size
        self._attach(here, target.value if isinstance(target.value, str) else None)

    def _attach(self, node: Node, text: str | None = None, merge: bool = False) -> None:
        """Put a finished value where it belongs; `text` is a scalar as it is written."""
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        parent.node.size += node.size
        inner = parent.node.inner
        if isinstance(inner, list):
            inner.append(node)
        elif isinstance(inner, dict):
            if parent.wants_key:
                parent.key = self._key(parent.node, node, text, merge)
            elif parent.key is not None:
                inner[parent.key] = node
            parent.wants_key = not parent.wants_key

    def _key(self, mapping: Node, node: Node, text: str | None, merge: bool) -> str | None:
        """The key as text (a number as pydantic writes it), or None where its value is to be passed over."""
        if merge or text is None:
            self._report("YM023" if merge else "YM025", node.place)
            return None
        is_number = isinstance(node.value, (int, float)) and not isinstance(node.value, bool)
        key = str(node.value) if is_number else text
        if key in mapping.keys:
            self._report("YM024", node.place, key=key, line=mapping.keys[key][0])
            return None
        mapping.keys[key] = node.place
        return key

    def _check_tag(self, event: Any) -> None:
        if event.tag not in _CORE_TAGS:
            self._report("YM028", _place(event), tag=event.tag)

    def _count(self, event: Any) -> None:
        self._values += 1
        if self._values > VALUE_LIMIT:
            self._give_up("YM029", event, limit=VALUE_LIMIT)

    def _report(self, code: str, place: Place, **params: object) -> None:
        self.problems.append(problem(code, self.file, place, (), **params))

    def _give_up(self, code: str, event: Any, **params: object) -> NoReturn:
        self.problems.append(problem(code, self.file, _place(event), (), **params))
        raise _GaveUp


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The parser's complaint as one of a few that can be mended by looking at the place."""
    mark: Any = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1)
    complaint, context = error.problem or "", error.context or ""
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    char = line[mark.column : mark.column + 1]
    if char == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return problem("YM011", file, place)
    first = max(error.context_mark.line if error.context_mark else 0, mark.line - _LINES_BACK)
    for number in range(min(mark.line, len(lines) - 1), first - 1, -1):
        if wide := slip(lines[number]):
            return problem("YM016", file, (number + 1, wide.at + 1), char=wide.char, plain=wide.plain)
    if "mapping values are not allowed" in complaint:
        return problem("YM012", file, place)
    if "quoted scalar" in context and "end of stream" in complaint:
        return problem("YM013", file, _mark_of(error.context_mark, place))
    if "parsing a flow" in context:
        return problem("YM014", file, _mark_of(error.context_mark, place))
    if "cannot start any token" in complaint:
        return problem("YM015", file, place, char=char)
    return problem("YM010", file, place)


def _mark_of(mark: Any, otherwise: Place) -> Place:
    """Where the quote or bracket was opened, not where the parser noticed that it is never closed."""
    return (mark.line + 1, mark.column + 1) if mark else otherwise
