"""Rules on duties: consultation and approval that the levels and publication ask for, duties that nobody owns."""

from __future__ import annotations

from drill.analysis.rules import naming
from drill.analysis.rules.cause import approvers, proposers
from drill.analysis.rules.chart_findings import ChartFindings
from drill.contacts.resolved import Link, resolved
from drill.contacts.situation import Situation
from drill.model.basics import ContactKind
from drill.model.chart import Chart

CRISIS_LEVELS = (2, 3)
"""The levels at which crisis management is consulted (FACTS, CSIRT contact structure)."""


def _holding(chart: Chart, kind: ContactKind, target: set[str], situation: Situation) -> list[Link]:
    """Contacts of a kind to one of these posts that are owed in the situation."""
    links = (link for link in resolved(chart).links if link.contact.kind == kind and link.target in target)
    return [link for link in links if situation.owes(chart, link.contact.when)]


def _crisis_management(found: ChartFindings) -> None:
    chart = found.value
    posts = chart.by_role.get("crisis_management", ())
    if not posts:
        if chart.levels:
            found.add("OC602", ("levels",), key=True)
        return
    missing = [n for n in CRISIS_LEVELS if not _holding(chart, "consult", set(posts), Situation(level=n))]
    if missing:
        levels = ", ".join(map(str, missing))
        found.add("OC601", ("posts", posts[0]), key=True, post=chart.posts[posts[0]].name, levels=levels)


def _publication(found: ChartFindings) -> None:
    """Held against charts that know of publication: by a condition, or by a post for public relations."""
    chart, publishing = found.value, Situation(publishing=True)
    press = chart.by_role.get("public_relations", ())
    first = next((i for i, contact in enumerate(chart.contacts) if contact.when.publishing), None)
    if not press and first is None:
        return
    path = ("posts", press[0]) if press else ("contacts", first or 0)
    consulted = _holding(chart, "consult", set(press), publishing)
    if not consulted:
        found.add("OC603", path, key=True)
    propose = set(proposers(chart)) or {link.caller for link in consulted}
    approve = set(approvers(chart))
    reports = _holding(chart, "report", approve, publishing)
    if propose and not propose & approve and not propose.intersection(link.caller for link in reports):
        found.add("OC604", path, key=True, posts=naming.posts(chart, [p for p in chart.posts if p in propose]))


def _told_at_1_only(found: ChartFindings) -> None:
    chart = found.value
    if not {1, 3} <= chart.levels.keys():
        return
    told: dict[int, dict[str, int]] = {1: {}, 3: {}}
    for level, posts in told.items():
        for link in resolved(chart).owed(Situation(level=level)):
            posts.setdefault(link.target, link.place)
    for post, i in told[1].items():
        if post not in told[3]:
            found.add("OC605", ("contacts", i, "when"), key=True, post=chart.posts[post].name)


def _owners(found: ChartFindings) -> None:
    chart = found.value
    for name, duty in chart.duties.items():
        if not any(map(chart.candidates, chart.meant(duty.convener))):
            found.add("OC606", ("duties", name, "convener"), duty=duty.name)
        elif not chart.meant(*duty.members):
            found.add("OC606", ("duties", name, "members"), key=True, duty=duty.name)
    for name, post in chart.posts.items():
        if post.duties and post.holder is None and post.in_scope:
            found.add("OC607", ("posts", name), key=True, post=post.name, count=len(post.duties))


RULES = (_crisis_management, _publication, _told_at_1_only, _owners)
