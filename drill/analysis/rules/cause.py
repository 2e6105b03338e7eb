"""Rules on common cause: what looks like two and falls together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import product

from drill.analysis.rules import naming
from drill.analysis.rules.chart_findings import ChartFindings
from drill.contacts.resolved import Link, resolved
from drill.model.basics import ContactKind, Text
from drill.model.chart import Chart


def _own_posts(chart: Chart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Posts of the office itself that take part, with those who answer for them."""
    people = resolved(chart).candidates
    return ((name, people[name]) for name, post in chart.posts.items() if post.in_scope and not post.external)


def _same_room(found: ChartFindings) -> None:
    """One finding for each place, said at the place."""
    chart, rooms = found.value, defaultdict[str, list[str]](list)
    for name, people in _own_posts(chart):
        sites = {chart.persons[person].site for person in people}
        site = sites.pop() if len(sites) == 1 and len(people) > 1 else None
        if site is not None:
            rooms[site].append(name)
    for site, posts in rooms.items():
        names = naming.posts(chart, posts)
        found.add("OC301", ("sites", site), key=True, site=chart.sites[site].name, posts=names)


def _same_leave(found: ChartFindings) -> None:
    chart = found.value
    for name, people in _own_posts(chart):
        starts = {leave.start for person in people for leave in chart.persons[person].leave}
        days = sorted({max(start, found.today) for start in starts}) if len(people) > 1 else ()
        day = next((day for day in days if all(chart.on_leave(person, day) for person in people)), None)
        if day:
            found.add("OC302", ("posts", name), key=True, post=chart.posts[name].name, day=naming.day(day))


def _one_medium(found: ChartFindings) -> None:
    chart = found.value
    for name in dict.fromkeys(person for _, people in _own_posts(chart) for person in people):
        channels = chart.persons[name].channels
        media = {channel.medium for channel in channels}
        medium = media.pop() if len(media) == 1 else None
        if medium is not None:
            said = chart.media[medium].name
            path = ("persons", name, "channels")
            code = "rule.channels.one" if len(channels) == 1 else "rule.channels.all"
            depend = Text.said(code, medium=said, count=len(channels))
            found.add("OC303", path, key=True, person=naming.person(chart, name), depend=depend)


def _one_system(found: ChartFindings) -> None:
    """Channels on different media that all need one system: when it fails, its own failure notice has no way."""
    chart, cut = found.value, defaultdict[str, list[str]](list)
    for name, people in _own_posts(chart):
        media = {channel.medium for person in people for channel in chart.persons[person].channels}
        if len(media) < 2 or None in media:
            continue
        for kind, system in frozenset.intersection(*(resolved(chart).needs("medium", medium) for medium in media)):
            if kind == "medium":
                cut[system].append(name)
    for system, posts in sorted(cut.items()):
        names = naming.posts(chart, posts)
        found.add("OC305", ("media", system), key=True, medium=chart.media[system].name, posts=names)


def _publishing(chart: Chart, kind: ContactKind) -> list[Link]:
    """Contacts of a kind because something is to be published."""
    links = resolved(chart).links
    return [link for link in links if link.contact.when.publishing and link.contact.kind == kind]


def proposers(chart: Chart) -> dict[str, None]:
    """Posts that consult somebody because something is to be published."""
    return dict.fromkeys(link.caller for link in _publishing(chart, "consult"))


def approvers(chart: Chart) -> Collection[str]:
    """Who approves publication: the CSIRT head; without one, whoever is reported to when something is published."""
    return chart.by_role.get("csirt_head") or dict.fromkeys(link.target for link in _publishing(chart, "report"))


def _own_approval(found: ChartFindings) -> None:
    chart, people = found.value, resolved(found.value).candidates
    for proposer, approver in product(proposers(chart), approvers(chart)):
        both = [naming.person(chart, person) for person in people[proposer] if person in people[approver]]
        if proposer == approver or both:
            said = {"post": chart.posts[proposer].name, "approver": chart.posts[approver].name}
            found.add("OC304", ("posts", proposer), key=True, people=naming.several(both), **said)


RULES = (_same_room, _same_leave, _one_medium, _one_system, _own_approval)
