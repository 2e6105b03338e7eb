"""Why a file could not be read or written, in words."""

from __future__ import annotations

import errno

from drill.text.catalogue import Word
from drill.text.choices import CLI_OS


def reason(problem: OSError) -> Word | str:
    """As a parameter of a sentence; what has no words of its own is told as the system tells it."""
    code = CLI_OS.get(errno.errorcode.get(problem.errno or 0, ""))
    return Word(code) if code else problem.strerror or str(problem)
