"""The foot of every screen: all keys that work now, and what they do."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Keys = tuple[tuple[str, str], ...]


class KeyBar(Widget):
    """Keys with their meaning, as many lines as it takes."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: auto; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, keys: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._keys: Keys = tuple(keys)

    def show(self, keys: Iterable[tuple[str, str]]) -> None:
        """Other keys."""
        keys = tuple(keys)
        if keys != self._keys:
            self._keys = keys
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the keys need at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, room: int) -> list[Content]:
        lines: list[Content] = []
        used = room
        for key, meaning in self._keys:
            cells = cell_len(key) + 1 + cell_len(meaning)
            entry = Content.assemble((key, "bold $text-accent"), f" {meaning}")
            if used + 2 + cells > room:
                lines.append(entry)
                used = cells
            else:
                lines[-1] = Content("  ").join([lines[-1], entry])
                used += 2 + cells
        return lines
