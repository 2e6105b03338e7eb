"""How wide a text is on paper, and how it breaks: nothing that is drawn runs out of its box.

Widths are in em. A full-width character is 1 em wide; Latin ones differ from font to font, so the numbers are upper
bounds of Noto Sans, Yu Gothic and Hiragino Sans (bold included).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from drill.text.breaking import wrap_where

_LATIN = re.compile("[A-Za-z-]+")
_NARROW = frozenset("iljtf.,:;'|!()[] -")
_BROAD = frozenset("mwMW@%&")


@lru_cache(maxsize=65536)
def _sign(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WFA" or ord(sign) > 0x2E7F:
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    if sign in _NARROW:
        return 0.42
    return 1.0 if sign in _BROAD or not sign.isascii() else 0.74 if sign.isupper() else 0.63


def width(text: str) -> float:
    """An upper bound of the width of `text` in em."""
    return sum(map(_sign, text))


@lru_cache(maxsize=4096)
def broken(text: str, room: float) -> tuple[str, ...]:
    """The lines of `text`, each at most `room` em wide, broken by the rules of Japanese."""
    if width(text) <= room:
        return (text,)
    # A hyphenated word that is too long breaks after its hyphen.
    text = _LATIN.sub(lambda word: word[0].replace("-", "- ") if width(word[0]) > room else word[0], text)
    lines = wrap_where(text, int(room * 2.4), lambda line: width(line) <= room)
    return tuple(line.strip() for line in lines if line.strip())


def whole_bracket(text: str, room: float) -> tuple[str, ...]:
    """The lines of `text`, broken before the bracket it ends with rather than in it."""
    place = _last_bracket(text)
    bracket = text[place:]
    if place <= 0 or width(text) <= room or width(bracket) > room:
        return broken(text, room)
    return (*broken(text[:place].strip(), room), bracket)


def _last_bracket(text: str) -> int:
    """Where the bracket begins that closes at the end of `text`; -1 if none does."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in "）)") - (text[place] in "（(")
        if depth <= 0:
            return place if text[place] in "（(" else -1
    return -1


def balanced(text: str, room: float) -> tuple[str, ...]:
    """The lines of `text`, as few as fit: broken before a bracket if that will do, else about equally long."""
    best = lines = broken(text, room)
    place = max(text.rfind("（"), text.rfind(" ("))
    if place > 0 and len(lines) > 1:
        parts = (*broken(text[:place].strip(), room), *broken(text[place:].strip(), room))
        if len(parts) <= len(lines):
            return parts
    least = max((width(word) for word in _LATIN.findall(text)), default=0)
    while len(lines) == len(best) > 1 and room - 1 >= max(least, 4):
        best, room = lines, room - 1
        lines = broken(text, room)
    return best if len(lines) > len(best) else lines


def cut(text: str, room: float) -> str:
    """`text`, or what of it and `…` is at most `room` em wide."""
    used, end = 0.0, 0
    for place, sign in enumerate(text, start=1):
        used += _sign(sign)
        if used <= room - 1:
            end = place
        if used > room:
            return text[:end].rstrip() + "…"
    return text
