"""The foot of every screen: all keys that work now, and what they do."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

Keys = tuple[tuple[str, str], ...]


class KeyBar(Static):
    """Keys with their meaning, as many lines as it takes."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: auto; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, keys: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(markup=False)
        self._keys: Keys = tuple(keys)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.update(self._lines())

    def show(self, keys: Iterable[tuple[str, str]]) -> None:
        """Other keys."""
        keys = tuple(keys)
        if keys != self._keys:
            self._keys = keys
            self.update(self._lines())

    def _lines(self) -> Content:
        room, used, parts = max(20, self.size.width), 0, []
        for key, meaning in self._keys:
            cells = cell_len(key) + 1 + cell_len(meaning)
            if used and used + 2 + cells > room:
                parts.append(Content("\n"))
                used = 0
            elif used:
                parts.append(Content("  "))
                used += 2
            parts += [Content.styled(key, "bold $text-accent"), Content(f" {meaning}")]
            used += cells
        return Content("").join(parts)
