"""Strengths, areas, hops and departures from the chart: each rests on rows of the score, or on the log."""

from __future__ import annotations

from hypothesis import given

from drill.exercise.contact.setup import Setup
from drill.scoring.conduct import contacts_in_time
from drill.scoring.deviations import deviations
from drill.scoring.hops import hops
from drill.scoring.lessons import areas, strengths
from drill.scoring.objectives import suggest
from drill.scoring.score import Score, score
from drill.text.catalogue import catalogue
from tests.builders import LAWS, a_chart, a_scenario, a_setup, contact, person, run, setups, task


def _scored(setup: Setup) -> Score:
    return score(run(setup))


@LAWS
@given(setups())
def test_every_lesson_names_rows_of_the_score_and_no_lost_point_is_left_out(setup: Setup) -> None:
    result = _scored(setup)
    rows = [row for dimension in result.dimensions.values() for row in dimension.rows]
    known = {id(row) for row in rows}
    found = areas(result)
    assert {id(row) for area in found for row in area.rows} == {id(row) for row in rows if row.got < row.of}
    assert sum(area.lost for area in found) == sum(row.of - row.got for row in rows)
    assert [area.lost for area in found] == sorted((area.lost for area in found), reverse=True)
    for strength in strengths(result):
        assert strength.rows
        assert all(id(row) in known and row.got == row.of for row in strength.rows)
    assert all(row.post is None or row.post in setup.chart.posts for row in rows)


@LAWS
@given(setups())
def test_ratings_stay_in_bounds_and_never_rise_when_a_point_is_lost(setup: Setup) -> None:
    for rated in _scored(setup).objectives:
        assert rated.rating in ("P", "S", "M", "U", None)
        assert (rated.rating is None) == (sum(row.of for row in rated.rows) == 0)
        assert (rated.rating == "P") == (bool(rated.rows) and all(row.got == row.of for row in rated.rows))
        assert suggest(rated.rows) == rated.rating


@LAWS
@given(setups())
def test_hops_hold_every_item_of_the_messages_passed_on(setup: Setup) -> None:
    result = _scored(setup)
    found = hops(result.evidence)
    fidelity = result.dimensions["fidelity"]
    assert sum(hop.right for hop in found) == fidelity.numerator
    assert sum(hop.items for hop in found) == fidelity.denominator
    for hop in found:
        assert hop.hop >= 0
        assert hop.items - hop.right == sum(number for _, number in hop.lost)


@LAWS
@given(setups())
def test_every_departure_can_be_said(setup: Setup) -> None:
    for found in deviations(_scored(setup)):
        for language in ("ja", "en"):
            assert catalogue(language)(found.code, **found.params)


def test_a_message_is_counted_hop_by_hop() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b"), contact("b", "c"))
    found = hops(_scored(a_setup(chart)).evidence)
    assert [(hop.hop, hop.posts, hop.right, hop.items) for hop in found] == [(1, 1, 2, 2), (2, 1, 2, 2)]


def test_items_lost_are_named_where_they_were_lost() -> None:
    deaf = {"default": {"answers": 1, "fidelity": 0, "knows_chart": 1}}
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"), behaviours=deaf)
    (hop,) = hops(_scored(a_setup(chart)).evidence)
    assert not hop.well
    assert [(item.en, number) for item, number in hop.lost] == [("what", 1), ("where", 1)]
    assert [area.cause for area in areas(_scored(a_setup(chart)))] == ["items"]


def test_a_deputy_who_was_never_tried_is_a_departure() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"]},
        contact("a", "b", by=["desk"]),
        persons={"ben": person("desk"), "cat": person("mail")},
    )
    found = deviations(_scored(a_setup(chart, absent=["ben"])))
    assert [(each.code, each.params["number"]) for each in found] == [("deviation.deputy_untried", 1)]


def test_a_deputy_tried_after_the_holder_is_none() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben", "cat"]}, contact("a", "b", by=["desk"]))
    result = _scored(a_setup(chart, absent=["ben"]))
    assert result.contacts[1].deputy == 1
    assert deviations(result) == ()


def test_what_is_lost_for_one_cause_is_one_area_with_the_posts_it_concerns() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b", deadline_min=1), contact("a", "c", deadline_min=1)
    )
    scenario = a_scenario(objectives={"tell": {"title": "tell", "measures": ["timeliness"]}})
    (late,) = areas(_scored(a_setup(chart, scenario)))
    assert (late.cause, late.lost, late.posts, late.objectives) == ("late", 2, ("a",), ("tell",))


def test_contacts_with_their_marks_are_those_of_timeliness() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", deadline_min=5))
    tasks = {"act": task("action", "b")}
    result = _scored(a_setup(chart, a_scenario(tasks=tasks)))
    assert [mark.code for _, mark in contacts_in_time(result.evidence)] == ["mark.contact_in_time"]
