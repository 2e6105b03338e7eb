"""What a seat hands out or takes, as bytes and back; parts of charts travel as they stand in files."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from pydantic import BaseModel

Value = TypeVar("Value")


def encode(value: object) -> bytes:
    """A value as JSON."""
    return msgspec.json.encode(value, enc_hook=_out)


def decode(data: bytes, kind: type[Value]) -> Value:
    """The value again; msgspec.ValidationError for what is none of its kind."""
    return msgspec.json.decode(data, type=kind, dec_hook=_in)


def _out(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    raise NotImplementedError(type(value))


def _in(kind: type[Any], data: object) -> object:
    if issubclass(kind, BaseModel):
        return kind.model_validate(data)
    raise NotImplementedError(kind)
