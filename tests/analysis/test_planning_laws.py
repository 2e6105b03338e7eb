"""Whatever a chart looks like, the planning rules have something to say, in both languages, and say it again alike."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.planning import planning_problems
from drill.model.chart import Chart
from drill.model.load import Loaded
from drill.model.problems import format_problem
from drill.text.catalogue import LANGUAGES, catalogue
from tests.builders import LAWS, random_chart

DAY = date(2023, 11, 10)


def _chart(number: int) -> Chart:
    """A random chart, in half of the cases with sites, origins, levels and roles."""
    dice = Random(number)
    chart = random_chart(dice)
    if dice.random() < 0.5:
        return chart
    data = chart.model_dump(by_alias=True, exclude_unset=True)
    data["sites"] = {"house": {"name": "house", "within": "house"}, "room": {"name": "room", "within": "house"}}
    data["media"]["exchange"] |= {"needs": ["server"], "site": "room"}
    data["media"]["server"] |= {"needs": ["exchange"]}
    data["origins"] = [dice.choice(list(chart.posts))]
    data["levels"] = dict.fromkeys(range(4), "level")
    for person in data["persons"].values():
        person |= {"site": dice.choice([None, "room", "house"]), "verified": dice.choice([None, DAY, date(2020, 1, 1)])}
    for post, role in zip(data["posts"].values(), ("poc", "csirt_head", "public_relations"), strict=False):
        post["role"] = role
    return Chart.model_validate(data)


@LAWS
@given(st.integers(0, 2**32 - 1))
def test_every_chart_is_judged_the_same_way_twice_and_in_both_languages(number: int) -> None:
    found = planning_problems(Loaded.of(_chart(number)), DAY)
    assert found == planning_problems(Loaded.of(_chart(number)), DAY)
    for each in found:
        for language in LANGUAGES:
            line = format_problem(each, catalogue(language))
            assert line.startswith(f"{each.severity[0].upper()} {each.code} ")
            assert "\n" not in line


@LAWS
@given(st.integers(0, 2**32 - 1))
def test_a_waiver_for_each_finding_leaves_none(number: int) -> None:
    chart = _chart(number)
    codes = {each.code for each in planning_problems(Loaded.of(chart), DAY)}
    waivers = [{"code": code, "reason": "lived with", "until": DAY} for code in sorted(codes)]
    waived = Chart.model_validate(chart.model_dump(by_alias=True, exclude_unset=True) | {"waivers": waivers})
    assert [each.code for each in planning_problems(Loaded.of(waived), DAY) if not each.waiver] == []
