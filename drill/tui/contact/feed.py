"""The feed as text: what these posts have heard and done, oldest first, failures marked with `!`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from textual.content import Content

from drill.exercise.contact.views import ItemView
from drill.seats.handed import ToldLine
from drill.text.catalogue import Catalogue
from drill.tui.kit.lines import Painted, hang, paint, styled

NEWEST = 250
"""Lines kept in the feed; the transcript has them all."""


def feed_text(lines: Sequence[ToldLine], start: datetime, say: Catalogue, width: int) -> Content:
    """The last lines of a story that began at `start`."""
    if not lines:
        return paint([(say("tui.feed.empty"), "$foreground-muted")])
    return paint(part for line in lines[-NEWEST:] for part in line_text(line, start, say, width))


def line_text(line: ToldLine, start: datetime, say: Catalogue, width: int) -> Iterator[Painted]:
    """One line: its time, what happened, and an inject's own words below it."""
    time = f"{start + timedelta(milliseconds=line.at_ms):%H:%M}"
    mark = "!" if line.alarm else ">" if line.text else " "
    style = "bold $text-warning" if line.alarm else "bold" if line.text else ""
    if line.code == "story.phase":
        style = "bold $text-primary"
    yield from styled(style, line.said.get(say.language), width, f"{time}{mark} ")
    if line.text:
        yield from hang(line.text.get(say.language), width, " " * 7)


def item_text(item: ItemView, say: Catalogue) -> str:
    """An item of a message; what is not known for sure says so."""
    return say("pair", label=item.label, value=item.value or say("tui.item.unsure"))
