"""pydantic's validation errors → problems: the same fact, its place in the file, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from drill.model.basics import Text
from drill.model.fullwidth import slip
from drill.model.problems import Path, Problem, clip, nearest, problem
from drill.model.tree import Tree

_CODES = {
    "extra_forbidden": "MD001",
    "missing": "MD002",
    "string_type": "MD003",
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), "MD004"),
    **dict.fromkeys(("tuple_type", "list_type"), "MD005"),
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), "MD006"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "MD007"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "MD008"),
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


def shape_problem(error: ErrorDetails, model: type[BaseModel], tree: Tree, file: str) -> Problem:
    """One error of `ValidationError.errors()` for a file that should be a `model`."""
    path: Path = error["loc"]
    kind, ctx = error["type"], error.get("ctx", {})
    code = _CODES.get(kind, "MD009" if kind.startswith(_DAY) else "MD099")
    at_key = kind in ("extra_forbidden", "missing")
    if path[-1:] == ("[key]",):
        path, at_key = path[:-1], True
    params: dict[str, object] = {"key": _called(path), **_limits(ctx)}
    value = tree.at(path)
    if kind == "extra_forbidden":
        keys = _keys(model, path[:-1])
        params["near"] = nearest(path[-1], keys)
        if (keys == list(Text.model_fields) or _shown(value) == "null") and _in_braces(tree, path):
            code = "MD019"
    elif kind == "literal_error":
        params["near"] = ", ".join(re.findall(r"'([^']*)'", str(ctx.get("expected")))) or ctx.get("expected")
    elif kind == "string_type" and isinstance(value, (dict, list)):
        code = "MD018"
    if code == "MD099":
        params["message"] = error["msg"]
    params["found"] = found = path[-1] if at_key and path else _shown(value)
    line, column = tree.where(path[:-1] if kind == "missing" else path, at_key)
    if wide := slip(str(found)):
        params = {"char": wide.char, "plain": wide.plain}
        return problem("MD028", file, (line, column + wide.at), path, **params)
    return problem(code, file, (line, column), path, **params)


def _in_braces(tree: Tree, path: Path) -> bool:
    """Whether another key of the mapping stands in the line of this one, as only `{ }` allow."""
    line = tree.where(path, key=True)[0]
    return sum(tree.where((*path[:-1], key), key=True)[0] == line for key in tree.at(path[:-1])) > 1


def _called(path: Path) -> object:
    """How a value is named: by its key, or by its list and its number there, counted from 1."""
    if len(path) > 1 and isinstance(path[-1], int):
        name, number = clip(str(path[-2])), path[-1] + 1
        return Text(ja=f"{name} の{number}番目", en=f"item {number} of {name}")
    return path[-1] if path else ""


def _limits(ctx: Mapping[str, Any]) -> dict[str, object]:
    found = [ctx[name] for name in ("gt", "ge", "le", "min_length") if name in ctx]
    return {"limit": f"{found[0]:.10g}"} if found else {}


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    words = {None: "null", True: "true", False: "false"}
    return words[value] if value is None or isinstance(value, bool) else str(value)


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
