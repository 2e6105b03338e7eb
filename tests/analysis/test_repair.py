"""What is offered as a repair, what is chosen, and what is said when nothing helps."""

from __future__ import annotations

import sys
from datetime import datetime
from fractions import Fraction

import pytest

from drill.analysis.network import Element
from drill.analysis.repair.changes import AddChannel, AddContact, AddDeputy, Change, Costs, with_changes
from drill.analysis.repair.hitting import HittingSet, Selection
from drill.analysis.repair.plan import Repair, plan_repair
from drill.analysis.weak import weakness_of
from drill.contacts.situation import Situation
from drill.errors import UsageError
from drill.model.chart import Chart
from tests.builders import Data, a_chart, contact, person

DESK_MOBILE: Data = {"by": ["desk", "mobile"]}


def at(site: str, *kinds: str) -> Data:
    return person(*(kinds or ("desk/exchange", "mobile/server")), site=site)


def two_rooms(*contacts: Data, persons: Data, posts: dict[str, list[str]], **more: object) -> Chart:
    sites = {name: {"name": name} for name in ("east", "west")}
    return a_chart(posts, *contacts, persons=persons, sites=sites, **more)


def kinds(repair: Repair) -> list[str]:
    return [change.kind for change in repair.changes]


def test_a_person_who_is_a_single_point_gets_a_deputy() -> None:
    persons = {"ann": at("east"), "ben": at("east")}
    chart = two_rooms(contact("a", "b", **DESK_MOBILE), persons=persons, posts={"a": ["ann"], "b": ["ben"]})
    repair = plan_repair(chart, origins=("a",), kinds=("person",))
    assert kinds(repair) == ["deputy", "deputy"]
    assert [repair.chart.posts[post].deputies for post in "ab"] == [("a_deputy_1",), ("b_deputy_1",)]
    assert repair.cost == repair.lower_bound == 6
    assert repair.proven
    assert repair.singles(repair.after) == ()


def test_a_room_that_is_a_single_point_asks_for_deputies_elsewhere() -> None:
    persons = {"ann": at("east"), "ben": at("east")}
    chart = two_rooms(contact("a", "b", **DESK_MOBILE), persons=persons, posts={"a": ["ann"], "b": ["ben"]})
    repair = plan_repair(chart, origins=("a",))
    assert kinds(repair) == ["offsite", "offsite"]
    assert {repair.chart.persons[name].site for name in ("a_offsite_1", "b_offsite_1")} == {"west"}


def test_a_place_elsewhere_is_left_to_be_chosen_where_the_chart_has_none() -> None:
    persons = {"ann": person("desk", site="only"), "ben": person("desk", site="only")}
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"]},
        contact("a", "b", by=["desk"]),
        persons=persons,
        sites={
            "only": {"name": "only", "within": "house"},
            "house": {"name": "house"},
            "shed": {"name": "s", "within": "house"},
        },
    )
    repair = plan_repair(chart, origins=("a",))
    assert [repair.chart.persons[name].site for name in ("a_offsite_1", "b_offsite_1")] == [None, None]


def test_a_switchboard_that_is_a_single_point_asks_for_a_second_channel_only() -> None:
    people = {name: person("desk/exchange") for name in ("ann", "ben", "cat", "dan")}
    chart = a_chart(
        {"a": ["ann", "dan"], "b": ["ben", "cat"], "c": ["eve", "fay"]},
        contact("a", "b", **DESK_MOBILE),
        contact("a", "c", by=["mobile"]),
        persons=people | {"eve": person("mobile/server"), "fay": person("mobile")},
    )
    repair = plan_repair(chart, origins=("a",))
    assert len(repair.changes) == 1
    change = repair.changes[0]
    assert isinstance(change, AddChannel)
    assert (change.channel.kind, change.channel.medium) == ("mobile", "server")
    assert change.person == "ben"


def test_an_outside_body_gets_no_deputy_of_ours() -> None:
    posts: Data = {
        "a": {"name": "a", "holder": "ann", "deputies": ["ben"]},
        "v": {"name": "v", "holder": "vendor", "external": True},
    }
    chart = a_chart(posts, contact("a", "v", by=["desk"]), persons={"vendor": person("desk/exchange")})
    repair = plan_repair(chart, origins=("a",))
    assert repair.changes == ()
    assert [(each.element and each.element.ref, each.reason) for each in repair.unremedied] == [("exchange", "outside")]


