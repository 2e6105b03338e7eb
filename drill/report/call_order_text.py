"""The order of calls in words and as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drill.pairs import picked
from drill.planning.calls import CallerPlan, CallPlan, TimedCall
from drill.report.weak_text import WIDTH
from drill.text.breaking import wrap
from drill.text.catalogue import Catalogue, Word
from drill.text.choices import KIND
from drill.text.clean import clean
from drill.text.figures import clock
from drill.text.width import table

SCHEMA = "drill.calls/1"


def call_order_lines(plan: CallPlan, say: Catalogue) -> list[str]:
    """When all are told, the saving, and the list of every caller who is better off with another order."""
    changed = [caller for caller in plan.callers if caller.changed]
    count = len(plan.today.told)
    sentences = [say("calls.today", count=count, today=_span(plan.today.makespan_ms, say))]
    if plan.saving_ms:
        sentences.append(say("calls.best", best=_span(plan.best.makespan_ms, say), saving=_span(plan.saving_ms, say)))
    else:
        sentences.append(say("calls.as_good"))
    lines = [line for text in sentences for line in wrap(text, WIDTH)]
    for caller in changed:
        name = clean(plan.chart.posts[caller.caller].name.get(say.language))
        lines += ["", name, *_list(plan, caller, say)]
    if changed:
        lines += ["", say("calls.unchanged", count=len(plan.callers) - len(changed))]
    return lines


def _span(ms: int, say: Catalogue) -> str:
    minutes, seconds = divmod(ms // 1000, 60)
    return say("calls.span", minutes=minutes, seconds=seconds)


def _list(plan: CallPlan, caller: CallerPlan, say: Catalogue) -> list[str]:
    today = {call.item: (i, call) for i, call in enumerate(caller.today, 1)}
    rows = []
    for i, call in enumerate(caller.best, 1):
        before, old = today.get(call.item, ("", None))
        name = target_name(call, caller.best, clean(plan.chart.posts[call.target].name.get(say.language)), say)
        was = clock(old.ends_ms) if old else ""
        rows.append((str(i), name, clock(call.ends_ms), str(before), was, _due(call, say)))
    header = say.each("calls.head.place", "calls.head.target", "calls.head.at", "calls.head.today")
    header += say.each("calls.head.today_at", "writing.due")
    return [f"  {line}" for line in table(rows, header, ("right", "left", "right", "right", "right", "right"))]


def target_name(call: TimedCall, calls: Iterable[TimedCall], name: str, say: Catalogue) -> str:
    """The called post, and for what, if the list has it twice."""
    again = sum(each.target == call.target for each in calls) > 1
    return say("noted", text=name, note=Word(KIND[call.item.kind])) if again else name


def _due(call: TimedCall, say: Catalogue) -> str:
    due = clock(call.due_ms, "")
    return say("calls.late", due=due) if call.late else due


def call_order_data(plan: CallPlan) -> dict[str, Any]:
    """The same for a program: `drill.calls/1`; times in milliseconds from when the origins know."""
    return {
        "schema": SCHEMA,
        "chart": plan.chart.id,
        "origins": list(plan.origins),
        "told": len(plan.today.told),
        "today_ms": plan.today.makespan_ms,
        "best_ms": plan.best.makespan_ms,
        "saving_ms": plan.saving_ms,
        "callers": [
            picked(caller, "caller", "changed") | {"today": _calls(caller.today), "best": _calls(caller.best)}
            for caller in plan.callers
        ],
    }


def _calls(calls: Iterable[TimedCall]) -> list[dict[str, Any]]:
    return [
        {"to": each.target, "kind": each.item.kind, "by": each.channel}
        | {"starts_ms": each.starts_ms, "told_ms": each.ends_ms, "due_ms": each.due_ms, "late": each.late}
        for each in calls
    ]
