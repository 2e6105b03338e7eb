"""The texts of the short test's screens: head, question, answers, overview, and every answer explained."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from drill.report.documents.test_paper import answer_text
from drill.text.catalogue import Catalogue
from drill.text.width import fit
from drill.tui.answering.filling import Sitting
from drill.tui.answering.listed import HAND_IN
from drill.tui.kit.lines import Painted, bar, ends, hang, paint, styled
from drill.tui.kit.pick import Pickable
from drill.year.events import TestResult
from drill.year.quiz import TestPaper

_ROOM = 62
"""Cells for a question in the overview."""


def test_title(paper: TestPaper, say: Catalogue) -> str:
    """What the test is on."""
    return say("exam.title", banks=tuple(bank.title for bank in paper.banks))


def top_line(sitting: Sitting, say: Catalogue, width: int) -> Content:
    """Mark and title, how far one has got, and how many questions have an answer."""
    count = len(sitting.taken)
    answered = count - len(sitting.missing)
    progress = say("exam.progress", number=sitting.at + 1, count=count)
    done = say("exam.answered", answered=answered, count=count)
    first = ends(f"{say('mark.drill')} {test_title(sitting.paper, say)}", progress, width)
    return Content("\n").join([Content.styled(first, "bold"), Content(ends(done, bar(answered / count), width))])


def choices(sitting: Sitting, say: Catalogue) -> list[Pickable[int]]:
    """Its answers; `(*)` stands before the one taken."""
    taken = sitting.taken[sitting.at]
    return [
        Pickable(place, f"{'(*)' if place == taken else '( )'} {answer.text.get(say.language)}")
        for place, answer in enumerate(sitting.item.answers)
    ]


def overview(sitting: Sitting, say: Catalogue) -> list[Pickable[int]]:
    """Every question with a mark where it has an answer, and below them handing in."""
    found = [
        Pickable(number, f"{'.' if place is None else 'o'} {fit(text.get(say.language), _ROOM)}")
        for number, (text, place) in enumerate(zip(sitting.texts, sitting.taken, strict=True))
    ]
    missing = len(sitting.missing)
    return [*found, Pickable(HAND_IN, say("exam.hand_in_missing", count=missing) if missing else say("exam.hand_in"))]


def explained(sitting: Sitting, result: TestResult, kept: str, say: Catalogue, width: int) -> Content:
    """How many were right, what became of the result, and each question with its answer and the reason."""
    perfect = result.right == result.of
    score = say("exam.all_right" if perfect else "exam.score", right=result.right, of=result.of)
    lines: list[Painted] = styled("bold $text-success" if perfect else "bold", score, width)
    lines += styled("$foreground-muted", kept, width)
    for number in range(len(sitting.taken)):
        lines += ["", *_explained(sitting.go(number), say, width)]
    return paint(lines)


def _explained(sitting: Sitting, say: Catalogue, width: int) -> Iterator[Painted]:
    item, taken = sitting.item, sitting.taken[sitting.at]
    right = taken == item.right
    start = f"{'o' if right else 'x'} {say('test.paper.question', number=sitting.at + 1)}  "
    style = "bold $text-success" if right else "bold $text-warning"
    yield from styled(style, item.question.text.get(say.language), width, start)
    if not right:
        yours = say("exam.no_answer") if taken is None else answer_text(item, taken, say)
        yield from hang(yours, width, f"  {say('exam.yours')} ")
    yield from hang(answer_text(item, item.right, say), width, f"  {say('exam.right')} ")
    yield from styled("$foreground-muted", item.question.why.get(say.language), width, "  ")
