"""The head of every screen of a drill: drill mark and title, drill time and pace, phase, post and level."""

from __future__ import annotations

from drill.exercise.contact.views import View
from drill.text.catalogue import Catalogue
from drill.tui.kit.banner import Banner
from drill.tui.kit.lines import day


def show_head(banner: Banner, view: View, say: Catalogue, *, pace: str, seat: str, notice: str = "") -> None:
    """`notice` takes the place of the phase: a telephone that rings, for example."""
    time = f"{day(view.moment, say)} {view.moment:%H:%M:%S}"
    phase = view.phase.get(say.language) if view.phase else ""
    level = "" if view.level is None else say("level", level=view.level)
    banner.put(
        (f"{say('mark.drill')} {view.title.get(say.language)}", time),
        (notice or say("tui.join").join(filter(None, (phase, level))), f"{pace}  {seat}".strip()),
        alarm=bool(notice),
    )
