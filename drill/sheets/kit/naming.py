"""The people a cell names: one, or several with the numbers that stand beside each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from drill.sheets.kit.numbers import apart, number_spans
from drill.sheets.kit.titles import is_title
from drill.text.normal import VACANT, is_nothing, key, line, wide

_KANJI = "々〆㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"
_NATIVE = rf"[{_KANJI}ぁ-ん]"
_BETWEEN = re.compile(
    r"[\n、,;/|&+]|及び|並びに|又は|または|および|ならびに|\band\b|\bor\b|(?=(?:ほか|外|他) ?\d+ ?[名人])| (?=\d[.):])"
    rf"|(?<=[)】\]]) ?(?=[{_KANJI}A-Z])|(?<=[{_KANJI}]{{2}})と(?=[{_KANJI}]{{2}})"
    rf"|(?<={_NATIVE}{{4}}) (?={_NATIVE}{{4}})"
)
"""What stands between two people. A space does only where both sides are too long for a surname or a first name."""
_FOUR = re.compile(rf"([{_KANJI}]{{1,3}} {_NATIVE}{{1,3}}) ([{_KANJI}]{{1,3}} {_NATIVE}{{1,3}})")
"""Two surnames, each with a first name."""
_ONE_NATIVE = re.compile(rf"[{_KANJI}][{_KANJI}ぁ-んァ-ヶー]+(?: [{_KANJI}ぁ-んァ-ヶー]+)?")
_SWAPPED = re.compile(r"[A-Z][\w'-]*, ?[A-Z][\w'.-]*")
"""Example, Ann: one person, or two surnames."""
_INSIDE = re.compile(r"(?<=\()[^()]*(?=\))")
_CIRCLED = re.compile("[①-⑳]")
_ORDINAL = re.compile(r"^\s*(?:第?\d\s*(?:順位|位|[.):]))\s*:?\s*")
_PLACE = re.compile(r"[部課係室局班署]$|^\(.*\)$|業者|委託|総務|企画|情報|管理|福祉|防災|窓口")
"""Sections and remarks: no people."""
_SURNAMES = frozenset(
    re.findall(
        r"\S+",
        """服部 阿部 安部 渡部 岡部 磯部 矢部 園部 長谷部 綾部 刑部 日下部 軽部 海部 武部 物部 曽我部 宮部 黒部 川部
        田部 谷部 南部 小室 氷室 山室 大室 三室""",
    )
)
"""Those that end like the name of a section."""
_SHORT = 3
"""Characters of a surname or a first name on a line of its own are fewer."""
SIGNS = "・、,/;|&+"
"""A name with one of these may be two names."""


class Mention(NamedTuple):
    """One person as a cell names them, and the numbers beside the name."""

    name: str
    numbers: str = ""


def is_vacant(text: str) -> bool:
    """Whether a cell says that nobody holds the post."""
    return not text or is_nothing(text) or key(text).strip("()[]【】") in VACANT


def people_in(text: str, posts: bool = False) -> list[str]:
    """The people of a cell; one alone as the cell has it. With `posts` the title of a post stands for its holder."""
    if is_vacant(text):
        return []
    plain = wide(_CIRCLED.sub("\n", text))
    parts = [each for each in _parts(plain, posts) if not is_vacant(each[1])]
    found: list[str] = []
    title = ""
    for sign, part in parts:
        if title and sign != "\n":
            found += [title] if posts else []
            title = ""
        if is_title(part) or _is_place(part) or not re.search(r"[^\W\d_]", part):
            found += [title] if posts and title else []
            title = part if is_title(part) else ""
        else:
            found.append(f"{title} {part}".strip())
            title = ""
    found += [title] if posts and title else []
    titles = [part for sign, part in parts if is_title(part) and sign != "\n"]
    if not found and len(titles) > 1:
        return titles
    if len(found) > 1 or (found and len(parts) == 1):
        return found
    alone = len(parts) - len(titles) == 1 and len(parts) > 1
    return [" ".join(part for _, part in parts) if alone else plain]


def _parts(plain: str, posts: bool) -> list[tuple[str, str]]:
    """The pieces of a cell, each with the sign before it."""
    lines = plain.split("\n")
    if len(lines) == 2 and max(map(len, lines)) < _SHORT and not any(map(is_title, lines)):
        return [("", " ".join(lines))]
    if _SWAPPED.fullmatch(plain):
        return [("", plain)]
    if four := _FOUR.fullmatch(plain):
        return [("", four[1]), (" ", four[2])]
    masked = _INSIDE.sub(lambda found: "_" * len(found[0]), plain)
    pieces, at, sign = list[tuple[str, str]](), 0, ""
    for found in (*_BETWEEN.finditer(masked), None):
        pieces += _dotted(sign, plain[at : found.start() if found else None], posts)
        if found:
            at, sign = found.end(), found[0]
    return [(sign, _ORDINAL.sub("", part).strip()) for sign, part in pieces if part.strip()]


def _dotted(sign: str, part: str, posts: bool) -> list[tuple[str, str]]:
    """甲野・乙山 are two, ジョン・スミス is one, and so is the post 総務・企画課長."""
    dotted = [each.strip() for each in part.split("・")]
    if posts and all(map(is_title, dotted)):
        return [(sign, each) for each in dotted]
    two = len(dotted) > 1 and all(_ONE_NATIVE.fullmatch(each) and not _is_place(each) for each in dotted)
    return [(sign, each) for each in dotted] if two and sum(map(is_title, dotted)) < len(dotted) else [(sign, part)]


def _is_place(part: str) -> bool:
    return _PLACE.search(part) is not None and part not in _SURNAMES


def mentions(text: str, posts: bool = False) -> tuple[list[Mention], str]:
    """The people of a cell with their numbers, and the numbers that stand beside nobody in particular."""
    words, numbers = apart(text)
    names = people_in(words, posts)
    if len(names) < 2:
        return [Mention(words, numbers)], ""
    plain, at, tokens = wide(_CIRCLED.sub("\n", text)), 0, number_spans(wide(_CIRCLED.sub("\n", text)))
    for name in names:
        at = plain.find(name.rsplit(" ", 1)[-1], at)
        tokens.append((at, ""))
    return _beside(names, [number for _, number in sorted(tokens)])


def _beside(names: Sequence[str], tokens: Sequence[str]) -> tuple[list[Mention], str]:
    """Numbers go to the one name before them or, one each, to as many names; where they come first, to those after.

    `tokens` is the order in which they stand: a number, or an empty text for the next name.
    """
    if tokens[0]:
        if tokens[-1]:
            return list(map(Mention, names)), " ".join(filter(None, tokens))
        people, lost = _beside(names[::-1], tokens[::-1])
        return people[::-1], lost
    whose: list[list[str]] = [[] for _ in names]
    stray, end, count = list[str](), 0, 0
    for is_number, group in groupby(tokens, key=bool):
        run = list(group)
        if not is_number:
            end, count = end + len(run), len(run)
        elif count in (1, len(run)):
            for i, number in enumerate(run):
                whose[end - count + min(i, count - 1)].append(number)
        else:
            stray += run
    return [Mention(name, "\n".join(own)) for name, own in zip(names, whose, strict=True)], "\n".join(stray)


def ids_in(text: str) -> list[str]:
    """The staff numbers of a cell; a slash or a space parts them only where both sides are as many digits."""
    if text.isalnum():
        return [text]
    found = [part.strip() for part in re.split(r"[\n、,;・&+]", wide(text)) if part.strip()]
    if len(found) > 1:
        return found if all(re.fullmatch(r"[^\W_][\w.-]*", part) for part in found) else [line(text)]
    digits = re.split("[ /]", line(text))
    return digits if all(map(str.isdigit, digits)) and len(set(map(len, digits))) == 1 else found
