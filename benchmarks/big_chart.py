"""Contact charts of any size, shaped like an office: a tree of posts that report up and instruct down, and more."""

from __future__ import annotations

from random import Random
from typing import Any

from drill.model.chart import Chart

FAN = 6
"""Posts below a post."""


def big_chart(posts: int, seed: int = 1, deputies: float = 1.0) -> Chart:
    """The chart of `big_data`."""
    return Chart.model_validate(big_data(posts, seed, deputies))


def fan_chart(posts: int) -> Chart:
    """One post that instructs all the others, itself."""
    contacts = [{"from": "post0", "to": f"post{i}", "kind": "instruct"} for i in range(1, posts)]
    return Chart.model_validate({**big_data(posts), "contacts": contacts})


def big_text(posts: int) -> str:
    """The chart as a file, one entry a line."""
    lines = []
    for section, content in big_data(posts).items():
        if isinstance(content, dict):
            lines += [f"{section}:", *(f"  {name}: {_flow(entry)}" for name, entry in content.items())]
        elif section == "contacts":
            lines += [f"{section}:", *(f"  - {_flow(entry)}" for entry in content)]
        else:
            lines.append(f"{section}: {_flow(content)}")
    return "\n".join(lines) + "\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]" if isinstance(value, list) else str(value)


def big_data(posts: int, seed: int = 1, deputies: float = 1.0) -> dict[str, Any]:
    """A chart of so many posts, each with three telephones a person and rings (report up, instruct down).

    `deputies` is the share of posts with a deputy. About 13 arcs a post with deputies everywhere. Every fifth deputy
    holds the next post, every second post is contacted by another one too.
    """
    random = Random(seed)
    sites = [f"floor{i}" for i in range(max(4, posts // 20))]
    persons: dict[str, Any] = {}
    entries: dict[str, Any] = {}
    contacts: list[dict[str, Any]] = []
    for i in range(posts):
        floor = sites[i * len(sites) // posts]
        _person(persons, f"p{i}", floor, i)
        people: list[str] = []
        if random.random() < deputies:
            next_holder = i % 5 == 4 and i + 1 < posts
            people = [f"p{i + 1}" if next_holder else f"d{i}"]
            if not next_holder:
                _person(persons, f"d{i}", random.choice(sites), i)
        entries[f"post{i}"] = {"name": f"Post {i}", "holder": f"p{i}", "deputies": people}
        if i:
            above = (i - 1) // FAN
            contacts.append({"from": f"post{above}", "to": f"post{i}", "kind": "instruct"})
            contacts.append({"from": f"post{i}", "to": f"post{above}", "kind": "report"})
            if i % 2 == 0:
                contacts.append({"from": f"post{random.randrange(i)}", "to": f"post{i}", "kind": "liaise"})
    return {
        "schema": "drill.chart/1",
        "id": "big",
        "title": f"{posts} posts",
        "media": {name: {"name": name} for name in ("exchange", "carrier", "server")},
        "sites": {site: {"name": site} for site in sites},
        "persons": persons,
        "posts": entries,
        "contacts": contacts,
        "origins": ["post0"],
    }


def _person(persons: dict[str, Any], name: str, site: str, number: int) -> None:
    persons[name] = {
        "name": name,
        "site": site,
        "channels": [
            {"kind": "desk", "medium": "exchange", "address": f"line-{number}"},
            {"kind": "mobile", "medium": "carrier"},
            {"kind": "mail", "medium": "server"},
        ],
    }
