"""Checks of the files of a drill year beyond their shape: programmes, question banks, self-checks."""

from __future__ import annotations

from drill.model.bank import Bank
from drill.model.check_bank import check_questions
from drill.model.check_program import check_cascades, check_days, check_files_named, check_names
from drill.model.check_questionnaire import check_published, check_questionnaires
from drill.model.check_texts import check_texts
from drill.model.findings import Findings
from drill.model.load import Loaded
from drill.model.problems import Problem, in_order
from drill.model.program import Program
from drill.model.questionnaire import SelfCheck


def check_program(program: Loaded[Program]) -> list[Problem]:
    """Problems of a programme."""
    if program.partial is None:
        return []
    found = Findings(program, program.partial)
    check_texts(found)
    check_names(found)
    check_days(found)
    check_cascades(found)
    check_files_named(found)
    return in_order(found.problems)


def check_bank(bank: Loaded[Bank]) -> list[Problem]:
    """Problems of a question bank."""
    if bank.partial is None:
        return []
    found = Findings(bank, bank.partial)
    check_texts(found)
    check_questions(found)
    return in_order(found.problems)


def check_selfcheck(selfcheck: Loaded[SelfCheck]) -> list[Problem]:
    """Problems of the questionnaires of a self-check."""
    if selfcheck.partial is None:
        return []
    found = Findings(selfcheck, selfcheck.partial)
    check_texts(found)
    check_questionnaires(found)
    check_published(found)
    return in_order(found.problems)
