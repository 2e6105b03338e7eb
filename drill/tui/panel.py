"""A titled area that scrolls and lays its text out anew for whatever width it has."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

Build = Callable[[int], Content]
"""The text of a panel for a width in cells."""


class Panel(VerticalScroll):
    """Shows what `build` makes; `newest` keeps the end in sight as long as nobody has scrolled up."""

    DEFAULT_CSS = """
    Panel { border-top: solid $primary; border-title-color: $text-primary; border-title-style: bold;
            padding: 0 1 0 0; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Panel:focus { border-top: heavy $accent; }
    Panel Static { width: 1fr; height: auto; }
    """

    def __init__(self, build: Build, *, title: str = "", newest: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._build = build
        self._shown = Content()
        self._newest = newest
        self.border_title = Content(title) if title else None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(markup=False)

    def on_mount(self) -> None:
        """Keep to the end, if wanted."""
        if self._newest:
            self.anchor()

    def on_resize(self) -> None:
        """Another width, another layout."""
        self.show()

    def show(self, build: Build | None = None) -> None:
        """Make the text again; the screen is only touched if it has changed."""
        self._build = build or self._build
        text = self._build(max(10, self.scrollable_content_region.width))
        if text != self._shown:
            self._shown = text
            self.query_one(Static).update(text)
