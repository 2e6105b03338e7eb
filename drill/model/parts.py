"""What a value of a file holds, each with the path at which it stands: at a pattern of fields, or wherever it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from drill.model.problems import Path

_Part = tuple[Path, Any]


def parts_at(value: BaseModel, pattern: str) -> Iterator[_Part]:
    """What stands at fields of fields, `*` for each entry, `#` for each key; `Cond`, a model, for each one anywhere.

    What is None is left out.
    """
    found: Iterator[_Part] = iter([((), value)])
    for step in pattern.split("."):
        found = _STEPS.get(step, _models if step[0].isupper() else _fields)(found, step)
    return found


def _each_key(found: Iterable[_Part], _step: str) -> Iterator[_Part]:
    return (((*path, key), key) for path, whole in found for key in whole)


def _each_entry(found: Iterable[_Part], _step: str) -> Iterator[_Part]:
    return (((*path, key), part) for path, whole in found for key, part in _entries(whole))


def _models(found: Iterable[_Part], kind: str) -> Iterator[_Part]:
    return (each for path, whole in found for each in _every(kind, path, whole))


def _fields(found: Iterable[_Part], name: str) -> Iterator[_Part]:
    for path, whole in found:
        if (part := getattr(whole, name)) is not None:
            yield (*path, _key(whole.__class__, name)), part


_STEPS = {"#": _each_key, "*": _each_entry}


@cache
def _key(model: type[BaseModel], field: str) -> str:
    """What a file calls a field."""
    return model.model_fields[field].alias or field


def _entries(whole: Any) -> Iterable[tuple[str | int, Any]]:
    return whole.items() if isinstance(whole, dict) else enumerate(whole)


def _every(kind: str, path: Path, value: Any) -> Iterator[_Part]:
    if isinstance(value, BaseModel):
        if type(value).__name__ == kind:
            yield path, value
        for name, key in _leading(type(value), kind):
            yield from _every(kind, (*path, key), getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for place, part in _entries(value):
            yield from _every(kind, (*path, place), part)


_LEADING: dict[tuple[type[BaseModel], str], tuple[tuple[str, str], ...]] = {}


def _leading(model: type[BaseModel], kind: str) -> tuple[tuple[str, str], ...]:
    """The fields that such parts may be in, each with its key in a file."""
    if (model, kind) not in _LEADING:
        _LEADING[model, kind] = ((model.__name__, ""),)  # within itself it may be
        fields = model.model_fields.items()
        _LEADING[model, kind] = tuple(
            (name, info.alias or name) for name, info in fields if _leads(info.annotation, kind)
        )
    return _LEADING[model, kind]


def _leads(field: Any, kind: str) -> bool:
    if isinstance(field, type) and issubclass(field, BaseModel):
        return field.__name__ == kind or bool(_leading(field, kind))
    return any(_leads(each, kind) for each in get_args(field))
