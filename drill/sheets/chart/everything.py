"""A whole chart as rows of path and value: the sheet that keeps what the printed ones cannot show.

A row is an entry of the chart; the rows of single values that files had before are read too. Values are JSON, so that
numbers stay numbers, `00123` and `1e5` stay text and nothing is a formula. A long value goes on in the next row of the
same path. Characters that XML or spreadsheet programs would change are JSON escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from drill.model.chart import Chart
from drill.model.save import chart_data
from drill.text.normal import INVISIBLE

MARK = "drill.sheet/1"
"""In the first cell of this sheet; the language of the printed sheets stands beside it."""
_CHUNK = 30_000
_UNSAFE = re.compile(f"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|{INVISIBLE.pattern}")
_EXCEL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|(?<=x005F)_")
"""Excel reads `_x000D_` as a character."""
Rows = list[tuple[str, str]]


def flatten(chart: Chart) -> Rows:
    """Path and JSON of every value that is no default."""
    rows: Rows = []
    for path, value in _entries(json.loads(json.dumps(chart_data(chart), default=date.isoformat))):
        text = json.dumps(value, ensure_ascii=False)
        text = _UNSAFE.sub(lambda found: json.dumps(found[0])[1:-1], text)
        name, text = ("".join(_EXCEL.sub(r"\\u005f", each)) for each in (path, text))
        rows += [(name, text[at : at + _CHUNK]) for at in range(0, len(text), _CHUNK)]
    return rows


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for part, value in data.items():
        if isinstance(value, (dict, list)) and value:
            named = value.items() if isinstance(value, dict) else enumerate(value)
            yield from ((f"{part}/{name}", each) for name, each in named)
        else:
            yield part, value


def unflatten(rows: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The data of a chart file; ValueError if a row is damaged."""
    texts: dict[str, str] = {}
    for name, text in rows:
        texts[name] = texts.get(name, "") + text
    whole: dict[str, Any] = {}
    for name, text in texts.items():
        part, *path = name.replace("\\u005f", "_").split("/")
        at = whole
        for following in path:
            at = at.setdefault(part, {})
            if not isinstance(at, dict):
                raise ValueError(name)
            part = following
        try:
            at[part] = json.loads(text)
        except ValueError as error:
            raise ValueError(name) from error
    found = _lists(whole, ())
    assert isinstance(found, dict)
    return found


_KEYED = re.compile(r"levels|hours|media|sites|behaviours|persons|posts|groups|duties")


def _lists(value: Any, path: tuple[str, ...]) -> Any:
    """Mappings whose keys count 0, 1, 2 … are lists, but where ids are keys."""
    if not isinstance(value, dict):
        return value
    parts = {name: _lists(part, (*path, name)) for name, part in value.items()}
    keyed = not path or (len(path) == 1 and _KEYED.fullmatch(path[0]))
    if not keyed and parts and all(name.isdecimal() for name in parts):
        return [parts[name] for name in sorted(parts, key=int)]
    return parts
