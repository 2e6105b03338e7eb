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
from drill.sheets.kit.grid import Cell, Grid, letters
from drill.sheets.kit.normal import SUMS, is_note, is_nothing, key, line
from drill.sheets.kit.remarks import Remarks
from drill.sheets.year.staff_cells import number_refused, read_service
from drill.sheets.year.staff_columns import field_of
from drill.text.catalogue import LANGUAGES, catalogue
from drill.year.events import TestResult
from drill.year.quiz import LETTERS, Paper, grade
from drill.year.roster import Member

_CODE = re.compile(r"(?<!\d)(\d{1,20})-(\d{1,2})-[0-9A-F]{4}(?![0-9A-F])")
_QUESTION = re.compile(r"(?:第|問題?|設問|q|question|no\.?)?(\d{1,2})問?")
_RIGHT = re.compile(r"(正答|正解|得点)(者?数|点)?|点数|(number|answers)?right|correct|score|points")
_AVERAGES = SUMS | {"平均", "average", "mean"}
_FIELDS = ("right", "number", "service")
_SEARCHED = 60
"""Rows in which header and code are looked for."""


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


@dataclass(frozen=True)
class _Head:
    """The header's row and the columns below it; question → column."""

    row: int
    questions: Mapping[int, int]
    right: int | None
    number: int | None
    service: int | None

    @property
    def columns(self) -> list[int]:
        columns = (self.number, self.service, self.right, *self.questions.values())
        return [column for column in columns if column is not None]


@dataclass
class _Reader(Remarks):
    paper: Paper
    members: Mapping[str, Member] | None
    results: list[TestResult] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    rows: int = 0
    absent: int = 0


def find_code(grids: Sequence[Grid]) -> tuple[int, int] | None:
    """Seed and number of questions of the paper that the sheets say they belong to."""
    found = next(iter(_codes(grids)), None)
    return (int(found[1]), int(found[2])) if found else None


def read_handed_in(grids: Sequence[Grid], paper: Paper, members: Mapping[str, Member] | None = None) -> HandedIn:
    """The tests of all these sheets; with `members` every number must be one of theirs.

    UsageError where no sheet has a header, where questions are missing, or where the sheet belongs to another paper.
    """
    if (other := next((each[0] for each in _codes(grids) if each[0] != paper.code), None)) is not None:
        raise UsageError("test.other_paper", grids[0].file, found=other, wanted=paper.code)
    reader = _Reader(paper, members)
    heads = [(grid, head) for grid in grids if (head := _find_head(grid))]
    if not heads:
        raise UsageError("test.no_header", " ".join(grid.place for grid in grids))
    for grid, head in heads:
        wanted = set(range(1, len(paper.items) + 1))
        if head.questions and set(head.questions) != wanted:
            strange = sorted(wanted ^ set(head.questions))
            raise UsageError("test.other_questions", grid.place, count=len(wanted), strange=tuple(map(str, strange)))
        _read_grid(reader, grid, head)
    answered = any(head.questions for _, head in heads)
    return HandedIn(tuple(reader.results), reader.rows, reader.absent, answered, tuple(reader.problems))


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
    cells = ((row, column) for row in range(1, _SEARCHED) for column in range(1, 20))
    texts = [str(grid.cells[cell]) for cell in cells for grid in grids if cell in grid.cells]
    return [found for text in texts if (found := _CODE.search(text))]


def _find_head(grid: Grid) -> _Head | None:
    """The first header, in one row or, with the questions below a title of their own, in two."""
    for row in range(1, min(grid.rows, _SEARCHED) + 1):
        questions, fields = _titles(grid, row)
        below = {} if questions or not fields else _titles(grid, row + 1)[0]
        if below and set(below.values()).isdisjoint(fields.values()):  # else they are numbers of the first person
            return _Head(row + 1, below, *map(fields.get, _FIELDS))
        if "right" in fields or (questions and fields):
            return _Head(row, questions, *map(fields.get, _FIELDS))
    return None


def _titles(grid: Grid, row: int) -> tuple[dict[int, int], dict[str, int]]:
    """Columns by question, and by what else they hold."""
    questions: dict[int, int] = {}
    fields: dict[str, int] = {}
    for column in grid.filled.get(row, ()):
        text = key(grid.text((row, column)))
        if found := _QUESTION.fullmatch(text):
            questions.setdefault(int(found[1]), column)
        elif name := "right" if _RIGHT.fullmatch(text) else "number" if text == "番号" else field_of(text):
            fields.setdefault(name, column)
    return questions, fields


