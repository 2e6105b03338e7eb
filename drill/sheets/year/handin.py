"""A room's short tests from a sheet: a row a person, with the answers or only how many were right. Graded by its paper.

A row with anything that cannot be read is refused, and it is said of each of its cells why. Names are not taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from drill.errors import UsageError
from drill.model.problems import Problem
from drill.sheets.kit.grid import Grid, as_text
from drill.sheets.kit.rows import SEARCHED, Header, SheetRow
from drill.sheets.year.staff_cells import read_service
from drill.sheets.year.staff_columns import People, answer_field, answer_fields, questions_of
from drill.text.normal import is_nothing, key
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
    reader, results = _Reader(paper, known=members), list[TestResult]()
    heads = reader.heads(
        grids,
        _field,
        lambda each: each.has("right") or 0 < len(questions_of(each)) < len(each.columns),
        "test.no_header",
    )
    for header in heads:
        wanted, found = set(range(1, len(paper.items) + 1)), set(questions_of(header))
        if found and found != wanted:
            strange = tuple(map(str, sorted(wanted ^ found)))
            raise UsageError("test.other_questions", header.grid.place, count=len(wanted), strange=strange)
        results += _results(reader, header)
    answered = any(map(questions_of, heads))
    return HandedIn(tuple(results), reader.count, reader.absent, answered, tuple(reader.problems))


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


def _results(reader: _Reader, header: Header) -> Iterator[TestResult]:
    answers = answer_fields(header)
    used = _FIELDS | answers
    reader.unused(header, used)
    for row in reader.rows(header):
        if not row.cells(*used):
            continue
        if not row.cells("right", *answers):
            reader.absent += 1
            continue
        reader.count += 1
        if result := reader.take(row, used, used - {"service"}, partial(_result, reader)):
            yield result


def _result(reader: _Reader, row: SheetRow) -> TestResult | None:
    """Answers are graded; a number of right answers beside them must be theirs."""
    member, service = reader.number(row), None
    if place := row.header.first("service"):
        service = reader.read(row, place, read_service, "XS087")
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
    place = reader.read(row, column, lambda value: read_answer(as_text(value)), "XS102")
    if place is not None and place >= len(reader.paper.items[question - 1].answers):
        reader.refuse("XS103", row, column, text=row.text(column), question=question)
    return place
