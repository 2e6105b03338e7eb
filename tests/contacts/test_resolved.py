"""The table of contacts: callers and targets spelt out, in order, in scope, with what the scenario says of them."""

from __future__ import annotations

import gc
import weakref
from datetime import datetime

from drill.contacts.resolved import Expectations, resolved
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from tests.builders import a_chart, a_scenario, contact


def pairs(chart: Chart, situation: Situation) -> list[tuple[str, str]]:
    return [(link.caller, link.target) for link in resolved(chart).owed(situation)]


def sections() -> Chart:
    """Two sections report to a chief, who tells both; one section is outside of the drill."""
    outside = {"name": "s2", "holder": "sue", "in_scope": False}
    return a_chart(
        {"chief": ["cat", "dan"], "s1": ["sam"], "s2": outside},
        contact("both", "chief", order=2),
        contact("chief", "both", "instruct"),
        contact("s1", "s2", "liaise", order=1),
        groups={"both": {"name": "both", "members": ["s1", "s2"]}},
        persons={"sue": {"name": "sue"}},
    )


def test_a_contact_with_a_group_is_one_with_each_of_its_posts_in_the_order_of_the_calls() -> None:
    table = resolved(sections())
    assert [(link.target, link.place) for link in table.made["s1"]] == [("s2", 2), ("chief", 0)]
    assert [link.caller for link in table.received["chief"]] == ["s1", "s2"]


def test_nobody_contacts_themselves_through_a_group_they_belong_to() -> None:
    both = {"both": {"name": "both", "members": ["a", "b"]}}
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "both"), groups=both)
    assert pairs(chart, Situation()) == [("a", "b")]


def test_a_drill_makes_contacts_with_posts_in_scope_only() -> None:
    chart = sections()
    assert pairs(chart, Situation()) == [("s1", "chief"), ("chief", "s1")]
    assert [link.target for link in resolved(chart).drilled["s1"]] == ["chief"]


def test_what_is_owed_follows_class_level_publication_and_hours() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"], "e": ["eve"]},
        contact("a", "b", when={"class": ["loss"]}),
        contact("a", "c", when={"level": [2]}),
        contact("a", "d", when={"publishing": True}),
        contact("a", "e", when={"hours": "office"}),
    )
    targets = {"b", "c", "d", "e"}
    assert {target for _, target in pairs(chart, Situation())} == targets
    night = datetime(2024, 6, 11, 22)
    for situation, missing in (
        (Situation(incident="failure"), "b"),
        (Situation(level=1), "c"),
        (Situation(publishing=False), "d"),
        (Situation(at=night), "e"),
    ):
        assert {target for _, target in pairs(chart, situation)} == targets - {missing}


def test_the_scenario_sets_the_deadline_of_one_post_among_those_of_a_group() -> None:
    chart = a_chart(
        {"chief": ["cat"], "s1": ["sam"], "s2": ["sue"]},
        contact("both", "chief", deadline_min=10),
        groups={"both": {"name": "both", "members": ["s1", "s2"]}},
    )
    scenario = a_scenario("s1", contacts=[{"from": "s1", "to": "chief", "deadline_min": 5}])
    expected = Expectations(chart, scenario)
    assert [expected.deadline_min(link) for link in resolved(chart).links] == [5, 10]


def test_there_is_one_table_for_a_chart_and_it_goes_with_the_chart() -> None:
    chart = sections()
    table = weakref.ref(resolved(chart))
    assert table() is resolved(chart)
    assert resolved(chart.model_copy(update={"contacts": ()})).links == ()
    del chart
    gc.collect()
    assert table() is None


def test_what_media_and_sites_depend_on_is_everything_behind_them_also_in_rings() -> None:
    sites = {"room": {"name": "r", "within": "floor"}, "floor": {"name": "f", "within": "house"}}
    sites["house"] = {"name": "h", "within": "floor"}
    media = {
        "mail": {"name": "m", "needs": ["server"]},
        "server": {"name": "s", "site": "room", "needs": ["mail"]},
        "carrier": {"name": "c"},
    }
    needs = resolved(a_chart({"a": ["ann"]}, sites=sites, media=media)).needs
    assert needs("site", "house") == {("site", "house"), ("site", "floor")}
    assert needs("medium", "mail") == {
        ("medium", "mail"),
        ("medium", "server"),
        ("site", "room"),
        ("site", "floor"),
        ("site", "house"),
    }
    assert needs("medium", "carrier") == {("medium", "carrier")}
    assert needs("medium", None) == frozenset()
