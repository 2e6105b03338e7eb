"""The texts of the planner's screen: its head, the post in sight in full, and the help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from textual.content import Content

from drill.text.catalogue import Catalogue
from drill.text.choices import CLASS, PLANNER_FATE, PLANNER_HELP
from drill.text.eras import say_short
from drill.text.width import fit, pad
from drill.tui.kit.lines import Painted, ends, hang, paint
from drill.tui.planner.keys import KEYS, TABS
from drill.tui.planner.lens import LensPicture
from drill.tui.planner.list import Line
from drill.tui.planner.names import CleanNames, joined
from drill.tui.planner.rows import FALLS, SIGNS, ChartRow, person_line, person_state
from drill.tui.planner.sides import plain
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
    when = at or leave
    if when is None:
        return ""
    text = names.say("planner.date", year=when.year, day=say_short(when, names.say.language))
    return f"{text} {at:%H:%M}" if at else names.say("planner.leave", day=text)


def row_lines(
    row: ChartRow | None, picture: LensPicture, weak: LensPicture, names: CleanNames, width: int
) -> list[Line]:
    """A post with its people, a duty, or a group; `weak` knows the weak points."""
    return plain(_about(row, picture, weak, names) if row else (), width, "bold")


def _about(row: ChartRow, picture: LensPicture, weak: LensPicture, names: CleanNames) -> Iterator[str]:
    say, chart, name = names.say, picture.chart, names.of(row.name)
    if row.kind == "group":
        told = sum(picture.fate("post", post) == "told" for post in row.members)
        yield say("planner.group.state", name=name, told=told, total=len(row.members))
        return
    state = say(PLANNER_FATE[picture.fate(row.kind, row.ref)])
    if row.kind == "duty":
        yield say("planner.duty.state", name=name, quorum=chart.duties[row.ref].quorum, state=state)
        return
    post = chart.posts[row.ref]
    yield say("pair", label=name, value=state)
    if not post.in_scope:
        yield say("planner.post.out_of_scope")
    for rank, person in enumerate((post.holder, *post.deputies)):
        who = person_line(picture, names, person)
        yield say("planner.post.deputy", rank=rank, name=who) if rank else say("planner.post.holder", name=who)
    if post.holder and not person_state(picture, post.holder):
        count = weak.radius.get(("person", post.holder), 0)
        yield say("planner.post.radius", count=count) if count else say("planner.post.no_radius")


def help_text(say: Catalogue, width: int) -> Content:
    """Every sign and every key."""
    lines: list[Painted] = [*hang(say("planner.help.how"), width), "", (say("planner.help.signs"), "bold")]
    signs = {**{sign: fate for fate, sign in SIGNS.items()}, FALLS: "falls", "-7": "radius"}
    for sign, name in signs.items():
        lines += hang(say(PLANNER_HELP[name]), width, pad(sign, 4))
    lines += ["", (say("tui.help.keys"), "bold")]
    keys = {key.shown: key.name for key in KEYS} | {letter: tab for tab, letter in TABS.items()}
    for shown, name in keys.items():
        lines += hang(say(PLANNER_HELP[name]), width, pad(shown, 6))
    lines += hang(say("tui.help.theme"), width, pad("F3", 6))
    return paint(lines)
