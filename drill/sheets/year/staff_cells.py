"""Cells of a staff list: leaves as offices write them, and years of service."""

from __future__ import annotations

import re
from datetime import date, timedelta

from drill.model.questionnaire import Service
from drill.sheets.kit.dates import read_day, read_span
from drill.sheets.kit.grid import Value, as_text
from drill.text.clean import clean
from drill.text.normal import is_nothing, key, line, wide
from drill.year.roster import StaffLeave

_NUMBER = re.compile(r"[^\W_][\w .()/\-]{0,39}")
_MY_NUMBER = re.compile(r"\d{12}")
_KIND = (
    r"(?:産前産後休(?:暇|業)|産休・育休|産休|育休|育児休業|病気休(?:暇|職)|介護休(?:暇|業)|部分休業|休職|休業|病休"
    r"|療養|休暇|不在|leave)"
)
_LABEL = re.compile(rf"{_KIND}(?:中|期間|等)*|[:：()]|[\[\]【】]", re.IGNORECASE)
_ON_LEAVE = re.compile(rf"(?:長期)?{_KIND}(?:中|等)*|on leave|○|〇|有|yes", re.IGNORECASE)
_OPEN = re.compile(r"\s*(?:~|〜|から|以降|より|-|from|since|onwards?|until|まで|当分の間|未定|現在)\s*", re.IGNORECASE)
_NEXT = re.compile(r"[\n、;；]|及び|並びに")
_YEARS = re.compile(r"(?P<years>\d{1,2})\s*(?P<unit>年目|年)?\s*(?P<more>以上|以降|超|未満)?")
_FIRST = {"初年度", "新任", "新規", "新人", "新採", "初任", "初任者", "1st", "first", "firstyear", "new"}
_LATER = {"later", "second", "2nd", "secondormore", "経験者", "継続", "2+", "second+", "secondyearormore"}


def number_refused(text: str) -> tuple[str, dict[str, str]] | None:
    """Why a cell cannot be somebody's number: code and parameters of a problem. A 個人番号 is not said again."""
    number = line(text)
    if _MY_NUMBER.fullmatch(number):
        return "XS083", {}
    return None if clean(text) == text and _NUMBER.fullmatch(number) else ("XS082", {"text": clean(text)})


def read_leaves(value: Value | None) -> tuple[StaffLeave, ...]:
    """All the leaves of a cell; ValueError if one of them cannot be read. The end of a leave may be open."""
    if not isinstance(value, str) and (day := read_day(value)):
        return (StaffLeave(day, day),)
    text = wide(str(value or ""))
    if not text or is_nothing(text) or key(text) in ("在職", "在籍", "勤務", "0"):
        return ()
    return tuple(_read_leave(part) for each in _NEXT.split(text) if (part := each.strip()))


def _read_leave(text: str) -> StaffLeave:
    if _ON_LEAVE.fullmatch(text):
        return StaffLeave(None, None)
    plain = _LABEL.sub("", text).strip()
    for found in _OPEN.finditer(plain):
        before, after = plain[: found.start()].strip(), _OPEN.sub("", plain[found.end() :]).strip()
        word = found[0].strip().casefold()
        if not after and (day := read_day(before)):
            return StaffLeave(None, day) if word in ("まで", "until") else StaffLeave(day, None)
        if not before and (day := read_day(after)):
            return StaffLeave(day, None) if word in ("from", "since") else StaffLeave(None, day)
    if span := read_span(plain.removesuffix("まで")):
        return StaffLeave(*span)
    raise ValueError(text)


def read_start(value: Value | None) -> date | None:
    """The first day of a leave; ValueError if it cannot be read."""
    text, day = as_text(value), read_day(value)
    if text and not day and not is_nothing(text):
        raise ValueError(text)
    return day


def read_end(value: Value | None, back: bool = False) -> date | None:
    """The last day of a leave, or with `back` the first day after it; ValueError if it cannot be read."""
    text = line(as_text(value))
    if not text or is_nothing(text) or key(text) in ("未定", "期限なし", "open", "tbd"):
        return None
    if not (day := read_day(value)):
        raise ValueError(text)
    return day - timedelta(days=1) if back else day


def read_service(value: Value | None) -> Service | None:
    """First year, or second and later; ValueError if it cannot be read. A bare number is `n年目`."""
    text = line(as_text(value))
    plain = key(text)
    if not plain or is_nothing(text):
        return None
    if plain in _FIRST:
        return "first"
    if plain in _LATER:
        return "later"
    if not (found := _YEARS.fullmatch(plain)):
        raise ValueError(text)
    years = int(found["years"]) + (found["unit"] == "年")  # whole years served
    return "first" if years <= 1 or (years == 2 and found["more"] == "未満") else "later"


def service_since(hired: date, as_of: date) -> Service:
    """Years of service from the day somebody began: less than one year is the first."""
    return "first" if (as_of.year - hired.year) - ((as_of.month, as_of.day) < (hired.month, hired.day)) < 1 else "later"
