"""What a planner waits for: commands on charts of growing size, and reading against libyaml's own loader.

`python -m benchmarks.sizes [LARGEST]`: 10,000 posts by default, 100,000 take some minutes. Times are processor time of
whole processes; a slope of 1 means that ten times the posts cost ten times as much.
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from itertools import pairwise
from math import log
from pathlib import Path

import yaml

from benchmarks.big_chart import big_text
from benchmarks.timing import seconds
from drill.collecting import no_collecting
from drill.model.load import load_chart

SIZES = (300, 1_000, 3_000, 10_000, 30_000, 100_000)
COMMANDS = ("check {chart}", "weak {chart} --order 1", "chart show {chart}", "run {scenario} --chart {chart}")
SCENARIO = """\
schema: drill.scenario/1
id: all
title: Everybody is told
class: failure
chart: big
briefing: A failure
start: 2023-11-16T14:00
length_min: 600
level: 1
publish: false
roles: [post0]
objectives: {tell: {title: All posts are told}}
items: {what: {label: What, value: It stopped}}
messages: {notice: {title: First notice, items: [what]}}
injects:
  alarm: {opens: {at_min: 1}, to: [post0], channel: system, sender: Monitor, text: Down, gives: notice, items: [what]}
"""


def cost(command: str) -> tuple[float, int]:
    """Processor seconds and MiB of one command; its output is thrown away."""
    child = os.fork()
    if child == 0:
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        os.execv(sys.executable, [sys.executable, "-m", "drill", *command.split()])
    _, status, used = os.wait4(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), command
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def reading(chart: Path) -> str:
    """How long reading takes against `yaml.load` of the same file."""
    text = chart.read_text(encoding="utf-8")
    with no_collecting():
        own, plain = (
            seconds(action, 3) for action in (partial(load_chart, chart), partial(yaml.load, text, yaml.CSafeLoader))
        )
    return f"read and checked for shape in {own:.2f} s, x{own / plain:.2f} of libyaml's loader"


def main(largest: int = 10_000) -> None:
    """Print seconds, memory and slopes."""
    with tempfile.TemporaryDirectory() as folder:
        scenario = Path(folder) / "all.yaml"
        scenario.write_text(SCENARIO, encoding="utf-8")
        charts = {posts: Path(folder) / f"big{posts}.yaml" for posts in SIZES if posts <= largest}
        for posts, chart in charts.items():
            chart.write_text(big_text(posts).replace("id: big", f"id: {chart.stem}"), encoding="utf-8")
            print(f"{posts:7,} posts, {chart.stat().st_size / 1e6:4.1f} MB: {reading(chart)}", flush=True)
        for command in COMMANDS:
            found = {posts: cost(command.format(chart=chart, scenario=scenario)) for posts, chart in charts.items()}
            print(command.format(chart="CHART", scenario="SCENARIO"))
            for posts, (taken, mib) in found.items():
                print(f"{posts:7,} posts {taken:7.2f} s {mib:6,} MiB", flush=True)
            (small, (begun, _)), *_, (large, (ended, _)) = found.items()
            steps = (log(b[0] / a[0]) / log(n / m) for (m, a), (n, b) in pairwise(found.items()))
            print(f"  slope {log(ended / begun) / log(large / small):.2f}, steepest step {max(steps):.2f}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
