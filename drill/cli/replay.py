"""`drill replay`: a recorded drill told again, at any pace, for everybody or for one post."""

from __future__ import annotations

import re
import sys
import time
from argparse import Namespace
from collections.abc import Iterator

from drill.cli.arguments import Parser, checked, split
from drill.cli.meeting import replay_meeting
from drill.cli.recording import open_recording
from drill.cli.terminal import Terminal
from drill.exercise.contact.log import DRILL, DrillLog
from drill.exercise.contact.story import Line, story
from drill.exercise.table.log import MEETING
from drill.model.library import find_transcript
from drill.model.people import posts
from drill.report.record import clock
from drill.text.clean import clean

_LONGEST_WAIT_S = 5.0


def options(parser: Parser) -> None:
    """What to show, and how fast."""
    parser.value("transcript", metavar="TRANSCRIPT")
    parser.value("--speed", metavar="N", type=checked("cli.bad_speed", speed))
    parser.switch("--step")
    parser.value("--from", metavar="MM:SS", type=checked("cli.bad_offset", _offset), default=0, dest="start")
    parser.value("--post", metavar="POST", nargs="+", action="append")
    parser.switch("--verify")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Tell the story on stdout; with `--verify`, recompute the drill first. False if the file was cut off."""
    if MEETING.begins(find_transcript(args.transcript)):
        return replay_meeting(args, terminal)
    recording = open_recording(args.transcript, terminal)
    if args.verify:
        DRILL.replay(recording.rows, str(recording.path))
        terminal.note(terminal.say("cli.verified", rows=len(recording.rows)))
    terminal.out(f"{terminal.say('mark.drill')} {recording.setup.scenario.title.get(terminal.language)}", "")
    shown_ms = args.start
    for line in _chosen(recording, args):
        if args.speed:
            terminal.flush()
            time.sleep(min((line.at_ms - shown_ms) / 1000 / args.speed, _LONGEST_WAIT_S))
        shown_ms = line.at_ms
        terminal.out(*_lines(line, terminal))
        if args.step and sys.stdin:
            terminal.flush()
            sys.stdin.readline()
    return recording.whole


def _chosen(recording: DrillLog, args: Namespace) -> Iterator[Line]:
    wanted = posts(recording.setup.chart, split(args.post))
    for line in story(recording.setup, recording.rows):
        if line.at_ms >= args.start and (not wanted or line.shown_to(wanted)):
            yield line


def _lines(line: Line, terminal: Terminal) -> list[str]:
    """The sentence with its drill time; the text of an inject below it."""
    shown = [f"{clock(line.at_ms):>7}  {line.say(terminal.say)}"]
    text = clean(line.text.get(terminal.language), keep_newlines=True) if line.text else ""
    return [*shown, *(f"         {part}" for part in text.splitlines())]


def speed(text: str) -> float:
    """A pace above 0."""
    value = float(text)
    if not 0 < value <= 1_000_000:
        raise ValueError(text)
    return value


def _offset(text: str) -> int:
    found = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,5}):([0-5]\d)", text)
    if not found:
        raise ValueError(text)
    return (int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])) * 1000
