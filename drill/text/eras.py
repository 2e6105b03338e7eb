"""Dates and times as Japanese offices write them, in eras (令和5年11月28日), and as English texts do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drill.text.catalogue import Language

# First day of each era, latest first. Meiji begins here with the Gregorian calendar, in its year 6.
_ERAS = (
    (date(2019, 5, 1), "令和", 2018),
    (date(1989, 1, 8), "平成", 1988),
    (date(1926, 12, 25), "昭和", 1925),
    (date(1912, 7, 30), "大正", 1911),
    (date(1873, 1, 1), "明治", 1867),
)
_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def era_year(day: date) -> str:
    """The year of a date, e.g. 令和5年; the first of an era is 元年."""
    day = date(day.year, day.month, day.day)  # a datetime does not compare with a date
    for first, era, before in _ERAS:
        if day >= first:
            year = day.year - before
            return f"{era}{'元' if year == 1 else year}年"
    return f"{day.year}年"


def era_date(day: date, weekday: bool = False) -> str:
    """令和5年11月28日, or 令和5年11月28日(火)."""
    name = f"({_WEEKDAYS_JA[day.weekday()]})" if weekday else ""
    return f"{era_year(day)}{day.month}月{day.day}日{name}"


def say_date(day: date, language: Language, weekday: bool = False) -> str:
    """The era date in Japanese; `28 November 2023` or `Tuesday, 28 November 2023` in English."""
    if language == "ja":
        return era_date(day, weekday)
    name = f"{_WEEKDAYS_EN[day.weekday()]}, " if weekday else ""
    return f"{name}{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


def say_day(day: date, language: Language) -> str:
    """Month and day where the year is known: `11月28日`; `28 November`."""
    return f"{day.month}月{day.day}日" if language == "ja" else f"{day.day} {_MONTHS_EN[day.month - 1]}"


def say_short(day: date, language: Language) -> str:
    """`11/16(木)`; `Thu 16 Nov`."""
    if language == "ja":
        return f"{day.month}/{day.day}({_WEEKDAYS_JA[day.weekday()]})"
    return f"{_WEEKDAYS_EN[day.weekday()][:3]} {day.day} {_MONTHS_EN[day.month - 1][:3]}"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a parameter of a sentence: said as the sentence's language does."""

    day: date

    def get(self, language: Language, /) -> str:
        """The day in `language`."""
        return say_date(self.day, language)
