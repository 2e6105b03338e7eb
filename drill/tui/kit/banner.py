"""The two lines that are always in sight."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from drill.tui.kit.lines import ends

Ends = tuple[str, str]
"""What stands at the left and at the right end of a line."""


class Banner(Static):
    """Two lines over the whole width."""

    DEFAULT_CSS = "Banner { dock: top; height: 2; background: $primary-muted; color: $foreground; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__(markup=False)

    def put(self, first: Ends, second: Ends, *, alarm: bool = False) -> None:
        """Show two lines; the second may be an alarm."""
        width = max(20, self.size.width)
        style = "bold reverse" if alarm else ""
        lines = Content.styled(ends(*first, width), "bold"), Content.styled(ends(*second, width), style)
        self.update(Content("\n").join(lines))
