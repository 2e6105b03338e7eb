"""Single points of failure, each said once and where it can be mended."""

from __future__ import annotations

import pytest

from drill.model.problems import format_problem
from drill.text.catalogue import catalogue
from tests.analysis.sound import add_post, codes, findings, person, sound
from tests.builders import Data, contact


def _paths(chart: Data, code: str) -> list[object]:
    return [each.path for each in findings(chart) if each.code == code]


def _leading_to(sections: int) -> Data:
    """Ten posts; the manager, without deputies, tells this many of the sections, and the PoC the others."""
    chart = sound()
    chart["posts"]["csirt_manager"]["deputies"] = []
    chart["contacts"] = chart["contacts"][:1]
    names = [f"section_{i}" for i in range(8)]
    for name in names:
        add_post(chart, name)
    by = ["desk", "mobile", "mail"]
    callers = ["csirt_manager"] * sections + ["poc"] * (8 - sections)
    for caller, name in zip(callers, names, strict=True):
        chart["contacts"] += [contact(caller, name, by=by), contact(name, caller, by=by)]
    return chart


def _single(chart: Data) -> list[str]:
    return sorted(each.code for each in findings(chart) if each.code in ("OC201", "OC204"))


def test_a_person_who_takes_half_down_is_not_said_again_as_the_room_the_person_sits_in() -> None:
    chart = _leading_to(4)
    (found,) = (each for each in findings(chart) if each.code in ("OC201", "OC204"))
    assert (found.code, found.path) == ("OC201", ("persons", "csirt_manager_1"))
    assert (found.params["count"], found.params["whole"]) == (5, 10)


def test_a_room_that_takes_down_more_than_half_is_said_even_if_one_person_in_it_does_so_too() -> None:
    assert _single(_leading_to(5)) == ["OC201", "OC204"]


def test_a_room_that_takes_down_more_than_any_one_person_in_it_is_said() -> None:
    chart = _leading_to(2)
    chart["posts"]["section_7"]["deputies"] = []
    assert _single(chart) == ["OC201", "OC201", "OC204"]
    chart["persons"]["section_7_1"]["site"] = "room_2"
    assert _single(chart) == ["OC201", "OC201"]


def test_a_room_that_takes_down_more_than_half_is_said_even_if_everybody_sits_in_it() -> None:
    chart = sound()
    for each in chart["persons"].values():
        each["site"] = "room_1"
    assert _single(chart) == ["OC204"]


def test_one_person_across_two_posts_is_a_hidden_single_point() -> None:
    """Both posts have a deputy, but only the same person has a telephone that the contacts use."""
    chart = sound()
    for post in ("csirt_manager", "csirt_head"):
        chart["posts"][post]["deputies"] = ["helper"]
        chart["persons"][f"{post}_1"]["channels"] = [{"kind": "radio"}]
    chart["persons"]["helper"] = person(site="room_2")
    hidden = [each for each in findings(chart) if each.code == "OC202"]
    assert [each.path for each in hidden] == [("persons", "helper")]
    chart["posts"]["csirt_head"]["deputies"] = ["csirt_head_2", "csirt_head_3"]
    chart["posts"]["csirt_manager"]["deputies"] = ["csirt_manager_2", "csirt_manager_3"]
    assert _paths(chart, "OC202") == []


def test_a_switchboard_that_every_call_needs() -> None:
    chart = sound()
    for each in chart["contacts"]:
        each["by"] = ["desk"]
    assert _paths(chart, "OC203") == [("media", "exchange")]
    chart["contacts"][0]["by"] = ["desk", "mobile", "mail"]
    chart["contacts"][1]["by"] = ["desk", "mobile"]
    falls = [each.params["count"] for each in findings(chart) if each.code == "OC203"]
    assert falls == [2], "crisis management and public relations are still told by desk telephone only"


