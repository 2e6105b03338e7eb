"""Improvement actions over years: open, late or closed, and a later drill has the last word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.model.evaluation import Evaluation
from drill.year.improvement import Evaluated, count, followed, track

TODAY = date(2024, 4, 1)


def _evaluated(drill: str, held: str | None = None, **more: Any) -> Evaluated:
    data = {"schema": "drill.evaluation/1", "transcript": f"{drill}.jsonl", "held": held}
    return Evaluated(drill, Evaluation.model_validate(data | more))


def _action(name: str = "a", **more: Any) -> dict[str, Any]:
    return {"id": name, "gap": f"gap {name}", "measure": f"measure {name}"} | more


@pytest.mark.parametrize(
    ("action", "stand"),
    [
        (_action(), "open"),
        (_action(due="2024-04-01"), "open"),
        (_action(due="2024-03-31"), "late"),
        (_action(due="2024-03-31", closed_on="2024-03-30"), "closed"),
        (_action(closed_on="2024-04-01"), "closed"),
        (_action(closed_on="2024-04-02"), "open"),
    ],
)
def test_an_action_is_open_until_its_day_then_late_unless_closed(action: dict[str, Any], stand: str) -> None:
    (found,) = track([_evaluated("x", actions=[action])], TODAY)
    assert found.stand == stand


def test_a_later_drill_has_the_last_word() -> None:
    first = _evaluated("r4", "2022-11-01", actions=[_action(closed_on="2023-01-01"), _action("b")])
    later = _evaluated("r5", "2023-11-01", follows=[{"action": "a", "closed": False}, {"action": "b", "closed": True}])
    found = {each.action.id: each for each in track([later, first], TODAY)}
    assert (found["a"].stand, found["a"].tested_in) == ("open", "r5")
    assert (found["b"].stand, found["b"].tested_in) == ("closed", "r5")


def test_an_earlier_drill_cannot_test_a_later_action() -> None:
    first = _evaluated("r4", "2022-11-01", follows=[{"action": "a", "closed": True}])
    later = _evaluated("r5", "2023-11-01", actions=[_action()])
    (found,) = track([first, later], TODAY)
    assert (found.stand, found.tested_in) == ("open", None)


def test_where_ids_repeat_the_drill_says_which_is_meant() -> None:
    one, two = (_evaluated(name, "2022-11-01", actions=[_action()]) for name in ("one", "two"))
    later = _evaluated("r5", "2023-11-01", follows=[{"action": "a", "drill": "two", "closed": True}])
    assert [(each.drill, each.stand) for each in track([one, two, later], TODAY)] == [
        ("one", "open"),
        ("two", "closed"),
    ]


def test_what_is_followed_up_is_found_in_its_file_if_that_is_there() -> None:
    first = _evaluated("r4", actions=[_action()])
    later = _evaluated("r5", follows=[{"action": "a", "closed": True}, {"action": "z", "closed": False}])
    found = followed(later.evaluation, [first])
    assert [action.gap if action else None for _, action in found] == ["gap a", None]


@given(
    st.lists(
        st.builds(
            _action,
            st.sampled_from("abc"),
            due=st.none() | st.dates(date(2023, 1, 1), date(2025, 1, 1)),
            closed_on=st.none() | st.dates(date(2023, 1, 1), date(2025, 1, 1)),
        ),
        max_size=6,
    )
)
def test_every_action_is_counted_once(actions: list[dict[str, Any]]) -> None:
    found = track([_evaluated("x", actions=actions)], TODAY)
    assert [each.action.id for each in found] == [each["id"] for each in actions]
    assert sum(count(found).values()) == len(actions)
