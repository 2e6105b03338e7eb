"""A chart while it is read from a sheet: people and posts found again by their names, with ids that hold no names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from drill.model.chart import CHART_SCHEMA, Chart
from drill.sheets.kit.grid import Cell
from drill.text.normal import key, line, tidy

Data = dict[str, Any]

KNOWN_ROLES = {
    "ciso": "ciso",
    "最高情報セキュリティ責任者": "ciso",
    "csirt責任者": "csirt_head",
    "csirt管理者": "csirt_manager",
    "poc": "poc",
    "poc担当者": "poc",
    "インシデントハンドラー": "handler",
}
"""Posts that the shipped scenarios ask for by these ids."""
HOURS = {"office": "mon-fri 08:30-17:15", "night": "mon-fri 17:15-08:30; sat,sun,hol 00:00-24:00"}
"""What 平日 and 夜間・休日 are taken for; assumption, and said in the preview."""
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")


@dataclass
class Draft:
    """Persons, posts, sites and contacts as a chart file has them."""

    persons: dict[str, Data] = field(default_factory=dict)
    posts: dict[str, Data] = field(default_factory=dict)
    sites: dict[str, Data] = field(default_factory=dict)
    contacts: list[Data] = field(default_factory=list)
    hours: dict[str, str] = field(default_factory=dict)
    between: dict[tuple[str, str], list[tuple[Data, bool]]] = field(default_factory=dict)
    """Caller and target → their contacts, and whether the sheet says the kind."""
    seen: dict[str, Cell] = field(default_factory=dict)
    """Person → where the person was first named."""
    tables: dict[str, object] = field(default_factory=dict)
    """Post → the table it was first read from."""
    _people: dict[str, list[str]] = field(default_factory=dict)
    _aliases: dict[str, list[str]] = field(default_factory=dict)

    def people(self, name: str) -> list[str]:
        """Persons of exactly this name, spaces and width apart."""
        return self._people.get(key(name), [])

    def like_person(self, name: str) -> list[str]:
        """Names that begin alike, for a hint."""
        return [
            self.persons[p]["name"]["ja"]
            for known, ids in self._people.items()
            if known[:1] == key(name)[:1]
            for p in ids
        ]

    def add_person(self, name: str, cell: Cell) -> str:
        """A new person."""
        person = f"person_{len(self.persons) + 1:02}"
        self.persons[person] = {"name": {"ja": line(name)}, "channels": []}
        self.seen[person] = cell
        self._people.setdefault(key(name), []).append(person)
        return person

    def posts_called(self, name: str) -> list[str]:
        """Posts of this name, role or title."""
        return self._aliases.get(key(name), [])

    def add_post(self, name: str, wanted: str = "") -> str:
        """A new post; `wanted` is its id in the sheet, used if it is one and is free."""
        number = len(self.posts) + 1
        choices = (
            wanted,
            KNOWN_ROLES.get(key(name), ""),
            KNOWN_ROLES.get(key(name.split("（", maxsplit=1)[0]), ""),
            f"post_{number:02}",
        )
        post = next((c for c in choices if _ID.fullmatch(c) and c not in self.posts), f"post_{number:02}_{number}")
        self.posts[post] = {"name": {"ja": tidy(name)}, "deputies": []}
        self.call(post, name)
        return post

    def call(self, post: str, *names: str) -> None:
        """Other names of a post."""
        for name in names:
            known = self._aliases.setdefault(key(name), []) if key(name) else [post]
            if post not in known:
                known.append(post)

    def name(self, post: str) -> str:
        """What a post is called."""
        return str(self.posts[post]["name"]["ja"])

    def post_names(self) -> list[str]:
        """The names of all posts, for hints."""
        return [self.name(post) for post in self.posts]

    def site(self, name: str) -> str:
        """The site of this name, a new one if need be."""
        for known, entry in self.sites.items():
            if key(entry["name"]["ja"]) == key(name):
                return known
        site = f"site_{len(self.sites) + 1:02}"
        self.sites[site] = {"name": {"ja": tidy(name)}}
        return site

    def add_channel(self, person: str, channel: Data) -> None:
        """One more way to reach a person, unless it is known already."""
        if channel not in self.persons[person]["channels"]:
            self.persons[person]["channels"].append(channel)

    def chart(self, chart_id: str, title: str, source: str, as_of: Any) -> Chart:
        """The chart; a draft always makes a valid one."""
        data = {
            "schema": CHART_SCHEMA,
            "id": chart_id,
            "title": {"ja": title},
            "source": source,
            "as_of": as_of,
            "hours": self.hours,
            "sites": self.sites,
            "persons": self.persons,
            "posts": self.posts,
            "contacts": self.contacts,
        }
        return Chart.model_validate(data)
