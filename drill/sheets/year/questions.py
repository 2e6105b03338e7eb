"""Columns of answers: the questions of a paper by their numbers, beside whatever else a room's sheet has."""

from __future__ import annotations

import re

from drill.sheets.kit.normal import key
from drill.sheets.kit.rows import Header
from drill.sheets.year.staff_columns import field_of

_NUMBER = re.compile(r"(?:第|問題?|設問|質問|q|question|no\.?)?(\d{1,3})問?")
_FIELD = "question "


def answer_field(header: str) -> str | None:
    """What a column is for: `question 3`, or a field of staff lists."""
    found = _NUMBER.fullmatch(key(header))
    return f"{_FIELD}{int(found[1])}" if found else field_of(header)


def questions_of(header: Header) -> dict[int, int]:
    """The column of each question."""
    found = {int(name.removeprefix(_FIELD)): at[0] for name, at in header.columns.items() if name.startswith(_FIELD)}
    return dict(sorted(found.items()))


def answer_fields(header: Header) -> set[str]:
    """The fields of the questions."""
    return {f"{_FIELD}{number}" for number in questions_of(header)}
