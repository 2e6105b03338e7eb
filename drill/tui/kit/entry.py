"""A line to type in; the terminal's input method finds the cursor there from the first key on."""

from __future__ import annotations

from textual.widgets import Input


class Entry(Input):
    """An input whose place the terminal is told as soon as it has one."""

    DEFAULT_CSS = "Entry { margin: 0 1; border: round $primary; } Entry:focus { border: round $accent; }"

    def on_focus(self) -> None:
        """The conversion window opens at the hardware cursor."""
        self.call_after_refresh(self._place_cursor)

    def on_resize(self) -> None:
        """The place has moved."""
        if self.has_focus:
            self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        self.app.cursor_position = self.cursor_screen_offset
