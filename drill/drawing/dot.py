"""A picture in Graphviz DOT (https://graphviz.org/doc/info/lang.html).

Names are data: they stand in double quotes, where only `"`, `\\` and `&` mean anything, and those are escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drill.drawing.picture import Box, Picture
from drill.drawing.wording import contact, heading, member, name, remarks, weakness
from drill.model.basics import ContactKind
from drill.text.catalogue import Catalogue
from drill.text.choices import KIND

_STYLES: dict[ContactKind, Mapping[str, str]] = {
    "report": {"style": "solid", "arrowhead": "normal", "color": "#1a1a1a"},
    "instruct": {"style": "dashed", "arrowhead": "normal", "color": "#8a1c1c"},
    "consult": {"style": "dotted", "arrowhead": "empty", "color": "#1b5e20"},
    "liaise": {"style": "bold", "arrowhead": "vee", "color": "#1a4b8c"},
}
_LOOKS: dict[str, Mapping[str, str]] = {
    "weak": {"color": "#b00020", "penwidth": "3", "fillcolor": "#fde7e9"},
    "out": {"style": "dashed"},
    "external": {"style": "rounded,filled", "fillcolor": "#eeeeee"},
    "plain": {},
}
_FONT = "Noto Sans CJK JP,Yu Gothic,Hiragino Sans,sans-serif"


def dot(found: Picture, say: Catalogue) -> str:
    """The whole file."""
    ids = {ref: f"b{number}" for number, ref in enumerate(found.boxes)}
    lines = [
        "digraph chart {",
        f"  graph {_set(label=heading(found, say), labelloc='t', charset='UTF-8', compound='true', fontname=_FONT)}",
        f"  node {_set(shape='box', style='filled', fillcolor='#ffffff', fontname=_FONT)}",
        f"  edge {_set(fontname=_FONT, fontsize='10')}",
    ]
    for ref, box in found.boxes.items():
        lines += _box(box, ids[ref], say)
    for link in found.links:
        style, way, refs = dict(_STYLES[link.kind]), found.way(link), [link.caller, link.target]
        back = {}
        if way == (link.kind, "up"):
            # Whoever is told stands above.
            refs.reverse()
            back = {"dir": "back", "arrowtail": style.pop("arrowhead")}
        (tail, ltail), (head, lhead) = (
            (f"{ids[ref]}m0", f"cluster_{ids[ref]}") if found.boxes[ref].members else (ids[ref], "") for ref in refs
        )
        more = {"ltail": ltail, "lhead": lhead, "constraint": "" if way else "false", **back}
        lines.append(f"  {tail} -> {head} {_set(label=[contact(link, say)], **style, **more)}")
    lines += _legend(found.kinds(), say) if found.links else []
    return "\n".join([*lines, "}"]) + "\n"


def _box(box: Box, ref: str, say: Catalogue) -> Iterator[str]:
    """A node, or a cluster with a node for each member of a group."""
    if not box.members:
        yield f"  {ref} {_set(label=[name(box.name, say), *remarks(box, say), weakness(box, say)], **_LOOKS[box.look])}"
        return
    yield f"  subgraph cluster_{ref} {{"
    yield f"    graph {_set(label=[name(box.name, say), weakness(box, say)])}"
    for number, each in enumerate(box.members):
        yield f"    {ref}m{number} {_set(label=[member(each, say)], **_LOOKS[each.look])}"
    yield "  }"


def _legend(kinds: list[ContactKind], say: Catalogue) -> Iterator[str]:
    yield "  subgraph cluster_key {"
    yield f"    graph {_set(label=[say('drawing.legend')])}"
    for kind in kinds:
        yield f"    {kind}1 {_set(shape='point')}"
        yield f"    {kind}2 {_set(shape='point')}"
        yield f"    {kind}1 -> {kind}2 {_set(label=[say(KIND[kind])], **_STYLES[kind])}"
    yield "  }"


def _set(**values: str | list[str]) -> str:
    """An attribute list without the empty values; a list is a label of several lines."""
    said = (f"{key}={_quoted([value] if isinstance(value, str) else value)}" for key, value in values.items() if value)
    return f"[{', '.join(said)}]"


def _quoted(lines: list[str]) -> str:
    return '"' + "\\n".join(_data(line) for line in lines if line) + '"'


def _data(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
