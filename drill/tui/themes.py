"""Two quiet themes: one for dark rooms and projectors turned low, one for daylight."""

from __future__ import annotations

from textual.theme import Theme

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
