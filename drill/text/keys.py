"""Keys that a screen takes and a paper names."""

from __future__ import annotations

FACILITATOR_KEYS = {
    "now": "n",
    "hold": "h",
    "skip": "s",
    "improvise": "i",
    "absent": "x",
    "pause": "p",
    "speed": "+ -",
    "forward": "f",
    "end": "e",
    "back": "F2",
}
"""What the facilitator's screen and the handbook call each key there (`TUI_FAC`)."""
