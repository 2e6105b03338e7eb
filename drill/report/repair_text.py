"""A repair in words and as data."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from drill.analysis.repair.changes import AddChannel, AddContact, AddDeputy, Change
from drill.analysis.repair.goals import Unremedied
from drill.analysis.repair.plan import Repair
from drill.model.chart import Channel, Chart
from drill.pairs import picked
from drill.report.weak_text import WIDTH, Wording, element_name, node_data
from drill.text.breaking import hang
from drill.text.catalogue import Catalogue, Word
from drill.text.choices import CHANNEL, KIND, REPAIR, REPAIR_WHY

SCHEMA = "drill.repair/1"


def repair_lines(repair: Repair, say: Catalogue) -> list[str]:
    """The changes one by one, what they cost and achieve, and what stays."""
    lines = [outcome(repair, say)]
    if repair.changes:
        lines += ["", *(f"  + {change_text(repair.before.chart, change, say)}" for change in repair.changes), ""]
        before, after = (len(repair.singles(found)) for found in (repair.before, repair.after))
        lines.append(say("repair.singles", before=before, after=after))
    if any(isinstance(change, AddDeputy) for change in repair.changes):
        lines.append(say("repair.to_name"))
    if repair.unremedied:
        lines += ["", say("repair.unremedied", count=len(repair.unremedied))]
        lines += [f"  - {_stays(repair, each, say)}" for each in repair.unremedied]
    entries = ((text[:4], text[4:]) if text.startswith("  ") else ("", text) for text in lines)
    return [line for mark, text in entries for line in hang(text, WIDTH, mark)]


def outcome(repair: Repair, say: Catalogue) -> str:
    """One sentence: how many changes, what they cost, and whether that is proven to be the least."""
    if not repair.changes:
        return say("repair.no_help" if repair.unremedied else "repair.nothing")
    return say(
        "repair.proven" if repair.proven else "repair.unproven",
        count=len(repair.changes),
        cost=number(repair.cost),
        offered=repair.offered,
        bound=number(repair.lower_bound),
    )


def change_text(chart: Chart, change: Change, say: Catalogue) -> str:
    """What the planner has to do."""
    match change:
        case AddDeputy():
            nowhere = Word("repair.any_site" if change.kind == "offsite" else "repair.no_site")
            site = chart.sites[change.entry.site].name if change.entry.site else nowhere
            posts = tuple(chart.posts[post].name for post in change.posts)
            channels = tuple(_way(channel, say) for channel in change.entry.channels)
            return say(REPAIR[change.kind], posts=posts, site=site, channels=channels or Word("repair.no_channel"))
        case AddChannel():
            way, medium = _way(change.channel, say), change.channel.medium
            if medium is not None:
                way = say("repair.way", kind=way, medium=chart.media[medium].name)
            return say("repair.channel", person=chart.persons[change.person].name, channels=way)
        case AddContact():
            contact = change.contact
            caller, target = (chart.posts[post].name for post in (contact.caller, contact.target))
            return say("repair.edge", caller=caller, target=target, kind=Word(KIND[contact.kind]))


def _way(channel: Channel, say: Catalogue) -> str:
    kind = say(CHANNEL[channel.kind])
    return kind if channel.medium else say("repair.own_line", kind=kind)


def _stays(repair: Repair, each: Unremedied, say: Catalogue) -> str:
    chart, why = repair.before.chart, say(REPAIR_WHY[each.reason])
    named = (chart.duties[name.ref].name if name.kind == "duty" else chart.posts[name.ref].name for name in each.falls)
    names = Wording(repair.before, say).some([name.get(say.language) for name in named])
    if each.element is None:
        return f"{say('repair.unremedied.always', names=names)}: {why}"
    # A deputy to be named is in the repaired chart only.
    element = element_name(repair.chart, each.element, say)
    return f"{say('repair.unremedied.falls', element=element, names=names)}: {why}"


def number(cost: Fraction) -> str:
    """A cost without needless zeros."""
    return f"{float(cost):.3f}".rstrip("0").rstrip(".")


def repair_data(repair: Repair) -> dict[str, Any]:
    """The same for a program: `drill.repair/1`."""
    return {
        "schema": SCHEMA,
        "chart": repair.before.chart.id,
        "kinds": list(repair.kinds),
        "proven": repair.proven,
        "cost": float(repair.cost),
        "lower_bound": float(repair.lower_bound),
        "offered": repair.offered,
        "rounds": repair.rounds,
        "singles": {
            when: [picked(found.network.elements[cut.elements[0]], "kind", "ref") for cut in repair.singles(found)]
            for when, found in (("before", repair.before), ("after", repair.after))
        },
        "changes": [_change(change) for change in repair.changes],
        "unremedied": [
            {
                "element": each.element and picked(each.element, "kind", "ref"),
                "falls": [node_data(name) for name in each.falls],
                "reason": each.reason,
            }
            for each in repair.unremedied
        ],
    }


def _change(change: Change) -> dict[str, Any]:
    match change:
        case AddDeputy():
            entry: Any = change.entry
            more: dict[str, Any] = {"person": change.person, "posts": list(change.posts)}
        case AddChannel():
            entry, more = change.channel, {"person": change.person}
        case AddContact():
            entry, more = change.contact, {}
    return {"kind": change.kind, **more, "entry": entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