def test_a_contact_that_skips_an_outside_body_is_chosen_where_nothing_else_helps() -> None:
    posts: Data = {
        "a": {"name": "a", "holder": "ann", "deputies": ["eve"]},
        "v": {"name": "v", "holder": "vendor", "external": True},
        "b": {"name": "b", "holder": "ben", "deputies": ["fay"]},
    }
    contacts = [contact("a", "v", by=["desk"]), contact("v", "b", "instruct", by=["mobile"], order=2)]
    chart = a_chart(posts, *contacts, persons={"vendor": person("desk/exchange")})
    repair = plan_repair(chart, origins=("a",))
    assert len(repair.changes) == 1
    change = repair.changes[0]
    assert isinstance(change, AddContact)
    assert (change.contact.caller, change.contact.target, change.contact.by) == ("a", "b", ("mobile",))
    assert [each.falls[0].ref for each in repair.unremedied] == ["v"]


def test_a_vacant_post_needs_two_people() -> None:
    posts: Data = {"a": {"name": "a", "holder": "ann", "deputies": ["ben"]}, "b": {"name": "b"}}
    repair = plan_repair(a_chart(posts, contact("a", "b", by=["desk"])), origins=("a",))
    assert len(repair.before.weakness.unreached) == 1
    assert kinds(repair) == ["deputy", "offsite"]
    assert repair.after.weakness.unreached == ()
    assert repair.singles(repair.after) == ()


def test_a_meeting_that_fails_with_one_absence_gets_a_deputy() -> None:
    duty = {"name": "meet", "convener": "a", "members": ["a", "b", "c"], "quorum": 3, "by": ["desk"]}
    chart = a_chart({"a": ["ann", "dan"], "b": ["ben"], "c": ["cat"]}, duties={"meet": duty})
    repair = plan_repair(chart, origins=("a",))
    assert [change.posts for change in repair.changes if isinstance(change, AddDeputy)] == [("b",), ("c",)]


def test_posts_of_the_same_person_get_the_same_deputy_where_they_count_once() -> None:
    duty = {"name": "meet", "convener": "a", "members": ["b", "c", "d"], "quorum": 2, "by": ["desk"]}
    posts = {"a": ["ann", "dan"], "b": ["ben"], "c": ["ben"], "d": ["cat"]}
    repair = plan_repair(a_chart(posts, duties={"meet": duty}), origins=("a",))
    assert [change.posts for change in repair.changes if isinstance(change, AddDeputy)] == [("b", "c"), ("d",)]


def test_what_is_out_of_hours_is_offered_no_channel_that_is_closed() -> None:
    people = {name: person("desk@office") for name in ("ann", "ben", "cat")}
    chart = a_chart({"a": ["ann", "ben"], "b": ["cat"]}, contact("a", "b", by=["desk"]), persons=people)
    night = Situation(at=datetime(2023, 11, 16, 3, 0))
    repair = plan_repair(chart, night, origins=("a",))
    assert repair.changes == ()
    assert [(each.element, each.reason) for each in repair.unremedied] == [(None, "unreached")]


def test_what_fails_throughout_is_repaired_around() -> None:
    chart = a_chart({"a": ["ann", "ben"], "b": ["cat", "dan"]}, contact("a", "b", by=["desk"]))
    assert plan_repair(chart, origins=("a",)).changes == ()
    repair = plan_repair(chart, origins=("a",), failed=[Element("person", "dan")])
    assert kinds(repair) == ["deputy"]


def test_costs_decide_what_is_chosen() -> None:
    chart = a_chart({"a": ["ann", "ben"], "b": ["cat"]}, contact("a", "b", by=["desk"]))
    assert kinds(plan_repair(chart, origins=("a",))) == ["deputy"]
    dear = plan_repair(chart, origins=("a",), costs=Costs.parse(["deputy=4.5"]))
    assert kinds(dear) == ["offsite"]
    assert plan_repair(chart, origins=("a",), costs=Costs.parse(["deputy=2.25"])).cost == Fraction("2.25")


