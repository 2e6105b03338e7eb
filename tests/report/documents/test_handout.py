"""The handout gives nothing away: whatever is still to come in the drill leaves no trace in it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.model.scenario import Scenario
from drill.report.documents.handout import handout
from drill.text.catalogue import LANGUAGES, Language
from tests.builders import LAWS, a_chart, a_scenario, contact, random_chart, random_scenario, shipped, shipped_names
from tests.report.documents.reading import whole

SECRET = (
    "level",
    "publish",
    "objectives",
    "phases",
    "items",
    "messages",
    "injects",
    "tasks",
    "counts",
    "clocks",
    "quiz",
)
"""The parts of a scenario that hold what is to come or what is right."""


def _told_otherwise(scenario: Scenario, other: Scenario) -> Scenario:
    """The scenario with all that is secret taken from another."""
    return scenario.model_copy(update={name: getattr(other, name) for name in SECRET})


@LAWS
@given(st.integers(0, 2**32 - 1), st.sampled_from(LANGUAGES))
def test_two_scenarios_that_begin_alike_have_the_same_handout(number: int, language: Language) -> None:
    dice = Random(number)
    chart = random_chart(dice)
    scenario, other = random_scenario(dice, chart), random_scenario(dice, chart)
    post = dice.choice(list(chart.posts))
    for posts in ((), (post,)):
        ours = handout(chart, scenario, language, posts)
        assert ours == handout(chart, _told_otherwise(scenario, other), language, posts)


@LAWS
@given(st.integers(0, 2**32 - 1), st.sampled_from(LANGUAGES))
def test_no_text_of_what_is_to_come_is_in_the_handout(number: int, language: Language) -> None:
    dice = Random(number)
    chart = random_chart(dice)
    scenario = random_scenario(dice, chart)
    text = whole(handout(chart, scenario, language))
    secrets = {
        *(inject.text.get(language) for inject in scenario.injects.values()),
        *(inject.sender.get(language) for inject in scenario.injects.values()),
        *(task.title.get(language) for task in scenario.tasks.values()),
        *(task.why.get(language) for task in scenario.tasks.values()),
        *(option.text.get(language) for task in scenario.tasks.values() for option in task.options.values()),
        *(item.value.get(language) for item in scenario.items.values()),
        *(question.text.get(language) for question in scenario.quiz.values()),
        *(question.why.get(language) for question in scenario.quiz.values()),
    }
    assert {secret for secret in secrets if secret in text} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", shipped_names())
def test_no_answer_of_a_shipped_scenario_is_in_its_handout(name: str, language: Language) -> None:
    chart, scenario = shipped(name)
    text = whole(handout(chart, scenario, language))
    answers = [option for task in scenario.tasks.values() for option in task.options.values()]
    said = {
        *(task.why.get(language) for task in scenario.tasks.values()),
        *(option.text.get(language) for option in answers),
        *(inject.text.get(language).strip() for inject in scenario.injects.values()),
        *(question.why.get(language) for question in scenario.quiz.values()),
    }
    assert {each for each in said if each in text} == set()


def test_a_handout_for_a_post_holds_its_own_contacts_only() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b"), contact("b", "c", deadline_min=7))
    text = whole(handout(chart, a_scenario(), "en", ("a",)))
    assert "1. report" in text
    assert "within 7 min" not in text
    assert "within 7 min" in whole(handout(chart, a_scenario(), "en"))


def test_a_deadline_of_the_scenario_stands_in_place_of_the_charts() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", deadline_min=30))
    scenario = a_scenario(contacts=[{"from": "a", "to": "b", "deadline_min": 12}])
    text = whole(handout(chart, scenario, "en"))
    assert "within 12 min" in text
    assert "within 30 min" not in text
