"""Lists of one-line rows that draw only what is in sight: three thousand posts scroll like thirty."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

Line = list[tuple[str, str]]
"""Pieces of text, each with one of `STYLES` or nothing."""
STYLES = ("bold", "tab", "told", "lost", "spare", "falls", "failed", "error", "warning", "note")
Draw = Callable[[int, int], Line]
"""The row of a number, for a width."""


class Lines(ScrollView, can_focus=False):
    """Shows `draw(row, width)` for so many rows.

    The layout of the screen is only made anew when a scroll bar comes or goes: that takes Textual longer than all
    the rest.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{style}" for style in STYLES}
    DEFAULT_CSS = """
    Lines { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    Lines > .lines--bold { text-style: bold; }
    Lines > .lines--tab { text-style: reverse bold; }
    Lines > .lines--told { color: $text-success; }
    Lines > .lines--lost, Lines > .lines--error { color: $text-error; text-style: bold; }
    Lines > .lines--falls, Lines > .lines--failed, Lines > .lines--warning { color: $text-warning; text-style: bold; }
    Lines > .lines--spare, Lines > .lines--note { color: $secondary; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.draw: Draw = lambda _row, _width: []
        self.count = 0
        self._base = Style()
        self._text: list[Line] = []
        self._build: Callable[[int], list[Line]] | None = None

    def show(self, count: int, draw: Draw) -> None:
        """Other rows."""
        self.count, self.draw = count, draw
        self._measure()
        self.refresh()

    def put(self, build: Callable[[int], list[Line]]) -> None:
        """A text, laid out for whatever width there is and shown from its beginning."""
        self._build = build
        lines = build(max(10, self.scrollable_content_region.width))
        if lines != self._text:
            self._text = lines
            self.show(len(lines), lambda row, _width: lines[row])
            self.scroll_home(animate=False)

    def _measure(self) -> None:
        inside = self.scrollable_content_region
        self.virtual_size = Size(inside.width, max(self.count, inside.height))

    def on_resize(self) -> None:
        """More room, or less."""
        self._measure()
        if self._build:
            self.put(self._build)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Many lines, for which the style is found once."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row, or nothing below the last."""
        row, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        base = self.base_style(row)
        pieces = self.draw(row, width) if row < self.count else []
        segments = [Segment(text, base + self._style(style) if style else base) for text, style in pieces]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"lines--{name}", partial=True)

    def base_style(self, row: int) -> Style:  # noqa: ARG002  (lists mark a row)
        """What the pieces of a row have in common."""
        return self._base


class RowList(Lines, can_focus=True):
    """Lines with a cursor; the row at the cursor is `at`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--at"}
    DEFAULT_CSS = """
    RowList { border-top: solid $primary; border-title-color: $text-primary; border-title-style: bold; }
    RowList:focus { border-top: heavy $accent; }
    RowList > .rows--at { background: $panel; }
    RowList:focus > .rows--at { background: $primary-muted; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """The cursor stands elsewhere."""

        def __init__(self, rows: RowList) -> None:
            super().__init__()
            self.rows = rows

    class Chosen(Moved):
        """Enter, of an empty list too, or a click on the row at the cursor."""

    at = 0

    def show(self, count: int, draw: Draw, at: int | None = None) -> None:
        """Other rows; the cursor stays where it is as far as it can."""
        self.at = max(0, min(self.at if at is None else at, count - 1))
        super().show(count, draw)
        if at is not None:
            self._show_cursor()

    def base_style(self, row: int) -> Style:
        """The cursor's row stands out."""
        base = self._base
        return base + self.get_component_rich_style("rows--at", partial=True) if row == self.at < self.count else base

    def action_move(self, step: int) -> None:
        """Up or down."""
        before, self.at = self.at, max(0, min(self.at + step, self.count - 1))
        if self.at != before:
            self.refresh_line(before)
            self.refresh_line(self.at)
            self._show_cursor()
            self.post_message(self.Moved(self))

    def action_page(self, step: int) -> None:
        """As many rows as are in sight."""
        self.action_move(step * max(1, self.scrollable_content_region.height - 1))

    def action_choose(self) -> None:
        """Take the row."""
        self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """Go to a row; on the row at the cursor, take it."""
        offset = event.get_content_offset(self)
        row = None if offset is None else offset.y + self.scroll_offset.y
        if row is None or row >= self.count:
            return
        if row == self.at:
            self.action_choose()
        else:
            self.action_move(row - self.at)

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        super().on_resize()
        self._show_cursor()

    def _show_cursor(self) -> None:
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False, force=True, immediate=True)
