"""Where an incident becomes known first: as asked, as the chart says, else one post for each part nobody leads into."""

from __future__ import annotations

from drill.analysis.origins import find_origins
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from tests.builders import Data, a_chart, contact

RING = {"a": ["ann"], "poc": ["ben"], "c": ["cat"], "d": ["dan"]}


def found(chart: Chart, *asked: str) -> tuple[tuple[str, ...], str]:
    origins = find_origins(chart, Situation(), asked)
    return origins.posts, origins.by


def test_what_is_asked_goes_before_what_the_chart_says() -> None:
    chart = a_chart(RING, contact("a", "poc"), origins=["poc"])
    assert found(chart, "c") == (("c",), "asked")
    assert found(chart) == (("poc",), "chart")


def test_whoever_contacts_others_and_is_contacted_by_nobody_is_inferred() -> None:
    assert found(a_chart(RING, contact("a", "c"), contact("d", "c"))) == (("a", "d"), "inferred")


def test_of_a_ring_the_poc_is_inferred_and_without_one_an_outside_body_or_the_first() -> None:
    ring = [contact("a", "poc"), contact("poc", "c"), contact("c", "a"), contact("c", "d")]
    assert found(a_chart(RING, *ring))[0] == ("poc",)
    outside = {"name": "c", "holder": "cat", "external": True}
    without: dict[str, Data | list[str]] = {"a": ["ann"], "b": ["ben"], "c": outside}
    round_trip = [contact("a", "b"), contact("b", "c"), contact("c", "a")]
    assert found(a_chart(without, *round_trip, persons={"cat": {"name": "cat"}}))[0] == ("c",)
    assert found(a_chart({"a": ["ann"], "b": ["ben"]}, contact("b", "a"), contact("a", "b")))[0] == ("a",)


def test_a_chart_without_contacts_has_no_origin() -> None:
    assert found(a_chart(RING)) == ((), "inferred")
