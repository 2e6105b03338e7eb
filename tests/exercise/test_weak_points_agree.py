"""Two ways to the same truth: whom the simulated telephones reach is whom the analysis says can be reached."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.network import Element
from drill.analysis.weak import weakness_of
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from tests.analysis.brute_force import random_chart
from tests.builders import FIXED, LAWS, a_scenario, a_setup, run, state_of


def plain(chart: Chart) -> Chart:
    """The chart with people who always answer, each for one post at most, and contacts that are always owed."""
    data = chart.model_dump(mode="json", by_alias=True)
    data["behaviours"] = {"default": FIXED}
    taken: set[str] = set()
    for contact in data["contacts"]:
        contact["when"] = {}
    for post in data["posts"].values():
        people = [person for person in (post["holder"], *post["deputies"]) if person and person not in taken]
        taken.update(people)
        post["holder"], post["deputies"] = next(iter(people), None), people[1:]
        post["external"] = False
    return Chart.model_validate(data)


@LAWS
@given(st.integers(0, 2**32))
def test_a_drill_reaches_exactly_the_posts_that_hold_whatever_fails(seed: int) -> None:
    random = Random(seed)
    chart = plain(random_chart(random))
    origin = random.choice([*(post for post, entry in chart.posts.items() if entry.in_scope), None])
    if origin is None:
        return
    absent = [person for person in chart.persons if random.random() < 0.2]
    down = [medium for medium in chart.media if random.random() < 0.2]
    scenario = a_scenario(origin, start="2023-11-28T09:00", length_min=480, down=down)
    setup = a_setup(chart, scenario, absent=absent)
    state = state_of(setup, run(setup))
    told = {post for post in chart.posts if state.knows(post, "notice")}

    failed = [*(Element("person", p) for p in absent), *(Element("medium", m) for m in down)]
    found = weakness_of(chart, Situation(at=setup.start), (origin,), failed)
    held = [found.network.names[node] for node in found.network.holding(found.weakness.failed)]
    assert told == {name.ref for name in held if name.kind == "post"}
