"""A picture as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

Names are data: every ASCII sign in them becomes a `#code;`, which Mermaid shows and never interprets.
"""

from __future__ import annotations

import json

from drill.drawing.picture import Box, Picture
from drill.drawing.wording import contact, heading, member, name, remarks, weakness
from drill.model.basics import ContactKind
from drill.text.catalogue import Catalogue
from drill.text.choices import KIND

_ARROWS: dict[ContactKind, str] = {"report": "-->", "instruct": "-.->", "consult": "--o", "liaise": "==>"}
_CLASSES = {
    "weak": "stroke:#b00020,stroke-width:4px,fill:#fde7e9,color:#000",
    "external": "stroke:#333,fill:#eee,color:#000",
    "out": "stroke:#333,stroke-dasharray:5 4,fill:#fff,color:#000",
}
_PLAIN = frozenset(" _,/")


def mermaid(found: Picture, say: Catalogue) -> str:
    """The whole file."""
    title = " ".join(heading(found, say))
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "flowchart TB"]
    ids = {ref: f"b{number}" for number, ref in enumerate(found.boxes)}
    classes: dict[str, list[str]] = {}
    for ref, box in found.boxes.items():
        lines += _box(box, ids[ref], say, classes)
    lines += (
        f"  {ids[link.caller]} {_ARROWS[link.kind]}|{_quoted([contact(link, say)])}| {ids[link.target]}"
        for link in found.links
    )
    if kinds := found.kinds():
        lines += [f"  subgraph key[{_quoted([say('drawing.legend')])}]", "    direction LR"]
        for kind in kinds:
            lines.append(f'    {kind}1[" "] {_ARROWS[kind]}|{_quoted([say(KIND[kind])])}| {kind}2[" "]')
        lines.append("  end")
    for style, members in classes.items():
        lines += [f"  classDef {style} {_CLASSES[style]}", f"  class {','.join(members)} {style}"]
    return "\n".join(lines) + "\n"


def _box(box: Box, ref: str, say: Catalogue, classes: dict[str, list[str]]) -> list[str]:
    """A node, or a subgraph with a node for each member of a group."""
    if box.members:
        lines = [f"  subgraph {ref}[{_quoted([name(box.name, say), weakness(box, say)])}]"]
        for number, each in enumerate(box.members):
            lines.append(f"    {ref}m{number}[{_quoted([member(each, say)])}]")
            _sort(each, f"{ref}m{number}", classes)
        return [*lines, "  end"]
    _sort(box, ref, classes)
    text = _quoted([name(box.name, say), *remarks(box, say), weakness(box, say)])
    return [f"  {ref}({text})" if box.external else f"  {ref}[{text}]"]


def _sort(box: Box, ref: str, classes: dict[str, list[str]]) -> None:
    for style, holds in (("weak", box.weak is not None), ("out", not box.in_scope), ("external", box.external)):
        if holds:
            classes.setdefault(style, []).append(ref)
            return


def _quoted(lines: list[str]) -> str:
    return '"' + "<br/>".join(_data(line) for line in lines if line) + '"'


def _data(text: str) -> str:
    return "".join(sign if sign.isalnum() or sign in _PLAIN or ord(sign) > 127 else f"#{ord(sign)};" for sign in text)
