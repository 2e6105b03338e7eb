"""Telephone numbers and addresses of a cell: several of them, with labels, with lost zeros, with wrong digits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drill.model.basics import ChannelKind
from drill.sheets.normal import wide

_LABELS: tuple[tuple[str, ChannelKind | None], ...] = (
    (r"(?:公用|貸与|業務用|社用|私用|個人)?(?:携帯|スマホ|スマートフォン|phs|mobile|cell)(?:電話)?", "mobile"),
    (r"携", "mobile"),
    (r"自宅(?:電話)?|自(?=\))|home", "home"),
    (r"当番(?:携帯|電話)?|duty", "duty"),
    (r"(?:防災|移動系)?無線|radio", "radio"),
    (r"e-?mail|メール|mail", "mail"),
    (r"内線|内|ext\.?|直通|外線|代表|[直外代](?=\))|desk|office", "desk"),
    (r"tel\.?|電話|phone|☎|℡", None),
)
_LABEL = re.compile(
    "|".join(f"(?P<k{i}>{pattern})" for i, (pattern, _) in enumerate(_LABELS)) + r"|(?P<fax>fax|ファックス|ファクス)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NUMBER = re.compile(r"0\d{1,4} \d{1,4} \d{4}(?!\d)|\+?\d(?:[\d-]|\(\d+\)(?=[\d-]))*|\(\d+\)\s?\d[\d-]*")
_BETWEEN = re.compile(r"[\s、,，／/・;:()|・及び又はまたは番]*")
_MOBILE = re.compile(r"0[789]0\d{8}")
_OUTSIDE = re.compile(r"0[1-9]\d{8}|050\d{8}|0800\d{7}|\+\d{9,14}")


@dataclass(frozen=True)
class Found:
    """One number or address; `guessed` if its form alone says what it is, `restored` if a lost zero was put back."""

    kind: ChannelKind
    address: str
    guessed: bool = False
    restored: bool = False
    wrong: bool = False


def read_numbers(text: str, kind: ChannelKind | None) -> tuple[list[Found], str]:
    """The numbers in a cell whose header says `kind` (None: it does not), and what is none (fax numbers, words)."""
    plain, at = wide(text), 0
    found: list[Found] = []
    rest: list[str] = []
    label: ChannelKind | None = None
    fax, waiting = False, ""
    while at < len(plain):
        if between := _BETWEEN.match(plain, at):
            at = between.end()
        if at >= len(plain):
            break
        if mail := _MAIL.match(plain, at):
            found.append(Found("mail", mail[0], guessed=kind is None and label is None))
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
            label = None if fax else next(k for i, (_, k) in enumerate(_LABELS) if named[f"k{i}"])
            at, waiting = named.end(), named[0]
        else:
            word = re.match(r"[^\s、,／/・;]+", plain[at:])
            rest.append(word[0] if word else plain[at])
            at += len(rest[-1])
    return found, " ".join([*rest, waiting]).strip()


def is_reachable(text: str) -> bool:
    """Whether a cell holds numbers or addresses rather than words."""
    found, rest = read_numbers(text, None)
    return bool(found) and len(rest) < 5


def _tidy(number: str) -> str:
    return re.sub(r"-+", "-", re.sub(r"[() ]+", "-", number)).strip("-")


def _telephone(address: str, kind: ChannelKind | None, guessed: bool) -> Found:
    digits = address.replace("-", "")
    restored = "-" not in address and bool(re.fullmatch(r"[1-9]\d{8}|[5789]0\d{8}", digits))
    if restored:
        address = digits = f"0{digits}"
    mobile = bool(_MOBILE.fullmatch(digits))
    actual: ChannelKind = kind or ("mobile" if mobile else "desk")
    outside = mobile or bool(_OUTSIDE.fullmatch(digits))
    extension = actual in ("desk", "duty", "radio") and 2 <= len(digits) <= 6
    return Found(actual, address, guessed, restored, wrong=not outside and not extension)
