"""Contacts that should lead somewhere and do not."""

from __future__ import annotations

import pytest

from tests.analysis.sound import add_post, codes, findings, sound
from tests.builders import Data, contact


def _with(*contacts: Data, posts: tuple[str, ...] = (), **more: Data) -> Data:
    """The sound chart with more posts and contacts."""
    chart = sound()
    for post in posts:
        add_post(chart, post, **more.get(post, {}))
    chart["contacts"] += contacts
    return chart


def test_a_sound_chart_has_no_finding_at_all() -> None:
    assert findings(sound()) == []


@pytest.mark.parametrize(
    ("when", "found"),
    [({"level": [1, 2, 3]}, ["OC141"]), ({"level": [2]}, []), ({}, []), ({"level": [1], "message": ["update"]}, [])],
)
def test_a_contact_for_a_level_at_which_its_caller_knows_nothing(when: Data, found: list[str]) -> None:
    """Crisis management is told at levels 2 and 3; a contact that names no level follows its caller."""
    chart = _with(contact("crisis_management", "registry", when=when), posts=("registry",))
    assert codes(chart) == found
    for each in findings(chart):
        assert each.path == ("contacts", 4, "when")
        assert (str(each.params["where"]), each.params["posts"].en) == ("ja='レベル1' en='level 1'", "registry")  # type: ignore[attr-defined]


def test_who_is_told_by_somebody_else_at_that_level_lacks_nothing() -> None:
    one = contact("crisis_management", "registry", when={"level": [1, 2, 3]})
    assert codes(_with(one, posts=("registry",))) == ["OC141"]
    assert codes(_with(one, contact("poc", "registry", when={"level": [1]}), posts=("registry",))) == []


@pytest.mark.parametrize(
    ("back", "found"),
    [
        ([], ["OC142"]),
        ([contact("office", "csirt_head")], []),
        ([contact("office", "poc")], []),
        ([contact("office", "poc", "liaise")], []),
        ([contact("office", "poc", "consult")], ["OC142"]),
        ([contact("office", "everybody", "liaise")], ["OC142"]),
    ],
)
def test_an_instruction_without_a_way_to_report_back(back: list[Data], found: list[str]) -> None:
    """Back is a report or a liaison, direct or through others; an announcement to a group is none."""
    chart = _with(contact("csirt_head", "office", "instruct"), *back, posts=("office",))
    chart["groups"] = {"everybody": {"name": "everybody", "members": ["poc"]}}
    assert codes(chart) == found


def test_who_takes_no_part_need_not_report() -> None:
    chart = _with(contact("csirt_head", "office", "instruct"), posts=("office",), office={"in_scope": False})
    assert codes(chart) == ["OC505"]


@pytest.mark.parametrize(("classes", "found"), [(["failure"], ["OC143"]), (["failure", "misuse"], []), ([], [])])
def test_a_class_for_which_nobody_outside_is_told(classes: list[str], found: list[str]) -> None:
    chart = _with(
        contact("csirt_manager", "vendor", "liaise", when={"class": classes}),
        contact("csirt_manager", "csirt_head", "consult", when={"class": ["misuse"]}),
        posts=("vendor",),
        vendor={"external": True},
    )
    assert codes(chart) == found


def test_a_chart_without_outside_bodies_lacks_none() -> None:
    assert codes(_with(contact("csirt_manager", "csirt_head", "consult", when={"class": ["misuse"]}))) == []


@pytest.mark.parametrize(
    ("join", "found"),
    [
        (contact("registry", "archive"), {"registry", "archive"}),
        (contact("registry", "poc"), set()),
        (contact("poc", "registry", "liaise"), set()),
    ],
)
def test_a_section_without_a_route_to_the_poc(join: Data, found: set[str]) -> None:
    """The archive, if it has no contact at all, is another problem: OC123."""
    chart = _with(join, posts=("registry", "archive"))
    assert {each.path[1] for each in findings(chart) if each.code == "OC144"} == found


def test_a_route_may_lead_through_others() -> None:
    chart = _with(contact("archive", "registry"), contact("registry", "poc"), posts=("registry", "archive"))
    assert codes(chart) == []


def test_origins_that_are_not_given_are_said_to_be_a_guess() -> None:
    chart = sound()
    del chart["origins"]
    (found,) = findings(chart)
    assert (found.code, found.severity, found.path) == ("OC145", "note", ())
