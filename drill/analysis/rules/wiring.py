"""Rules on wiring: contacts that should lead somewhere and do not."""

from __future__ import annotations

from collections.abc import Iterable

from drill.analysis.rules import naming
from drill.analysis.rules.chart_findings import ChartFindings
from drill.analysis.rules.timing import CLASSES, situations
from drill.contacts.resolved import resolved
from drill.contacts.situation import Situation
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.pairs import gathered, reached
from drill.text.choices import CLASS


def _from_the_window(found: ChartFindings) -> None:
    """From where an incident becomes known to every post."""
    origins = found.weak.origins
    if origins.by == "inferred" and origins.posts:
        found.add("OC145", (), posts=naming.posts(found.value, origins.posts))
    stated = origins.posts if origins.by == "chart" else ()
    poc = found.value.resolve("poc")
    if stated or poc:
        _stranded(found, stated or poc)
        _apart(found, poc or stated)


def _stranded(found: ChartFindings, origins: Iterable[str]) -> None:
    """Contacts for a level or class in which the caller, who is told in others, knows nothing.

    A contact that names no level or class follows its caller and is none of these.
    """
    chart = found.value
    ever = reach(origins, _steps(chart, Situation()))
    told = {situation: reach(origins, _steps(chart, situation)) for situation in situations(chart)}
    for i, contact in enumerate(chart.contacts):
        if ever.isdisjoint(chart.resolve(contact.caller)):
            continue
        owed = [situation for situation in told if situation.owes(chart, contact.when)]
        targets = chart.meant(contact.target)
        lost: dict[str, None] = {}
        where = []
        for value in (*contact.when.level, *contact.when.incident):
            then = [situation for situation in owed if value in (situation.level, situation.incident)]
            missing = [post for post in targets if not any(post in told[situation] for situation in then)]
            if then and missing:
                lost |= dict.fromkeys(missing)
                where.append(Text.said(CLASS[value]) if value in CLASSES else Text.said("level", level=value))
        if lost:
            said = {"posts": naming.posts(chart, lost), "caller": naming.several(chart.called(contact.caller))}
            found.add("OC141", ("contacts", i, "when"), key=True, where=naming.several(where), **said)


def _steps(chart: Chart, situation: Situation) -> list[tuple[str, str]]:
    return [link[:2] for link in resolved(chart).owed(situation)]


def reach(starts: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    """Everything that these steps lead to, with the starts."""
    after = gathered(steps)
    return set(dict(reached(starts, lambda post: after.get(post, ()))))


def _one_way_instructions(found: ChartFindings) -> None:
    """An announcement to a whole group is no way back."""
    chart = found.value
    back = gathered(
        link[:2]
        for link in resolved(chart).links
        if link.contact.kind == "report" or (link.contact.kind == "liaise" and link.contact.target not in chart.groups)
    )
    for i, contact in enumerate(chart.contacts):
        if contact.kind != "instruct":
            continue
        callers = chart.resolve(contact.caller)  # as a rule near: the rest is not looked at
        posts = chart.meant(contact.target)
        mute = [p for p in posts if not any(each in callers for each, _ in reached([p], lambda at: back.get(at, ())))]
        if mute:
            said = {"caller": naming.several(chart.called(contact.caller)), "posts": naming.posts(chart, mute)}
            found.add("OC142", ("contacts", i), key=True, **said)


def _outside_bodies(found: ChartFindings) -> None:
    """Classes the chart knows for which, unlike for another class, no outside body is told."""
    chart = found.value
    known = dict.fromkeys(incident for contact in chart.contacts for incident in contact.when.incident)
    outside = [link for link in resolved(chart).links if chart.posts[link.target].external]
    told = {
        incident: [link.target for link in outside if incident in (link.contact.when.incident or known)]
        for incident in known
    }
    everybody = dict.fromkeys(post for posts in told.values() for post in posts)
    for incident, posts in told.items():
        if everybody and not posts:
            said = {"incident": Text.said(CLASS[incident]), "posts": naming.posts(chart, everybody)}
            found.add("OC143", ("contacts",), key=True, **said)


def _apart(found: ChartFindings, window: tuple[str, ...]) -> None:
    """Posts that contact somebody or are contacted, but nobody who is joined to the window.

    In either direction, directly or through others; a post without any contact is OC123.
    """
    chart = found.value
    steps = [link[:2] for link in resolved(chart).links]
    joined = reach(window, steps) | reach(window, ((target, caller) for caller, target in steps))
    for name in dict.fromkeys(post for step in steps for post in step):
        post = chart.posts[name]
        if post.in_scope and not post.external and name not in joined:
            found.add("OC144", ("posts", name), key=True, post=post.name, window=naming.posts(chart, window))


RULES = (_from_the_window, _one_way_instructions, _outside_bodies)
