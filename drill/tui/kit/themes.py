"""How the screens look: two quiet themes, for a dark room and for daylight, and more room where there is some."""

from __future__ import annotations

from textual.theme import Theme

BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-normal"), (110, "-wide")]
"""Columns from which a screen has the class."""
TOASTS = "Toast { width: 60; } ToastRack { margin-bottom: 2; }"
"""Passing remarks, above the two lines of the foot, so that the keys stay in sight."""
THEMES = (
    Theme(
        name="drill-dark",
        primary="#5b8fb9",
        secondary="#7a8ca0",
        accent="#8fb8de",
        warning="#e0a84c",
        error="#e06c6c",
        success="#7fb58a",
        foreground="#d8dee6",
        background="#12161c",
        surface="#1a2028",
        panel="#252d38",
        dark=True,
    ),
    Theme(
        name="drill-light",
        primary="#1f5f8b",
        secondary="#5a6b7b",
        accent="#14507a",
        warning="#8a5200",
        error="#a32020",
        success="#20683a",
        foreground="#1b232c",
        background="#f7f8f9",
        surface="#ffffff",
        panel="#dfe5ea",
        dark=False,
    ),
)
