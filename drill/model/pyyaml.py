"""PyYAML, which makes a pattern for its reader in Python as it is imported: that takes longer than Python to start.

The reader in C, which reads our files, has no use for it; whoever reads with the other one has it made then.
"""

from __future__ import annotations

import re

__all__ = ["yaml"]

_COMPILE = re.compile


class _Later(str):
    """A pattern that is made when it is searched with."""

    __slots__ = ()

    def search(self, text: str) -> re.Match[str] | None:
        return re.search(self, text)


vars(re)["compile"] = lambda pattern, flags=0: _Later(pattern) if "\U0010ffff" in pattern else _COMPILE(pattern, flags)
try:
    import yaml
finally:
    vars(re)["compile"] = _COMPILE
