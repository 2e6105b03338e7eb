"""Checks of a self-check: questions that must exist, each asked once, and published figures that fit them."""

from __future__ import annotations

from drill.model.findings import Findings
from drill.model.questionnaire import SelfCheck


def check_questionnaires(found: Findings[SelfCheck]) -> None:
    """Questionnaires name questions of the file, none twice; every question is asked by one of them."""
    found.all_defined(("YR301", "questions", "questionnaires.*.questions.*"))
    asked = set[str]()
    for name, questionnaire in found.value.questionnaires.items():
        for place, question in enumerate(questionnaire.questions):
            if question in questionnaire.questions[:place]:
                found.add("YR302", ("questionnaires", name, "questions", place), name=question)
        asked.update(questionnaire.questions)
    for question in found.value.questions:
        if question not in asked:
            found.add("YR303", ("questions", question), key=True, name=question)


def check_published(found: Findings[SelfCheck]) -> None:
    """Published figures are of questionnaires and questions of the file, with as many questions as were asked."""
    found.all_defined(("YR304", "questionnaires", "published.groups.#"), ("YR305", "questions", "published.focus.#"))
    for path, number in found.at("published.groups.*.questions"):
        questionnaire = found.value.questionnaires.get(str(path[2]))
        if questionnaire and len(questionnaire.questions) != number:
            found.add("YR306", path, has=len(questionnaire.questions), published=number)
