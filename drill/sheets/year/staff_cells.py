"""Cells of a staff list: leaves as offices write them, and years of service."""

from __future__ import annotations

import re
from datetime import date, timedelta

from drill.model.questionnaire import Service
from drill.sheets.kit.dates import read_day, read_span
from drill.sheets.kit.grid import Value
from drill.sheets.kit.normal import is_nothing, key, line, wide
from drill.text.clean import clean
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
_LATER = {"later", "second", "2nd", "secondormore", "経験者", "継続", "2+", "second+"}


def number_refused(text: str) -> tuple[str, dict[str, str]] | None:
    """Why a cell cannot be somebody's number: code and parameters of a problem. A 個人番号 is not said again."""
    number = line(text)
    if _MY_NUMBER.fullmatch(number):
        return "XS083", {}
    return None if clean(text) == text and _NUMBER.fullmatch(number) else ("XS082", {"text": clean(text)})


def read_leaves(value: Value | None) -> tuple[StaffLeave, ...] | None:
    """All the leaves of a cell; None if one of them cannot be read. The end of a leave may be open."""
    if not isinstance(value, str) and (day := read_day(value)):
        return (StaffLeave(day, day),)
    text = wide(str(value or ""))
    if not text or is_nothing(text) or key(text) in ("在職", "在籍", "勤務", "0"):
        return ()
    found: list[StaffLeave] = []
    for part in filter(None, (each.strip() for each in _NEXT.split(text))):
        leave = _read_leave(part)
        if leave is None:
            return None
        found.append(leave)
    return tuple(found)


def _read_leave(text: str) -> StaffLeave | None:
    if _ON_LEAVE.fullmatch(text):
        return StaffLeave(None, None)
    plain = _LABEL.sub("", text).strip()
    for found in _OPEN.finditer(plain):
        before, after = plain[: found.start()].strip(), _OPEN.sub("", plain[found.end() :]).strip()
        if not after and (first := read_day(before)):
            return (
                StaffLeave(None, first) if found[0].strip().casefold() in ("まで", "until") else StaffLeave(first, None)
            )
        if not before and (last := read_day(after)):
            starts = found[0].strip().casefold() in ("from", "since")
            return StaffLeave(last, None) if starts else StaffLeave(None, last)
    span = read_span(plain.removesuffix("まで"))
    return StaffLeave(*span) if span else None


def read_end(value: Value | None, back: bool = False) -> tuple[bool, date | None]:
    """The last day of a leave, or with `back` the first day after it; (False, None) if it cannot be read."""
    text = line(str(value if value is not None else ""))
    if not text or is_nothing(text) or key(text) in ("未定", "期限なし", "open", "tbd"):
        return True, None
    day = read_day(value)
    return day is not None, day - timedelta(days=1) if day and back else day


def read_service(value: Value | None) -> tuple[bool, Service | None]:
    """First year, or second and later; (False, None) if it cannot be read. A bare number is `n年目`."""
    text = line(str(int(value) if isinstance(value, float) and value.is_integer() else value or ""))
    plain = key(text)
    if not plain or is_nothing(text):
        return True, None
    if plain in _FIRST:
        return True, "first"
    if plain in _LATER:
        return True, "later"
    found = _YEARS.fullmatch(plain)
    if not found:
        return False, None
    years = int(found["years"])
    if found["unit"] == "年":  # whole years served
        return True, "first" if years < 1 or (years == 1 and found["more"] == "未満") else "later"
    return True, "first" if years <= 1 or (years == 2 and found["more"] == "未満") else "later"


def service_since(hired: date, as_of: date) -> Service:
    """Years of service from the day somebody began: less than one year is the first."""
    return "first" if (as_of.year - hired.year) - ((as_of.month, as_of.day) < (hired.month, hired.day)) < 1 else "later"
