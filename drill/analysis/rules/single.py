"""Rules on single points: one person, medium, site or line, or one pair, that takes posts down (the exact cut sets)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drill.analysis.compile import shared_lines
from drill.analysis.network import Element, NodeName
from drill.analysis.rules import naming
from drill.analysis.rules.chart_findings import ChartFindings
from drill.analysis.weak import ChartWeakness, Cut, weakness_of
from drill.contacts.resolved import Part, resolved
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.pairs import gathered
from drill.text.catalogue import Word
from drill.text.choices import CHANNEL, RULE_WITHOUT


def _cuts(found: ChartFindings) -> None:
    """One finding for each single point, one for all fatal pairs."""
    weak = found.weak
    cuts = {weak.network.elements[cut.elements[0]]: cut for cut in weak.weakness.essential(weak.weakness.singles)}
    inside = gathered((part, each) for each in cuts for part in _needs(weak.chart, each) if part != each[:2])
    posts = gathered((person, post) for post in weak.chart.posts for person in weak.chart.candidates(post))
    for element, cut in cuts.items():
        if _worth(weak, cuts, element, inside.get(element[:2], [])):
            _single(found, weak, element, cut, posts)
    if found.pairs:
        _pairs(found, weak)


def _worth(weak: ChartWeakness, cuts: Mapping[Element, Cut], element: Element, within: list[Element]) -> bool:
    """Whether the finding says more than those of the elements within, and than what the element must take down.

    The people in a place explain its failure only as far as one of them alone takes down as much, at most half.
    """
    falls = cuts[element].falls
    most = element.kind == "site" and 2 * len(falls) > len(weak.weakness.reachable)
    alone = max((len(cuts[each].falls) for each in within if each.kind == "person"), default=0)
    if element.kind == "site" and (most or len(falls) > alone):
        within = [each for each in within if each.kind == "site"]
    explained = {node for each in within for node in cuts[each].falls}
    return any(
        node not in explained and (most or not _own(weak.chart, weak.network.names[node], element)) for node in falls
    )


def _needs(chart: Chart, element: Element) -> frozenset[Part]:
    """The media and sites whose failure takes an element with it."""
    if element.kind == "person":
        return resolved(chart).needs("site", chart.persons[element.ref].site)
    return resolved(chart).needs(element.kind, element.ref) if element.kind in ("site", "medium") else frozenset()


def _own(chart: Chart, node: NodeName, element: Element) -> bool:
    """What an element is expected to take down: posts of the place itself, outside bodies of outside lines."""
    if node.kind != "post" or element.kind == "person":
        return False
    if element.kind != "site":
        return chart.posts[node.ref].external
    sites = (chart.persons[person].site for person in chart.candidates(node.ref))
    return all(element[:2] in resolved(chart).needs("site", site) for site in sites)


def _single(
    found: ChartFindings, weak: ChartWeakness, element: Element, cut: Cut, posts_of: Mapping[str, list[str]]
) -> None:
    chart, falls = found.value, [weak.network.names[node] for node in cut.falls]
    whole = len(weak.weakness.reachable)
    share = naming.share("rule.falls.some", "rule.falls.all", len(falls), whole)
    names = naming.several([_node(chart, node) for node in falls])
    said = {"falls": names, "count": len(falls), "whole": whole, "share": share}
    if element.kind == "person":
        posts = posts_of[element.ref]
        code = "OC202" if len(posts) > 1 else "OC201"
        person, answers = naming.person(chart, element.ref), naming.posts(chart, posts)
        found.add(code, ("persons", element.ref), key=True, person=person, posts=answers, **said)
    elif element.kind == "site":
        found.add("OC204", ("sites", element.ref), key=True, site=chart.sites[element.ref].name, **said)
    else:
        failing = Text.said(RULE_WITHOUT[element.kind], name=element_name(chart, element))
        path = ("media", element.ref) if element.kind == "medium" else ("persons", element.ref.split("/")[0])
        found.add("OC203", path, key=True, failing=failing, **said)


def _node(chart: Chart, node: NodeName) -> Text:
    return chart.duties[node.ref].name if node.kind == "duty" else chart.posts[node.ref].name


def element_name(chart: Chart, element: Element) -> Text:
    """What the chart calls an element; a line is its kind and those who share it."""
    if element.kind != "line":
        entries: Any = {"person": chart.persons, "site": chart.sites, "medium": chart.media}
        name: Text = entries[element.kind][element.ref].name
        return name
    owner, _, kind = element.ref.rpartition("/")
    lines = (people for (of, _), people in shared_lines(chart).items() if of == kind and people[0] == owner)
    users = naming.several([chart.persons[person].name for person in next(lines, [owner])])
    return Text.said("weak.line", kind=Word(CHANNEL[kind]), users=users)


def _pairs(found: ChartFindings, weak: ChartWeakness) -> None:
    """Only pairs that take down more than half of the posts which neither takes down alone."""
    whole = len(weak.weakness.reachable)
    fatal = [cut for cut in weak.weakness.essential(weak.weakness.pairs) if 2 * len(cut.minimal) > whole]
    if fatal:
        names = naming.several([_pair(found.value, weak, cut.elements) for cut in fatal], length=100)
        found.add("OC205", ("posts",), key=True, pairs=names, count=len(fatal), whole=whole)


def _pair(chart: Chart, weak: ChartWeakness, elements: Iterable[int]) -> Text:
    one, other = (element_name(chart, weak.network.elements[element]) for element in elements)
    return Text(ja=f"{one.get('ja')}＋{other.get('ja')}", en=f"{one.get('en')} + {other.get('en')}")


def _quorums(found: ChartFindings) -> None:
    """Whom a meeting cannot be without, seen from a convener who knows already."""
    chart = found.value
    for name, duty in chart.duties.items():
        weak = weakness_of(chart, origins=chart.resolve(duty.convener)[:1], order=1)
        cuts = [
            weak.network.elements[cut.elements[0]]
            for cut in weak.weakness.singles
            if any(weak.network.names[node] == NodeName("duty", name) for node in cut.falls)
        ]
        people = [naming.person(chart, element.ref) for element in cuts if element.kind == "person"]
        if people:
            names = naming.several(people)
            found.add("OC206", ("duties", name, "quorum"), duty=duty.name, quorum=duty.quorum, people=names)


RULES = (_cuts, _quorums)
