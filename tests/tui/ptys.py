"""A program on a terminal of its own: started, read until it shows something, and left without its terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class OnTerminal:
    """The program, and the other end of its terminal."""

    program: subprocess.Popen[bytes]
    terminal: int

    def wait_for(self, text: str, patience_s: float = 60) -> None:
        """Read until this has been painted."""
        seen, end = b"", time.monotonic() + patience_s
        while text.encode() not in seen:
            assert select.select([self.terminal], [], [], end - time.monotonic())[0], seen
            seen += os.read(self.terminal, 1 << 16)

    def hang_up(self) -> None:
        """Close the window; no signal reaches the program, as when `make` has started it."""
        os.close(self.terminal)
        self.terminal = -1


@contextmanager
def on_terminal(*arguments: str) -> Iterator[OnTerminal]:
    """Python with these arguments on 80 columns and 24 rows."""
    terminal, its_end = pty.openpty()
    termios.tcsetwinsize(its_end, (24, 80))
    program = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=its_end,
        stdout=its_end,
        stderr=its_end,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
    )
    os.close(its_end)
    seen = OnTerminal(program, terminal)
    try:
        yield seen
    finally:
        program.kill()
        program.wait()
        if seen.terminal >= 0:
            seen.hang_up()
