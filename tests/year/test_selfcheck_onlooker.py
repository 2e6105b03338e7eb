"""What an onlooker with the roster can work out from a closed self-check, by trying everything that can have been said.

What is known of somebody is what is so in every room of which the same is kept. Every attack is also made on a careless
store, where it must find something.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations_with_replacement, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.errors import UsageError
from drill.model.questionnaire import SELFCHECK_SCHEMA, SelfCheck, Service
from drill.year.rates import of_tally
from drill.year.tally import LEAST, WORDED, Answer, AnswerSheet, Detail, Respondents, closed, count, dump_tally, opened
from tests.builders import LAWS
from tests.year.years import two

Said = tuple[Answer | None, ...]
"""A person's answers in the order of the questions; None for a blank."""
Room = Mapping[Service, Sequence[Said]]
Store = Callable[[Room], Hashable]
"""What is kept of a room."""
BOTH: tuple[Service, ...] = ("first", "later")
ANSWERS: tuple[Answer | None, ...] = ("yes", "no", None)
SAID = st.tuples(*[st.sampled_from(ANSWERS)] * 3)


def a_check(questions: int, *groups: str) -> SelfCheck:
    """Every second question is one to which no is proper."""
    asked = {f"q{n}": {"text": two(f"q{n}"), "proper": "no" if n % 2 else "yes"} for n in range(questions)}
    kinds = {group: {"title": two(group), "questions": list(asked)} for group in groups}
    data = {"schema": SELFCHECK_SCHEMA, "id": "check", "title": two("check"), "questions": asked}
    return SelfCheck.model_validate({**data, "questionnaires": kinds})


def sheet(said: Said, service: Service | None = None, reasons: Mapping[str, str] | None = None) -> AnswerSheet:
    return AnswerSheet({f"q{n}": each for n, each in enumerate(said) if each}, service, reasons or {})


def kept(room: Room, detail: Detail | None = None, cut: bool = True) -> Hashable:
    """The file once everybody has answered and it is closed; carelessly with a detail of one's own, or not cut down."""
    check = a_check(max(len(said) for part in room.values() for said in part), "staff")
    numbers = len(room["first"]), len(room["later"])
    group = Respondents.of("staff", check.title, *numbers, questions=len(check.questions))
    tally = opened(check, [replace(group, detail=detail or group.detail)])
    for each in (sheet(said, service) for service in room for said in room[service]):
        tally = count(tally, check, "staff", each)
    return dump_tally(closed(tally, check) if cut else tally)


def rooms(first: int, later: int, questions: int) -> Iterator[Room]:
    """All there are, but for who is who in a part."""
    one = list(product(ANSWERS, repeat=questions))
    parts = (combinations_with_replacement(one, size) for size in (first, later))
    yield from (dict(zip(BOTH, found, strict=True)) for found in product(*parts))


def given_away(store: Store, possible: Iterator[Room], crowd: Sequence[Service]) -> list[Room]:
    """Rooms of which is known what a part of the crowd said to a question, though the crowd is of two minds."""
    alike = dict[Hashable, list[Room]]()
    for room in possible:
        alike.setdefault(store(room), []).append(room)
    found = []
    for same in alike.values():
        for question in range(len(next(each for part in same[0].values() for each in part))):
            said = [{each[question] for room in same for each in room[part]} for part in crowd]
            known = [each for each in said if len(each) == 1]
            if known and len(set().union(*said)) > 1:
                found.append(same[0])
    return found


@pytest.mark.parametrize(("first", "later"), [(1, 4), (1, 5), (2, 4), (4, 2)])
def test_a_few_in_their_first_year_are_hidden_among_all(first: int, later: int) -> None:
    careless = partial(kept, detail="split", cut=False)
    assert not given_away(kept, rooms(first, later, 1), BOTH)
    assert given_away(careless, rooms(first, later, 1), BOTH)


@pytest.mark.parametrize("part", BOTH)
def test_five_are_told_apart_from_others_and_are_hidden_among_each_other(part: Service) -> None:
    assert kept({"first": [("yes",)] * 5, "later": [("no",)] * 5}) != kept(
        {"first": [("no",)] * 5, "later": [("yes",)] * 5}
    )
    assert not given_away(kept, rooms(5, 5, 1), [part])


@pytest.mark.parametrize(("first", "later"), [(0, 2), (1, 1), (0, 3), (2, 2), (4, 0)])
def test_of_two_to_four_not_one_question_is_known(first: int, later: int) -> None:
    crowd = [service for service, people in zip(BOTH, (first, later), strict=True) if people]
    assert not given_away(kept, rooms(first, later, 2), crowd)


