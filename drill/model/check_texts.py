"""Texts that exist in one language only; the other half of the readers would be shown the wrong one."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel

from drill.model.basics import Text
from drill.model.findings import Findings
from drill.model.problems import Path

_JAPANESE = (("\u3041", "\u30ff"), ("\u3400", "\u9fff"), ("\uff66", "\uff9f"))


def check_texts(found: Findings[Any]) -> None:
    """Every text of the file is there in both languages."""
    _walk(found, found.value, ())


def _walk(found: Findings[Any], value: object, path: Path) -> None:
    if isinstance(value, Text):
        if code := _lacks(value):
            found.add(code, path, text=value.get("ja"))
    elif isinstance(value, BaseModel):
        for name, key in _parts(type(value)):
            _walk(found, getattr(value, name), (*path, key))
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            _walk(found, part, (*path, i))
    elif isinstance(value, dict):
        for key, part in value.items():
            _walk(found, part, (*path, key))


_PARTS: dict[type[BaseModel], tuple[tuple[str, str], ...]] = {}


def _parts(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields that texts may be in, each with its key in a file."""
    if model not in _PARTS:
        _PARTS[model] = ((model.__name__, ""),)  # within itself it may be
        fields = model.model_fields.items()
        _PARTS[model] = tuple((name, info.alias or name) for name, info in fields if _holds_text(info.annotation))
    return _PARTS[model]


def _holds_text(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind is Text or bool(_parts(kind))
    return any(map(_holds_text, get_args(kind)))


def _lacks(text: Text) -> str | None:
    """MD050 without English, MD051 without Japanese. A plain string in Japanese letters is no English."""
    if not text.en or (text.ja == text.en and _japanese(text.en)):
        return "MD050"
    return None if text.ja else "MD051"


def _japanese(text: str) -> bool:
    return not text.isascii() and any(first <= char <= last for char in text for first, last in _JAPANESE)
