"""Telephone numbers and addresses of a cell: several of them, with labels, with lost zeros, with wrong digits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drill.model.basics import ChannelKind
from drill.text.normal import wide

_LABELS: tuple[tuple[str, ChannelKind | None], ...] = (
    (r"(?:公用|貸与|業務用|社用|私用|個人)?(?:携帯|スマホ|スマートフォン|phs|mobile|cell)(?:電話)?", "mobile"),
    (r"携", "mobile"),
    (r"自宅(?:電話)?|自(?=\))|home", "home"),
    (r"当番(?:携帯|電話)?|duty(?: ?phone)?", "duty"),
    (r"(?:防災|移動系)?無線|radio", "radio"),
    (r"e-?mail|(?:電子)?メール|mail", "mail"),
    (r"内線(?:電話)?|内|ext\.?|x(?=\d)|直通|外線|固定電話|代表|[直外代](?=\))|desk(?: ?phone)?|office", "desk"),
    (r"tel\.?|電話|phone|☎|℡", None),
)
_LABEL = re.compile(
    "|".join(f"(?P<k{i}>{pattern})" for i, (pattern, _) in enumerate(_LABELS)) + r"|(?P<fax>fax|ファックス|ファクス)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NUMBER = re.compile(
    r"0\d{1,4}(?P<between>[ .・])\d{1,4}(?P=between)\d{4}(?!\d)|\+\d{1,3}(?:[ -]?\(0\))?(?:[ -]?\d{1,4}){2,4}(?!\d)"
    r"|\+?\d(?:[\d-]|\(\d+\)(?=[\d-]))*|\(\d+\)\s?\d[\d-]*"
)
_REMARK = re.compile(
    r"\((?:[^()\d]+|[^()]*(?:\d:\d\d|\d[時日月名階]|[ぁ-ん])[^()]*)\)"
    r"|\d{1,2}(?::\d\d|時)[\d:時分半]*(?:\s*[~-]\s*(?:翌日?)?\d{1,2}(?::\d\d|時)[\d:時分半]*)?|\d+(?:時間|[名人階])"
)
"""Words in parentheses, hours of the day and counts: nothing to dial."""
_BETWEEN = re.compile(r"[\s、,，／/・;:()|及び又はまたは番]")
_MOBILE = re.compile(r"(?:0|\+81)[789]0\d{8}")
_OUTSIDE = re.compile(r"0[1-9]\d{8}|050\d{8}|0800\d{7}|\+\d{9,14}")

_WITHIN = re.compile(
    rf"\(?(?:{_MAIL.pattern}|(?:(?:{'|'.join(pattern for pattern, _ in _LABELS)})[): ]*)(?:{_NUMBER.pattern})"
    r"|(?<![\d-])0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}|(?<!\d)0\d{9,10}(?!\d)|^\d{3,6}$)\)?",
    re.IGNORECASE | re.MULTILINE,
)
"""A number or an address within a cell of words; short numbers only behind a label or on a line of their own."""


@dataclass(frozen=True)
class FoundNumber:
    """One number or address; `guessed` if its form alone says what it is, `restored` if a lost zero was put back."""

    kind: ChannelKind
    address: str
    guessed: bool = False
    restored: bool = False
    wrong: bool = False


def read_numbers(text: str, kind: ChannelKind | None) -> tuple[list[FoundNumber], str]:
    """The numbers in a cell whose header says `kind` (None: it does not), and what is none (fax numbers, words)."""
    plain, at = wide(text), 0
    found: list[FoundNumber] = []
    rest: list[str] = []
    label: ChannelKind | None = None
    fax, waiting = False, ""
    while at < len(plain):
        remark = _REMARK.match(plain, at)
        named = _LABEL.match(plain, at + 1) if remark else None
        named = named if named and remark and named.end() == remark.end() - 1 else None
        if remark and not named:
            rest.append(remark[0])
            at = remark.end()
        elif remark and named and found and plain[at - 1].isdigit() and not plain[remark.end() :][:1].isdigit():
            before, at = found.pop(), remark.end()  # 2345(内線): the label of the number before it
            if named["fax"]:
                rest.append(f"FAX {before.address}")
            else:
                found.append(_telephone(before.address, _kind(named) or kind, guessed=not _kind(named) and not kind))
        elif _BETWEEN.match(plain, at):
            at += 1
        elif mail := _MAIL.match(plain, at):
            found.append(FoundNumber("mail", mail[0], guessed=kind is None and label is None))
            label, at, waiting = None, mail.end(), ""
        elif number := _NUMBER.match(plain, at):
            address = _tidy(number[0])
            if fax:
                rest.append(f"FAX {address}")
            else:
                found.append(_telephone(address, label or kind, guessed=label is None and kind is None))
            label, fax, at, waiting = None, False, number.end(), ""
        elif named := _LABEL.match(plain, at):
            fax = named["fax"] is not None
            label = None if fax else _kind(named)
            at, waiting = named.end(), named[0]
        else:
            word = re.match(r"[^\s、,／/・;]+", plain[at:])
            rest.append(word[0] if word else plain[at])
            at += len(rest[-1])
    return found, " ".join([*rest, waiting]).strip()


def apart(text: str) -> tuple[str, str]:
    """A cell that may hold a name and numbers: the words, and the numbers with their labels."""
    numbers: list[str] = []

    def take(found: re.Match[str]) -> str:
        numbers.append(found[0])
        return "\n"

    words = _WITHIN.sub(take, wide(text))
    return words.strip("\n ,、/・"), "\n".join(numbers)


def number_spans(plain: str) -> list[tuple[int, str]]:
    """Where the numbers of a cell of words stand."""
    return [(found.start(), found[0]) for found in _WITHIN.finditer(plain)]


def _kind(named: re.Match[str]) -> ChannelKind | None:
    return next((kind for i, (_, kind) in enumerate(_LABELS) if named[f"k{i}"]), None)


def channel_called(word: str) -> ChannelKind | None:
    """The kind of channel that a label names; a telephone of no kind stands on a desk."""
    if re.fullmatch("チャット|chat", word, re.IGNORECASE):
        return "chat"
    named = _LABEL.fullmatch(word)
    return (_kind(named) or "desk") if named and not named["fax"] else None


def is_reachable(text: str) -> bool:
    """Whether a cell holds numbers or addresses rather than words."""
    found, rest = read_numbers(text, None)
    return bool(found) and len(rest) < 5


def _tidy(number: str) -> str:
    return re.sub(r"-+", "-", re.sub(r"[() .・]+", "-", re.sub(r"^(\+.*)\(0\)", r"\1", number))).strip("-")


def _telephone(address: str, kind: ChannelKind | None, guessed: bool) -> FoundNumber:
    digits = address.replace("-", "")
    restored = bool(re.fullmatch(r"[1-9]\d{8}|[5789]0-?\d{4}-?\d{4}", address))
    if restored:
        address, digits = f"0{address}", f"0{digits}"
    mobile = bool(_MOBILE.fullmatch(digits))
    actual: ChannelKind = kind or ("mobile" if mobile else "desk")
    outside = mobile or bool(_OUTSIDE.fullmatch(digits))
    extension = actual in ("desk", "duty", "radio") and 2 <= len(digits) <= 6
    return FoundNumber(actual, address, guessed, restored, wrong=not outside and not extension)
