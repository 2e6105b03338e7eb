"""Days and hours as planners type them, and the hours that are worth a look."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from unicodedata import normalize

_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})(?::(\d\d)|時(?:(\d{1,2})分?)?)")


def read_time(text: str, today: date) -> tuple[datetime | None, date | None] | None:
    """(moment, None), or (None, day) where no time is given; a time alone is of `today`. None: not understood.

    2023-11-28 20:00, 11/28 20時, 20:00, 2023-11-28; full-width digits too.
    """
    rest = normalize("NFKC", text).strip().replace("T", " ")
    day = today
    found = _DAY.match(rest)
    try:
        if found:
            day = date(int(found[1] or today.year), int(found[2]), int(found[3]))
            rest = rest[found.end() :].strip()
            if not rest:
                return None, day
        clock = _TIME.fullmatch(rest)
        return (datetime.combine(day, time(int(clock[1]), int(clock[2] or clock[3] or 0))), None) if clock else None
    except ValueError:  # a day or an hour that does not exist
        return None


def hours_worth_a_look(today: date, holidays: Collection[date]) -> dict[str, datetime]:
    """The next working day by day and by night, the next Saturday, and a holiday of the chart's."""
    days = [today + timedelta(days=i) for i in range(14)]
    working = next((day for day in days if day.weekday() < 5 and day not in holidays), today)
    saturday = next(day for day in days if day.weekday() == 5)
    found = {
        "day": datetime.combine(working, time(10)),
        "night": datetime.combine(working, time(22)),
        "saturday": datetime.combine(saturday, time(10)),
    }
    if holidays:
        following = [day for day in sorted(holidays) if day >= today]
        found["holiday"] = datetime.combine(following[0] if following else max(holidays), time(10))
    return found
