"""A dialog to read: help, the role card, a list of what can be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from drill.text.catalogue import Catalogue
from drill.tui.kit.dialog import Dialog
from drill.tui.kit.panel import Build, Panel


class Page(Dialog[bool]):
    """Enter and Escape both close it."""

    DEFAULT_CSS = """
    Page > Vertical { height: 90%; }
    Page Panel, Page Panel:focus { height: 1fr; border-top: none; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", show=False)]

    def __init__(self, say: Catalogue, title: str, build: Build) -> None:
        super().__init__(say, title)
        self._panel = Panel(build)

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield self._panel

    def keys(self) -> Iterable[tuple[str, str]]:
        """Scroll, close."""
        yield self.say("tui.key.arrows"), self.say("tui.key.scroll")
        yield "Enter", self.say("tui.key.close")