def test_a_shared_line_that_every_call_needs() -> None:
    chart = sound()
    for i in (1, 2, 3):
        chart["persons"][f"csirt_head_{i}"]["channels"] = [{"kind": "duty", "address": "line-head"}]
    chart["contacts"][1]["by"] = ["duty"]
    assert codes(chart) == ["OC203"]
    for i, name in enumerate(("甲席", "乙席", "丙席"), 1):
        chart["persons"][f"csirt_head_{i}"]["name"] = name
    (found,) = findings(chart)
    assert "甲席、乙席、丙席の当番電話がつながらないと、5件のうち1件に届きません" in format_problem(
        found, catalogue("ja")
    )
    chart["persons"]["csirt_head_3"]["channels"] = [{"kind": "duty", "address": "line-other"}]
    assert codes(chart) == []


def test_the_medium_of_an_outside_body_is_its_own_affair() -> None:
    chart = sound()
    add_post(chart, "vendor", external=True)
    for i in (1, 2, 3):
        chart["persons"][f"vendor_{i}"]["channels"] = [{"kind": "desk", "medium": "outside"}]
    chart["media"]["outside"] = {"name": "outside"}
    chart["contacts"].append(contact("csirt_manager", "vendor", "liaise"))
    assert codes(chart) == []


def test_a_room_that_takes_down_posts_elsewhere() -> None:
    chart = sound()
    for i in (1, 2, 3):
        chart["persons"][f"csirt_manager_{i}"]["site"] = "room_1"
    assert codes(chart) == ["OC204", "OC301"]
    assert _paths(chart, "OC204") == [("sites", "room_1")]


def test_a_room_that_takes_down_only_its_own_post_is_no_single_point() -> None:
    chart = sound()
    for i in (1, 2, 3):
        chart["persons"][f"csirt_head_{i}"]["site"] = "room_1"
    assert codes(chart) == ["OC301"]


def test_a_building_that_adds_nothing_to_its_room_is_not_said_too() -> None:
    chart = sound()
    chart["sites"]["house"] = {"name": "house"}
    chart["sites"]["room_1"]["within"] = "house"
    for i in (1, 2, 3):
        chart["persons"][f"csirt_manager_{i}"]["site"] = "room_1"
    assert _paths(chart, "OC204") == [("sites", "room_1")]
    chart["sites"]["room_2"]["within"] = "house"
    chart["persons"]["poc_3"]["site"] = "room_2"
    assert _paths(chart, "OC204") == [("sites", "house"), ("sites", "room_1")], "the PoC is in the house too"
    add_post(chart, "registry")
    chart["contacts"].append(contact("poc", "registry", by=["desk", "mobile", "mail"]))
    assert _paths(chart, "OC204") == [("sites", "house"), ("sites", "room_1")]


def test_a_pair_is_said_if_it_takes_down_more_than_half() -> None:
    chart = sound()
    chart["posts"]["csirt_manager"]["deputies"] = ["csirt_manager_2"]
    (found,) = findings(chart)
    assert (found.code, found.severity) == ("OC205", "note")
    chart = sound()
    chart["posts"]["csirt_head"]["deputies"] = ["csirt_head_2"]
    assert codes(chart) == []


@pytest.mark.parametrize(("quorum", "found"), [(3, ["OC206"]), (2, [])])
def test_a_meeting_that_one_absence_stops(quorum: int, found: list[str]) -> None:
    """The head convenes; of three members two have a helper for the first deputy, and one nobody."""
    chart = sound()
    members = ["csirt_head", "crisis_management", "registry"]
    add_post(chart, "registry")
    chart["posts"]["registry"]["deputies"] = []
    chart["posts"]["registry"]["in_scope"] = True
    chart["duties"] = {"meeting": {"name": "meeting", "convener": "csirt_head", "members": members, "quorum": quorum}}
    chart["contacts"].append(contact("poc", "registry", by=["desk", "mobile", "mail"]))
    assert [code for code in codes(chart) if code == "OC206"] == found
