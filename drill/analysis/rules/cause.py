"""Rules on common cause: what looks like two and falls together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from drill.analysis.rules import naming
from drill.contacts.resolved import resolved
from drill.model.chart import Chart
from drill.model.findings import Findings


def check_common_cause(found: Findings[Chart], today: date) -> None:
    """Deputies who are hit together with the holder, channels that fail together, one person at both ends."""
    _same_room(found)
    _same_leave(found, today)
    _one_medium(found)
    _one_system(found)
    _own_approval(found)


def own_posts(chart: Chart) -> Iterator[str]:
    """Posts of the office itself that take part."""
    return (name for name, post in chart.posts.items() if post.in_scope and not post.external)


def _same_room(found: Findings[Chart]) -> None:
    """One finding for each place, said at the place."""
    chart, rooms = found.value, defaultdict[str, list[str]](list)
    for name in own_posts(chart):
        people = chart.candidates(name)
        sites = {chart.persons[person].site for person in people}
        site = sites.pop() if len(sites) == 1 and len(people) > 1 else None
        if site is not None:
            rooms[site].append(name)
    for site, posts in rooms.items():
        names = naming.posts(chart, posts)
        found.add("OC301", ("sites", site), key=True, site=chart.sites[site].name, posts=names)


def _same_leave(found: Findings[Chart], today: date) -> None:
    chart = found.value
    for name in own_posts(chart):
        people = chart.candidates(name)
        if len(people) < 2:
            continue
        starts = {leave.start for person in people for leave in chart.persons[person].leave}
        days = sorted({max(start, today) for start in starts})
        day = next((day for day in days if all(chart.on_leave(person, day) for person in people)), None)
        if day:
            found.add("OC302", ("posts", name), key=True, post=chart.posts[name].name, day=naming.day(day))


def _one_medium(found: Findings[Chart]) -> None:
    chart = found.value
    inside = dict.fromkeys(person for name in own_posts(chart) for person in chart.candidates(name))
    for name in inside:
        channels = chart.persons[name].channels
        media = {channel.medium for channel in channels}
        medium = media.pop() if len(media) == 1 else None
        if medium is not None:
            said = chart.media[medium].name
            path = ("persons", name, "channels")
            code = "rule.channels.one" if len(channels) == 1 else "rule.channels.all"
            depend = naming.said(code, medium=said, count=len(channels))
            found.add("OC303", path, key=True, person=naming.person(chart, name), depend=depend)


def _one_system(found: Findings[Chart]) -> None:
    """Channels on different media that all need one system: when it fails, its own failure notice has no way."""
    chart, cut = found.value, defaultdict[str, list[str]](list)
    for name in own_posts(chart):
        channels = [c for person in chart.candidates(name) for c in chart.persons[person].channels]
        media = {channel.medium for channel in channels}
        if len(media) < 2 or None in media:
            continue
        shared = frozenset.intersection(*(resolved(chart).needs.media[medium] for medium in media if medium))
        for system in shared:
            cut[system].append(name)
    for system, posts in sorted(cut.items()):
        names = naming.posts(chart, posts)
        found.add("OC305", ("media", system), key=True, medium=chart.media[system].name, posts=names)


def proposers(chart: Chart) -> dict[str, None]:
    """Posts that consult somebody because something is to be published."""
    contacts = (c for c in chart.contacts if c.when.publishing and c.kind == "consult")
    return dict.fromkeys(post for contact in contacts for post in chart.resolve(contact.caller))


def approvers(chart: Chart) -> Collection[str]:
    """Who approves publication: the CSIRT head; without one, whoever is reported to when something is published."""
    heads = chart.by_role.get("csirt_head", ())
    contacts = (c for c in chart.contacts if c.when.publishing and c.kind == "report")
    return heads or dict.fromkeys(post for contact in contacts for post in chart.resolve(contact.target))


def _own_approval(found: Findings[Chart]) -> None:
    chart = found.value
    for proposer in proposers(chart):
        for approver in approvers(chart):
            both = _shared(chart.candidates(proposer), chart.candidates(approver))
            if proposer == approver or both:
                said = {"post": chart.posts[proposer].name, "approver": chart.posts[approver].name}
                people = naming.several([naming.person(chart, name) for name in both])
                found.add("OC304", ("posts", proposer), key=True, people=people, **said)


def _shared(some: Iterable[str], others: Collection[str]) -> list[str]:
    return [name for name in some if name in others]
