"""The post or the weak point in sight in full, and the help of the planner's screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from drill.text.catalogue import Catalogue
from drill.text.choices import PLANNER_FATE, PLANNER_HELP
from drill.text.width import pad
from drill.tui.kit.lines import hang, paint
from drill.tui.planner.keys import KEYS, TABS
from drill.tui.planner.lens import LensPicture
from drill.tui.planner.list import Line
from drill.tui.planner.names import CleanNames
from drill.tui.planner.rows import FALLS, SIGNS, ChartRow, person_line, person_state
from drill.tui.planner.sides import plain


def row_lines(
    row: ChartRow | None, picture: LensPicture, weak: LensPicture, names: CleanNames, width: int
) -> list[Line]:
    """A post with its people, a duty, or a group; `weak` knows the weak points."""
    return plain(_about(row, picture, weak, names) if row else (), width, "bold")


def _about(row: ChartRow, picture: LensPicture, weak: LensPicture, names: CleanNames) -> Iterator[str]:
    say, chart = names.say, picture.chart
    if row.kind == "group":
        told = sum(picture.fate("post", post) == "told" for post in row.members)
        name = names.of(chart.groups[row.ref].name)
        yield say("planner.group.state", name=name, told=told, total=len(row.members))
        return
    state = say(PLANNER_FATE[picture.fate(row.kind, row.ref)])
    if row.kind == "duty":
        duty = chart.duties[row.ref]
        yield say("planner.duty.state", name=names.of(duty.name), quorum=duty.quorum, state=state)
        return
    post = chart.posts[row.ref]
    yield say("planner.post.state", name=names.post(row.ref), state=state)
    if not post.in_scope:
        yield say("planner.post.out_of_scope")
    for rank, person in enumerate((post.holder, *post.deputies)):
        name = person_line(picture, names, person)
        yield say("planner.post.deputy", rank=rank, name=name) if rank else say("planner.post.holder", name=name)
    if post.holder and not person_state(picture, post.holder):
        count = weak.radius.get(("person", post.holder), 0)
        yield say("planner.post.radius", count=count) if count else say("planner.post.no_radius")


def help_text(say: Catalogue, width: int) -> Content:
    """Every sign and every key."""
    lines: list[tuple[str, str] | str] = [
        *hang(say("planner.help.how"), width),
        "",
        (say("planner.help.signs"), "bold"),
    ]
    signs = {**{sign: fate for fate, sign in SIGNS.items()}, FALLS: "falls", "-7": "radius"}
    for sign, name in signs.items():
        lines += hang(say(PLANNER_HELP[name]), width, pad(sign, 4))
    lines += ["", (say("tui.help.keys"), "bold")]
    for key in KEYS:
        lines += hang(say(PLANNER_HELP[key.name]), width, pad(key.shown, 6))
    for tab, letter in TABS.items():
        lines += hang(say(PLANNER_HELP[tab]), width, pad(letter, 6))
    lines += hang(say("tui.help.theme"), width, pad("F3", 6))
    return paint(lines)
