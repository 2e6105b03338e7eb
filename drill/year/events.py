"""What happened in a drill year. Events are past tense and final; a mistake is withdrawn, never overwritten.

Days are ISO dates. Members are the roster's numbers or pseudonyms, never names. Answers to a self-check are no events:
their order would tell whose they are.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from drill.model.questionnaire import Service

YEAR_SCHEMA = "drill.year/1"


class YearEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", omit_defaults=True):
    """Base of all events; in the log the class name is the tag."""


class YearOpened(YearEvent, frozen=True, tag=True):
    """The first line. `before` is the folder of last year, relative to this one."""

    schema: str
    program: str
    before: str = ""


class RosterTaken(YearEvent, frozen=True, tag=True):
    """A roster counts from now on; `file` lies in the year's folder."""

    as_of: str
    file: str
    sha256: str
    members: int


class SessionHeld(YearEvent, frozen=True, tag=True):
    """A class was held; `section` is empty where the whole group came together, `teacher` where an outsider taught."""

    activity: str
    on: str
    attended: tuple[str, ...]
    section: str = ""
    teacher: str = ""


class TestResult(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person's short test; `member` is empty where a sheet was handed in without numbers."""

    right: int
    of: int
    member: str = ""
    service: Service | None = None
    wrong: tuple[str, ...] = ()


class TestHandedIn(YearEvent, frozen=True, tag=True):
    """Short tests of one or several people; questions are `bank/question`."""

    activity: str
    on: str
    results: tuple[TestResult, ...]
    section: str = ""
    questions: tuple[str, ...] = ()


class DrillHeld(YearEvent, frozen=True, tag=True):
    """A drill or table exercise was held; `transcript` lies in the year's folder, `head` is its last hash.

    `figures` are numerator and denominator of each dimension of its score.
    """

    activity: str
    on: str
    transcript: str = ""
    head: str = ""
    attended: tuple[str, ...] = ()
    figures: dict[str, tuple[int, int]] = {}


class SelfCheckClosed(YearEvent, frozen=True, tag=True):
    """No answers are taken any more; `file` in the year's folder holds the tallies."""

    selfcheck: str
    on: str
    file: str
    sha256: str


class PutToBoard(YearEvent, frozen=True, tag=True):
    """A paper was put to the board: how it is to be done, or what came of it."""

    paper: str
    what: Literal["method", "result"]
    on: str


class Withdrawn(YearEvent, frozen=True, tag=True):
    """Entry number `entry` (counted from 0) does not hold."""

    entry: int
    reason: str


AnyYearEvent = (
    YearOpened | RosterTaken | SessionHeld | TestHandedIn | DrillHeld | SelfCheckClosed | PutToBoard | Withdrawn
)
