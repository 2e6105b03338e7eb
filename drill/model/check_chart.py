"""What cannot be right in a chart: unknown names, posts without people, contacts that reach nobody."""

from __future__ import annotations

from drill.model.chart import Chart
from drill.model.findings import Findings
from drill.model.problems import Path


def check_references(found: Findings[Chart]) -> None:
    """Every name used is defined."""
    found.all_defined(*_REFERENCES)


_ANYONE = ("contacts.*.caller", "contacts.*.target", "origins.*", "duties.*.convener", "duties.*.members.*")
_REFERENCES = (
    ("OC101", "persons", "posts.*.holder", "posts.*.deputies.*"),
    ("OC102", "posts groups by_role", *_ANYONE),
    ("OC103", "posts", "groups.*.members.*"),
    ("OC104", "media", "media.*.needs.*", "persons.*.channels.*.medium"),
    ("OC105", "sites", "sites.*.within", "media.*.site", "persons.*.site"),
    ("OC106", "hours", "persons.*.channels.*.hours", "contacts.*.when.hours"),
    ("OC107", "behaviours", "persons.*.behaviour"),
)


def check_people(found: Findings[Chart]) -> None:
    """Deputies that are none, posts without anybody, leave that ends before it starts."""
    for path, leave in found.at("persons.*.leave.*"):
        if leave.end < leave.start:
            found.add("OC113", (*path, "to"), start=leave.start, end=leave.end)
    for name, person in found.value.persons.items():
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
        same = contact.caller, contact.target, contact.kind, contact.when  # such two are owed at the same time
        if (earlier := first.setdefault(same, i)) != i:
            line = found.loaded.where(("contacts", earlier))[0]
            found.add("OC121", ("contacts", i), caller=contact.caller, target=contact.target, line=line)
        met.update(post for post in chart.resolve(contact.target) if post != contact.caller)
        by = ("contacts", i, "by")
        for person, name in _lacking(found, by, contact.target, contact.by).items():
            found.add("OC124", by, person=person, name=name, by=", ".join(contact.by))
    for name, post in chart.posts.items():
        if post.in_scope and not post.external and name not in met:
            found.add("OC123", ("posts", name), key=True, name=name)


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