@pytest.mark.parametrize(
    "text",
    [
        "deputy",
        "deputy=",
        "deputy=0",
        "deputy=-1",
        "boss=1",
        "deputy=x",
        "edge=1e999999999",
        "edge=10001",
        "edge=0.0001",
        "edge=nan",
        "edge=1/0",
    ],
)
def test_a_cost_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="=" if "=" in text else text):
        Costs.parse([text])


def test_deputies_of_posts_with_long_and_alike_names_are_different_persons() -> None:
    long = "x" * 60
    chart = a_chart({f"{long}_a": ["ann"], f"{long}_b": ["ben"]}, contact(f"{long}_a", f"{long}_b"))
    repair = plan_repair(chart, origins=(f"{long}_a",))
    assert len({change.person for change in repair.changes if isinstance(change, AddDeputy)}) == 2
    assert Chart.model_validate(repair.chart.model_dump(by_alias=True)) == repair.chart


def test_without_time_a_repair_is_still_one_and_not_called_proven() -> None:
    persons = {name: at("east") for name in ("ann", "ben", "cat")}
    contacts = [contact("a", "b", **DESK_MOBILE), contact("b", "c", **DESK_MOBILE)]
    chart = two_rooms(*contacts, persons=persons, posts={"a": ["ann"], "b": ["ben"], "c": ["cat"]})
    repair = plan_repair(chart, origins=("a",), left_s=lambda: 0.0)
    assert not repair.proven
    assert repair.lower_bound < repair.cost
    assert repair.singles(repair.after) == ()
    assert plan_repair(chart, origins=("a",)).cost <= repair.cost


def test_a_lone_new_deputy_of_an_empty_post_is_written_to_and_may_be_all_it_takes() -> None:
    leave = [{"from": "2023-11-28", "to": "2023-11-28"}]
    persons = {"ann": person("desk", "mail"), "amy": person("desk", "mail")}
    persons["ben"] = person("desk", "mail", site="east", leave=leave)
    posts = {"a": ["ann", "amy"], "b": ["ben"]}
    chart = two_rooms(contact("a", "b", by=["desk", "mail"]), persons=persons, posts=posts)
    tuesday = Situation(at=datetime(2023, 11, 28, 10))
    dear = plan_repair(chart, tuesday, costs=Costs(deputy=Fraction(6)), kinds=("line", "medium"))
    assert (kinds(dear), dear.cost, dear.proven) == (["offsite"], Fraction(4), True)
    cheap = plan_repair(chart, tuesday, kinds=("line", "medium"))
    assert (kinds(cheap), cheap.cost, cheap.proven) == (["deputy"], Fraction(3), True)


def test_a_core_may_be_hit_by_not_choosing_something() -> None:
    found = HittingSet([1, 1, 1], unless=[frozenset([0])])
    found.add([0, 1])
    assert found.solve() == Selection(frozenset([0]), 1, True)
    found.add([1, 3])
    assert found.solve() == Selection(frozenset([1]), 1, True)


def test_without_or_tools_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    chart = a_chart({"a": ["ann", "ben"], "b": ["cat"]}, contact("a", "b", by=["desk"]))
    with pytest.raises(UsageError) as refused:
        plan_repair(chart, origins=("a",))
    assert refused.value.code == "repair.no_solver"
    fine = a_chart({"a": ["ann", "ben"], "b": ["cat", "dan"]}, contact("a", "b", by=["desk"]))
    assert plan_repair(fine, origins=("a",)).proven


def test_the_cheapest_selection_has_the_fewest_changes_among_those_of_its_cost() -> None:
    found = HittingSet([1, 1, 2])
    found.add([0, 2])
    found.add([1, 2])
    selection = found.solve()
    assert selection is not None
    assert (selection.chosen, selection.bound, selection.optimal) == (frozenset([2]), 2, True)


def test_changes_leave_the_chart_they_are_made_on_as_it_was() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"))
    before = chart.model_dump()
    changes: list[Change] = list(plan_repair(chart, origins=("a",)).changes)
    assert with_changes(chart, changes) != chart
    assert chart.model_dump() == before
    assert len(weakness_of(with_changes(chart, changes), origins=("a",)).weakness.singles) == 0
