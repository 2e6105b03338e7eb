"""The terminal is watched: a process nobody can see or reach any more ends, instead of spinning on its closed input."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable
from threading import Thread

GRACE_S = 3.0
"""How long leaving may take: whatever still waits for the terminal then (a blocked write) waits for ever."""
_LOOK_MS = 10_000
_SIGHUP = 129
"""As a shell counts it: 128 and the signal's number."""


def watch(gone: Callable[[], object]) -> None:
    """Call `gone`, in a thread, once the terminal has hung up. Windows ends such a process by itself."""
    if hasattr(select, "poll") and sys.__stdin__:
        Thread(target=_wait, args=(sys.__stdin__.fileno(), gone), daemon=True, name="hangup").start()


def _wait(terminal: int, gone: Callable[[], object]) -> None:
    poll = select.poll()
    poll.register(terminal, 0)  # nothing is read: a hang-up is told in any case
    while not (found := poll.poll(_LOOK_MS)):
        pass
    if any(state & select.POLLHUP for _, state in found):
        gone()
        time.sleep(GRACE_S)
        os._exit(_SIGHUP)
