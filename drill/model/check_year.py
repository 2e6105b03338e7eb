"""Checks of the files of a drill year: programmes, question banks, self-checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drill.model.bank import Bank
from drill.model.check_bank import check_questions
from drill.model.check_program import check_cascades, check_days, check_files_named, check_names
from drill.model.check_questionnaire import check_published, check_questionnaires
from drill.model.check_texts import check_texts
from drill.model.findings import Findings, findings
from drill.model.load import Loaded
from drill.model.problems import Problem
from drill.model.program import Program
from drill.model.questionnaire import SelfCheck

_CHECKS: dict[type, tuple[Callable[[Findings[Any]], None], ...]] = {
    Program: (check_texts, check_names, check_days, check_cascades, check_files_named),
    Bank: (check_texts, check_questions),
    SelfCheck: (check_texts, check_questionnaires, check_published),
}


def check_year_file(loaded: Loaded[Any]) -> list[Problem]:
    """All problems of such a file, those of loading it among them."""
    return [*loaded.problems, *findings(loaded, *_CHECKS.get(type(loaded.partial), ()))]
