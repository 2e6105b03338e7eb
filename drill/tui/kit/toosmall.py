"""What a terminal below the smallest size shows; everything else waits behind it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from drill.text.catalogue import Catalogue

SMALLEST = (80, 24)
"""Columns and rows."""


class TooSmall(ModalScreen[None]):
    """Goes away by itself when there is room."""

    DEFAULT_CSS = "TooSmall { background: $background; } TooSmall Static { padding: 0 1; }"

    def __init__(self, say: Catalogue, words: str = "tui.too_small") -> None:
        super().__init__()
        self._say = say
        self._words = words

    def compose(self) -> ComposeResult:
        """The size that is needed."""
        width, height = SMALLEST
        yield Static(self._say(self._words, width=width, height=height), markup=False)
