"""A seed gives one paper; a paper repeats nothing, takes from all banks alike, and is graded whatever its order."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.errors import UsageError
from drill.model.bank import Bank
from drill.year.quiz import AskedQuestion, TestPaper, draw_test, grade
from tests.builders import LAWS
from tests.year.papers import a_bank, a_paper, papers


def _taken(paper: TestPaper, ref: str, text: str) -> int:
    item = next(each for each in paper.items if each.ref == ref)
    return next(place for place, answer in enumerate(item.answers) if answer.text.ja == text)


@LAWS
@given(papers())
def test_a_paper_never_repeats_a_question_and_shows_every_answer_once(paper: TestPaper) -> None:
    assert len(set(paper.refs)) == len(paper.items)
    for item in paper.items:
        assert sorted(answer.text.ja or "" for answer in item.answers) == sorted(
            answer.text.ja or "" for answer in item.question.answers
        )


@LAWS
@given(papers())
def test_the_banks_give_as_many_questions_each_as_the_number_allows(paper: TestPaper) -> None:
    given_by = Counter(ref.split("/")[0] for ref in paper.refs)
    shares = [given_by[bank.id] for bank in paper.banks]
    assert sum(shares) == len(paper.items)
    assert shares == sorted(shares, reverse=True)
    assert shares[0] - shares[-1] <= 1


@LAWS
@given(papers())
def test_the_same_seed_gives_the_same_paper_whatever_the_order_in_the_file(paper: TestPaper) -> None:
    turned = [
        Bank.model_validate({**dict(bank), "questions": dict(reversed(bank.questions.items()))}) for bank in paper.banks
    ]
    again = draw_test(turned, len(paper.items), paper.seed)
    assert again.items == paper.items
    assert again.code == paper.code


def test_seeds_give_other_questions_in_another_order_with_answers_in_other_places() -> None:
    drawn = [a_paper(6, seed) for seed in range(40)]
    assert len({frozenset(paper.refs) for paper in drawn}) > 30
    assert len({paper.code for paper in drawn}) == 40
    assert {item.right for paper in drawn for item in paper.items} == {0, 1, 2, 3}


def test_every_question_and_every_place_of_the_right_answer_comes_up_about_equally_often() -> None:
    drawn = [a_paper(6, seed) for seed in range(2000)]
    asked = Counter(ref for paper in drawn for ref in paper.refs)
    places = Counter(item.right for paper in drawn for item in paper.items)
    assert len(asked) == 24
    assert all(400 < count < 600 for count in asked.values()), asked  # 500 expected, σ 19
    assert all(2700 < count < 3300 for count in places.values()), places  # 3,000 expected, σ 47


@LAWS
@given(papers(), st.randoms(use_true_random=False))
def test_grading_does_not_depend_on_the_order_of_questions_and_answers(paper: TestPaper, dice: random.Random) -> None:
    wanted = {item.ref: dice.choice(item.answers).text.ja or "" for item in paper.items}
    items = [
        AskedQuestion(item.ref, item.question, tuple(dice.sample(item.answers, len(item.answers))))
        for item in paper.items
    ]
    dice.shuffle(items)
    shuffled = TestPaper(paper.seed, tuple(items), paper.banks)
    first, second = (
        grade(each, [_taken(each, ref, wanted[ref]) for ref in each.refs], "M1", "first") for each in (paper, shuffled)
    )
    assert (first.right, first.of, set(first.wrong)) == (second.right, second.of, set(second.wrong))
    assert first.right + len(first.wrong) == first.of == len(paper.items)


@LAWS
@given(papers())
def test_all_right_answers_are_all_right_and_no_answers_are_none(paper: TestPaper) -> None:
    assert grade(paper, [item.right for item in paper.items]).wrong == ()
    assert grade(paper, [None] * len(paper.items)).right == 0


def test_a_bank_that_is_too_small_or_named_twice_is_refused() -> None:
    with pytest.raises(UsageError) as small:
        draw_test([a_bank("a", 4), a_bank("b", 3)], 8, 1)
    assert (small.value.code, small.value.params) == ("test.bank_too_small", {"name": "b", "has": 3, "needed": 4})
    with pytest.raises(UsageError, match=r"test\.bank_twice"):
        draw_test([a_bank("a"), a_bank("a")], 4, 1)
