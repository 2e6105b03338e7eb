"""The MSEL sheet has every inject and every expected action, each in its place."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.model.chart import Chart
from drill.model.scenario import Scenario
from drill.report.causes import causes, rests_on
from drill.report.documents.handbook import handbook
from drill.report.documents.msel import msel
from tests.builders import LAWS, Data, a_chart, a_scenario, random_chart, random_scenario, shipped, shipped_names, task
from tests.report.documents.reading import tables, whole

CHART = a_chart({"a": ["ann"]})


def _random(number: int) -> tuple[Chart, Scenario]:
    dice = Random(number)
    chart = random_chart(dice)
    return chart, random_scenario(dice, chart)


def _with(tasks: Data) -> Scenario:
    news = {"to": ["a"], "channel": "mail", "sender": "S", "text": "News"}
    return a_scenario(injects={"news": news}, tasks=tasks)


def _rows_beside(scenario: Scenario) -> int:
    """Rows that are about no task: passing a message on, and injects on which nothing is expected."""
    answered = set(causes(scenario).values())
    return sum(each.gives is not None or name not in answered for name, each in scenario.injects.items())


def _column(scenario: Scenario, name: str) -> list[str]:
    table = tables(msel(CHART, scenario, "en"))[0]
    return [row[table.header.index(name)] for row in table.rows]


@LAWS
@given(st.integers(0, 2**32 - 1))
def test_every_inject_and_every_expected_action_has_its_rows(number: int) -> None:
    chart, scenario = _random(number)
    table = tables(msel(chart, scenario, "en"))[0]
    assert all(len(row) == len(table.header) == len(table.align) == len(table.widths) for row in table.rows)
    numbers = [row[0] for row in table.rows if row[0]]
    assert list(dict.fromkeys(numbers)) == [str(n + 1) for n in range(len(scenario.injects))]
    expected = [row[table.header.index("Expected action")] for row in table.rows]
    for each in scenario.tasks.values():
        title = each.title.get("en")
        wanted = title if each.expected else f"Not to be done: {title}"
        assert [text for text in expected if re.sub(r"^\d+-\d+: ", "", text).split("\n")[0] == wanted]
    assert len(table.rows) == len(scenario.tasks) + _rows_beside(scenario)


@pytest.mark.parametrize("name", shipped_names())
def test_the_actions_of_shipped_scenarios_all_follow_from_an_inject_or_a_time(name: str) -> None:
    _, scenario = shipped(name)
    for each, cause in causes(scenario).items():
        assert cause is not None or scenario.tasks[each].opens.when is None


def test_an_action_stands_with_the_inject_that_leads_to_it() -> None:
    tasks = {
        "one": task("action", "a", opens={"when": {"delivered": "news"}}),
        "two": task("choice", "a", opens={"when": {"done": "one"}}, options={"y": {"text": "Go", "right": True}}),
        "three": task("action", "a", opens={"at_min": 5}),
        "four": task("action", "a", opens={"when": {"told": {"post": "a", "message": "notice"}}}),
        "five": task("action", "a", opens={"when": {"not": {"delivered": "news"}}}),
    }
    assert causes(_with(tasks)) == {"one": "news", "two": "news", "three": None, "four": "alarm", "five": None}


def test_actions_that_wait_for_each_other_end_somewhere() -> None:
    ring = {n: task("action", "a", opens={"when": {"done": other}}) for n, other in (("x", "y"), ("y", "x"))}
    assert causes(_with(ring)) == {"x": None, "y": None}


def test_the_sheet_shows_the_right_answer_and_what_must_not_be_done() -> None:
    tasks = {
        "judge": task("level", "a", right=2, within_min=20, opens={"when": {"delivered": "news"}}),
        "trap": task("action", "a", expected=False, opens={"when": {"delivered": "news"}}),
    }
    expected = _column(_with(tasks), "Expected action")
    assert expected == [
        "1-1: Pass on “The notice” along the contact chart",
        "2-1: level of a\n→ level 2",
        "2-2: Not to be done: action of a",
    ]


def test_a_role_with_several_posts_means_the_first_of_them() -> None:
    posts = {name: {"name": name.upper(), "holder": "ann", "role": "counter"} for name in ("one", "two")}
    scenario = a_scenario(to="counter", tasks={"act": task("action", "counter")})
    table = tables(msel(a_chart(posts), scenario, "en"))[0]
    by_whom = [row[table.header.index("By whom")] for row in table.rows]
    assert by_whom == ["ONE, TWO", "ONE"]


def test_planned_times_are_times_of_day_and_conditions_say_so() -> None:
    injects = {"later": {"to": ["a"], "channel": "mail", "sender": "S", "text": "T", "opens": {"at_min": 31}}}
    injects["if"] = injects["later"] | {"opens": {"when": {"delivered": "later"}}}
    assert _column(a_scenario(injects=injects), "Time") == ["14:00", "14:31", "varies"]


def test_an_action_that_another_inject_can_bring_about_does_not_rest_on_one() -> None:
    either = {"any": [{"delivered": "news"}, {"delivered": "alarm"}]}
    both = {"all": [{"delivered": "news"}, {"publishing": True}]}
    tasks = {"either": task("action", "a", opens={"when": either}), "both": task("action", "a", opens={"when": both})}
    scenario = _with(tasks)
    assert rests_on(scenario, "news") == [("tasks", "both")]
    assert rests_on(scenario, "alarm") == [("messages", "notice")]


def test_the_handbook_says_what_holding_an_inject_means() -> None:
    tasks = {"one": task("action", "a", opens={"when": {"delivered": "news"}})}
    text = whole(handbook(CHART, _with(tasks), "en"))
    assert "“action of a” is not asked for." in text
    assert "Nobody learns of “The notice”: no other inject tells it." in text
