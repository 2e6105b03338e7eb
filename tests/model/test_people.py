from __future__ import annotations

import pytest

from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.people import persons, posts
from drill.text.catalogue import catalogue

CHART = Chart.model_validate(
    {
        "schema": "drill.chart/1",
        "id": "c",
        "title": "c",
        "persons": {each: {"name": each} for each in ("ann", "bob", "cy", "dee")},
        "posts": {
            "head": {"name": "head", "holder": "ann", "deputies": ["bob", "cy"]},
            "desk": {"name": "desk", "role": "counter", "holder": "dee"},
            "desk2": {"name": "desk 2", "role": "counter", "holder": "bob"},
            "vacant": {"name": "vacant", "deputies": ["cy"]},
        },
        "groups": {"all_desks": {"name": "desks", "members": ["desk", "desk2"]}},
    }
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("head", {"ann"}),
        ("head/1", {"bob"}),
        ("head/2", {"cy"}),
        ("head/all", {"ann", "bob", "cy"}),
        ("cy", {"cy"}),
        ("counter", {"dee", "bob"}),
        ("all_desks", {"dee", "bob"}),
        ("vacant/1", {"cy"}),
    ],
)
def test_a_reference_means_these_persons(name: str, expected: set[str]) -> None:
    assert persons(CHART, [name]) == expected


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("haed", "There is no post or person"),
        ("cy/1", "There is no post or person"),
        ("head/3", "Nobody is"),
        ("head/0", "Nobody is"),
        ("head/x", "Nobody is"),
        ("vacant", "Nobody is"),
    ],
)
def test_what_means_nobody_is_refused(name: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        persons(CHART, [name])
    assert catalogue("en")(caught.value.code, **caught.value.params).startswith(said)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        persons(CHART, ["haed"])
    assert str(caught.value.params["near"]).startswith("head")


def test_posts_are_named_once_each() -> None:
    assert posts(CHART, ["desk", "all_desks"]) == ("desk", "desk2")
