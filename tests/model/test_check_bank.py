"""Question banks: what is shipped is in order, and what makes a bad test is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.analysis.lint import check_files
from drill.model.library import find_bank
from drill.model.load import load_bank
from tests.model.samples import spoiled, written

_QUESTION = """\
  q{n}:
    text: {{ja: 問{n}, en: Question {n}}}
    answers: [{{text: {{ja: 長い答{n}, en: Long answer {n}}}}}, {{text: {{ja: 可{n}, en: Yes {n}}}, right: true}}]
    why: {{ja: 理由, en: Because}}
"""
BANK = """\
schema: drill.bank/1
id: file
title: {ja: 問題集, en: Bank}
questions:
""" + "".join(_QUESTION.format(n=n) for n in range(1, 6))


@pytest.mark.parametrize("name", ["failure", "misuse"])
def test_the_shipped_banks_are_in_order(name: str) -> None:
    assert check_files([find_bank(name)]) == []
    bank = load_bank(find_bank(name)).value
    assert bank
    assert bank.incident == bank.id == name
    assert len(bank.questions) >= 12
    assert all(3 <= len(question.answers) <= 4 and question.source for question in bank.questions.values())


def test_a_bank_in_order_has_no_problem(tmp_path: Path) -> None:
    assert check_files([written(tmp_path, BANK)]) == []


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("YR201", "{ja: 問2, en: Question 2}", "«{ja: 問 １, en: Question 2}"),
        ("YR201", "{ja: 問2, en: Question 2}", "«{ja: 問2, en: question 1}"),
        ("YR202", "questions:\n" + _QUESTION.format(n=1), "«questions:\n"),
        ("YR203", "{text: {ja: 可3, en: Yes 3}, right: true}", "«{text: {ja: 長い答3, en: Yes 3}, right: true}"),
        ("YR204", "{text: {ja: 長い答4, en: Long answer 4}}", "«{text: {ja: 上記のすべて, en: Long answer 4}}"),
        ("YR204", "{text: {ja: 長い答4, en: Long answer 4}}", "«{text: {ja: 長い答4, en: None of these}}"),
        ("MD026", "{text: {ja: 可5, en: Yes 5}, right: true}", "{text: {ja: 可5, en: Yes 5}}"),
        ("MD050", "{ja: 問2, en: Question 2}", "«{ja: 問2}"),
    ],
)
def test_a_spoiled_bank_has_this_problem_at_that_place(tmp_path: Path, code: str, old: str, new: str) -> None:
    text, place = spoiled(BANK, old, new) if "«" in new else (BANK.replace(old, new), None)
    found = check_files([written(tmp_path, text)])
    assert code in [each.code for each in found]
    assert place is None or (code, place) in [(each.code, (each.line, each.column)) for each in found]


def test_right_answers_that_are_nearly_always_the_longest_give_themselves_away(tmp_path: Path) -> None:
    text = BANK
    for n in range(1, 5):
        text = text.replace(f"ja: 可{n},", f"ja: とても長い正しい答{n},")
    found = check_files([written(tmp_path, text)])
    assert [(each.code, each.params["count"], each.params["total"]) for each in found] == [("YR205", 4, 5)]
