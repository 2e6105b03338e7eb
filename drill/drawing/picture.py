"""What a picture of a chart shows, whatever it is drawn with: boxes in the order of the tree, and the contacts.

Pure. A group that is contacted as a whole is one box that names its members; nobody's name is in it unless asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Literal

from drill.analysis.hierarchy import grouped, hierarchy, walk
from drill.model.basics import ContactKind, Text
from drill.model.chart import Chart, Contact, When
from drill.pairs import gathered

KINDS: tuple[ContactKind, ...] = ("report", "instruct", "consult", "liaise")
Way = tuple[ContactKind, Literal["up", "down"]]
"""A contact of the tree: its kind, and whether it goes to the box above or comes from it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A post, or a group with its `members`. `weak`: how many posts are not told if it cannot be reached."""

    ref: str
    name: Text
    above: str | None = None
    vacant: bool = False
    external: bool = False
    in_scope: bool = True
    deputies: int = 0
    people: tuple[Text, ...] = ()
    """Holder and deputies by name, only where names were asked for."""
    weak: int | None = None
    members: tuple[Box, ...] = ()
    alone: bool = False
    """No contact goes to it or comes from it."""

    @property
    def look(self) -> Literal["weak", "out", "external", "plain"]:
        """What is most out of the ordinary."""
        if self.weak is not None:
            return "weak"
        return "out" if not self.in_scope else "external" if self.external else "plain"


@dataclass(frozen=True, slots=True)
class BoxLink:
    """All contacts of one kind from one box to another. No `when`: always owed."""

    caller: str
    target: str
    kind: ContactKind
    when: tuple[When, ...] = ()
    caller_only: tuple[Text, ...] = ()
    """Members of the caller's group that owe it, where not all of them do."""
    target_only: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A chart to be drawn. Boxes come in the order of the tree, each before what hangs below it."""

    title: Text
    as_of: date | None
    level: int | None
    boxes: Mapping[str, Box]
    links: tuple[BoxLink, ...]
    things: tuple[tuple[Text, int], ...] = ()
    """Single points of failure that are no posts (sites, media), and how many posts are not told without each."""

    def way(self, link: BoxLink) -> Way | None:
        """How a contact runs along the tree; None if it runs beside it."""
        if self.boxes[link.caller].above == link.target:
            return (link.kind, "up")
        return (link.kind, "down") if self.boxes[link.target].above == link.caller else None

    def along(self) -> Iterator[tuple[str, Way, BoxLink]]:
        """The contacts along the tree, each after the lower of its two boxes."""
        for link in self.links:
            if way := self.way(link):
                yield link.caller if way[1] == "up" else link.target, way, link

    def beside(self) -> list[BoxLink]:
        """The contacts beside the tree."""
        return [link for link in self.links if self.way(link) is None]

    def kinds(self) -> list[ContactKind]:
        """The kinds of contact that occur, in their usual order."""
        occur = {link.kind for link in self.links}
        return [kind for kind in KINDS if kind in occur]

    def depths(self) -> dict[str, int]:
        """How far below the top each box stands."""
        found: dict[str, int] = {}
        for ref, box in self.boxes.items():
            found[ref] = found[box.above] + 1 if box.above in found else 0
        return found


def picture(
    chart: Chart,
    level: int | None = None,
    weak: Mapping[str, int] | None = None,
    things: tuple[tuple[Text, int], ...] = (),
    with_names: bool = False,
) -> Picture:
    """The picture of a chart; with `level` only of the contacts owed at that level.

    `weak`: post → number of posts that are not told if nobody at it can be reached; names only `with_names`.
    """
    if level is not None:
        owed = tuple(each for each in chart.contacts if not each.when.level or level in each.when.level)
        chart = chart.model_copy(update={"contacts": owed})
    group_of = grouped(chart)
    inside = gathered((group_of.get(post, post), post) for post in chart.posts)
    links = tuple(_links(chart, group_of, inside))
    met = {ref for link in links for ref in (link.caller, link.target)}
    boxes: dict[str, Box] = {}
    above: dict[str, str] = {}
    for branch, _ in walk(hierarchy(chart, everybody=True)):
        above |= {child.ref: branch.ref for child in branch.below}
        posts = [_post(chart, post, weak or {}, with_names) for post in inside[branch.ref]]
        box = Box(branch.ref, chart.groups[branch.ref].name, members=tuple(posts)) if branch.group else posts[0]
        boxes[branch.ref] = replace(box, above=above.get(branch.ref), alone=branch.ref not in met)
    return Picture(chart.title, chart.as_of, level, boxes, links, things)


def _post(chart: Chart, ref: str, weak: Mapping[str, int], with_names: bool) -> Box:
    post = chart.posts[ref]
    candidates = chart.candidates(ref)
    return Box(
        ref,
        post.name,
        vacant=post.holder is None,
        external=post.external,
        in_scope=post.in_scope,
        deputies=len(candidates) - (post.holder is not None),
        people=tuple(chart.persons[each].name for each in candidates if with_names and each in chart.persons),
        weak=weak.get(ref),
    )


def _links(chart: Chart, group_of: Mapping[str, str], inside: Mapping[str, list[str]]) -> Iterator[BoxLink]:
    """The contacts between boxes, those of one kind between the same ends together."""
    together = gathered(
        (BoxLink(caller, target, contact.kind, (), some, others), contact)
        for contact in chart.contacts
        for (caller, some), (target, others) in product(
            *(_ends(chart, ref, group_of, inside) for ref in (contact.caller, contact.target))
        )
        if caller != target
    )
    return (replace(link, when=_when(contacts)) for link, contacts in together.items())


def _ends(
    chart: Chart, ref: str, group_of: Mapping[str, str], inside: Mapping[str, list[str]]
) -> list[tuple[str, tuple[Text, ...]]]:
    """The boxes a reference means, each with the members meant where it is not all of them."""
    meant = gathered((group_of.get(post, post), post) for post in chart.resolve(ref) if post in chart.posts)
    return [
        (box, () if len(set(posts)) == len(inside[box]) else tuple(chart.posts[post].name for post in posts))
        for box, posts in meant.items()
    ]


def _when(contacts: list[Contact]) -> tuple[When, ...]:
    """The conditions of contacts that are drawn as one line, as short as they say the same.

    That a first notice is meant goes without saying; what is owed only later does not.
    """
    whens = [(each.when, each.when.model_copy(update={"message": ()})) for each in contacts]
    first = {at_once for when, at_once in whens if not when.message or "notice" in when.message}
    if When() in first:
        return ()
    return tuple(dict.fromkeys(at_once if at_once in first else when for when, at_once in whens))
