"""Checks of the files of a drill year beyond their shape: programmes, question banks, self-checks."""

from __future__ import annotations

from drill.model.bank import Bank
from drill.model.check_bank import check_questions
from drill.model.check_program import check_cascades, check_days, check_files_named, check_names
from drill.model.check_questionnaire import check_published, check_questionnaires
from drill.model.check_texts import check_texts
from drill.model.findings import findings
from drill.model.load import Loaded
from drill.model.problems import Problem
from drill.model.program import Program
from drill.model.questionnaire import SelfCheck


def check_program(program: Loaded[Program]) -> list[Problem]:
    """Problems of a programme."""
    return findings(program, check_texts, check_names, check_days, check_cascades, check_files_named)


def check_bank(bank: Loaded[Bank]) -> list[Problem]:
    """Problems of a question bank."""
    return findings(bank, check_texts, check_questions)


def check_selfcheck(selfcheck: Loaded[SelfCheck]) -> list[Problem]:
    """Problems of the questionnaires of a self-check."""
    return findings(selfcheck, check_texts, check_questionnaires, check_published)
