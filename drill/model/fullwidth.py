"""Full-width punctuation where YAML needs its own: a Japanese keyboard gives `：` or a wide space unasked.

Such characters are right inside any text, so a line is looked at only where something is already known to be wrong.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PLAIN = {
    **dict(zip("：｛｝［］，、　－＃", ":{}[],, -#", strict=True)),
    **dict.fromkeys("“”＂", '"'),
    **dict.fromkeys("‘’＇", "'"),
}
_NAME = r"[A-Za-z0-9_.-]+"
_SLIP = re.compile(
    rf"(?:^|[{{,｛，、])[\s-]*{_NAME}\s*(?P<colon>：)"
    r"|^ *(?P<indent>　)|^ *(?P<dash>－)[ 　]|^ *-(?P<after>　)|:(?P<space>　)"
    rf"|(?:^|[:,{{\[-])\s*(?P<open>[｛［]|[“＂‘＇](?=[^“”＂‘’＇]*[”＂’＇]\s*(?:[,}}\]]|$)))"
    rf"|(?<=[A-Za-z0-9_'\"])(?P<comma>[，、])\s*['\"]?{_NAME}"
    rf"|(?P<next>[，、])\s*{_NAME}:\s"
    r"|^[^｛［]*(?P<close>[｝］])\s*(?:[,}\]]|$)"
)


class Slip(NamedTuple):
    """A full-width character, its index in the line, and what should stand there."""

    at: int
    char: str
    plain: str


def slip(line: str) -> Slip | None:
    """The first full-width character of a line that stands where punctuation of YAML does."""
    found = None if line.lstrip().startswith("#") else _SLIP.search(line)
    if not found or not found.lastgroup:
        return None
    char = found[found.lastgroup]
    return Slip(found.start(found.lastgroup), char, _PLAIN[char])
