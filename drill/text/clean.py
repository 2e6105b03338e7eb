"""Text from files and people is data: it may not move a cursor, set a colour or turn the direction."""

from __future__ import annotations

import re

_ESCAPES = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"
)
_BREAKS = r"\r\n?|[\n\v\f\x85\u2028\u2029]"
_INVISIBLE = (
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 (but newline) and C1
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, overrides, isolates
    r"\u00ad\u200b\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]"  # nothing to see; half characters
)


def clean(text: str, keep_newlines: bool = False) -> str:
    """`text` without escape sequences, control and direction characters; tabs and line ends become spaces."""
    if text.isprintable():
        return text
    text = re.sub(_BREAKS, "\n" if keep_newlines else " ", re.sub(_ESCAPES, "", text))
    return re.sub(_INVISIBLE, "", text.replace("\t", " "))
