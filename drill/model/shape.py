"""pydantic's validation errors → problems: the same fact, its place in the file, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from drill.model.problems import Path, Problem, nearest, problem
from drill.model.tree import Node

_CODES = {
    "extra_forbidden": "MD001",
    "missing": "MD002",
    "string_type": "MD003",
    "model_type": "MD004",
    "model_attributes_type": "MD004",
    "dict_type": "MD004",
    "tuple_type": "MD005",
    "list_type": "MD005",
    "int_type": "MD006",
    "int_parsing": "MD006",
    "int_parsing_size": "MD006",
    "int_from_float": "MD006",
    "float_type": "MD007",
    "float_parsing": "MD007",
    "finite_number": "MD007",
    "bool_type": "MD008",
    "bool_parsing": "MD008",
    "literal_error": "MD010",
    "greater_than": "MD011",
    "greater_than_equal": "MD012",
    "less_than_equal": "MD014",
    "too_short": "MD015",
    "string_pattern_mismatch": "MD016",
    "hours": "MD017",
    "text_empty": "MD020",
    "one_condition": "MD021",
    "right_with_level": "MD022",
    "options_with_choice": "MD023",
    "duty_with_convene": "MD024",
    "no_right_option": "MD025",
    "one_right_answer": "MD026",
    "zone": "MD027",
}
_DAY = ("day", "date_", "datetime_")


def shape_problem(error: ErrorDetails, model: type[BaseModel], tree: Node, file: str) -> Problem:
    """One error of `ValidationError.errors()` for a file that should be a `model`."""
    path: Path = error["loc"]
    kind, ctx = error["type"], error.get("ctx", {})
    code = _CODES.get(kind, "MD009" if kind.startswith(_DAY) else "MD099")
    at_key = kind in ("extra_forbidden", "missing")
    if path[-1:] == ("[key]",):
        path, at_key = path[:-1], True
    params: dict[str, object] = {"key": path[-1] if path else "", **_limits(ctx)}
    if kind == "extra_forbidden":
        params["near"] = nearest(path[-1], _keys(model, path[:-1]))
    elif kind == "literal_error":
        params["near"] = ", ".join(re.findall(r"'([^']*)'", str(ctx.get("expected")))) or ctx.get("expected")
    if code == "MD099":
        params["message"] = error["msg"]
    node = tree
    for step in path:
        node = node.child(step) or Node((0, 0))
    params["found"] = path[-1] if at_key and path else _shown(node)
    return problem(code, file, tree.where(path[:-1] if kind == "missing" else path, at_key), path, **params)


def _limits(ctx: Mapping[str, Any]) -> dict[str, object]:
    found = [ctx[name] for name in ("gt", "ge", "le", "min_length") if name in ctx]
    return {"limit": found[0]} if found else {}


def _shown(node: Node) -> str:
    if isinstance(node.inner, dict):
        return "{…}"
    if isinstance(node.inner, list):
        return "[…]"
    words = {None: "null", True: "true", False: "false"}
    return words[node.value] if node.value is None or isinstance(node.value, bool) else str(node.value)


def _keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the mapping at `path` may have."""
    kind: Any = model
    for step in path:
        kind = _inside(kind, step)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [info.alias or name for name, info in kind.model_fields.items()]
    return []


def _inside(kind: Any, step: str | int) -> Any:
    """The type found by one step into `kind`: a model's field, a dict's values, a tuple's elements."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = kind.model_fields.items()
        return _bare(next((info.annotation for name, info in fields if step in (name, info.alias)), None))
    args = [arg for arg in get_args(kind) if arg is not Ellipsis]
    return _bare(args[-1]) if args else None


def _bare(kind: Any) -> Any:
    """A type without `Annotated` and `| None`."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _bare(next(arg for arg in get_args(kind) if arg is not type(None)))
    return kind
