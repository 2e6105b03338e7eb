"""What the right side of the planner's screen can list: weak points, findings, a repair, the order of calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from drill.analysis.repair.plan import Repair
from drill.analysis.weak import Cut
from drill.errors import UsageError
from drill.model.problems import Problem, format_problem
from drill.planning.calls import CallerPlan
from drill.report.call_order_text import target_name
from drill.report.repair_text import change_text, outcome
from drill.report.weak_text import Wording
from drill.text.catalogue import Catalogue
from drill.text.clean import clean
from drill.text.figures import clock
from drill.text.width import fit, pad
from drill.tui.kit.lines import hang
from drill.tui.planner.lens import LensPicture
from drill.tui.planner.list import Line
from drill.tui.planner.names import CleanNames

Tab = Literal["weak", "check", "fix", "calls"]
Asked = Repair | UsageError | Literal["asked"] | None
"""A repair, why there is none, one that is still looked for, or nothing asked for."""


@dataclass(frozen=True, slots=True)
class Side:
    """A list of one-line rows, and each as a whole; `empty` is said where there are none."""

    title: str
    count: int
    line: Callable[[int], tuple[str, str]]
    """A row and its style."""
    full: Callable[[int], Iterable[str]]
    empty: str

    def draw(self, row: int, width: int) -> Line:
        """A row in one line."""
        text, style = self.line(row)
        return [(fit(clean(text), width), style)]

    def lines(self, row: int, width: int) -> list[Line]:
        """The whole of a row."""
        return plain(self.full(row) if row < self.count else [self.empty], width)


def plain(texts: Iterable[str], width: int, first: str = "") -> list[Line]:
    """Paragraphs broken to a width, the first in a style."""
    return [[(line, "" if i else first)] for i, text in enumerate(texts) for line in hang(text, width)]


def weak_side(cuts: tuple[Cut, ...], picture: LensPicture, names: CleanNames) -> Side:
    """Single points and pairs, the worst first, with how many fall for no less than that."""
    say, wording = names.say, Wording(picture.found, names.say)
    pairs = "…" if picture.pairs is None else len(picture.pairs)

    def line(row: int) -> tuple[str, str]:
        cut = cuts[row]
        alone = len(cut.elements) == 1
        # Of two, the names alone: the sentence below has the posts.
        what = " + ".join(map(names.thing if alone else names.short, picture.things(cut)))
        return f"{len(cut.minimal):4} {pad(say('planner.weak.one' if alone else 'planner.weak.two'), 4)} {what}", ""

    def full(row: int) -> Iterable[str]:
        yield wording.sentence(cuts[row])
        if cuts[row] in picture.importance:
            yield say("weak.importance", value=f"{picture.importance[cuts[row]]:.1f}")

    title = say("planner.weak.title", singles=len(picture.singles), pairs=pairs)
    return Side(title, len(cuts), line, full, "" if picture.pairs is None else say("planner.weak.none"))


def check_side(problems: list[Problem] | None, say: Catalogue) -> Side:
    """What drill check finds."""
    found = problems or []

    def line(row: int) -> tuple[str, str]:
        problem = found[row]
        text = f"{problem.severity[0].upper()} {problem.code} {say(problem.code, **problem.params)}"
        return (say("planner.check.waived", text=text), "note") if problem.waiver else (text, problem.severity)

    title = say("planner.check.title", count="…" if problems is None else len(found))
    empty = "" if problems is None else say("planner.check.none")
    return Side(title, len(found), line, lambda row: [format_problem(found[row], say)], empty)


def fix_side(asked: Asked, say: Catalogue) -> Side:
    """The changes of a repair."""
    if not isinstance(asked, Repair):
        if isinstance(asked, UsageError):
            empty = say(asked.code, **asked.params)
        else:
            empty = say("planner.fix.looking" if asked else "planner.fix.ask")
        return Side(say("planner.tab.fix"), 0, lambda _row: ("", ""), lambda _row: (), empty)
    chart, changes, whole = asked.before.chart, asked.changes, outcome(asked, say)
    texts = [change_text(chart, change, say) for change in changes]
    title = say("planner.fix.title", count=len(changes))
    return Side(title, len(texts), lambda row: (f"+ {texts[row]}", ""), lambda row: [texts[row], whole], whole)


def calls_side(picture: LensPicture, names: CleanNames) -> Side:
    """Each caller's list, those first that are better off with another order."""
    say, plan = names.say, picture.calls
    callers = sorted(plan.callers, key=lambda caller: not caller.changed) if plan else []

    def line(row: int) -> tuple[str, str]:
        caller = callers[row]
        return f"{'*' if caller.changed else ' '} {names.post(caller.caller)}", "falls" if caller.changed else ""

    if plan is None:
        title = say("planner.calls.title", today="…")
    elif plan.saving_ms:
        title = say("planner.calls.better", today=clock(plan.today.makespan_ms), best=clock(plan.best.makespan_ms))
    else:
        title = say("planner.calls.title", today=clock(plan.today.makespan_ms))
    empty = say("planner.calls.none") if plan else ""
    return Side(title, len(callers), line, lambda row: _calls(callers[row], names), empty)


def _calls(caller: CallerPlan, names: CleanNames) -> Iterable[str]:
    say = names.say
    yield say("planner.calls.changed" if caller.changed else "planner.calls.same")
    before = {call.item: place for place, call in enumerate(caller.today, 1)}
    for place, call in enumerate(caller.best, 1):
        late = say("calls.late", due=clock(call.due_ms)) if call.late and call.due_ms is not None else ""
        name = target_name(call, caller.best, names.post(call.target), say)
        entry = f"{place:2} {clock(call.ends_ms)} {name} {late}".rstrip()
        moved = before.get(call.item, place)
        yield entry if moved == place else say("planner.calls.moved", entry=entry, place=moved)
