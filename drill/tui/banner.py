"""The two lines that are always in sight: the drill mark and title, drill time and pace, phase, post and level."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from drill.exercise.views import View
from drill.text.catalogue import Catalogue
from drill.tui.lines import day, ends


class Banner(Static):
    """Two lines over the whole width."""

    DEFAULT_CSS = "Banner { dock: top; height: 2; background: $primary-muted; color: $foreground; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, view: View, say: Catalogue, *, pace: str, seat: str, notice: str = "") -> None:
        """`notice` takes the place of the phase: a telephone that rings, for example."""
        width = max(20, self.size.width)
        time = f"{day(view.moment, say)} {view.moment:%H:%M:%S}"
        first = ends(f"{say('mark.drill')} {view.title.get(say.language)}", time, width)
        phase = view.phase.get(say.language) if view.phase else ""
        level = "" if view.level is None else say("level", level=view.level)
        second = ends(notice or say("tui.join").join(filter(None, (phase, level))), f"{pace}  {seat}".strip(), width)
        style = "bold reverse" if notice else ""
        self.update(Content("\n").join([Content.styled(first, "bold"), Content.styled(second, style)]))
