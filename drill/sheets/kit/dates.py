"""Days as offices write them: 令和5年12月1日, R5.12.1, 令5.12.1, 2023/12/1, and Excel's own numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from drill.sheets.kit.grid import Value
from drill.text.normal import wide

_BEFORE = {
    **dict.fromkeys(("令和", "令", "r"), 2018),
    **dict.fromkeys(("平成", "平", "h"), 1988),
    **dict.fromkeys(("昭和", "昭", "s"), 1925),
}
"""Era → the year before its first."""
_SEPARATED = r"(?P<year>\d{1,4}|元)\s*[年./・-]\s*(?P<month>\d{1,2})\s*[月./・-]\s*(?P<day>\d{1,2})\s*日?"
_DAY = re.compile(rf"(?:(?P<era>令和|平成|昭和|[令平昭rhs])\s*\.?\s*)?{_SEPARATED}", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<month>{'|'.join(_MONTHS)})[a-z]*[. ,-]+(?P<year>\d{{4}})"
    rf"|(?P<month2>{'|'.join(_MONTHS)})[a-z]*\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_WEEKDAY = r"\s*(?:\((?:[月火水木金土日祝・]+|mon|tue|wed|thu|fri|sat|sun)\.?\))?"
_AFTER = re.compile(rf"{_WEEKDAY}(?:\s*(?:確認済?み?|更新|現在|付け?|から|より|着任|就任))?", re.IGNORECASE)
_SPAN = re.compile(r"\s*(?:~|から|〜|to|-(?=\s|[rhs令平昭]))\s*", re.IGNORECASE)
_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""1954 to 2119: outside of it a number is no day of a contact chart."""


def read_day(value: Value | None) -> date | None:
    """The day a cell gives; None if it gives none, or none that exists. A whole number is Excel's count of days."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = wide(str(value)) if value is not None else ""
    if re.fullmatch(r"\d{5}(\.0+)?", text) and int(float(text)) in _SERIALS:
        return _EPOCH + timedelta(days=int(float(text)))
    if english := _ENGLISH.fullmatch(text):
        day, month, year = (english[name] or english[f"{name}2"] for name in ("day", "month", "year"))
        return _day(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))
    found = _DAY.match(text) or _COMPACT.match(text)
    if not found or not _AFTER.fullmatch(text[found.end() :].removesuffix("00:00:00").strip()):
        return None
    return _made(found)


def find_day(text: str) -> tuple[date, str] | None:
    """A day inside a line of text, and the line without it."""
    plain = wide(text)
    for pattern in (_DAY, _ENGLISH):
        for found in pattern.finditer(plain):
            if day := read_day(found[0]):
                return day, plain[: found.start()] + plain[found.end() :]
    return None


def read_span(value: Value | None) -> tuple[date, date] | None:
    """First and last day of a leave; one day alone is both. The end may leave out the year, or year and month."""
    if day := read_day(value):
        return day, day
    parts = _SPAN.split(wide(str(value or "")))
    if len(parts) != 2 or not (first := read_day(parts[0])):
        return None
    last = read_day(parts[1])
    if not last and (short := re.fullmatch(r"(?:(\d{1,2})[月/.])?(\d{1,2})日?", parts[1])):
        last = _day(first.year, int(short[1] or first.month), int(short[2]))
    return (first, last) if last and first <= last else None


def _made(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    year = 1 if parts["year"] == "元" else int(parts["year"])
    if era := parts.get("era"):
        year += _BEFORE[era.lower()]
    elif year < 1900:
        return None
    return _day(year, int(parts["month"]), int(parts["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
