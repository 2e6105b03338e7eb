"""A picture as lines for a terminal: the tree with its contacts and remarks in columns, the other contacts below.

Only characters that CP932 has. A single point of failure is marked by ◆ and words; colour only comes on top.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from unicodedata import east_asian_width

from rich.cells import cell_len

from drill.drawing.picture import Picture
from drill.drawing.wording import contact, ends, heading, member, name, remarks, weakness
from drill.pairs import gathered
from drill.text.breaking import wrap, wrap_where
from drill.text.catalogue import Catalogue
from drill.text.width import pad

_DEPTH = 8
"""Deeper boxes are indented no further, or a chain would leave the screen."""
_ARROWS = {"up": "↑", "down": "↓"}
_Row = tuple[str, str, str, list[str], bool]
_LOUD, _QUIET = "\x1b[1;31m", "\x1b[0m"


def tree_lines(
    found: Picture, say: Catalogue, width: int = 80, every_member: bool = False, colour: bool = False
) -> list[str]:
    """The lines, none wider than `width` cells (at least 40). `every_member`: groups are listed post by post."""
    width = max(width, 40)
    extra = _doubtful if say.language == "ja" else lambda _text: 0
    title, *facts = heading(found, say)
    lines = [line for text in (title, *facts) for line in _fold(text, width, extra)] + [""]
    rows = _rows(found, say, every_member, min(_DEPTH, width // 4 - 4))
    left = min(max((cell_len(first) + cell_len(text) for first, _, text, *_ in rows), default=0), width * 11 // 20)
    beside = partial(_beside, left=left, width=width, extra=extra)
    for first, rest, text, detail, weak in rows:
        block = beside(first, rest, text, detail)
        lines += [f"{_LOUD}{line}{_QUIET}" if weak and colour else line for line in block]
    if others := found.beside():
        lines += ["", say("drawing.others")]
    for link in others:
        lines += beside("  ", "    ", ends(found, link, say), [contact(link, say)])
    return lines


def _doubtful(text: str) -> int:
    """How many cells more than Rich counts a Japanese console may take: arrows, ◆, Ⅰ and lines are wide on many."""
    return sum(east_asian_width(sign) == "A" and cell_len(sign) == 1 for sign in text)


def _fold(text: str, width: int, extra: Callable[[str], int]) -> list[str]:
    """The lines of `text`, none wider than `width` cells even where it takes those extra."""
    return wrap_where(text, width, lambda line: cell_len(line) + extra(line) <= width)


def _rows(found: Picture, say: Catalogue, every_member: bool, depth: int) -> list[_Row]:
    """Of each box: what precedes its first and its further lines, its name, what is said, and whether it is marked."""
    children = gathered((box.above, ref) for ref, box in found.boxes.items())
    with_parent = gathered((child, _ARROWS[way[1]] + contact(link, say)) for child, way, link in found.along())
    guides: dict[str, str] = {}
    rows: list[_Row] = []
    for ref, box in found.boxes.items():
        last = children[box.above][-1] == ref
        before = guides[box.above] if box.above is not None else ""
        first = before + ("" if box.above is None else "└ " if last else "├ ")
        guides[ref] = before + ("" if box.above is None else "  " if last else "│ ")
        shown = guides[ref] + ("│ " if ref in children else "  ")
        weak = weakness(box, say)
        said = [each for each in (" ".join(with_parent.get(ref, ())), *remarks(box, say), weak) if each]
        inner = _short(shown, depth)
        rows.append((_short(first, depth), inner, name(box.name, say), said, weak != ""))
        for each in box.members if every_member else ():
            rows.append((inner + "・", inner + "  ", member(each, say), [], each.weak is not None))
    return rows


def _short(guide: str, depth: int) -> str:
    """A guide of at most `depth` levels; `…` stands for those left out."""
    return guide if len(guide) <= 2 * depth else "… " + guide[-2 * depth + 2 :]


def _filled(parts: list[str], width: int, extra: Callable[[str], int]) -> list[str]:
    """Lines of as many of the parts as fit; a part is broken only where it is too long for a line."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}  {part}" if lines else part
        if lines and cell_len(longer) + extra(longer) <= width:
            lines[-1] = longer
        else:
            lines += _fold(part, width, extra)
    return lines


def _beside(
    first: str, rest: str, text: str, detail: list[str], *, left: int, width: int, extra: Callable[[str], int]
) -> list[str]:
    """Two columns, each broken to its width."""
    fits = cell_len(first) + cell_len(text) <= left
    broken = [text] if fits else wrap(text, max(left - max(cell_len(first), cell_len(rest)), 8))
    names = [first + broken[0], *(rest + each for each in broken[1:])]
    more = max(map(extra, (*names, rest)))
    details = _filled(detail, max(width - left - 2 - more, 8), extra)
    pairs = zip_longest(names, details)
    return [(pad(rest if one is None else one, left) + "  " + (two or "")).rstrip() for one, two in pairs]
