"""Era dates at the borders of the eras."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from drill.text.eras import era_date, say_date


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2023, 11, 28), "令和5年11月28日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1873, 1, 1), "明治6年1月1日"),
        (date(1872, 12, 31), "1872年12月31日"),
    ],
)
def test_each_era_begins_on_its_day(day: date, said: str) -> None:
    assert era_date(day) == said


def test_dates_and_times_are_said_in_both_languages() -> None:
    moment = datetime(2023, 11, 28, 9, 5)
    assert say_date(moment, "ja", weekday=True) == "令和5年11月28日(火)"
    assert say_date(moment, "en") == "28 November 2023"
    assert say_date(moment, "en", weekday=True) == "Tuesday, 28 November 2023"
