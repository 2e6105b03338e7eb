"""The head of the planner's screen: how many are told, in which situation, what fails, and who is not told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from drill.text.choices import CLASS
from drill.text.eras import say_short
from drill.text.width import fit
from drill.tui.kit.lines import ends
from drill.tui.planner.lens import LensPicture
from drill.tui.planner.list import Line
from drill.tui.planner.names import CleanNames, joined
from drill.tui.planner.state import Toggles


def head_lines(picture: LensPicture, toggles: Toggles, names: CleanNames, width: int) -> list[Line]:
    """Four lines; the toggles may be newer than the picture."""
    say, total = names.say, len(picture.found.network.required)
    told = say("planner.told", told=total - len(picture.lost), total=total)
    if picture.toggles != toggles:
        told = f"{say('planner.looking')}…  {told}"
    failing = say("planner.failing", names=joined(map(names.thing, toggles.failed), say))
    lost = say("planner.not_told", names=joined(map(names.node, picture.lost), say))
    return [
        [(ends(names.of(picture.chart.title), told, width), "bold")],
        [(fit("  ".join(_situation(picture, toggles, names)), width), "")],
        [(fit(failing, width), "failed" if toggles.failed else "note")],
        [(fit(lost if total else say("weak.nothing_required"), width), "lost" if picture.lost else "note")],
    ]


def _situation(picture: LensPicture, toggles: Toggles, names: CleanNames) -> Iterable[str]:
    say, now = names.say, toggles.situation
    anything = say("planner.any")
    public = "planner.publishing.True" if now.publishing else "planner.publishing.False"
    yield say("planner.class", value=say(CLASS[now.incident]) if now.incident else anything)
    yield say("planner.level", value=anything if now.level is None else now.level)
    yield say("planner.publishing", value=anything if now.publishing is None else say(public))
    yield say("planner.time", value=moment(now.at, now.day, names) or anything)
    yield say("planner.deputies", value=say("planner.deputies.True" if toggles.deputies else "planner.deputies.False"))
    origins = picture.found.origins
    begin = joined(map(names.post, toggles.origins or origins.posts), say)
    guessed = origins.by == "inferred" and not toggles.origins
    yield say("planner.origins", value=say("planner.guessed", names=begin) if guessed else begin)


def moment(at: datetime | None, leave: date | None, names: CleanNames) -> str:
    """2023/11/28(火) 20:00, a day whose leave counts, or nothing."""
    if not (at or leave):
        return ""
    when = at or datetime.combine(leave or date.min, time())
    text = names.say("planner.date", year=when.year, day=say_short(when, names.say.language))
    return f"{text} {at:%H:%M}" if at else names.say("planner.leave", day=text)
