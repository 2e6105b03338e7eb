"""The short test on paper, its answers, and the results of a year: as they were looked at, and no row of anybody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.errors import UsageError
from drill.report.blocks import Document
from drill.report.documents.test_paper import answer_sheet, short_test
from drill.report.documents.test_results import short_test_results
from drill.report.writers.markdown import write
from drill.text.catalogue import LANGUAGES, Language
from drill.year.events import TestHandedIn, TestResult
from drill.year.quiz import grade
from tests.report.agreed import assert_agreed
from tests.report.documents.reading import whole
from tests.tui.sitting import shipped_paper
from tests.year.years import a_year

GOLDEN = Path(__file__).parent / "golden"
PAPER = shipped_paper()
BANKS = {bank.id: bank for bank in PAPER.banks}


def results() -> tuple[TestResult, ...]:
    """Ten people without numbers: the first years miss the first two questions, another the third."""
    right = [item.right for item in PAPER.items]
    missed = [(right[0] + 1) % 3, None, *right[2:]]
    third = [*right[:2], None, *right[3:]]
    first = [grade(PAPER, missed, service="first")] * 5
    return (*first, grade(PAPER, third, service="later"), *[grade(PAPER, right, service="later")] * 4)


def documents(folder: Path, language: Language) -> dict[str, Document]:
    handed_in = TestHandedIn("first", "2023-11-10", results(), "north", PAPER.refs)
    year = a_year(folder / f"y-{language}", 2023, handed_in).year
    return {
        "short-test": short_test(PAPER, language),
        "short-test-answers": answer_sheet(PAPER, language),
        "test-results": short_test_results(year, BANKS, language),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_as_it_was_looked_at(tmp_path: Path, language: Language) -> None:
    for name, document in documents(tmp_path, language).items():
        assert_agreed(write(document).decode(), GOLDEN / f"{name}.{language}.md")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_test_gives_no_answer_away_and_the_answer_sheet_gives_them_all(language: Language) -> None:
    asked, answered = whole(short_test(PAPER, language)), whole(answer_sheet(PAPER, language))
    for item in PAPER.items:
        why = item.question.why.get(language)
        assert why not in asked
        assert why in answered
        assert all(answer.text.get(language) in asked for answer in item.answers)
        assert [answer.right for answer in item.answers if answer.text.get(language) in answered].count(True) == 1


def test_results_name_nobody(tmp_path: Path) -> None:
    handed_in = TestHandedIn("first", "2023-11-10", (TestResult(7, 8, "n1", "later", PAPER.refs[:1]),), "", PAPER.refs)
    year = a_year(tmp_path / "y", 2023, handed_in).year
    text = whole(short_test_results(year, BANKS, "en"))
    assert "n1" not in text
    assert PAPER.items[0].question.text.get("en") not in text  # one person's mistakes are nobody's statistics


def test_a_question_of_a_bank_that_is_gone_is_named_by_its_id(tmp_path: Path) -> None:
    handed_in = TestHandedIn("first", "2023-11-10", results(), "", PAPER.refs)
    year = a_year(tmp_path / "y", 2023, handed_in).year
    assert PAPER.refs[0] in whole(short_test_results(year, {}, "en"))


def test_without_any_test_there_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        short_test_results(a_year(tmp_path / "y").year, BANKS, "en")
    assert refused.value.code == "test.results.none"
