"""Two ways to the same truth: whom the simulated telephones reach is whom the analysis says can be reached."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.cuts import holding
from drill.analysis.network import Element
from drill.analysis.weak import weakness_of
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from tests.analysis.brute_force import random_chart
from tests.builders import FIXED, LAWS, a_chart, a_scenario, a_setup, contact, person, run, state_of, task


def plain(chart: Chart) -> Chart:
    """The chart with people who always answer, each for one post at most, and contacts that are always owed."""
    data = chart.model_dump(mode="json", by_alias=True)
    data["behaviours"] = {"default": FIXED}
    taken: set[str] = set()
    for each in data["contacts"]:
        each["when"] = {}
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
    held = [found.network.names[node] for node in holding(found.network, found.weakness.failed)]
    assert told == {name.ref for name in held if name.kind == "post"}


PEOPLE = ("ann", "ben", "cat", "dan", "eve")


def held(chart: Chart, absent: list[str]) -> tuple[bool, bool]:
    """Whether the meeting is held when these are absent and the convener knows: in a drill, and by the analysis."""
    convener = chart.duties["meet"].convener
    opens = {"when": {"told": {"post": convener, "message": "notice"}}}
    meet = task("convene", convener, duty="meet", opens=opens)
    setup = a_setup(chart, a_scenario(convener, length_min=480, tasks={"meet": meet}), absent=absent)
    found = weakness_of(chart, origins=(convener,), failed=[Element("person", each) for each in absent])
    nodes = holding(found.network, found.weakness.failed)
    done = any(found.network.names[node].kind == "duty" for node in nodes)
    return "meet" in state_of(setup, run(setup)).quorate, done


def meeting(posts: dict[str, list[str]], convener: str, members: list[str], quorum: int) -> Chart:
    """A meeting of posts whose people all have a mobile telephone."""
    duty = {"name": "meet", "convener": convener, "members": members, "quorum": quorum, "by": ["mobile"]}
    persons = {name: person("mobile") for name in PEOPLE}
    contacts = [contact(convener, post, by=["mobile"]) for post in posts if post != convener]
    return a_chart(posts, *contacts, persons=persons, duties={"meet": duty})


@LAWS
@given(st.integers(0, 2**32))
def test_a_meeting_is_held_in_a_drill_exactly_when_the_analysis_says_so(seed: int) -> None:
    random = Random(seed)
    posts = {f"o{i}": random.sample(PEOPLE, random.choice([1, 1, 2, 2, 3])) for i in range(random.randint(2, 5))}
    members = random.sample(list(posts), random.randint(1, len(posts)))
    chart = meeting(posts, random.choice(list(posts)), members, random.randint(1, len(members)))
    drill, analysis = held(chart, random.sample(PEOPLE, random.choice([0, 1, 1, 2])))
    assert drill == analysis


def test_a_deputy_who_convenes_and_is_a_member_counts_once() -> None:
    chart = meeting({"a": ["ann", "ben"], "b": ["ben"]}, "a", ["a", "b"], 2)
    assert held(chart, []) == (True, True)
    assert held(chart, ["ann"]) == (False, False)
    found = weakness_of(chart, origins=("a",))
    alone = {found.network.elements[cut.elements[0]].ref for cut in found.weakness.singles}
    assert {"ann", "ben"} <= alone


def test_a_convener_who_is_no_member_counts_for_the_member_they_stand_in_for() -> None:
    assert held(meeting({"a": ["ann"], "b": ["ann"]}, "a", ["b"], 1), []) == (True, True)
    assert held(meeting({"a": ["ann"], "b": ["ann"], "c": ["ann"]}, "a", ["b", "c"], 2), []) == (False, False)
