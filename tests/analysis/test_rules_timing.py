"""Nights and holidays, callers with too many calls, deadlines, long chains. Behaviour is fixed: a call takes 65 s."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from drill.analysis.rules.workload import workloads
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.model.problems import format_problem
from drill.text.catalogue import catalogue
from tests.analysis.sound import add_post, codes, findings, sound
from tests.builders import FIXED, Data, contact

CALL_S = 65
HANDLING_S = 10


def _reachable_in(chart: Data, post: str, hours: str) -> Data:
    for i in (1, 2, 3):
        for channel in chart["persons"][f"{post}_{i}"]["channels"]:
            channel["hours"] = hours
    return chart


def test_a_manager_who_can_be_called_in_office_hours_only_stops_the_chain_at_night_and_on_days_off() -> None:
    chart = _reachable_in(sound(), "csirt_manager", "office")
    night, day_off = findings(chart)
    assert (night.code, night.path, night.params["count"]) == ("OC401", ("posts", "csirt_manager"), 4)
    assert (day_off.code, day_off.path, day_off.params["count"]) == ("OC402", ("posts", "csirt_manager"), 4)
    assert night.params["posts"].en == "csirt_manager", "where it breaks, not what falls behind it"  # type: ignore[attr-defined]
    assert night.params["moment"] == "2026-04-01 00:00", "a Wednesday, before the office opens"
    assert day_off.params["moment"] == "2026-04-04 00:00", "a Saturday"


def test_one_deputy_with_a_duty_telephone_is_enough_at_night() -> None:
    chart = _reachable_in(sound(), "csirt_manager", "office")
    chart["persons"]["csirt_manager_2"]["channels"][1]["hours"] = "always"
    assert codes(chart) == []


def test_hours_that_leave_out_holidays_only() -> None:
    chart = sound()
    chart["hours"]["weekly"] = "mon-sun 00:00-24:00"
    _reachable_in(chart, "csirt_head", "weekly")
    (found,) = findings(chart)
    assert (found.code, found.params["moment"]) == ("OC402", "2026-05-04 00:00")
    chart["hours"]["weekly"] = "mon-sun,hol 00:00-24:00"
    assert codes(chart) == []


def test_who_need_not_be_told_at_night_is_not_missed_then() -> None:
    chart = _reachable_in(sound(), "csirt_head", "office")
    chart["contacts"][1]["when"] = {"hours": "office"}
    assert codes(chart) == []


def _caller_of(count: int, **more: Any) -> Data:
    """The PoC tells `count` sections, after its report to the manager."""
    chart = sound()
    sections = [f"section_{i}" for i in range(count)]
    for name in sections:
        add_post(chart, name)
    chart["groups"] = {"sections": {"name": "sections", "members": sections}}
    chart["contacts"].append(
        contact("poc", "sections", "liaise", **{"order": 2, "by": ["desk", "mobile", "mail"]} | more)
    )
    return chart


@pytest.mark.parametrize(("count", "found"), [(10, ["OC403"]), (9, [])])
def test_more_calls_in_a_row_than_the_limit(count: int, found: list[str]) -> None:
    chart = _caller_of(count)
    assert codes(chart) == found
    for each in findings(chart):
        assert (each.path, each.params["calls"]) == (("posts", "poc"), 11)
    chart["limits"] = {"calls": 11}
    assert codes(chart) == []


def test_calls_at_different_levels_are_not_made_in_a_row() -> None:
    chart = _caller_of(9)
    chart["contacts"].append(contact("poc", "csirt_head", "liaise", when={"level": [2]}))
    chart["contacts"].append(contact("poc", "crisis_management", "liaise", when={"level": [3]}))
    assert codes(chart) == ["OC403"], "nine, the manager and one of the two"
    chart["limits"] = {"calls": 11}
    assert codes(chart) == []


def test_of_those_written_to_first_only_who_does_not_acknowledge_is_called() -> None:
    chart = _caller_of(12, by=["mail", "desk", "mobile"])
    chart["behaviours"]["slow"] = FIXED | {"read": {"median_s": 601}}
    assert codes(chart) == [], "everybody reads the mail after two minutes"
    for i in range(12):
        chart["persons"][f"section_{i}_1"]["behaviour"] = "slow"
    assert codes(chart) == ["OC403"]


def test_half_of_a_spread_that_is_centred_on_the_wait_has_to_be_called() -> None:
    chart = _caller_of(4, by=["mail", "desk", "mobile"])
    chart["behaviours"]["half"] = FIXED | {"reads": 1, "read": {"median_s": 600, "sigma": 1.8}}
    for i in range(4):
        chart["persons"][f"section_{i}_1"]["behaviour"] = "half"
    work = workloads(Chart.model_validate(chart), Situation())["poc"]
    assert work.calls == pytest.approx(1 + 4 / 2)
    assert work.told_after_min[4] == pytest.approx((HANDLING_S + CALL_S + 600 + 2 * CALL_S) / 60)


@pytest.mark.parametrize(("deadline", "found"), [(5, ["OC404"]), (6, [])])
def test_a_deadline_that_the_calls_before_it_use_up(deadline: float, found: list[str]) -> None:
    """The manager and four sections: 10 s of handling and five calls of 65 s are 5.6 minutes."""
    chart = _caller_of(4, deadline_min=deadline)
    assert codes(chart) == found
    for each in findings(chart):
        assert (each.path, each.params["minutes"]) == (("contacts", 4, "deadline_min"), 6)


def test_those_who_do_not_answer_cost_their_ringing() -> None:
    chart = _caller_of(4)
    chart["behaviours"]["default"] = FIXED | {"answers": 0.5}
    work = workloads(Chart.model_validate(chart), Situation())["poc"]
    assert work.told_after_min[4] == pytest.approx((HANDLING_S + 5 * (CALL_S + 30)) / 60)


def test_a_deadline_that_runs_from_a_later_decision_does_not_count_the_calls_before_it() -> None:
    chart = _caller_of(4, when={"publishing": True}, deadline_min=5)
    assert codes(chart) == []
    chart["contacts"][0]["when"] = {"publishing": True}
    assert codes(chart) == ["OC404"]


def test_a_post_too_many_contacts_away() -> None:
    chart = sound()
    chart["limits"] = {"hops": 1}
    assert codes(chart) == ["OC405"]
    far = [each.path[1] for each in findings(chart)]
    assert far == ["crisis_management", "csirt_head", "public_relations"]
    assert [each.params["way"].en for each in findings(chart)][1] == "poc → csirt_manager → csirt_head"  # type: ignore[attr-defined]
    chart["contacts"].append(contact("poc", "csirt_head"))
    assert [each.path[1] for each in findings(chart)] == ["crisis_management", "public_relations"]
    chart["limits"] = {"hops": 2}
    assert codes(chart) == []


def test_the_way_to_a_far_post_is_told_in_names() -> None:
    chart = sound() | {"limits": {"hops": 1}}
    for post, name in (("poc", "甲"), ("csirt_manager", "乙"), ("csirt_head", "丙")):
        chart["posts"][post]["name"] = name
    said = [format_problem(each, catalogue("ja")) for each in findings(chart)]
    assert any("「丙」に届くまでに2段の連絡が必要です（上限1段）: 甲 → 乙 → 丙（" in line for line in said)


def test_a_long_way_is_told_by_both_its_ends() -> None:
    chart = sound()
    for i in range(9):
        add_post(chart, f"post_{i}")
        chart["contacts"].append(contact(f"post_{i - 1}" if i else "poc", f"post_{i}", by=["desk", "mobile", "mail"]))
    ways = {each.path[1]: each.params["way"].en for each in findings(chart)}  # type: ignore[attr-defined]
    assert ways["post_6"].count(" → ") == 7
    assert "…" not in ways["post_6"]
    assert ways["post_8"] == "poc → post_0 → post_1 → post_2 → … → post_6 → post_7 → post_8"


@pytest.mark.parametrize("day", [date.min, date(9999, 12, 26), date.max])
def test_the_first_and_the_last_days_of_the_calendar_have_nights_and_days_off_too(day: date) -> None:
    chart = _reachable_in(sound() | {"holidays": []}, "csirt_head", "night")
    assert {each.code for each in findings(chart, day)} >= {"OC401", "OC402"}


def test_leave_is_no_matter_of_opening_hours() -> None:
    chart = sound()
    for i in (1, 2, 3):
        chart["persons"][f"poc_{i}"]["leave"] = [{"from": "2026-04-01", "to": "2026-04-30"}]
    assert codes(chart) == ["OC302"]


def test_a_telephone_that_is_staffed_at_night_only_leaves_the_day_open() -> None:
    chart = _reachable_in(sound(), "csirt_head", "night")
    found = {each.code: each.params["moment"] for each in findings(chart)}
    assert found["OC401"] == "2026-04-01 08:30"
