"""A titled area that scrolls and lays its text out anew for whatever width it has."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Build = Callable[[int], Content]
"""A text already broken into lines for a width in cells."""


class _Text(Widget):
    """As high as its text is at the width it is given."""

    DEFAULT_CSS = "_Text { width: 1fr; height: auto; }"

    def __init__(self, build: Build) -> None:
        super().__init__()
        self.build = build
        self._made: tuple[int, Content] = (0, Content())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The number of lines."""
        return len(self._for(width).plain.split("\n"))

    def render(self) -> Content:
        """The text for the width the widget has got."""
        return self._for(self.size.width)

    def _for(self, width: int) -> Content:
        if self._made[0] != width:
            self._made = (width, self.build(max(10, width)))
        return self._made[1]

    def make_again(self) -> None:
        """Build the text again. The screen is only touched if it has changed."""
        width, before = self._made
        if not width:
            return
        self._made = (width, self.build(max(10, width)))
        if self._made[1] != before:
            self.refresh(layout=self._made[1].plain.count("\n") != before.plain.count("\n"))


class Panel(VerticalScroll):
    """Shows what `build` makes; `newest` keeps the end in sight as long as nobody has scrolled up."""

    DEFAULT_CSS = """
    Panel { border-top: solid $primary; border-title-color: $text-primary; border-title-style: bold;
            padding: 0 1 0 0; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Panel:focus { border-top: heavy $accent; }
    """

    def __init__(self, build: Build, *, title: str = "", newest: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = _Text(build)
        self._newest = newest
        self._following = True
        self.border_title = Content(title) if title else None

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    def show(self) -> None:
        """Make the text again."""
        self._text.make_again()
        if self._newest and self._following:
            self.call_after_refresh(self.scroll_end, animate=False)

    def page(self, step: int) -> None:
        """Look back (-1) or on (1) by a page; at the end it follows again."""
        if step < 0:
            self._following = False
            self.scroll_page_up(animate=False)
        else:
            self.scroll_page_down(animate=False)
            self.call_after_refresh(self._follow_at_end)

    def on_mouse_scroll_up(self) -> None:
        """Somebody looks back."""
        self._following = False

    def on_mouse_scroll_down(self) -> None:
        """And comes back."""
        self.call_after_refresh(self._follow_at_end)

    def _follow_at_end(self) -> None:
        self._following = self.scroll_offset.y >= self.max_scroll_y
