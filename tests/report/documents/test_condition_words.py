"""Every condition has words, in both languages and in both senses; they never show an identifier."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.model.scenario import Cond, Trigger
from drill.report.condition_words import condition_words, trigger_words
from drill.report.naming import Names
from drill.text.catalogue import LANGUAGES, Language, catalogue
from tests.builders import LAWS, Data, a_chart, a_scenario, task

CHART = a_chart(
    {"x_a": {"name": "Alpha", "holder": "ann"}, "x_b": {"name": "Beta", "holder": "ben"}},
    groups={"x_g": {"name": "Group", "members": ["x_a", "x_b"]}},
    duties={"x_duty": {"name": "Meeting", "convener": "x_a", "members": ["x_g"], "quorum": 1}},
)
SCENARIO = a_scenario(
    to="x_a",
    injects={"x_inject": {"to": ["x_a"], "channel": "mail", "sender": "S", "text": "T"}},
    messages={"x_message": {"title": "Notice", "items": ["what"]}},
    tasks={"x_task": task("choice", "x_a", options={"x_yes": {"text": "Yes", "right": True}}) | {"title": "Choose"}},
)
PLAIN: tuple[Data, ...] = (
    {"told": {"post": "x_a", "message": "x_message"}},
    {"told": {"post": "x_g", "message": "x_message"}},
    {"delivered": "x_inject"},
    {"done": "x_task"},
    {"chosen": {"task": "x_task"}},
    {"chosen": {"task": "x_task", "option": "x_yes"}},
    {"level": [2, 3]},
    {"publishing": True},
    {"publishing": False},
    {"quorum": "x_duty"},
    {"totalled": True},
    {"totalled": False},
)


def _names(language: Language) -> Names:
    return Names(CHART, SCENARIO, catalogue(language))


def _random(dice: Random, depth: int = 3) -> Data:
    kind = dice.choice(("plain", "plain", "all", "any", "not") if depth else ("plain",))
    if kind == "plain":
        return dice.choice(PLAIN)
    if kind == "not":
        return {"not": _random(dice, depth - 1)}
    return {kind: [_random(dice, depth - 1) for _ in range(dice.randint(0, 3))]}


def test_every_key_of_a_condition_is_tried_here() -> None:
    joining = {"all_", "any_", "not_"}
    assert {next(iter(each)) for each in PLAIN} == set(Cond.model_fields) - joining


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", PLAIN)
def test_a_condition_and_its_opposite_are_said_differently(data: Data, language: Language) -> None:
    names = _names(language)
    cond, opposite = Cond.model_validate(data), Cond.model_validate({"not": data})
    assert condition_words(cond, names) != condition_words(opposite, names)
    assert condition_words(opposite, names) == condition_words(cond, names, negated=True)


@LAWS
@given(st.integers(0, 2**32 - 1), st.sampled_from(LANGUAGES))
def test_no_condition_shows_an_identifier_or_two_denials(number: int, language: Language) -> None:
    data = _random(Random(number))
    cond, twice = Cond.model_validate(data), Cond.model_validate({"not": {"not": data}})
    text = condition_words(cond, _names(language))
    assert text
    assert "x_" not in text
    assert condition_words(twice, _names(language)) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"not": {"all": [PLAIN[2], PLAIN[7]]}}, "inject 2 has not been delivered or publication is not intended"),
        (
            {"all": [PLAIN[7], {"any": [PLAIN[9], PLAIN[10]]}]},
            "publication is intended and (Meeting has its quorum or the numbers have been totalled)",
        ),
        ({"all": [PLAIN[7]]}, "publication is intended"),
        ({"any": []}, "a condition that can never hold is met"),
        ({"not": {"any": []}}, "a condition that always holds is met"),
        (PLAIN[1], "one of Group has acknowledged “Notice”"),
        (PLAIN[6], "level 2 or level 3 has been judged"),
        (PLAIN[8], "publication is not intended"),
    ],
)
def test_combined_conditions_read_as_they_hold(data: Data, text: str) -> None:
    assert condition_words(Cond.model_validate(data), _names("en")) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({}, "at the start (14:00)"),
        ({"at_min": 20}, "20 min after the start (14:20)"),
        ({"at_min": 0.5}, "0.5 min after the start (14:00:30)"),
        ({"at_min": 600}, "10 h after the start (day 2, 00:00)"),
        ({"when": PLAIN[7]}, "once publication is intended"),
        ({"at_min": 125, "when": PLAIN[7]}, "2 h 5 min after publication is intended"),
        ({"at_min": 5, "unless": PLAIN[7]}, "5 min after the start (14:05), unless by then publication is intended"),
    ],
)
def test_a_moment_is_said_with_its_time_of_day(data: Data, text: str) -> None:
    assert trigger_words(Trigger.model_validate(data), _names("en")) == text
