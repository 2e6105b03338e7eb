"""What the right side of the planner's screen can list: weak points, findings, a repair, the order of calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

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

Item = TypeVar("Item")
Tab = Literal["weak", "check", "fix", "calls"]
Asked = Repair | UsageError | Literal["asked"] | None
"""A repair, why there is none, one that is still looked for, or nothing asked for."""


@dataclass(frozen=True, slots=True)
class Side(Generic[Item]):
    """A list of one-line rows, and each as a whole; `empty` is said where there are none."""

    title: str
    items: Sequence[Item]
    line: Callable[[Item], tuple[str, str]]
    """A row and its style."""
    full: Callable[[Item], Iterable[str]]
    empty: str

    def draw(self, row: int, width: int) -> Line:
        """A row in one line."""
        text, style = self.line(self.items[row])
        return [(fit(clean(text), width), style)]

    def at(self, row: int) -> Item | None:
        """The item of a row, if there is one."""
        return self.items[row] if row < len(self.items) else None

    def lines(self, row: int, width: int) -> list[Line]:
        """The whole of a row."""
        return plain(self.full(self.items[row]) if row < len(self.items) else [self.empty], width)


def plain(texts: Iterable[str], width: int, first: str = "") -> list[Line]:
    """Paragraphs broken to a width, the first in a style."""
    return [[(line, "" if i else first)] for i, text in enumerate(texts) for line in hang(text, width)]


def weak_side(picture: LensPicture, names: CleanNames) -> Side[Cut]:
    """Single points and pairs, the worst first, with how many fall for no less than that."""
    say, wording = names.say, Wording(picture.found, names.say)

    def line(cut: Cut) -> tuple[str, str]:
        alone = len(cut.elements) == 1
        # Of two, the names alone: the sentence below has the posts.
        what = " + ".join(map(names.thing if alone else names.short, picture.things(cut)))
        return f"{len(cut.minimal):4} {pad(say('planner.weak.one' if alone else 'planner.weak.two'), 4)} {what}", ""

    def full(cut: Cut) -> Iterable[str]:
        yield wording.sentence(cut)
        if cut in picture.importance:
            yield say("weak.importance", value=f"{picture.importance[cut]:.1f}")

    pairs = "…" if picture.pairs is None else len(picture.pairs)
    title = say("planner.weak.title", singles=len(picture.singles), pairs=pairs)
    empty = "" if picture.pairs is None else say("planner.weak.none")
    return Side(title, (*picture.singles, *(picture.pairs or ())), line, full, empty)


def check_side(problems: Sequence[Problem] | None, say: Catalogue) -> Side[Problem]:
    """What drill check finds."""

    def line(problem: Problem) -> tuple[str, str]:
        text = f"{problem.severity[0].upper()} {problem.code} {say(problem.code, **problem.params)}"
        return (say("planner.check.waived", text=text), "note") if problem.waiver else (text, problem.severity)

    title = say("planner.check.title", count="…" if problems is None else len(problems))
    empty = "" if problems is None else say("planner.check.none")
    return Side(title, problems or (), line, lambda problem: [format_problem(problem, say)], empty)


def fix_side(asked: Asked, say: Catalogue) -> Side[str]:
    """The changes of a repair."""
    title, texts = say("planner.tab.fix"), []
    if isinstance(asked, Repair):
        title, whole = say("planner.fix.title", count=len(asked.changes)), outcome(asked, say)
        texts = [change_text(asked.before.chart, change, say) for change in asked.changes]
    elif isinstance(asked, UsageError):
        whole = say(asked.code, **asked.params)
    else:
        whole = say("planner.fix.looking" if asked else "planner.fix.ask")
    return Side(title, texts, lambda text: (f"+ {text}", ""), lambda text: [text, whole], whole)


def calls_side(picture: LensPicture, names: CleanNames) -> Side[CallerPlan]:
    """Each caller's list, those first that are better off with another order."""
    say, plan = names.say, picture.calls
    callers = sorted(plan.callers, key=lambda caller: not caller.changed) if plan else []

    def line(caller: CallerPlan) -> tuple[str, str]:
        return f"{'*' if caller.changed else ' '} {names.post(caller.caller)}", "falls" if caller.changed else ""

    today = clock(plan.today.makespan_ms) if plan else "…"
    if plan and plan.saving_ms:
        title = say("planner.calls.better", today=today, best=clock(plan.best.makespan_ms))
    else:
        title = say("planner.calls.title", today=today)
    return Side(title, callers, line, lambda each: _calls(each, names), say("planner.calls.none") if plan else "")


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
