"""What makes a bank a bad test: repeated or too few questions, answers that give themselves away."""

from __future__ import annotations

import re

from drill.model.bank import Bank
from drill.model.basics import Text
from drill.model.findings import Findings
from drill.text.catalogue import LANGUAGES
from drill.text.normal import key

FEWEST = 5
"""Questions below which a draw is hardly one; short tests have 5 to 10."""
_ABOUT_OTHERS = re.compile(
    "すべて正しい|全て正しい|いずれも|どれも|上記|上の(すべて|全て|どれ)|all of (the|these)|none of (the|these)|"
    "(both|neither) of|the above",
    re.IGNORECASE,
)
"""Answers are shown in any order, so none can speak of those above it, and such answers tend to be the right ones."""


def check_questions(found: Findings[Bank]) -> None:
    """Problems of the questions and answers of a bank."""
    questions = found.value.questions
    if len(questions) < FEWEST:
        found.add("YR202", ("questions",), key=True, count=len(questions), fewest=FEWEST)
    seen: dict[str, str] = {}
    for name, question in questions.items():
        if first := _repeats(question.text, name, seen):
            found.add("YR201", ("questions", name, "text"), first=first)
        answers: dict[str, str] = {}
        for place, answer in enumerate(question.answers):
            at = ("questions", name, "answers", place)
            if _repeats(answer.text, name, answers):
                found.add("YR203", at, text=answer.text)
            if any(_ABOUT_OTHERS.search(answer.text.get(language)) for language in LANGUAGES):
                found.add("YR204", at, text=answer.text)
    _longest(found)


def _repeats(text: Text, name: str, seen: dict[str, str]) -> str | None:
    """Who has said the same before, in either language."""
    keys = {f"{language} {key(text.get(language))}" for language in LANGUAGES}
    first = next((seen[each] for each in keys if each in seen), None)
    for each in keys:
        seen.setdefault(each, name)
    return first


def _longest(found: Findings[Bank]) -> None:
    """Whoever takes the longest answer must not pass: three quarters of the questions would be right."""
    questions = found.value.questions.values()
    if len(questions) < FEWEST:
        return
    for language in LANGUAGES:
        longest = sum(
            max(len(answer.text.get(language)) for answer in question.answers if not answer.right)
            < next(len(answer.text.get(language)) for answer in question.answers if answer.right)
            for question in questions
        )
        if longest * 4 >= len(questions) * 3:
            found.add("YR205", ("questions",), key=True, count=longest, total=len(questions))
            return
