"""`drill chart diff`: what differs between two charts, and which weak points came or went.

Personal names are in the two files, so the planner's own terminal shows them.
"""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from drill.cli.arguments import Parser
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.compare import Change, Shown, compare, renamed
from drill.model.library import find_chart
from drill.model.load import load_chart
from drill.model.problems import format_problem
from drill.text.catalogue import Catalogue

SCHEMA = "drill.chart.diff/1"


def options(parser: Parser) -> None:
    """The chart before and the chart after."""
    parser.value("old", words="diff_old", metavar="OLD")
    parser.value("new", words="diff_new", metavar="NEW")
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the differences; False if there are any."""
    old, new = (_chart(name, terminal) for name in (args.old, args.new))
    changes = compare(old, new)
    gone, come = weak_points(old, new, terminal.say)
    if args.json:
        terminal.json(as_data(changes, gone, come))
        return not changes
    say = terminal.say
    terminal.out(*(line(each, say) for each in changes))
    for code, names in (("gone", gone), ("come", come)):
        if names:
            terminal.out("", say(f"diff.weak_{code}", count=len(names)), *(f"  {name}" for name in names))
    terminal.note(say("diff.same") if not changes else say("diff.count", count=len(changes)))
    return not changes


def _chart(name: str, terminal: Terminal) -> Chart:
    loaded = load_chart(find_chart(name))
    if loaded.value is None:
        terminal.note(*(format_problem(each, terminal.say) for each in loaded.problems))
        raise UsageError("sheets.bad_chart", loaded.file)
    return loaded.value


def weak_points(old: Chart, new: Chart, say: Catalogue) -> tuple[list[str], list[str]]:
    """Single points of failure of the chart before that are none now, and those that are new, by name."""
    from drill.analysis.weak import weakness_of
    from drill.report.weak_text import element_name

    found = []
    for chart in (old, renamed(old, new)):
        weakness = weakness_of(chart).weakness
        elements = (weakness.network.elements[cut.elements[0]] for cut in weakness.essential(weakness.singles))
        found.append({(each.kind, each.ref): element_name(chart, each, say) for each in elements})
    before, after = found
    return [before[each] for each in before if each not in after], [after[each] for each in after if each not in before]


def line(change: Change, say: Catalogue) -> str:
    """One difference in one line."""
    section = say(f"diff.section.{change.section}")
    if change.section == "contacts" and isinstance(change.name, tuple):
        name = " → ".join(each.get(say.language) for each in change.name)
    else:
        name = _said(change.name, say)
    if change.field == "sequence":
        return f"~ {say('diff.sequence')}"
    if change.kind != "changed":
        sign = "+" if change.kind == "added" else "-"
        kind = change.after or change.before
        return f"{sign} {section} {name}" + (f" ({say(f'kind.{kind}')})" if change.section == "contacts" else "")
    code = f"diff.field.{change.field}"
    field = say(code) if code in say else change.field
    before, after = (
        _said(each, say) if each is not None else say("diff.none") for each in (change.before, change.after)
    )
    return "~ " + " ".join(filter(None, (section, name))) + f" {field}: {before} → {after}"


def _said(value: Shown, say: Catalogue) -> str:
    if value is None:
        return ""
    return say("diff.value", value=value)


def as_data(changes: list[Change], gone: list[str], come: list[str]) -> dict[str, Any]:
    """`drill.chart.diff/1`."""
    found = [
        {
            "kind": each.kind,
            "section": each.section,
            "key": each.key,
            "field": each.field or None,
            "before": _data(each.before),
            "after": _data(each.after),
        }
        for each in changes
    ]
    return {"schema": SCHEMA, "changes": found, "weak_points": {"gone": gone, "come": come}}


def _data(value: Shown) -> Any:
    if isinstance(value, Text):
        return {"ja": value.ja, "en": value.en}
    return [_data(each) for each in value] if isinstance(value, tuple) else value
