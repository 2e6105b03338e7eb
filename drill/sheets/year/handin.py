"""A room's short tests from a sheet: a row a person, with the answers or only how many were right. Graded by its paper.

A row with anything that cannot be read is refused, and it is said of each of its cells why. Names are not taken over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from drill.errors import UsageError
from drill.model.problems import Problem, nearest
from drill.model.questionnaire import Service
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.normal import is_nothing, key
from drill.sheets.kit.rows import SEARCHED, Header, SheetRow
from drill.sheets.year.questions import answer_field, answer_fields, questions_of
from drill.sheets.year.staff_cells import read_service
from drill.sheets.year.staff_columns import People
from drill.text.catalogue import LANGUAGES, catalogue
from drill.text.choices import SERVICE
from drill.year.events import TestResult
from drill.year.quiz import LETTERS, TestPaper, grade
from drill.year.roster import StaffMember

_CODE = re.compile(r"(?<!\d)(\d{1,20})-(\d{1,2})-[0-9A-F]{4}(?![0-9A-F])")
_RIGHT = re.compile(r"(正答|正解|得点)(者?数|点)?|点数|(number|answers)?right|correct|score|points")
_FIELDS = {"right", "number", "service"}


@dataclass(frozen=True)
class HandedIn:
    """The good rows as results; how many people took the test, how many are listed without having taken it.

    `answered`: whether there are answers, not only how many were right.
    """

    results: tuple[TestResult, ...]
    rows: int
    absent: int
    answered: bool
    problems: tuple[Problem, ...]


@dataclass
class _Reader(People):
    paper: TestPaper
    members: Mapping[str, StaffMember] | None
    results: list[TestResult] = field(default_factory=list)
    count: int = 0
    absent: int = 0


def find_code(grids: Sequence[Grid]) -> tuple[int, int] | None:
    """Seed and number of questions of the paper that the sheets say they belong to."""
    found = next(iter(_codes(grids)), None)
    return (int(found[1]), int(found[2])) if found else None


def read_handed_in(
    grids: Sequence[Grid], paper: TestPaper, members: Mapping[str, StaffMember] | None = None
) -> HandedIn:
    """The tests of all these sheets; with `members` every number must be one of theirs.

    UsageError where no sheet has a header, where questions are missing, or where the sheet belongs to another paper.
    """
    if (other := next((each[0] for each in _codes(grids) if each[0] != paper.code), None)) is not None:
        raise UsageError("test.other_paper", grids[0].file, found=other, wanted=paper.code)
    reader = _Reader(paper, members)
    heads = reader.heads(grids, _field, _enough)
    if not heads:
        raise UsageError("test.no_header", " ".join(grid.place for grid in grids))
    for header in heads:
        wanted, found = set(range(1, len(paper.items) + 1)), set(questions_of(header))
        if found and found != wanted:
            strange = tuple(map(str, sorted(wanted ^ found)))
            raise UsageError("test.other_questions", header.grid.place, count=len(wanted), strange=strange)
        _read_sheet(reader, header)
    answered = any(map(questions_of, heads))
    return HandedIn(tuple(reader.results), reader.count, reader.absent, answered, tuple(reader.problems))


def read_answer(text: str) -> int | None:
    """The place of ア, B, 3, ④ or （エ）; ValueError for anything else, None for no answer."""
    plain = key(text).strip("()[]「」『』.。:")
    if not plain or is_nothing(plain) or plain in ("無回答", "未回答", "未記入"):
        return None
    for names in (*LETTERS.values(), "12345678"):
        if len(plain) == 1 and (place := names.casefold().find(plain)) >= 0:
            return place
    raise ValueError(text)


def _codes(grids: Sequence[Grid]) -> list[re.Match[str]]:
    cells = ((row, column) for row in range(1, SEARCHED) for column in range(1, 20))
    texts = [str(grid.cells[cell]) for cell in cells for grid in grids if cell in grid.cells]
    return [found for text in texts if (found := _CODE.search(text))]


def _field(header: str) -> str | None:
    plain = key(header)
    return "right" if _RIGHT.fullmatch(plain) else "number" if plain == "番号" else answer_field(header)


def _enough(header: Header) -> bool:
    return header.has("right") or 0 < len(questions_of(header)) < len(header.columns)


def _read_sheet(reader: _Reader, header: Header) -> None:
    answers = answer_fields(header)
    reader.unused(header, _FIELDS | answers)
    for row in reader.rows(header):
        if not row.cells(*_FIELDS, *answers):
            continue
        if not row.cells("right", *answers):
            reader.absent += 1
            continue
        reader.count += 1
        if result := _read_row(reader, row, answers):
            reader.results.append(result)


def _read_row(reader: _Reader, row: SheetRow, answers: set[str]) -> TestResult | None:
    """A result, or None with everything said that is wrong with the row."""
    before = len(reader.problems)
    if not reader.check(row, _FIELDS | answers, {"number", "right", *answers}):
        return None
    member = reader.number(row)
    if member and reader.members is not None and member not in reader.members and not reader.errors(before):
        reader.refuse("XS100", row, row.header.columns["number"][0], text=member, near=nearest(member, reader.members))
    result = _result(reader, row, member, _service(reader, row))
    return None if reader.errors(before) else result


def _service(reader: _Reader, row: SheetRow) -> Service | None:
    column = row.header.first("service")
    if not column:
        return None
    services: tuple[Service, ...] = get_args(Service)
    printed = {key(catalogue(each)(SERVICE[name])): name for each in LANGUAGES for name in services}
    if found := printed.get(key(row.text(column))):
        return found
    readable, service = read_service(row.value(column))
    if not readable:
        reader.refuse("XS087", row, column, text=row.text(column))
    return service


def _result(reader: _Reader, row: SheetRow, member: str, service: Service | None) -> TestResult | None:
    """Answers are graded; a number of right answers beside them must be theirs."""
    questions, column = questions_of(row.header), row.header.first("right")
    answers = [_answer(reader, row, at, number) for number, at in questions.items()]
    answered = any(map(row.text, questions.values()))
    result = grade(reader.paper, answers, member, service) if answered else None
    told = row.text(column)
    if not told or column is None:
        return result
    of = len(reader.paper.items)
    number = re.fullmatch(r"(\d{1,3})[点問]?(?:/(\d{1,3})[点問]?)?", key(told))
    if not number or int(number[1]) > of or number[2] not in (None, str(of)):
        reader.refuse("XS104", row, column, text=told, of=of)
    elif result is None:
        return TestResult(int(number[1]), of, member, service)
    elif result.right != int(number[1]):
        reader.refuse("XS105", row, column, text=told, right=result.right)
    return result


def _answer(reader: _Reader, row: SheetRow, column: int, question: int) -> int | None:
    text = row.text(column)
    try:
        place = read_answer(text)
    except ValueError:
        reader.refuse("XS102", row, column, text=text)
        return None
    if place is not None and place >= len(reader.paper.items[question - 1].answers):
        reader.refuse("XS103", row, column, text=text, question=question)
    return place
