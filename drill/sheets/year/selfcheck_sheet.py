"""A room's answers to a self-check from a sheet: a row an answer sheet without name or number, a column a question.

A row with anything that cannot be read is refused, and it is said of each of its cells why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from drill.model.problems import Problem
from drill.model.questionnaire import SelfCheck, Service
from drill.sheets.kit.grid import Grid, Value, as_text
from drill.sheets.kit.rows import Rows, SheetRow
from drill.sheets.year.staff_cells import read_service
from drill.sheets.year.staff_columns import answer_field, answer_fields, questions_of
from drill.text.normal import key, wide
from drill.year.tally import Answer, AnswerSheet, Respondents, reason_refused

_YES = frozenset({"はい", "yes", "y", "○", "〇", "◯", "1", "true", "✓", "✔", "レ", "有", "ok"})
_NO = frozenset({"いいえ", "no", "n", "×", "✕", "x", "0", "false", "無", "ng"})
_BLANK = frozenset({"", "-", "無回答", "未回答", "未記入", "該当なし", "n/a"})
_REASON = re.compile(r"(回答)?理由.*|reasons?.*")
_REASON_LINE = re.compile(r"(?:第|問|設問|q)?(\d{1,3})問?\s*[:：.．、,)）]\s*(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Answers:
    """The good rows, how many rows there were, and what is wrong with the others."""

    sheets: tuple[AnswerSheet, ...]
    rows: int
    problems: tuple[Problem, ...]


@dataclass
class _Reader(Rows):
    asked: Sequence[str]
    group: Respondents


def read_answers(grids: Sequence[Grid], check: SelfCheck, group: Respondents) -> Answers:
    """The answer sheets of a group; UsageError where no sheet has a header with all of its questions."""
    reader = _Reader(check.questionnaires[group.name].questions, group)
    wanted = list(range(1, len(reader.asked) + 1))
    rows, sheets = 0, []
    for header in reader.heads(
        grids, _field, lambda header: list(questions_of(header)) == wanted, "selfcheck.no_header", count=len(wanted)
    ):
        answers = answer_fields(header)
        used = answers | {"service", "reasons"}
        reader.unused(header, used)
        for row in reader.rows(header):
            if not row.cells(*answers):
                continue
            rows += 1
            if sheet := reader.take(row, used, {*answers, "reasons"}, partial(_sheet, reader)):
                sheets.append(sheet)
    return Answers(tuple(sheets), rows, tuple(reader.problems))


def _field(header: str) -> str | None:
    return "reasons" if _REASON.fullmatch(key(header)) else answer_field(header)


def _sheet(reader: _Reader, row: SheetRow) -> AnswerSheet:
    """The row as an answer sheet; of no use where something was said of it."""
    answers: dict[str, Answer] = {}
    for number, column in questions_of(row.header).items():
        if answer := reader.read(row, column, _read_answer, "XS110"):
            answers[reader.asked[number - 1]] = answer
    service: Service | None = None
    if reader.group.asks_service and (place := row.header.first("service")):
        service = reader.read(row, place, _read_service, "XS111")
    elif reader.group.asks_service:
        reader.refuse("XS111", row, 1, text="")
    return AnswerSheet(answers, service, _reasons(reader, row))


def _read_answer(value: Value | None) -> Answer | None:
    plain = key(as_text(value))
    if plain in _BLANK:
        return None
    if plain not in _YES | _NO:
        raise ValueError(value)
    return "yes" if plain in _YES else "no"


def _read_service(value: Value | None) -> Service:
    if not (found := read_service(value)):
        raise ValueError(value)
    return found


def _reasons(reader: _Reader, row: SheetRow) -> dict[str, str]:
    """Lines such as `3: …`; without a number a reason belongs nowhere."""
    found: dict[str, str] = {}
    column = row.header.first("reasons")
    if column is None or not reader.group.takes_reasons:
        return found
    for text in wide(row.text(column)).splitlines():
        said = _REASON_LINE.fullmatch(text.strip())
        if not said or not 1 <= int(said[1]) <= len(reader.asked):
            reader.refuse("XS112", row, column, text=text)
        elif code := reason_refused(said[2]):
            worse = "XS113" if code == "selfcheck.tells_who" else "XS114"
            reader.refuse(worse, row, column)
        else:
            found[reader.asked[int(said[1]) - 1]] = said[2]
    return found
