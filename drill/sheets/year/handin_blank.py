"""The empty sheet in which a room's short tests are handed in: a row a person, those of the roster written in."""

from __future__ import annotations

from collections.abc import Sequence

from drill.sheets.kit.printing import printed, workbook
from drill.text.catalogue import Catalogue
from drill.text.choices import SERVICE
from drill.year.quiz import LETTERS, TestPaper
from drill.year.roster import StaffMember

ROWS = 30
"""Rows of a sheet without a roster (assumption: a room)."""


def blank_sheet(paper: TestPaper, title: str, members: Sequence[StaffMember], say: Catalogue) -> bytes:
    """An Excel workbook: number, years of service, the answer to each question, or only how many were right."""
    count = len(paper.items)
    most = max(len(item.answers) for item in paper.items)
    answers = say("test.sheet.answers", first=LETTERS[say.language][0], last=LETTERS[say.language][most - 1])
    header = [
        (say("test.sheet.number"), ""),
        (say("test.sheet.service"), ""),
        *(("" if n > 1 else answers, say("test.sheet.question", number=n)) for n in range(1, count + 1)),
        (say("test.sheet.right"), ""),
    ]
    people = [(each.number, _service(each, say)) for each in members] or [("", "")] * ROWS
    rows = ((*person, *[""] * (count + 1)) for person in people)
    above = f"{say('mark.drill')} {title}", say("test.code", code=paper.code)
    return workbook([printed(say("test.sheet.name"), above, header, rows)])


def _service(member: StaffMember, say: Catalogue) -> str:
    return say(SERVICE[member.service]) if member.service else ""
