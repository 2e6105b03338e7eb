"""The empty sheets in which a room hands in its short tests and its answers to a self-check: a row a person."""

from __future__ import annotations

from collections.abc import Sequence

from drill.model.questionnaire import SelfCheck
from drill.sheets.kit.printing import Sheet, printed, workbook
from drill.text.catalogue import Catalogue
from drill.text.choices import SERVICE
from drill.year.quiz import LETTERS, TestPaper
from drill.year.roster import StaffMember
from drill.year.tally import Respondents

_ROWS = 30
"""Rows of a sheet without a roster (assumption: a room)."""


def blank_test(paper: TestPaper, title: str, members: Sequence[StaffMember], say: Catalogue) -> bytes:
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
    known = [(each.number, say(SERVICE[each.service]) if each.service else "") for each in members]
    rows = ((*person, *[""] * (count + 1)) for person in known or [("", "")] * _ROWS)
    above = f"{say('mark.drill')} {title}", say("test.code", code=paper.code)
    return workbook([printed(say("test.sheet.name"), above, header, rows)])


def blank_answers(check: SelfCheck, group: Respondents, title: str, say: Catalogue) -> bytes:
    """An Excel workbook to hand out: a row a person, the questions in full on a sheet of their own."""
    asked = check.questionnaires[group.name].questions
    numbers = [str(number) for number in range(1, len(asked) + 1)]
    header = [(say("test.sheet.service"), "")] if group.asks_service else []
    header += [(say("selfpaper.question") if number == "1" else "", number) for number in numbers]
    header += [(say("selfcheck.sheet.reasons"), "")] if group.takes_reasons else []
    rows = [("",) * len(header)] * _ROWS
    answers = printed(say("selfcheck.sheet.name"), (title, say("selfcheck.sheet.how")), header, rows)
    texts = [check.questions[name].text.get(say.language) for name in asked]
    listed = tuple((number, text) for number, text in zip(numbers, texts, strict=True))
    questions = ((title, ""), ("", ""), (say("lessons.id"), say("selfpaper.question")), ("", ""), *listed)
    return workbook([answers, Sheet(say("selfcheck.sheet.list"), questions)])
