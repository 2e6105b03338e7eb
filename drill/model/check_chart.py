"""What cannot be right in a chart: unknown names, posts without people, contacts that reach nobody."""

from __future__ import annotations

from drill.model.chart import Chart, Contact
from drill.model.findings import Findings
from drill.model.problems import Path


def check_references(found: Findings[Chart]) -> None:
    """Every name used is defined."""
    _person_references(found)
    chart = found.value
    posts = found.names("posts")
    anyone = posts | found.names("groups") | set(chart.by_role)
    persons, hours = found.names("persons"), found.names("hours") | {"always"}
    for name, post in chart.posts.items():
        found.known("OC101", ("posts", name, "holder"), post.holder, persons)
        found.each_known("OC101", ("posts", name, "deputies"), post.deputies, persons)
    for name, group in chart.groups.items():
        found.each_known("OC103", ("groups", name, "members"), group.members, posts)
    for i, contact in enumerate(chart.contacts):
        found.known("OC102", ("contacts", i, "from"), contact.caller, anyone)
        found.known("OC102", ("contacts", i, "to"), contact.target, anyone)
        found.known("OC106", ("contacts", i, "when", "hours"), contact.when.hours, hours)
    found.each_known("OC102", ("origins",), chart.origins, anyone)
    for name, duty in chart.duties.items():
        found.known("OC102", ("duties", name, "convener"), duty.convener, anyone)
        found.each_known("OC102", ("duties", name, "members"), duty.members, anyone)


def _person_references(found: Findings[Chart]) -> None:
    sites, media = found.names("sites"), found.names("media")
    behaviours = found.names("behaviours") | {"default"}
    hours = found.names("hours") | {"always"}
    for name, site in found.value.sites.items():
        found.known("OC105", ("sites", name, "within"), site.within, sites)
    for name, medium in found.value.media.items():
        found.known("OC105", ("media", name, "site"), medium.site, sites)
        found.each_known("OC104", ("media", name, "needs"), medium.needs, media)
    for name, person in found.value.persons.items():
        found.known("OC105", ("persons", name, "site"), person.site, sites)
        found.known("OC107", ("persons", name, "behaviour"), person.behaviour, behaviours)
        for i, channel in enumerate(person.channels):
            at = ("persons", name, "channels", i)
            found.known("OC104", (*at, "medium"), channel.medium, media)
            found.known("OC106", (*at, "hours"), channel.hours, hours)


def check_people(found: Findings[Chart]) -> None:
    """Deputies that are none, posts without anybody, leave that ends before it starts."""
    for name, person in found.value.persons.items():
        for i, leave in enumerate(person.leave):
            if leave.end < leave.start:
                found.add("OC113", ("persons", name, "leave", i, "to"), start=leave.start, end=leave.end)
        kinds = [channel.kind for channel in person.channels]
        for i, kind in enumerate(kinds):
            if kind in kinds[:i]:
                found.add("OC116", ("persons", name, "channels", i), person=name, kind=kind)
    for name, post in found.value.posts.items():
        if post.holder is None and not post.deputies and post.in_scope:
            found.add("OC114", ("posts", name), key=True, name=name)
        for i, deputy in enumerate(post.deputies):
            path = ("posts", name, "deputies", i)
            if deputy == post.holder:
                found.add("OC111", path, person=deputy, name=name)
            elif deputy in post.deputies[:i]:
                found.add("OC112", path, person=deputy, name=name)


def check_groups(found: Findings[Chart]) -> None:
    """Groups without members, meetings that can never have their quorum."""
    chart = found.value
    for name, group in chart.groups.items():
        if not group.members:
            found.add("OC130", ("groups", name), key=True, name=name)
    for name, duty in chart.duties.items():
        members = chart.meant(*duty.members)
        if duty.quorum > len(members):
            found.add("OC131", ("duties", name, "quorum"), quorum=duty.quorum, members=len(members))
        for i, ref in enumerate(duty.members):
            _lacking(found, ("duties", name, "members", i), ref, duty.by)


def check_contacts(found: Findings[Chart]) -> None:
    """Contacts that go nowhere, twice the same way or by no channel, and posts that no contact leads to.

    A post that only calls others is where an incident is found; whether a scenario reaches it is checked there.
    """
    chart = found.value
    first: dict[object, int] = {}
    met = {post for contact in chart.contacts for post in chart.resolve(contact.caller)}
    met |= {post for duty in chart.duties.values() for ref in duty.members for post in chart.resolve(ref)}
    for i, contact in enumerate(chart.contacts):
        if contact.caller == contact.target:
            found.add("OC120", ("contacts", i, "to"), name=contact.target)
        earlier = first.setdefault(_sameness(contact), i)
        if earlier != i:
            line = found.loaded.where(("contacts", earlier))[0]
            found.add("OC121", ("contacts", i), caller=contact.caller, target=contact.target, line=line)
        met.update(post for post in chart.resolve(contact.target) if post != contact.caller)
        by = ("contacts", i, "by")
        for person, name in _lacking(found, by, contact.target, contact.by).items():
            found.add("OC124", by, person=person, name=name, by=", ".join(contact.by))
    for name, post in chart.posts.items():
        if post.in_scope and not post.external and name not in met:
            found.add("OC123", ("posts", name), key=True, name=name)


def _sameness(contact: Contact) -> object:
    """Two contacts with this in common are owed at the same time."""
    return contact.caller, contact.target, contact.kind, contact.when


def _lacking(found: Findings[Chart], path: Path, target: str, by: tuple[str, ...]) -> dict[str, str]:
    """Person → post of those who, unlike others who may answer for it, have none of these channels; OC122 if all."""
    chart, lacking = found.value, dict[str, str]()
    for name in chart.resolve(target):
        post = chart.posts.get(name)
        people = chart.candidates(name) if post and post.in_scope else ()
        have = {each: {c.kind for c in chart.persons[each].channels} for each in people if each in chart.persons}
        without = [person for person, kinds in have.items() if kinds.isdisjoint(by)]
        if len(without) < len(have):
            lacking.update((person, name) for person in without if person not in lacking)
        elif without and len(have) == len(people):
            kinds = sorted({kind for each in have.values() for kind in each})
            found.add("OC122", path, name=name, by=", ".join(by), have=", ".join(kinds) or "-")
    return lacking
