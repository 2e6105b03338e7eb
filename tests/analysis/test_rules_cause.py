"""What looks like two and falls together."""

from __future__ import annotations

from datetime import date

import pytest

from drill.model.basics import Text
from drill.model.problems import format_problem
from drill.text.catalogue import catalogue
from tests.analysis.sound import codes, findings, sound
from tests.builders import Data, contact

LEAVE = [{"from": "2026-04-20", "to": "2026-04-24"}]


def test_a_holder_and_deputies_in_one_room() -> None:
    chart = sound()
    for i in (1, 2, 3):
        chart["persons"][f"csirt_head_{i}"]["site"] = "room_2"
    (found,) = findings(chart)
    assert (found.code, found.path) == ("OC301", ("sites", "room_2"))
    chart["persons"]["csirt_head_3"]["site"] = None
    assert codes(chart) == []


def test_a_post_without_deputies_has_nobody_to_sit_elsewhere() -> None:
    chart = sound()
    chart["posts"]["csirt_head"]["deputies"] = []
    assert codes(chart) == ["OC201"]


def test_the_first_day_on_which_everybody_is_on_leave_is_said() -> None:
    chart = sound() | {"limits": {"verified_days": 100}}
    people = [chart["persons"][f"poc_{i}"] for i in (1, 2, 3)]
    people[0]["leave"] = LEAVE
    people[1]["leave"] = [{"from": "2026-04-22", "to": "2026-05-06"}]
    assert codes(chart) == []
    people[2]["leave"] = [{"from": "2026-04-01", "to": "2026-04-23"}]
    (found,) = findings(chart)
    assert (found.code, found.params["day"]) == ("OC302", Text(ja="令和8年4月22日", en="2026-04-22"))
    assert [each.params["day"].en for each in findings(chart, date(2026, 4, 23))] == ["2026-04-23"]  # type: ignore[attr-defined]
    assert codes(chart, date(2026, 4, 24)) == [], "what is over is over"


def test_all_channels_of_a_person_on_one_medium() -> None:
    chart = sound()
    for channel in chart["persons"]["poc_2"]["channels"]:
        channel["medium"] = "carrier"
    (found,) = findings(chart)
    assert (found.code, found.path) == ("OC303", ("persons", "poc_2", "channels"))
    chart["persons"]["poc_2"]["channels"][0]["medium"] = None
    assert codes(chart) == []


@pytest.mark.parametrize(
    ("deputies", "found"), [(["csirt_manager_2"], ["OC304"]), (["csirt_head_2", "poc_2"], []), (["csirt_head_1"], [])]
)
def test_one_person_may_propose_publication_and_approve_it(deputies: list[str], found: list[str]) -> None:
    chart = sound()
    chart["posts"]["csirt_head"]["deputies"] = [*deputies, "csirt_head_3"]
    assert [code for code in codes(chart) if code == "OC304"] == found


def test_without_a_head_whoever_is_reported_to_when_publishing_approves() -> None:
    chart = sound()
    chart["posts"]["director"] = chart["posts"].pop("csirt_head") | {"deputies": ["csirt_manager_2", "csirt_head_3"]}
    chart["contacts"][1] = contact("csirt_manager", "director", by=["desk", "mobile", "mail"])
    assert "OC304" not in codes(chart)
    chart["contacts"][1]["when"] = {"publishing": True}
    assert "OC304" in codes(chart)


def _on_one_platform(chart: Data, *media: str) -> Data:
    chart["media"]["platform"] = {"name": "platform"}
    for medium in media:
        chart["media"][medium]["needs"] = ["platform"]
    return chart


def test_channels_that_all_need_the_system_that_may_have_failed() -> None:
    found = {each.code: each.path for each in findings(_on_one_platform(sound(), "exchange", "carrier", "server"))}
    assert found["OC305"] == ("media", "platform")
    assert "OC303" not in found, "the media themselves differ"
    assert "OC305" not in codes(_on_one_platform(sound(), "exchange", "server"))


@pytest.mark.parametrize(
    ("count", "said"), [(1, "は「exchange」による1つだけです"), (2, "2つは、全て「exchange」によります")]
)
def test_one_channel_is_not_called_all_of_them(count: int, said: str) -> None:
    chart = sound()
    chart["persons"]["poc_1"]["channels"] = [{"kind": kind, "medium": "exchange"} for kind in ("desk", "duty")[:count]]
    (found,) = (each for each in findings(chart) if each.code == "OC303")
    assert f"「somebody」（`poc_1`）の連絡手段{said}" in format_problem(found, catalogue("ja"))
