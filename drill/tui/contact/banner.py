"""The two lines that are always in sight: the drill mark and title, drill time and pace, phase, post and level."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from drill.exercise.contact.views import View
from drill.text.catalogue import Catalogue
from drill.tui.kit.lines import day, ends


class Banner(Static):
    """Two lines over the whole width."""

    DEFAULT_CSS = "Banner { dock: top; height: 2; background: $primary-muted; color: $foreground; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, view: View, say: Catalogue, *, pace: str, seat: str, notice: str = "") -> None:
        """`notice` takes the place of the phase: a telephone that rings, for example."""
        time = f"{day(view.moment, say)} {view.moment:%H:%M:%S}"
        phase = view.phase.get(say.language) if view.phase else ""
        level = "" if view.level is None else say("level", level=view.level)
        self.put(
            (f"{say('mark.drill')} {view.title.get(say.language)}", time),
            (notice or say("tui.join").join(filter(None, (phase, level))), f"{pace}  {seat}".strip()),
            alarm=bool(notice),
        )

    def put(self, first: tuple[str, str], second: tuple[str, str], *, alarm: bool = False) -> None:
        """Two lines, each with what stands at its left and right end."""
        width = max(20, self.size.width)
        style = "bold reverse" if alarm else ""
        lines = Content.styled(ends(*first, width), "bold"), Content.styled(ends(*second, width), style)
        self.update(Content("\n").join(lines))
