"""Why a file could not be read or written, in words."""

from __future__ import annotations

import errno

from drill.text.catalogue import Word, all_words


def reason(problem: OSError) -> Word | str:
    """As a parameter of a sentence; what has no words of its own is told as the system tells it."""
    code = f"cli.os.{errno.errorcode.get(problem.errno or 0)}"
    return Word(code) if code in all_words() else problem.strerror or str(problem)
