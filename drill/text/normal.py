"""Words as people type them, made comparable: width, spaces, hyphens; ditto marks and words for nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HYPHENS = re.compile(r"[‐‑‒–—―−ｰ─━－]|(?<=\d)ー(?=\d)")
_NO_KANJI = re.compile(r"[^\uf900-\ufaff]+")
"""Everything but compatibility ideographs, which NFKC would replace in names."""
_SPACES = re.compile(r"\s+")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e007f]"
)
"""Characters that nobody sees: they join, part, hyphenate, turn the direction or only fill. They count for nothing."""
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Choose among the forms of one kanji."""
_NOTE = re.compile(r"^(?:[※*]|\(?注\d*[):： 　]?|備考|note)", re.IGNORECASE)
_NUMBER_SIGNS = str.maketrans("一二三四五六七八九", "123456789")

DITTO = frozenset({"〃", "同上", "″", "〟", '"', "''", "々", "同", "ditto", "do."})
NOTHING = frozenset(
    {"-", "--", "---", "ー", "なし", "無", "無し", "該当なし", "n/a", "na", "none", "×", "✕", "x", "nil"}
)
VACANT = frozenset({"欠員", "空席", "不在", "未定", "vacant", "調整中", "選任中", "人選中", "tbd"})
SUMS = frozenset({"合計", "計", "小計", "総計", "total", "平均", "average", "mean"})
YES = frozenset({"○", "◯", "〇", "◎", "有", "あり", "✓", "✔", "レ", "yes", "true", "可", "対象"})
NO = NOTHING | {"no", "false", "否", "不可", "対象外"}
CHAIN = "→⇒➡➔⟶"
_ARROWS = f"{CHAIN}←⇐↓⇓▼↑⇑|│┃ \n"


@lru_cache(1 << 14)  # a list of 100,000 people repeats few words
def wide(text: str) -> str:
    """Half-width letters and digits, full-width kana, one kind of hyphen, single spaces; line breaks stay."""
    if text.isascii() and text.isalnum():
        return text
    plain = _NO_KANJI.sub(lambda found: unicodedata.normalize("NFKC", found[0]), INVISIBLE.sub("", text))
    lines = _HYPHENS.sub("-", plain).splitlines()
    return "\n".join(line for line in (_SPACES.sub(" ", each).strip() for each in lines) if line)


def line(text: str) -> str:
    """The same on one line."""
    return wide(text).replace("\n", " ")


def tidy(text: str) -> str:
    """A name as it is written, with single spaces and no line breaks."""
    return _SPACES.sub(" ", INVISIBLE.sub("", text)).strip()


@lru_cache(1 << 14)
def key(text: str) -> str:
    """For comparing names: width, case and every space are without meaning."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", _VARIANTS.sub("", wide(text)))).casefold()


def is_ditto(text: str) -> bool:
    """Whether a cell only repeats the one above."""
    return text.strip() in DITTO or key(text) in DITTO


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing."""
    return key(text) in NOTHING


def is_note(text: str) -> bool:
    """Whether a text is a remark below a table: ※…, (注)…."""
    return _NOTE.match(line(text)) is not None


def number_in(text: str) -> int | None:
    """The first number of a text, also written 一 or ①; None without one."""
    found = re.search(r"\d+", wide(text).translate(_NUMBER_SIGNS))
    return int(found[0]) if found and len(found[0]) < 7 else None


def is_arrow(text: str) -> bool:
    """Whether a cell holds an arrow and nothing else."""
    return bool(text) and not text.strip(_ARROWS)


def has_chain(text: str) -> bool:
    """Whether a text may be a chain such as `A → B`."""
    return any(arrow in text for arrow in CHAIN)
