"""The cheapest repair of the chart in sight: looked for in a thread, shown as a diff, written only when confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content

from drill.analysis.network import Element
from drill.analysis.repair.patch import repair_diff, write_repair
from drill.analysis.repair.plan import Repair, plan_repair
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.text.catalogue import Catalogue
from drill.tui.kit.lines import hang, paint
from drill.tui.kit.page import Page
from drill.tui.kit.pick import Pick, offered
from drill.tui.planner.state import Toggles

PATIENCE_S = 20.0
"""How long the solver may take for one question before the best found so far is shown."""


def mend(chart: Chart, toggles: Toggles, left: Event) -> Iterator[Repair | UsageError]:
    """The repair in this setting, always with the deputies, as they are in the file; or why there is none."""
    failed = [Element(*thing) for thing in toggles.failed]
    try:
        yield plan_repair(
            chart,
            toggles.situation,
            toggles.origins,
            failed=failed,
            left_s=lambda: 0 if left.is_set() else PATIENCE_S,
        )
    except UsageError as why:
        yield why


class Review(Page):
    """The diff of a repair; `s` goes on to writing it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "take", show=False)]

    def keys(self) -> Iterable[tuple[str, str]]:
        """Write, scroll, close."""
        yield "s", self.say("planner.fix.write")
        yield from super().keys()

    def action_take(self) -> None:
        """Write it, once that has been confirmed."""
        self.dismiss(True)


async def review(app: App[None], say: Catalogue, file: str, repair: Repair) -> bool:
    """Show the diff and, if that is wanted and wanted again, write the repair; whether it was. UsageError if not."""
    if not Path(file).is_file():
        raise UsageError("planner.fix.no_file")
    lines = repair_diff(file, repair)
    title = say("planner.fix.title", count=len(repair.changes))
    if not await app.push_screen_wait(Review(say, title, partial(_diff, lines))):
        return False
    answers = offered(say, "planner.fix.keep", "planner.fix.write")
    if await app.push_screen_wait(Pick(say, title, say("planner.fix.sure", file=file), answers)) != "write":
        return False
    write_repair(file, repair)
    return True


def _diff(lines: Iterable[str], width: int) -> Content:
    styles = {"+": "$text-success", "-": "$text-error", "@": "$foreground-muted"}
    return paint([(text, styles.get(line[:1], "")) for line in lines for text in hang(line[1:], width, line[:1])])
