"""A room's answers to a self-check from a sheet: a row an answer sheet without name or number, a column a question.

A row with anything that cannot be read is refused, and it is said of each of its cells why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drill.errors import UsageError
from drill.model.problems import Problem
from drill.model.questionnaire import SelfCheck, Service
from drill.sheets.kit.grid import Cell, Grid
from drill.sheets.kit.normal import SUMS, is_note, key, line, wide
from drill.sheets.kit.printing import FIRST_HEAD, Sheet, workbook
from drill.sheets.kit.remarks import Remarks
from drill.sheets.year.staff_cells import read_service
from drill.text.catalogue import Catalogue
from drill.year.tally import Answer, AnswerSheet, Group, reason_refused

_YES = frozenset({"はい", "yes", "y", "○", "〇", "◯", "1", "true", "✓", "✔", "レ", "有", "ok"})
_NO = frozenset({"いいえ", "no", "n", "×", "✕", "x", "0", "false", "無", "ng"})
_BLANK = frozenset({"", "-", "無回答", "未回答", "未記入", "該当なし", "n/a"})
_QUESTION = re.compile(r"(?:第|問題?|設問|質問|q|question|no\.?)?(\d{1,3})問?")
_SERVICE = re.compile(r"従事年数|年数|勤務年数|yearsofservice|service")
_REASON = re.compile(r"(回答)?理由.*|reasons?.*")
_REASON_LINE = re.compile(r"(?:第|問|設問|q)?(\d{1,3})問?\s*[:：.．、,)）]\s*(.+)", re.IGNORECASE)
_SEARCHED = 60
"""Rows in which the header is looked for."""
BLANK_ROWS = 30
"""Rows of an empty sheet; assumption: a room."""


@dataclass(frozen=True)
class Answers:
    """The good rows, how many rows there were, and what is wrong with the others."""

    sheets: tuple[AnswerSheet, ...]
    rows: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Head:
    row: int
    questions: Mapping[int, int]
    service: int | None
    reasons: int | None


@dataclass
class _Reader(Remarks):
    asked: Sequence[str]
    group: Group


def read_answers(grids: Sequence[Grid], check: SelfCheck, group: Group) -> Answers:
    """The answer sheets of a group; UsageError where no sheet has a header with all of its questions."""
    reader = _Reader(check.questionnaires[group.name].questions, group)
    heads = [(grid, head) for grid in grids if (head := _find_head(grid, len(reader.asked)))]
    if not heads:
        raise UsageError("selfcheck.no_header", " ".join(grid.place for grid in grids), count=len(reader.asked))
    rows, sheets = 0, []
    for grid, head in heads:
        for row in _rows(grid, head):
            rows += 1
            before = len(reader.problems)
            sheet = _sheet(reader, grid, head, row)
            if len(reader.problems) == before:
                sheets.append(sheet)
    return Answers(tuple(sheets), rows, tuple(reader.problems))


def blank_answers(check: SelfCheck, group: Group, title: str, say: Catalogue) -> bytes:
    """An Excel workbook to hand out: a row a person, the questions in full on a sheet of their own."""
    asked = check.questionnaires[group.name].questions
    before = [say("selfcheck.sheet.service")] if group.asks_service else []
    after = [say("selfcheck.sheet.reasons")] if group.takes_reasons else []
    numbers = [str(number) for number in range(1, len(asked) + 1)]
    head = (*before, say("selfcheck.sheet.answers"), *[""] * (len(asked) - 1), *after)
    below = (*[""] * len(before), *numbers, *[""] * len(after))
    blank = [""] * (len(head) - 1)
    rows = ((title, *blank), (say("selfcheck.sheet.how"), *blank), head, below, *((("",) * len(head),) * BLANK_ROWS))
    first, last = len(before) + 1, len(head)
    both = [
        (FIRST_HEAD, column, FIRST_HEAD + 1, column)
        for column in (*range(1, first), *range(last, last - len(after), -1))
    ]
    over = [(1, 1, 1, last), (2, 1, 2, last), (FIRST_HEAD, first, FIRST_HEAD, first + len(asked) - 1)]
    merge = tuple(area for area in (*over, *both) if area[:2] != area[2:])
    texts = [check.questions[name].text.get(say.language) for name in asked]
    listed = tuple((number, text) for number, text in zip(numbers, texts, strict=True))
    questions = (
        (title, ""),
        ("", ""),
        (say("selfcheck.sheet.number"), say("selfcheck.sheet.question")),
        ("", ""),
        *listed,
    )
    return workbook(
        [Sheet(say("selfcheck.sheet.name"), rows, merge), Sheet(say("selfcheck.sheet.list"), questions, ())]
    )


def _find_head(grid: Grid, count: int) -> _Head | None:
    """The first row in which the questions stand by number; of merged cells above it their texts count."""
    for row in range(1, min(grid.rows, _SEARCHED) + 1):
        questions, service, reasons = dict[int, int](), None, None
        for column in grid.filled.get(row, ()):
            text = key(grid.text((row, column)))
            if found := _QUESTION.fullmatch(text):
                questions.setdefault(int(found[1]), column)
            elif _SERVICE.fullmatch(text):
                service = column
            elif _REASON.fullmatch(text):
                reasons = column
        if set(questions) == set(range(1, count + 1)) and len(grid.filled[row]) >= min(count, 2):
            return _Head(row, questions, service, reasons)
    return None


def _rows(grid: Grid, head: _Head) -> list[int]:
    found = []
    for row in range(head.row + 1, grid.rows + 1):
        given = [column for column in head.questions.values() if grid.text((row, column))]
        first = grid.text((row, grid.filled[row][0])) if row in grid.filled else ""
        if given and not is_note(first) and key(first) not in SUMS:
            found.append(row)
    return found


def _sheet(reader: _Reader, grid: Grid, head: _Head, row: int) -> AnswerSheet:
    """The row as an answer sheet; of no use where something was said of it."""
    answers: dict[str, Answer] = {}
    for number, column in head.questions.items():
        if answer := _answer(reader, grid, (row, column)):
            answers[reader.asked[number - 1]] = answer
    return AnswerSheet(answers, _service(reader, grid, head, row), _reasons(reader, grid, head, row))


def _answer(reader: _Reader, grid: Grid, cell: Cell) -> Answer | None:
    text = grid.text(cell)
    plain = key(text)
    if grid.failed(cell):
        reader.say("XS089", grid, cell, text=text)
    elif grid.shared(cell):
        reader.say("XS101", grid, cell)
    elif plain in _YES:
        return "yes"
    elif plain in _NO:
        return "no"
    elif plain not in _BLANK:
        reader.say("XS110", grid, cell, text=line(text))
    return None


def _service(reader: _Reader, grid: Grid, head: _Head, row: int) -> Service | None:
    if not reader.group.asks_service:
        return None
    text = grid.text((row, head.service)) if head.service else ""
    found = read_service(text)[1] if text else None
    if found is None:
        reader.say("XS111", grid, (row, head.service or 1), text=line(text))
    return found


def _reasons(reader: _Reader, grid: Grid, head: _Head, row: int) -> dict[str, str]:
    """Lines such as `3: …`; without a number a reason belongs nowhere."""
    found: dict[str, str] = {}
    if head.reasons is None or not reader.group.takes_reasons:
        return found
    cell = (row, head.reasons)
    for text in wide(grid.text(cell)).splitlines():
        said = _REASON_LINE.fullmatch(text.strip())
        if not said or not 1 <= int(said[1]) <= len(reader.asked):
            reader.say("XS112", grid, cell, text=text)
        elif code := reason_refused(said[2]):
            reader.say("XS113" if code == "selfcheck.tells_who" else "XS114", grid, cell)
        else:
            found[reader.asked[int(said[1]) - 1]] = said[2]
    return found
