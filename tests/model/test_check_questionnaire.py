"""Questionnaires: what is shipped is in order and reproduces what was published, and mistakes are said with place."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.analysis.lint import check_files
from drill.model.library import find_selfcheck
from drill.model.load import load_selfcheck
from drill.model.questionnaire import Rates, SelfCheck
from tests.model.samples import spoiled, written

CHECK = """\
schema: drill.selfcheck/1
id: file
title: {ja: 自己点検, en: Self-check}
questions:
  log_off: {text: {ja: ログオフしていますか。, en: Do you log off?}}
  seen: {text: {ja: 見かけましたか。, en: Have you seen one?}, proper: "no"}
questionnaires:
  staff: {title: {ja: 職員, en: Staff}, questions: [log_off, seen]}
  chiefs: {title: {ja: 係長, en: Chiefs}, questions: [log_off]}
published:
  source: Document
  groups: {staff: {people: 9, questions: 2, rates: {2022: {all: 90}}}}
  focus: {seen: {2022: {all: 3}}}
"""

Row = tuple[int, int, tuple[int | None, ...], tuple[int | None, ...]]
JUKI: dict[str, Row] = {
    "info": (2, 43, (None, 100, 100), (None, 100, 100)),
    "records": (8, 49, (100, 100, 100), (97, 100, 99)),
    "chiefs": (24, 40, (97, 100, 99), (100, 100, 100)),
    "general": (126, 20, (97, 98, 98), (97, 98, 98)),
    "others": (98, 7, (98, 99, 99), (99, 99, 99)),
}
NWS: dict[str, Row] = {
    "own": (172, 19, (91, 96, 95), (95, 98, 97)),
    "shared": (13, 16, (100, 95, 95), (95, 98, 97)),
}
FOCUS = {
    "none_unattended": ((91, 87, 88), (85, 86, 86)),
    "called_out": ((75, 83, 81), (73, 96, 89)),
    "logged_off": ((100, 100, 100), (100, 100, 100)),
    "chart_place": ((76, 95, 90), (88, 99, 96)),
    "tell_chief": ((100, 100, 100), (100, 100, 100)),
    "tell_information": ((100, 100, 100), (100, 100, 100)),
    "unattended_seen": ((2, 1, 2), (7, 0, 3)),
    "dv_flags": ((91, 96, 95), (83, 96, 93)),
}


def _shipped(name: str) -> SelfCheck:
    check = load_selfcheck(find_selfcheck(name)).value
    assert check
    return check


def _row(rates: Rates) -> tuple[float | None, ...]:
    return rates.first, rates.later, rates.all_


@pytest.mark.parametrize(("name", "rows"), [("juki-net-r5", JUKI), ("nws-r5", NWS)])
def test_the_shipped_questionnaires_are_in_order_and_have_the_published_rows(name: str, rows: dict[str, Row]) -> None:
    assert check_files([find_selfcheck(name)]) == []
    check = _shipped(name)
    assert check.published
    assert {each: len(found.questions) for each, found in check.questionnaires.items()} == {
        each: row[1] for each, row in rows.items()
    }
    assert {
        each: (found.people, found.questions, _row(found.rates[2023]), _row(found.rates[2022]))
        for each, found in check.published.groups.items()
    } == rows


@pytest.mark.parametrize(("name", "people"), [("juki-net-r5", 258), ("nws-r5", 185)])
def test_the_published_rows_are_of_everybody_who_was_asked(name: str, people: int) -> None:
    published = _shipped(name).published
    assert published
    assert sum(group.people for group in published.groups.values()) == people


def test_the_focus_questions_are_those_of_which_shares_were_published() -> None:
    found: dict[str, tuple[tuple[float | None, ...], ...]] = {}
    for name in ("juki-net-r5", "nws-r5"):
        check = _shipped(name)
        assert check.published
        assert {each for each, question in check.questions.items() if question.focus} == set(check.published.focus)
        found |= {each: (_row(shares[2023]), _row(shares[2022])) for each, shares in check.published.focus.items()}
    assert found == FOCUS


def test_the_questions_with_published_numbers_have_their_numbers() -> None:
    own = _shipped("nws-r5").questionnaires["own"].questions
    assert (own[7 - 1], own[15 - 1]) == ("unattended_seen", "dv_flags")


def test_only_those_are_asked_whom_the_published_share_is_of() -> None:
    asked = {
        question: [name for name, each in _shipped("juki-net-r5").questionnaires.items() if question in each.questions]
        for question in ("chart_place", "tell_chief", "tell_information")
    }
    assert asked == {"chart_place": ["general"], "tell_chief": ["general"], "tell_information": ["others"]}


def test_yes_is_improper_where_it_admits_something() -> None:
    improper = {
        name: {each for each, question in _shipped(name).questions.items() if question.proper == "no"}
        for name in ("juki-net-r5", "nws-r5")
    }
    assert improper == {
        "juki-net-r5": {"own_search", "password_lent", "password_noted", "no_memos", "no_media"},
        "nws-r5": {"password_told", "unattended_seen"},
    }


def test_questionnaires_in_order_have_no_problem(tmp_path: Path) -> None:
    assert check_files([written(tmp_path, CHECK)]) == []


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("YR301", "[log_off]", "[log_off, «sen]"),
        ("YR302", "[log_off]", "[log_off, «log_off]"),
        ("YR303", "questionnaires:", "  «more: {text: {ja: 他に。, en: More?}}\nquestionnaires:"),
        ("YR304", "{staff: {people: 9", "{«staf: {people: 9"),
        ("YR305", "focus: {seen", "focus: {«sen"),
        ("YR306", "questions: 2", "questions: «3"),
        ("MD050", "{ja: 見かけましたか。, en: Have you seen one?}", "«{ja: 見かけましたか。}"),
    ],
)
def test_a_spoiled_self_check_has_this_problem_at_that_place(tmp_path: Path, code: str, old: str, new: str) -> None:
    text, place = spoiled(CHECK, old, new)
    found = check_files([written(tmp_path, text)])
    assert [(each.code, (each.line, each.column)) for each in found] == [(code, place)]
