"""A picture as lines for a terminal: the tree with its contacts and remarks in columns, the other contacts below.

Only characters that CP932 has. A single point of failure is marked by ◆ and words; colour only comes on top.
"""

from __future__ import annotations

from rich.cells import cell_len

from drill.drawing.picture import Box, Picture
from drill.drawing.wording import contact, heading, member, name, remarks, weakness
from drill.text.breaking import wrap
from drill.text.catalogue import Catalogue
from drill.text.width import pad

_DEPTH = 8
"""Deeper boxes are indented no further, or a chain would leave the screen."""
_ARROWS = {"up": "↑", "down": "↓"}
_LOUD, _QUIET = "\x1b[1;31m", "\x1b[0m"


def tree_lines(
    found: Picture, say: Catalogue, width: int = 80, every_member: bool = False, colour: bool = False
) -> list[str]:
    """The lines, none wider than `width` cells (at least 40). `every_member`: groups are listed post by post."""
    width = max(width, 40)
    title, *facts = heading(found, say)
    lines = [line for text in (title, *facts) for line in wrap(text, width)] + [""]
    rows = _rows(found, say, every_member, min(_DEPTH, width // 4 - 4))
    left = min(max((cell_len(first) + cell_len(text) for first, _, text, *_ in rows), default=0), width * 11 // 20)
    for first, rest, text, detail, weak in rows:
        block = _beside(first, rest, text, detail, left, width)
        lines += [f"{_LOUD}{line}{_QUIET}" if weak and colour else line for line in block]
    others = [link for link in found.links if found.way(link) is None]
    if others:
        lines += ["", say("drawing.others")]
    for link in others:
        ends = (name(found.boxes[ref].name, say) for ref in (link.caller, link.target))
        text = say("drawing.link", **dict(zip(("caller", "target"), ends, strict=True)))
        lines += _beside("  ", "    ", text, contact(link, say), left, width)
    return lines


def _rows(found: Picture, say: Catalogue, every_member: bool, depth: int) -> list[tuple[str, str, str, str, bool]]:
    """Of each box: what precedes its first and its further lines, its name, the rest, and whether it is marked."""
    children: dict[str | None, list[str]] = {}
    for ref, box in found.boxes.items():
        children.setdefault(box.above, []).append(ref)
    with_parent = _contacts_with_parent(found, say)
    guides: dict[str, str] = {}
    rows: list[tuple[str, str, str, str, bool]] = []
    for ref, box in found.boxes.items():
        last = children[box.above][-1] == ref
        before = guides[box.above] if box.above is not None else ""
        first = before + ("" if box.above is None else "└ " if last else "├ ")
        guides[ref] = before + ("" if box.above is None else "  " if last else "│ ")
        shown = guides[ref] + ("│ " if ref in children else "  ")
        detail = [*with_parent.get(ref, []), *remarks(box, say), weakness(box, say)]
        text = "  ".join(each for each in detail if each)
        rows.append((_short(first, depth), _short(shown, depth), name(box.name, say), text, weakness(box, say) != ""))
        rows += _members(box, _short(shown, depth), say) if every_member else []
    return rows


def _members(box: Box, before: str, say: Catalogue) -> list[tuple[str, str, str, str, bool]]:
    return [(before + "・", before + "  ", member(each, say), "", each.weak is not None) for each in box.members]


def _contacts_with_parent(found: Picture, say: Catalogue) -> dict[str, list[str]]:
    """Box → its contacts with the box above it, e.g. `↑報告 ↓指示`."""
    said: dict[str, list[str]] = {}
    for link in found.links:
        if way := found.way(link):
            child = link.caller if way[1] == "up" else link.target
            said.setdefault(child, []).append(_ARROWS[way[1]] + contact(link, say))
    return {ref: [" ".join(each)] for ref, each in said.items()}


def _short(guide: str, depth: int) -> str:
    """A guide of at most `depth` levels; `…` stands for those left out."""
    return guide if len(guide) <= 2 * depth else "… " + guide[-2 * depth + 2 :]


def _beside(first: str, rest: str, text: str, detail: str, left: int, width: int) -> list[str]:
    """Two columns, each broken to its width."""
    fits = cell_len(first) + cell_len(text) <= left
    names = [text] if fits else wrap(text, max(left - max(cell_len(first), cell_len(rest)), 8))
    details = wrap(detail, max(width - left - 2, 8)) if detail else []
    count = max(len(names), len(details))
    names += [""] * (count - len(names))
    details += [""] * (count - len(details))
    starts = [first] + [rest] * (count - 1)
    return [
        (pad(start + one, left) + "  " + two).rstrip() for start, one, two in zip(starts, names, details, strict=True)
    ]
