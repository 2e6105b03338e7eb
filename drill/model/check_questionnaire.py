"""Checks of a self-check: questions that must exist, each asked once, and published figures that fit them."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.findings import Findings
from drill.model.problems import Path
from drill.model.questionnaire import Published, SelfCheck


def check_questionnaires(found: Findings[SelfCheck]) -> None:
    """Questionnaires name questions of the file, none twice; every question is asked by one of them."""
    questions, asked = found.names("questions"), set[str]()
    for name, questionnaire in found.value.questionnaires.items():
        for place, question in enumerate(questionnaire.questions):
            path: Path = ("questionnaires", name, "questions", place)
            found.known("YR301", path, question, questions)
            if question in questionnaire.questions[:place]:
                found.add("YR302", path, name=question)
        asked.update(questionnaire.questions)
    for question in found.value.questions:
        if question not in asked:
            found.add("YR303", ("questions", question), key=True, name=question)


def check_published(found: Findings[SelfCheck]) -> None:
    """Published figures are of questionnaires and questions of the file, with as many questions as were asked."""
    published = found.value.published
    if published is None:
        return
    for path, code, section in _named(published):
        found.known(code, path, str(path[-1]), found.names(section), key=True)
    for name, group in published.groups.items():
        questionnaire = found.value.questionnaires.get(name)
        if questionnaire and len(questionnaire.questions) != group.questions:
            path = ("published", "groups", name, "questions")
            found.add("YR306", path, has=len(questionnaire.questions), published=group.questions)


def _named(published: Published) -> Iterator[tuple[Path, str, str]]:
    for name in published.groups:
        yield ("published", "groups", name), "YR304", "questionnaires"
    for name in published.focus:
        yield ("published", "focus", name), "YR305", "questions"
