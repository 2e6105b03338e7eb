"""A chart as the text of a chart file, in the order of the model and with quotes wherever YAML would read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml

from drill.model.chart import Chart
from drill.text.clean import clean

_PLAIN = re.compile(r"[A-Za-z\u3041-\u30fe\u4e00-\u9fff々][A-Za-z0-9_\u3041-\u30fe\u4e00-\u9fff々・（）-]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, as the shipped charts do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Equal parts are written out: a planner edits one of them only."""
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    plain = _PLAIN.fullmatch(value) and value.casefold() not in _WORDS
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else '"')


def _mapping(dumper: yaml.SafeDumper, value: dict[Any, Any]) -> yaml.MappingNode:
    short = sum(len(str(part)) for part in value.values()) < 100
    flow = short and bool(value) and not any(isinstance(part, (dict, list, tuple)) for part in value.values())
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=flow or None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)


def chart_data(chart: Chart) -> dict[str, Any]:
    """What a chart file says: everything but the defaults, names as in the file."""
    return {"schema": chart.schema_} | chart.model_dump(by_alias=True, exclude_defaults=True)


def chart_yaml(chart: Chart, comments: Iterable[str] = ()) -> str:
    """The text of a chart file; loading it gives the same chart. Comments stand at its end."""
    return yaml_text(chart_data(chart), comments)


def yaml_text(data: dict[str, Any], comments: Iterable[str] = ()) -> str:
    """Data of a model as the text of a file; comments stand at its end."""
    dumped = yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,
        width=120,
    )
    return dumped + "".join(f"# {clean(each)}\n" for each in comments)
