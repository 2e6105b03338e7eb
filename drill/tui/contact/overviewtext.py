"""The facilitator's picture as text: posts reached or not, and the injects with their state."""

from __future__ import annotations

from textual.content import Content

from drill.exercise.contact.overview import InjectRow, Overview
from drill.text.catalogue import Catalogue
from drill.text.choices import TUI_INJECT
from drill.text.figures import clock
from drill.text.width import pad
from drill.tui.kit.lines import Painted, ends, hang, paint, styled

STATUS = {"planned": ".", "waiting": "?", "delivered": "o", "held": "=", "skipped": "-"}


def posts_text(overview: Overview, say: Catalogue, width: int) -> Content:
    """Every post: reached when and by whom; those played here are marked `*`."""
    reached = sum(row.at_ms is not None for row in overview.posts)
    lines: list[Painted] = [(say("tui.fac.reached", done=reached, total=len(overview.posts)), "bold")]
    for row in overview.posts:
        when = clock(row.at_ms, "")
        if row.deputy:
            when = say("tui.tree.deputy", rank=row.deputy, at=when)
        start = ("o" if row.at_ms is not None else ".") + ("* " if row.played else "  ")
        style = "$text-success" if row.at_ms is not None else ""
        lines.append((ends(start + row.name.get(say.language), when, width), style))
    lines += ["", *styled("$foreground-muted", say("tui.fac.posts_legend"), width)]
    return paint(lines)


def inject_line(row: InjectRow, say: Catalogue, width: int) -> str:
    """One inject in one line: state, time, sender, receivers, how many have taken it."""
    when = clock(row.at_ms, "--:--")
    state = say(TUI_INJECT[row.status])
    right = f"{row.taken}/{row.receivers}" if row.status == "delivered" else ""
    left = f"{STATUS[row.status]} {pad(state, 7)} {pad(when, 7)} {row.sender.get(say.language)}"
    return ends(left, right, width)


def inject_text(row: InjectRow | None, say: Catalogue, width: int) -> Content:
    """The whole of one inject."""
    if row is None:
        return Content("")
    to = say("tui.join").join(name.get(say.language) for name in row.to)
    head = hang(say("tui.fac.inject_to", to=to), width)
    return paint([*((line, "bold") for line in head), *hang(row.text.get(say.language), width)])
