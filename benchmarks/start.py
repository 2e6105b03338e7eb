"""How long the program takes to start, against bare Python, and to paint, against an empty application of Textual's.

Medians of whole processes, taken in turn, with the bytecode that an installation has.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.timing import seconds
from tests.tui.ptys import on_terminal

RUNS = 15
COMMANDS = {
    "bare python": ["-c", "pass"],
    "drill --help": ["-m", "drill", "--help"],
    "drill list": ["-m", "drill", "list"],
    "drill check csirt-nws": ["-m", "drill", "check", "csirt-nws"],
    "drill run nws-stop": ["-m", "drill", "run", "nws-stop"],
    "drill run server-failure": ["-m", "drill", "run", "server-failure"],
    "drill run lost-usb": ["-m", "drill", "run", "lost-usb"],
}

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("painted")
Empty().run()
"""
SCREENS = {
    "textual, empty": (["-c", EMPTY], "painted"),
    "drill play": (["-m", "drill", "play", "--lang", "en"], "[DRILL]"),
    "drill play nws-stop": (["-m", "drill", "play", "nws-stop", "--lang", "en"], "[DRILL]"),
    "drill plan csirt-nws": (["-m", "drill", "plan", "csirt-nws", "--lang", "en"], "Enter"),
}
"""Each with what it has painted when there is something to see."""


def main() -> None:
    """Print seconds and ratios: of whole commands, then to the first paint."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    _compare({name: partial(_run, arguments) for name, arguments in COMMANDS.items()})
    with TemporaryDirectory() as folder:
        _compare({name: partial(_paint, *screen, folder) for name, screen in SCREENS.items()})


def _run(arguments: list[str]) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def _paint(arguments: list[str], text: str, folder: str) -> None:
    keep = ["--out", folder] if "play" in arguments else []
    with on_terminal(*arguments, *keep) as seen:
        seen.wait_for(text)


def _compare(actions: dict[str, Callable[[], None]]) -> None:
    """The first is what the others are compared with."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(RUNS):
        for name, action in actions.items():
            times[name].append(seconds(action, 1))
    first, *_ = times
    for name, taken in times.items():
        print(f"{name:26} {median(taken):6.3f} s   x{median(taken) / median(times[first]):5.1f} {first}")


if __name__ == "__main__":
    main()
