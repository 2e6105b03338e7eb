"""The head of every screen of a drill: drill mark and title, drill time and pace, phase, post and level."""

from __future__ import annotations

from drill.text.eras import say_short
from drill.tui.contact.player import Player
from drill.tui.kit.banner import Banner


def show_head(banner: Banner, player: Player, seat: str, *, over: bool = False) -> None:
    """Something that cannot wait takes the place of the phase; once the drill is over nothing goes on."""
    view, say, clock = player.view, player.say, player.clock
    pace = say("tui.paused") if clock.paused else say("tui.speed", speed=f"{clock.speed:g}")
    pace, notice = ("", "") if over else (pace, player.notice())
    time = f"{say_short(view.moment, say.language)} {view.moment:%H:%M:%S}"
    phase = view.phase.get(say.language) if view.phase else ""
    level = "" if view.level is None else say("level", level=view.level)
    banner.put(
        (f"{say('mark.drill')} {view.title.get(say.language)}", time),
        (notice or say("tui.join").join(filter(None, (phase, level))), f"{pace}  {seat}".strip()),
        alarm=bool(notice),
    )
