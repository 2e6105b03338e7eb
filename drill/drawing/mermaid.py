"""A picture as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

Names are data: every ASCII sign in them becomes a `#code;`, which Mermaid shows and never interprets.
"""

from __future__ import annotations

import json

from drill.drawing.picture import Box, Picture
from drill.drawing.wording import contact, heading, member, name, remarks, weakness
from drill.model.basics import ContactKind
from drill.pairs import gathered
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
    for ref, box in found.boxes.items():
        lines += _box(box, ids[ref], say)
    lines += (
        f"  {ids[link.caller]} {_ARROWS[link.kind]}|{_quoted([contact(link, say)])}| {ids[link.target]}"
        for link in found.links
    )
    if kinds := found.kinds():
        lines += [f"  subgraph key[{_quoted([say('drawing.legend')])}]", "    direction LR"]
        for kind in kinds:
            lines.append(f'    {kind}1[" "] {_ARROWS[kind]}|{_quoted([say(KIND[kind])])}| {kind}2[" "]')
        lines.append("  end")
    looks = gathered((each.look, ref) for top, box in found.boxes.items() for ref, each in _nodes(box, ids[top]))
    for look, refs in looks.items():
        if look in _CLASSES:
            lines += [f"  classDef {look} {_CLASSES[look]}", f"  class {','.join(refs)} {look}"]
    return "\n".join(lines) + "\n"


def _nodes(box: Box, ref: str) -> list[tuple[str, Box]]:
    """A box as one node, or as one for each member of a group."""
    return [(f"{ref}m{number}", each) for number, each in enumerate(box.members)] or [(ref, box)]


def _box(box: Box, ref: str, say: Catalogue) -> list[str]:
    """A node, or a subgraph with nodes."""
    if box.members:
        members = [f"    {each}[{_quoted([member(post, say)])}]" for each, post in _nodes(box, ref)]
        return [f"  subgraph {ref}[{_quoted([name(box.name, say), weakness(box, say)])}]", *members, "  end"]
    text = _quoted([name(box.name, say), *remarks(box, say), weakness(box, say)])
    return [f"  {ref}({text})" if box.external else f"  {ref}[{text}]"]


def _quoted(lines: list[str]) -> str:
    return '"' + "<br/>".join(_data(line) for line in lines if line) + '"'


def _data(text: str) -> str:
    return "".join(sign if sign.isalnum() or sign in _PLAIN or ord(sign) > 127 else f"#{ord(sign)};" for sign in text)
