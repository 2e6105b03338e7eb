"""YAML text → values with their places, by the YAML 1.2 core schema and within limits.

Built from parser events, not by `yaml.compose`: so depth, size and aliases are bounded while reading. `10:30`,
`NO`, `yes`, `0123` and dates stay text. Aliases share one tree; what they would expand to is counted, never built.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn

from drill.model.problems import Problem, problem
from drill.model.pyyaml import yaml
from drill.model.tree import Place, Places, Plain, Tree

DEPTH_LIMIT = 100
ALIAS_LIMIT = 100_000
"""Values that all aliases together may stand for."""
VALUE_LIMIT = 10_000_000
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


def read_tree(text: str, file: str) -> tuple[Tree | None, list[Problem]]:
    """The tree (None where the text is no YAML or breaks a limit) and everything wrong with its YAML."""
    reader = _Reader(file)
    try:
        reader.read(text)
    except _GaveUp:
        return None, reader.problems
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, _syntax(error, text, file)]
    if reader.root is None:
        return None, [*reader.problems, problem("YM005", file, (1, 1))]
    return Tree(reader.root, reader.places), reader.problems


class _GaveUp(Exception):
    """A limit is broken: reading on could cost any amount of time or memory."""


class _Open:
    """A mapping or list that has not ended. `key` is the mapping's key that waits for its value, if it has one."""

    __slots__ = ("anchor", "beyond", "inner", "key", "keys", "part", "waits")

    def __init__(self, inner: Any, part: int, anchor: str | None, beyond: int) -> None:
        self.inner, self.part, self.anchor, self.beyond = inner, part, anchor, beyond
        self.keys: dict[str, int] | None = {} if isinstance(inner, dict) else None
        self.key: str | None = None
        self.waits = False


class _Reader:
    """Takes the parser's events one by one."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.places = Places()
        self.root: Any = None
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int, int] | None] = {}
        """Value, part, and how many values it stands for; None until it is complete."""
        self._documents = self._aliased = 0

    def read(self, text: str) -> None:
        """All of a text; MarkedYAMLError where it is no YAML."""
        take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        following = _LOADER(text).get_event
        while (event := following()) is not None:
            if taker := take.get(type(event)):
                taker(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._give_up("YM027", event)

    def _scalar(self, event: Any) -> None:
        plain, text = event.implicit[0], event.value
        merge = plain and text == "<<"
        if event.tag is not None:
            self._check_tag(event)
            plain = event.tag.startswith(_CORE) and event.tag != _CORE + "str"
        value = resolve(text) if plain else text
        part = self._number(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = value, part, 1
        self._attach(value, part, text, merge)

    def _begin(self, event: Any) -> None:
        if len(self._open) >= DEPTH_LIMIT:
            self._give_up("YM021", event, limit=DEPTH_LIMIT)
        if event.tag is not None:
            self._check_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        inner: Any = {} if type(event) is yaml.MappingStartEvent else []
        self._open.append(_Open(inner, self._number(event), event.anchor, self._beyond()))

    def _end(self, _event: Any) -> None:
        ended = self._open.pop()
        self.places.ends[ended.part] = end = len(self.places.ends)
        if ended.anchor is not None:
            size = end - ended.part + self._beyond() - ended.beyond
            self._anchors[ended.anchor] = ended.inner, ended.part, size
        self._attach(ended.inner, ended.part)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            self._give_up("YM020", event, name=event.anchor)
        target = self._anchors[event.anchor]
        if target is None:
            self._give_up("YM026", event, name=event.anchor)
        value, of, size = target
        self._aliased += size
        if self._aliased > ALIAS_LIMIT:
            self._give_up("YM022", event, limit=ALIAS_LIMIT)
        part = self._number(event)
        self.places.aliases[part] = of
        self._attach(value, part, value if isinstance(value, str) else None)

    def _beyond(self) -> int:
        """Values that the aliases so far stand for, beyond one each."""
        return self._aliased - len(self.places.aliases)

    def _number(self, event: Any) -> int:
        places, mark = self.places, event.start_mark
        part = len(places.ends)
        places.lines.append(mark.line)
        places.columns.append(mark.column)
        places.ends.append(0)
        if part >= VALUE_LIMIT and part - len(self.places.aliases) >= VALUE_LIMIT:
            self._give_up("YM029", event, limit=VALUE_LIMIT)
        return part

    def _attach(self, value: Any, part: int, text: str | None = None, merge: bool = False) -> None:
        """Put a finished value where it belongs; `text` is a scalar as it is written."""
        if not self._open:
            self.root = value
            return
        into = self._open[-1]
        if into.waits:
            into.waits = False
            if into.key is not None:
                into.inner[into.key] = value
        elif into.keys is None:
            into.inner.append(value)
        else:
            into.waits = True
            into.key = self._key(into.keys, value, part, text, merge)

    def _key(self, keys: dict[str, int], value: Any, part: int, text: str | None, merge: bool) -> str | None:
        """The key as text (a number as pydantic writes it), or None where its value is to be passed over."""
        if merge or text is None:
            self._refuse(part, "YM023" if merge else "YM025")
            return None
        key = str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else text
        if keys.setdefault(key, part) != part:
            self._refuse(part, "YM024", key=key, line=self.places[keys[key]][0])
            return None
        return key

    def _refuse(self, part: int, code: str, /, **params: object) -> None:
        self.places.passed_over.add(part)
        self.problems.append(problem(code, self.file, self.places[part], (), **params))

    def _check_tag(self, event: Any) -> None:
        if event.tag not in _CORE_TAGS:
            self.problems.append(problem("YM028", self.file, _place(event.start_mark), (), tag=event.tag))

    def _give_up(self, code: str, event: Any, **params: object) -> NoReturn:
        self.problems.append(problem(code, self.file, _place(event.start_mark), (), **params))
        raise _GaveUp


def _place(mark: Any) -> Place:
    return mark.line + 1, mark.column + 1


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The parser's complaint as one of a few that can be mended by looking at the place.

    Of a quote or bracket that is never closed it is where it was opened, not where the parser noticed.
    """
    from drill.model.fullwidth import slip

    mark: Any = error.problem_mark or error.context_mark
    place, opened = _place(mark), _place(error.context_mark or mark)
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
        return problem("YM013", file, opened)
    if "parsing a flow" in context:
        return problem("YM014", file, opened)
    if "cannot start any token" in complaint:
        return problem("YM015", file, place, char=char)
    return problem("YM010", file, place)
