"""Who works where in a drill year: numbers or pseudonyms, never names, and when somebody is on leave.

A roster is kept in the year's folder as CSV, one member a line: number, section, duties, service, leave.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from drill.errors import UsageError
from drill.model.questionnaire import Service

HEADER = ("number", "section", "duties", "service", "leave")
_BETWEEN = ";"
"""Between duties, and between leaves; the reader of sheets leaves none inside them."""


@dataclass(frozen=True, slots=True)
class StaffLeave:
    """Leave from `first` to `last`, both included; an end that is not known is None."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        return f"{self.first or ''}/{self.last or ''}"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One person of the roster; `section` is an id of the programme."""

    number: str
    section: str
    duties: tuple[str, ...] = ()
    service: Service | None = None
    leave: tuple[StaffLeave, ...] = ()

    def away(self, first: date, last: date | None = None) -> bool:
        """Whether leave, or one leave after the other, takes up the day, or all the days to `last`."""
        day, last = first, last or first
        for leave in sorted(self.leave, key=lambda each: each.first or date.min):
            if (leave.first is None or leave.first <= day) and (leave.last is None or day <= leave.last):
                if leave.last is None or last <= leave.last:
                    return True
                day = leave.last + timedelta(days=1)
        return False


@dataclass(frozen=True)
class Roster:
    """The members by number, as of a day."""

    as_of: date
    members: Mapping[str, StaffMember]

    @classmethod
    def of(cls, as_of: date, members: Iterable[StaffMember]) -> Roster:
        """A roster of these members; numbers must be unique (ValueError, a defect of the caller)."""
        found: dict[str, StaffMember] = {}
        for each in members:
            if each.number in found:
                raise ValueError(each.number)
            found[each.number] = each
        return cls(as_of, found)


def dump_roster(roster: Roster) -> bytes:
    """The roster as CSV, members by number."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for _, each in sorted(roster.members.items()):
        leave = _BETWEEN.join(map(str, each.leave))
        writer.writerow((each.number, each.section, _BETWEEN.join(each.duties), each.service or "", leave))
    return out.getvalue().encode()


def parse_roster(data: bytes, as_of: date, file: str) -> Roster:
    """What `dump_roster` wrote; UsageError if somebody has changed it into something else."""
    try:
        rows = list(csv.reader(StringIO(data.decode(), newline="")))
        if not rows or tuple(rows[0]) != HEADER:
            raise ValueError(HEADER)
        return Roster.of(as_of, (_member(row) for row in rows[1:]))
    except (ValueError, csv.Error) as problem:
        raise UsageError("year.roster_changed", file) from problem


def _member(row: list[str]) -> StaffMember:
    number, section, duties, service, leave = row
    if service not in ("first", "later", ""):
        raise ValueError(service)
    found: Service | None = "first" if service == "first" else "later" if service else None
    return StaffMember(number, section, tuple(_parts(duties)), found, tuple(map(_leave, _parts(leave))))


def _parts(text: str) -> Iterator[str]:
    return (part for part in text.split(_BETWEEN) if part)


def _leave(text: str) -> StaffLeave:
    first, last = text.split("/")
    return StaffLeave(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