def _read_grid(reader: _Reader, grid: Grid, head: _Head) -> None:
    for column in grid.filled.get(head.row, ()):
        text = grid.text((head.row, column))
        if column not in head.columns:
            reader.say("XS091" if field_of(text) == "name" else "XS092", grid, (head.row, column), header=text)
    for row in range(head.row + 1, grid.rows + 1):
        filled = [column for column in head.columns if grid.text((row, column))]
        first = grid.text((row, grid.filled[row][0])) if filled else ""
        if not filled or is_note(first) or key(first) in _AVERAGES:
            continue
        given = [column for column in filled if column in (head.right, *head.questions.values())]
        if not given:
            reader.absent += 1
            continue
        reader.rows += 1
        if result := _read_row(reader, grid, head, row, filled):
            reader.results.append(result)


def _read_row(reader: _Reader, grid: Grid, head: _Head, row: int, filled: Sequence[int]) -> TestResult | None:
    """A result, or None with everything said that is wrong with the row."""
    before = len(reader.problems)
    for column in filled:
        cell, text = (row, column), grid.text((row, column))
        if grid.failed(cell):
            reader.say("XS089", grid, cell, text=text)
        elif column != head.service and grid.shared(cell):
            reader.say("XS101", grid, cell)
    if reader.errors(before):
        return None
    member = _number(reader, grid, (row, head.number)) if head.number else ""
    service = _service(reader, grid, (row, head.service)) if head.service else None
    result = _result(reader, grid, head, row, member, service)
    return None if reader.errors(before) else result


def _number(reader: _Reader, grid: Grid, cell: Cell) -> str:
    text = grid.text(cell)
    number = line(text)
    if not number or is_nothing(text):
        return ""
    if refused := number_refused(text):
        reader.say(refused[0], grid, cell, **refused[1])
    elif key(number) in reader.seen:
        reader.say("XS081", grid, cell, text=number, first=reader.seen[key(number)])
    elif reader.members is not None and number not in reader.members:
        reader.say("XS100", grid, cell, text=number, near=nearest(number, reader.members))
    else:
        reader.seen[key(number)] = f"{letters(cell[1])}{cell[0]}"
    return number


def _service(reader: _Reader, grid: Grid, cell: Cell) -> Service | None:
    services: tuple[Service, ...] = get_args(Service)
    printed = {key(catalogue(each)(f"test.service.{name}")): name for each in LANGUAGES for name in services}
    if found := printed.get(key(grid.text(cell))):
        return found
    readable, service = read_service(grid.value(cell))
    if not readable:
        reader.say("XS087", grid, cell, text=grid.text(cell))
    return service


def _result(
    reader: _Reader, grid: Grid, head: _Head, row: int, member: str, service: Service | None
) -> TestResult | None:
    """Answers are graded; a number of right answers beside them must be theirs."""
    answers = [_answer(reader, grid, (row, head.questions[n]), n) for n in sorted(head.questions)]
    answered = any(grid.text((row, column)) for column in head.questions.values())
    result = grade(reader.paper, answers, member, service) if answered else None
    told = grid.text((row, head.right)) if head.right else ""
    if not told or head.right is None:
        return result
    of = len(reader.paper.items)
    number = re.fullmatch(r"(\d{1,3})[点問]?(?:/(\d{1,3})[点問]?)?", key(told))
    if not number or int(number[1]) > of or number[2] not in (None, str(of)):
        reader.say("XS104", grid, (row, head.right), text=told, of=of)
    elif result is None:
        return TestResult(int(number[1]), of, member, service)
    elif result.right != int(number[1]):
        reader.say("XS105", grid, (row, head.right), text=told, right=result.right)
    return result


def _answer(reader: _Reader, grid: Grid, cell: Cell, question: int) -> int | None:
    text = grid.text(cell)
    try:
        place = read_answer(text)
    except ValueError:
        reader.say("XS102", grid, cell, text=text)
        return None
    if place is not None and place >= len(reader.paper.items[question - 1].answers):
        reader.say("XS103", grid, cell, text=text, question=question)
    return place
