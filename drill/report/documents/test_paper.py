"""The short test on paper: what a room is given, and the answers with their reasons for whoever holds the class."""

from __future__ import annotations

from collections.abc import Iterator

from drill.report.blocks import Block, Document, Field, Form, Heading, Paragraph, Table, aligned, of_a_drill
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.year.quiz import LETTERS, AskedQuestion, TestPaper


def short_test(paper: TestPaper, language: Language) -> Document:
    """The test without its answers; nobody writes a name on it."""
    say = catalogue(language)
    return of_a_drill(say("test.sheet.name"), say, _paper(paper, say))


def answer_sheet(paper: TestPaper, language: Language) -> Document:
    """The right answer to each question, and why."""
    say = catalogue(language)
    return of_a_drill(say("test.paper.answers"), say, _answers(paper, say))


def _about(paper: TestPaper, say: Catalogue) -> Iterator[Block]:
    titles = tuple(bank.title for bank in paper.banks)
    yield Paragraph(say("test.code", code=paper.code), "right")
    yield Paragraph(say("test.paper.about", banks=titles, count=len(paper.items)))


def _paper(paper: TestPaper, say: Catalogue) -> Iterator[Block]:
    yield from _about(paper, say)
    yield Paragraph(say("test.paper.how"), "note")
    service = (say("test.service.first"), say("test.service.later"))
    choice = say("test.paper.choice", first=service[0], later=service[1])
    yield Form((Field(say("test.paper.number")), Field(say("test.sheet.service"), choice)))
    for number, item in enumerate(paper.items, start=1):
        yield Heading(say("test.paper.question", number=number), 3)
        yield Paragraph(item.question.text.get(say.language))
        yield Paragraph("\n".join(answer_text(item, place, say) for place in range(len(item.answers))))
    yield Heading(say("test.paper.yours"))
    numbers = tuple(say("test.sheet.question", number=number) for number in range(1, len(paper.items) + 1))
    for start in range(0, len(numbers), 10):
        header = numbers[start : start + 10]
        yield Table(header, (("",) * len(header),), aligned("center", len(header)), (1,) * len(header))


def _answers(paper: TestPaper, say: Catalogue) -> Iterator[Block]:
    yield from _about(paper, say)
    yield Paragraph(say("test.paper.keep"), "note")
    header = say.each("test.paper.number_short", "test.paper.asked", "test.paper.right", "minutes.why")
    rows = tuple(
        (
            str(number),
            item.question.text.get(say.language),
            answer_text(item, item.right, say),
            item.question.why.get(say.language),
        )
        for number, item in enumerate(paper.items, start=1)
    )
    yield Table(header, rows, ("right", "left", "left", "left"), (2, 14, 9, 18))


def answer_text(item: AskedQuestion, place: int, say: Catalogue) -> str:
    """An answer with its letter."""
    text = item.answers[place].text.get(say.language)
    return say("test.answer", letter=LETTERS[say.language][place], text=text)