@pytest.mark.parametrize("people", [2, 3, 4])
def test_of_two_to_four_who_are_asked_one_question_it_is_only_known_that_they_answered(people: int) -> None:
    assert len({kept(room) for room in rooms(0, people, 1)}) == 1
    assert len({kept(room, detail="whole") for room in rooms(0, people, 1)}) == 1  # closed, with so few answers
    assert len({kept(room, detail="sum", cut=False) for room in rooms(0, people, 1)}) > 1


def alike(store: Store, others: Sequence[Said]) -> list[list[Said]]:
    """What the last person may have said, in lots that not even who knows what all others said can tell apart."""
    found = dict[Hashable, list[Said]]()
    for said in product(ANSWERS, repeat=3):
        found.setdefault(store({"first": [], "later": [*others, said]}), []).append(said)
    return list(found.values())


def right_or_wrong(said: Said) -> set[bool | None]:
    return {None if each is None else (each == "yes") != bool(n % 2) for n, each in enumerate(said)}


@LAWS
@given(st.lists(SAID, min_size=1, max_size=3))
def test_all_others_of_two_to_four_together_know_one_answer_only_if_all_were_right_or_wrong_or_blank(
    others: list[Said],
) -> None:
    for same in alike(kept, others):
        if any(len({said[question] for said in same}) == 1 for question in range(3)):
            assert all(len(right_or_wrong(said)) == 1 for said in same)
    assert all(len(same) == 1 for same in alike(partial(kept, detail="whole", cut=False), others))


def test_of_one_alone_nothing_is_known() -> None:
    assert len(alike(kept, [])) == 1


def swapped(room: Room) -> Iterator[Room]:
    """The rooms in which two of a part have traded their answers to one question."""
    for part, question in product(BOTH, range(3)):
        for place, (one, other) in enumerate(pairwise(room[part])):
            trade = [(*a[:question], b[question], *a[question + 1 :]) for a, b in ((one, other), (other, one))]
            yield {**room, part: [*room[part][:place], *trade, *room[part][place + 2 :]]}


@LAWS
@given(st.lists(SAID, max_size=7), st.lists(SAID, min_size=1, max_size=7))
def test_what_two_answers_were_given_by_one_person_is_not_even_known_before_it_is_closed(
    first: list[Said], later: list[Said]
) -> None:
    room: Room = {"first": first, "later": later}
    for each in swapped(room):
        assert kept(each, cut=False) == kept(room, cut=False)


def test_sheets_in_a_row_are_known_by_trading() -> None:
    room: Room = {"first": [], "later": [("yes", "no", None), ("no", "yes", None)]}
    assert any(sorted(map(repr, each["later"])) != sorted(map(repr, room["later"])) for each in swapped(room))


NUMBERS = st.tuples(*[st.integers(0, 7)] * 4)
"""People in their first year, others, and how many of each have answered (at most all)."""


@LAWS
@given(st.lists(NUMBERS, min_size=1, max_size=3))
def test_taking_what_is_shown_off_from_all_leaves_nobody(numbers: list[tuple[int, int, int, int]]) -> None:
    names = [f"g{n}" for n in range(len(numbers))]
    check = a_check(2, *names)
    groups = [
        Respondents.of(name, check.title, *each[:2], questions=2) for name, each in zip(names, numbers, strict=True)
    ]
    tally = opened(check, groups)
    for name, (first, later, some, more) in zip(names, numbers, strict=True):
        for service, number in zip(BOTH, (min(first, some), min(later, more)), strict=True):
            for n in range(number):
                tally = count(tally, check, name, sheet(("yes" if n % 2 else "no", "no"), service, {"q0": "so"}))
    tally = closed(tally, check)
    yes = of_tally(check, tally, 2023).yes
    for (group, question), rates in yes.items():
        assert all(rate.counts and rate.counts[1] >= LEAST for rate in rates.values())
        if not group:
            for part, rate in rates.items():
                shown = [each.counts or (0, 0) for name in names if (each := yes[name, question].get(part))]
                assert rate.counts == tuple(map(sum, zip(*shown, strict=True)))
    heard = [each.sheets for each in tally.groups.values() if each.detail in WORDED]
    assert len(tally.reasons.get("q0", ())) == sum(heard)


@LAWS
@given(st.text(max_size=20), st.text("0123456789０１２３４５６７８９", min_size=4, max_size=12), st.text(max_size=20))
def test_a_reason_with_somebodys_number_or_mail_is_refused(before: str, number: str, after: str) -> None:
    check = a_check(1, "staff")
    tally = opened(check, [Respondents.of("staff", check.title, 0, 9, questions=1)])
    for reason in (f"{before}{number}{after}", f"{before}a@{after}", f"{before}a＠{after}"):
        with pytest.raises(UsageError) as error:
            count(tally, check, "staff", sheet(("no",), None, {"q0": reason}))
        assert error.value.code == "selfcheck.tells_who"
