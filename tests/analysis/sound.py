"""A chart in which the planning rules find nothing, to be spoiled at one place."""

from __future__ import annotations

from datetime import date
from typing import Any

from drill.analysis.planning import planning_problems
from drill.model.chart import Chart
from drill.model.load import Loaded
from drill.model.problems import Problem
from tests.builders import FIXED, Data, contact

TODAY = date(2026, 4, 1)
POSTS = ("poc", "csirt_manager", "csirt_head", "crisis_management", "public_relations")


def person(**more: Any) -> Data:
    """Three ways to reach somebody, on three media, and a fresh entry."""
    channels = [
        {"kind": "desk", "medium": "exchange"},
        {"kind": "mobile", "medium": "carrier"},
        {"kind": "mail", "medium": "server"},
    ]
    return {"name": "somebody", "channels": channels, "verified": "2026-03-01", **more}


def sound() -> Data:
    """Each post has three people `POST_1` to `POST_3` in three rooms."""
    by: Data = {"by": ["desk", "mobile", "mail"]}
    return {
        "schema": "drill.chart/1",
        "id": "town",
        "title": "Town",
        "as_of": "2026-03-01",
        "last_drill": "2026-02-01",
        "storage": {"place": "folder", "known": 0.98, "known_first_year": 0.95},
        "hours": {"office": "mon-fri 08:30-17:15", "night": "mon-fri 17:15-08:30"},
        "holidays": ["2026-05-04"],
        "levels": dict.fromkeys(range(4), "a level"),
        "media": {name: {"name": name} for name in ("exchange", "carrier", "server")},
        "sites": {name: {"name": name} for name in ("room_1", "room_2", "room_3")},
        "behaviours": {"default": FIXED},
        "origins": ["poc"],
        "persons": {f"{post}_{i}": person(site=f"room_{i}") for post in POSTS for i in (1, 2, 3)},
        "posts": {
            post: {"name": post, "holder": f"{post}_1", "deputies": [f"{post}_2", f"{post}_3"]} for post in POSTS
        },
        "contacts": [
            contact("poc", "csirt_manager", **by),
            contact("csirt_manager", "csirt_head", **by),
            contact("csirt_manager", "crisis_management", "consult", when={"level": [2, 3]}, **by),
            contact("csirt_manager", "public_relations", "consult", when={"publishing": True}, **by),
        ],
    }


def add_post(chart: Data, name: str, **more: Any) -> None:
    """One more post with people like the others'."""
    people = [f"{name}_{i}" for i in (1, 2, 3)]
    chart["persons"] |= {each: person(site=f"room_{i}") for i, each in enumerate(people, 1)}
    chart["posts"][name] = {"name": name, "holder": people[0], "deputies": people[1:], **more}


def findings(chart: Data, today: date = TODAY) -> list[Problem]:
    """What the planning rules find."""
    found = planning_problems(Loaded.of(Chart.model_validate(chart), "town.yaml"), today)
    return [each for each in found if each.code >= "OC140" and each.code < "OC9"]


def codes(chart: Data, today: date = TODAY) -> list[str]:
    """The codes of what the planning rules find."""
    return sorted({each.code for each in findings(chart, today)})
