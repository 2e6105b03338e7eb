"""`drill chart diff`: what differs between two charts, what became of the weak points, and of a drill on both.

Personal names are in the two files, so the planner's own terminal shows them.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any, TypedDict

from drill.cli.arguments import Parser, refuse_without
from drill.cli.diff_text import line
from drill.cli.looking import usable_chart
from drill.cli.rerunning import print_compared, rerun_on, rerun_options
from drill.cli.terminal import Terminal
from drill.model.chart import Chart
from drill.model.compare import Change, compare, renamed
from drill.pairs import picked
from drill.report.charts_compared import compared_data
from drill.text.catalogue import Catalogue
from drill.text.clean import clean

SCHEMA = "drill.chart.diff/1"
_ENDS = {"caller", "target", "kind", "when"}
"""What tells a contact from others."""


def options(parser: Parser) -> None:
    """The chart before and the chart after."""
    parser.value("old", words="diff_old", metavar="OLD")
    parser.value("new", words="diff_new", metavar="NEW")
    rerun_options(parser)
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the differences; False if there are any."""
    refuse_without(args, "scenario", "seed", "seeds", "absent")
    old, new = (usable_chart(name, terminal)[1] for name in (args.old, args.new))
    changes = compare(old, new)
    weak = weak_points(old, new, terminal.say)
    drilled = rerun_on(args, terminal, old, renamed(old, new)) if args.scenario else None
    if args.json:
        drills = {"drills": compared_data(drilled[1])} if drilled else {}
        terminal.json({**as_data(changes, weak), **drills})
        return not changes
    say = terminal.say
    if changes:
        terminal.out(*(line(each, say) for each in changes), *weak_lines(weak, say))
    if drilled:
        print_compared(args, terminal, *drilled)
    terminal.note(say("diff.same") if not changes else say("diff.count", count=len(changes)))
    return not changes


class WeakPoints(TypedDict):
    """What became of the single points of failure, by name; `changed` with the posts not told before and now."""

    gone: list[str]
    come: list[str]
    changed: list[dict[str, Any]]
    unchanged: int


def weak_points(old: Chart, new: Chart, say: Catalogue) -> WeakPoints:
    """The single points of failure of both charts compared."""
    before, after = (_singles(chart, say) for chart in (old, renamed(old, new)))
    stay = [(name, count, after[each][1]) for each, (name, count) in before.items() if each in after]
    changed = [{"name": name, "before": was, "after": now} for name, was, now in stay if was != now]
    return WeakPoints(
        gone=[name for each, (name, _) in before.items() if each not in after],
        come=[name for each, (name, _) in after.items() if each not in before],
        changed=changed,
        unchanged=len(stay) - len(changed),
    )


def _singles(chart: Chart, say: Catalogue) -> dict[tuple[str, str], tuple[str, int]]:
    """Kind and id of each single point of failure → its name, and how many posts are not told without it."""
    from drill.analysis.weak import weakness_of
    from drill.report.weak_text import element_name

    weakness = weakness_of(chart, order=1).weakness
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for cut in weakness.essential(weakness.singles):
        element = weakness.network.elements[cut.elements[0]]
        refs = {weakness.network.names[node].ref for node in cut.falls}
        name = " ".join(clean(element_name(chart, element, say)).split())
        found[element.kind, element.ref] = (name, len(refs & chart.posts.keys()))
    return found


def weak_lines(found: WeakPoints, say: Catalogue) -> Iterator[str]:
    """A section each for the single points that went, came and stay."""
    for code, names in (("diff.weak_gone", found["gone"]), ("diff.weak_come", found["come"])):
        if names:
            yield from ("", say(code, count=len(names)), *(f"  {name}" for name in names))
    if count := len(found["changed"]) + found["unchanged"]:
        yield from ("", say("diff.weak_stay", count=count))
        for each in found["changed"]:
            yield "  " + say("diff.weak_changed", **each)
        if found["unchanged"]:
            yield "  " + say("diff.weak_unchanged", count=found["unchanged"])


def as_data(changes: list[Change], weak: WeakPoints) -> dict[str, Any]:
    """`drill.chart.diff/1`."""
    found = [
        {
            **picked(each, "kind", "section", "key"),
            "field": each.field or None,
            **picked(each, "before", "after"),
            "contact": each.contact and each.contact.model_dump(include=_ENDS, by_alias=True, exclude_defaults=True),
        }
        for each in changes
    ]
    return {"schema": SCHEMA, "changes": found, "weak_points": weak}
