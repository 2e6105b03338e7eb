"""When a channel works or a person is at the desk: `mon-fri 08:30-17:15; hol 09:00-12:00` or `always`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOLIDAY = "hol"
_SPAN = re.compile(r"^(?P<days>[a-z,\-]+)\s+(?P<h1>\d{1,2}):(?P<m1>\d\d)-(?P<h2>\d{1,2}):(?P<m2>\d\d)$")


class _Span(NamedTuple):
    days: frozenset[str]
    start: int
    end: int


class Hours(NamedTuple):
    """A week's opening hours. A span whose end is not after its start runs over midnight."""

    spans: tuple[_Span, ...]
    text: str

    def open_at(self, moment: datetime, holidays: Collection[date]) -> bool:
        """Whether `moment` lies in a span; on a holiday only `hol` spans count."""
        minute = moment.hour * 60 + moment.minute
        day = moment.date()
        today = _day(day, holidays)
        yesterday = _day(day - timedelta(days=1), holidays) if day > date.min else _DAYS[day.weekday() - 1]
        for span in self.spans:
            if span.start < span.end:
                if today in span.days and span.start <= minute < span.end:
                    return True
            elif (today in span.days and minute >= span.start) or (yesterday in span.days and minute < span.end):
                return True
        return False


def _day(day: date, holidays: Collection[date]) -> str:
    return _HOLIDAY if day in holidays else _DAYS[day.weekday()]


@lru_cache(maxsize=256)
def parse_hours(text: str) -> Hours:
    """Read the notation above; ValueError says what was expected."""
    if text.strip() == "always":
        return Hours((_Span(frozenset((*_DAYS, _HOLIDAY)), 0, 0),), text)
    return Hours(tuple(_span(part.strip()) for part in text.split(";") if part.strip()), text)


def turns(texts: Iterable[str]) -> list[int]:
    """Minutes of the day at which a day begins, or any of these hours begin or end."""
    spans = [span for text in texts for span in parse_hours(text).spans]
    return sorted({0, *(edge % 1440 for span in spans for edge in (span.start, span.end))})


def _span(text: str) -> _Span:
    found = _SPAN.match(text.lower())
    if not found:
        raise ValueError(f"`{text}` is not like `mon-fri 08:30-17:15`, `sat,sun,hol 09:00-12:00` or `always`")
    start, end = (int(found[h]) * 60 + int(found[m]) for h, m in (("h1", "m1"), ("h2", "m2")))
    if start >= 24 * 60 or end > 24 * 60 or int(found["m1"]) > 59 or int(found["m2"]) > 59:
        raise ValueError(f"`{text}` has an hour that no day has")
    return _Span(frozenset(_days(found["days"], text)), start, end)


def _days(text: str, whole: str) -> list[str]:
    days: list[str] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        if part == _HOLIDAY:
            days.append(part)
        elif first in _DAYS and (not dash or last in _DAYS):
            low, high = _DAYS.index(first), _DAYS.index(last or first)
            days += _DAYS[low : high + 1] if low <= high else (*_DAYS[low:], *_DAYS[: high + 1])
        else:
            raise ValueError(f"`{whole}`: `{part}` is not a day (mon … sun, hol)")
    return days
