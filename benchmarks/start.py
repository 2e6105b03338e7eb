"""How long the program takes to start, against bare Python: medians of whole processes, taken in turn."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

RUNS = 15
COMMANDS = {
    "bare python": ["-c", "pass"],
    "drill --help": ["-m", "drill", "--help"],
    "drill list": ["-m", "drill", "list"],
    "drill run nws-stop": ["-m", "drill", "run", "nws-stop"],
    "drill run server-failure": ["-m", "drill", "run", "server-failure"],
    "drill run lost-usb": ["-m", "drill", "run", "lost-usb"],
}


def main() -> None:
    """Print seconds and ratios to bare Python."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, arguments in COMMANDS.items():
            begun = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            times[name].append(time.perf_counter() - begun)
    bare = median(times["bare python"])
    for name, taken in times.items():
        print(f"{name:26} {median(taken):6.3f} s   x{median(taken) / bare:5.1f} bare python")
