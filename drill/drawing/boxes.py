"""The text of a box: what stands in it, broken to its width. Lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drill.drawing.lettering import balanced, cut, whole_bracket, width
from drill.drawing.picture import Box
from drill.drawing.wording import member, name, remarks, weakness
from drill.text.catalogue import Catalogue

Style = Literal["condition", "name", "remark", "weak"]
NAME_MM, SMALL_MM, PADDING_MM, HATCH_MM = 3.3, 2.6, 1.5, 2.2
_FEW, _MOST_MEMBERS, _MOST_LINES = 4, 60, 8
_LEADING = 1.32
"""Distance of lines, in font sizes."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text; `x` and `y` are the left end of its base line, from the corner of its box."""

    text: str
    style: Style
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Written:
    """The lines of a box and the height they need. The first `strip` millimetres are the conditions."""

    lines: tuple[TextLine, ...]
    height: float
    strip: float


def box_width(box: Box, usual: float) -> float:
    """How wide a box is drawn: one that lists many members is wider."""
    return usual * (1.6 if len(box.members) > _FEW else 1)


def breaks_words(text: str, wide: float) -> bool:
    """Whether a box would have to break a Latin word of its name in two."""
    room = (wide - HATCH_MM - 2 * PADDING_MM) / NAME_MM
    return any(width(word) > room for word in text.replace("-", "- ").split() if word.isascii())


def written(
    box: Box, wide: float, say: Catalogue, conditions: tuple[str, ...] = (), notes: tuple[str, ...] = ()
) -> Written:
    """The text of a box `wide` millimetres wide.

    `conditions`: of its contacts in the tree; `notes`: what else is to be said.
    """
    texts: list[tuple[str, Style]] = [(each, "condition") for each in conditions]
    texts.append((name(box.name, say), "name"))
    if marked := weakness(box, say):
        texts.append((marked, "weak"))
    texts += [(each, "remark") for each in remarks(box, say)]
    if box.members:
        texts.append((_members(box, say), "remark"))
    texts += [(each, "remark") for each in notes]
    return _set(texts, wide, HATCH_MM if marked else 0.0)


def _members(box: Box, say: Catalogue) -> str:
    names = say("drawing.separator").join(member(each, say) for each in box.members[:_MOST_MEMBERS])
    more = len(box.members) - _MOST_MEMBERS
    return say("drawing.more", names=names, count=more) if more > 0 else names


def repeated(box: Box, wide: float, say: Catalogue) -> Written:
    """The text of a box that stands on an earlier page and is shown again to hang others below it."""
    return _set([(name(box.name, say) + say("drawing.again"), "remark")], wide, 0.0)


def _set(texts: list[tuple[str, Style]], wide: float, indent: float) -> Written:
    lines: list[TextLine] = []
    y = strip = 0.0
    for text, style in texts:
        size = NAME_MM if style == "name" else SMALL_MM
        if style != "condition" and y == strip:
            y += PADDING_MM * 0.6
        room = (wide - indent - 2 * PADDING_MM) / size
        short = cut(text, room * _MOST_LINES) if style != "remark" else text
        for part in balanced(short, room) if style == "name" else whole_bracket(short, room):
            y += size * _LEADING
            lines.append(TextLine(part, style, indent + PADDING_MM, y - size * 0.2, size))
        if style == "condition":
            strip = y = y + 0.5
    return Written(tuple(lines), y + PADDING_MM, strip)
