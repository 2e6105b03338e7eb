"""Upkeep, duties, privacy."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from drill.model.problems import format_problem
from drill.text.catalogue import catalogue
from tests.analysis.sound import add_post, codes, findings, sound
from tests.builders import Data, contact


@pytest.mark.parametrize(
    ("verified", "found"),
    [
        ("2026-01-01", []),
        ("2025-12-31", ["OC501"]),
        ("2025-04-01", ["OC501"]),
        ("2025-03-31", ["OC502"]),
        (None, ["OC503"]),
    ],
)
def test_an_entry_grows_old_after_90_days_and_after_a_year(verified: str | None, found: list[str]) -> None:
    chart = sound()
    chart["persons"]["poc_2"]["verified"] = verified
    assert codes(chart) == found
    chart["persons"]["poc_2"] = chart["persons"].pop("poc_3") | {"name": "the other"}
    chart["posts"]["poc"]["deputies"] = ["poc_2"]
    chart["persons"]["nobody"] = chart["persons"]["poc_2"] | {"verified": verified}
    assert not {"OC501", "OC502", "OC503"}.intersection(codes(chart)), "who answers for no post does not matter"


def test_an_office_sets_its_own_limit() -> None:
    chart = sound()
    chart["limits"] = {"verified_days": 400}
    chart["persons"]["poc_2"]["verified"] = "2025-03-31"
    assert codes(chart) == []
    chart["persons"]["poc_2"]["verified"] = "2025-02-01"
    assert codes(chart) == ["OC502"]


def test_entries_never_verified_are_one_finding() -> None:
    chart = sound()
    for each in chart["persons"].values():
        del each["verified"]
    (found,) = findings(chart)
    assert found.code == "OC503"
    assert "15人全員について" in format_problem(found, catalogue("ja"))


def test_a_post_outside_the_drill() -> None:
    chart = sound()
    add_post(chart, "annex", in_scope=False)
    (found,) = findings(chart)
    assert (found.code, found.severity, found.path) == ("OC505", "note", ("posts", "annex", "in_scope"))


@pytest.mark.parametrize(("since", "found"), [("2026-02-02", ["OC506"]), ("2026-02-01", []), (None, [])])
def test_a_holder_who_came_after_the_last_drill(since: str | None, found: list[str]) -> None:
    chart = sound()
    chart["posts"]["poc"]["held_since"] = since
    assert codes(chart) == found


def test_without_a_drill_nobody_came_after_it() -> None:
    chart = sound()
    chart["posts"]["poc"]["held_since"] = "2026-03-01"
    del chart["last_drill"]
    assert codes(chart) == []


@pytest.mark.parametrize(
    ("storage", "found"),
    [
        (None, ["OC507"]),
        ({"place": "folder"}, []),
        ({"place": "folder", "known": 0.94}, ["OC508"]),
        ({"place": "folder", "known": 0.95, "known_first_year": 0.95}, []),
        ({"place": "folder", "known": 0.95, "known_first_year": 0.94}, ["OC508"]),
        ({"place": "folder", "known": 0.90, "known_first_year": 0.76}, ["OC508"]),
    ],
)
def test_the_place_of_the_chart_and_who_knows_it(storage: Data | None, found: list[str]) -> None:
    chart = sound()
    chart["storage"] = storage
    assert codes(chart) == found


def test_the_shares_of_those_who_know_the_place_are_said() -> None:
    chart = sound()
    chart["storage"] = {"place": "folder", "known": 0.90, "known_first_year": 0.76}
    (found,) = findings(chart)
    assert (found.params["known"], found.params["first"]) == ("90%", "76%")


@pytest.mark.parametrize(("as_of", "found"), [("2025-04-01", []), ("2025-03-31", ["OC509"]), (None, [])])
def test_a_chart_of_more_than_a_year_ago(as_of: str | None, found: list[str]) -> None:
    chart = sound()
    chart["as_of"] = as_of
    assert codes(chart) == found


@pytest.mark.parametrize(("level", "levels"), [([2, 3], None), ([], None), ([3], "2"), ([2], "3"), ([0, 1], "2, 3")])
def test_crisis_management_is_consulted_at_levels_2_and_3(level: list[int], levels: str | None) -> None:
    chart = sound()
    chart["contacts"][2]["when"] = {"level": level}
    found = [each for each in findings(chart) if each.code == "OC601"]
    assert [each.params["levels"] for each in found] == ([levels] if levels else [])


def test_to_tell_crisis_management_is_not_to_consult_it() -> None:
    chart = sound()
    chart["contacts"][2]["kind"] = "liaise"
    assert codes(chart) == ["OC601"]


def test_levels_without_anybody_for_crises() -> None:
    chart = sound()
    chart["posts"]["crisis_management"]["role"] = "other"
    assert codes(chart) == ["OC602"]
    chart["levels"] = {}
    assert codes(chart) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"kind": "liaise"}, ["OC603"]),
        ({"when": {"publishing": False}}, ["OC603"]),
        ({"when": {}}, []),
    ],
)
def test_public_relations_are_consulted_when_publishing(change: Data, found: list[str]) -> None:
    chart = sound()
    chart["contacts"][3] |= change
    assert codes(chart) == found


def test_a_chart_that_knows_nothing_of_publication_lacks_nothing() -> None:
    chart = sound()
    chart["posts"]["public_relations"]["role"] = "other"
    assert codes(chart) == ["OC603"]
    chart["contacts"][3]["when"] = {}
    assert codes(chart) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"kind": "liaise"}, ["OC604"]),
        ({"when": {"publishing": False}}, ["OC604"]),
        ({"when": {"publishing": True}}, []),
    ],
)
def test_what_is_to_be_published_is_reported_to_the_head(change: Data, found: list[str]) -> None:
    chart = sound()
    chart["contacts"][1] |= change
    assert codes(chart) == found


@pytest.mark.parametrize(("level", "found"), [([1, 2], ["OC605"]), ([1, 3], []), ([2], []), ([], [])])
def test_told_at_level_1_but_not_at_3(level: list[int], found: list[str]) -> None:
    chart = sound()
    chart["contacts"][1]["when"] = {"level": level}
    assert codes(chart) == found


def test_who_is_told_at_level_3_by_another_contact_lacks_nothing() -> None:
    chart = sound()
    chart["contacts"][1]["when"] = {"level": [1, 2]}
    chart["contacts"].append(contact("poc", "csirt_head", when={"level": [3]}))
    assert codes(chart) == []


def _meeting(**more: Any) -> Data:
    chart = sound()
    meeting = {"name": "meeting", "convener": "csirt_head", "members": ["csirt_head", "poc"], "quorum": 1}
    chart["duties"] = {"meeting": meeting | more}
    return chart


def test_a_meeting_that_nobody_can_hold() -> None:
    assert codes(_meeting()) == []
    chart = _meeting(convener="mayor")
    chart["posts"]["mayor"] = {"name": "mayor", "in_scope": False}
    assert [(each.code, each.path) for each in findings(chart) if each.code != "OC505"] == [
        ("OC606", ("duties", "meeting", "convener"))
    ]
    chart = _meeting(members=["annex"])
    add_post(chart, "annex", in_scope=False)
    assert [(each.code, each.path) for each in findings(chart) if each.code != "OC505"] == [
        ("OC606", ("duties", "meeting", "members"))
    ]


def test_duties_of_a_post_without_a_holder() -> None:
    chart = sound()
    add_post(chart, "registry", duties=["files"])
    chart["contacts"].append(contact("poc", "registry"))
    assert codes(chart) == []
    chart["posts"]["registry"]["holder"] = None
    assert codes(chart) == ["OC607"]
    chart["posts"]["registry"]["duties"] = []
    assert codes(chart) == []


NUMBERS = [
    ("mobile", "080-0000-0000", True),
    ("mobile", "０９０（００００）００００", True),
    ("desk", "+81 90 0000 0000", True),
    ("home", "03-0000-0000", True),
    ("mail", "clerk@town.example", True),
    ("desk", "03-0000-0000", False),
    ("desk", "ext. 2345", False),
    ("mobile", "2345", False),
    ("mobile", "line-090-0000-0000", False),
    ("mail", "line-mail", False),
]


@pytest.mark.parametrize(("kind", "address", "personal"), NUMBERS)
def test_personal_numbers_in_a_chart_that_is_handed_out(kind: str, address: str, personal: bool) -> None:
    chart = sound()
    chart["persons"]["poc_1"]["channels"].append({"kind": kind, "address": address})
    for shareable, code in ((True, "OC701"), (False, None), (None, "OC702")):
        chart.pop("shareable", None)
        if shareable is not None:
            chart["shareable"] = shareable
        assert codes(chart) == ([code] if personal and code else [])
        assert address not in str([each.params for each in findings(chart)])


def test_the_reception_of_an_outside_body_is_no_personal_number() -> None:
    chart = sound()
    add_post(chart, "vendor", external=True)
    chart["persons"]["vendor_1"]["channels"].append({"kind": "mail", "address": "help@vendor.example"})
    chart["contacts"].append(contact("poc", "vendor", "liaise"))
    chart["shareable"] = True
    assert codes(chart) == []


WAIVED = {"code": "OC509", "reason": "revised in May", "until": "2026-05-31"}


def _waiving(**changes: Any) -> Data:
    chart = sound() | {"limits": {"verified_days": 300}}
    chart["as_of"] = "2024-04-01"
    chart["waivers"] = [WAIVED | changes]
    return chart


@pytest.mark.parametrize("at", [None, "as_of"])
def test_a_waived_finding_carries_its_waiver(at: str | None) -> None:
    (found,) = findings(_waiving(at=at))
    assert found.code == "OC509"
    assert found.waiver is not None
    assert found.waiver.reason.en == "revised in May"


def test_a_waiver_holds_to_its_last_day_and_then_the_finding_shows_again() -> None:
    assert [bool(each.waiver) for each in findings(_waiving(), date(2026, 5, 31))] == [True]
    found = [each for each in findings(_waiving(), date(2026, 6, 1)) if each.code in ("OC509", "OC801")]
    assert {(each.code, each.waiver) for each in found} == {("OC509", None), ("OC801", None)}
    assert {each.path for each in found if each.code == "OC801"} == {("waivers", 0, "until")}


def test_a_waiver_that_matches_nothing() -> None:
    for at in ("storage", "as", "as_of.x"):
        assert codes(_waiving(at=at)) == ["OC509", "OC802"]
    assert codes(_waiving(code="OC507")) == ["OC509", "OC802"]


def test_a_waiver_of_a_code_that_does_not_exist_is_an_error() -> None:
    found = {each.code: each for each in findings(_waiving(code="OC590"))}
    assert set(found) == {"OC509", "OC803"}
    assert found["OC803"].severity == "error"
    assert "OC509" in str(found["OC803"].params["near"])


def test_a_waiver_covers_an_entry_and_all_that_belongs_to_it() -> None:
    chart = sound()
    for name in ("poc_1", "poc_2"):
        chart["persons"][name]["verified"] = "2025-12-01"
    chart["waivers"] = [WAIVED | {"code": "OC501", "at": "persons.poc_1"}]
    assert [(each.path[1], bool(each.waiver)) for each in findings(chart)] == [("poc_1", True), ("poc_2", False)]


def test_a_waiver_of_a_section_covers_all_its_entries() -> None:
    chart = sound()
    for name in ("poc_1", "poc_2"):
        chart["persons"][name]["verified"] = "2025-12-01"
    chart["waivers"] = [WAIVED | {"code": "OC501", "at": "persons"}]
    assert all(each.waiver for each in findings(chart))


def test_the_code_of_a_waiver_may_be_in_lower_case() -> None:
    assert [bool(each.waiver) for each in findings(_waiving(code="oc509"))] == [True]


def test_a_second_waiver_of_the_same_code_and_place_is_said() -> None:
    chart = _waiving()
    chart["waivers"] += [WAIVED | {"code": "oc509"}, WAIVED | {"at": "as_of"}]
    found = {each.code: each for each in findings(chart)}
    assert set(found) == {"OC509", "OC804"}
    assert found["OC804"].path == ("waivers", 1)


@pytest.mark.parametrize("code", ["MD001", "SC101", "YM003"])
def test_what_cannot_be_waived_is_said(code: str) -> None:
    (found,) = (each for each in findings(_waiving(code=code)) if each.code == "OC803")
    assert "OC or MD05" in format_problem(found, catalogue("en"))


def test_texts_in_one_language_can_be_waived() -> None:
    chart = sound() | {"waivers": [WAIVED | {"code": "MD052"}]}
    assert "OC803" not in codes(chart)


def test_days_are_said_as_each_language_writes_them() -> None:
    (found,) = findings(_waiving(until="2026-03-01"))[:1]
    assert "連絡体制図は令和6年4月1日時点（約2年前）のものです（" in format_problem(found, catalogue("ja"))
    assert "as of 2024-04-01, about 2 years ago" in format_problem(found, catalogue("en"))


def test_an_entry_of_more_than_a_year_is_not_held_against_the_limit_of_days() -> None:
    chart = sound()
    chart["persons"]["poc_1"]["verified"] = "2025-01-01"
    (found,) = findings(chart)
    assert "（455日前）で、1年を過ぎています" in format_problem(found, catalogue("ja"))
    assert "90" not in format_problem(found, catalogue("en"))


def test_other_problems_of_a_chart_can_be_waived_too() -> None:
    chart = sound()
    chart["posts"]["csirt_head"] |= {"holder": None, "deputies": []}
    chart["waivers"] = [WAIVED | {"code": "OC114", "at": "posts.csirt_head"}]
    assert "OC802" not in codes(chart)
