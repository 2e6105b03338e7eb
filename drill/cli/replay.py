"""`drill replay`: a recorded drill told again, at any pace, for everybody or for one post."""

from __future__ import annotations

import re
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from drill.cli.arguments import Parser, checked, speed, split
from drill.cli.recording import open_log, open_recording
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.contact.story import story
from drill.exercise.ledger import Log
from drill.exercise.line import Line
from drill.exercise.table.log import MEETING
from drill.exercise.table.story import story as meeting_story
from drill.model.library import find_transcript
from drill.model.people import posts
from drill.text.clean import clean
from drill.text.figures import clock

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
    if not MEETING.begins(find_transcript(args.transcript)):
        log = open_recording(args.transcript, terminal)
        wanted = posts(log.setup.chart, split(args.post))
        told = story(log.setup, log.rows)
        title = f"{terminal.say('mark.drill')} {log.setup.scenario.title.get(terminal.language)}"
        return _tell(log, title, [line for line in told if not wanted or line.shown_to(wanted)], args, terminal)
    if args.post:
        raise UsageError("meeting.no_posts", args.transcript)
    meeting = open_log(MEETING, args.transcript, terminal)
    title = terminal.say("meeting.title", mark=terminal.say("mark.drill"), title=meeting.setup.scenario.title)
    return _tell(meeting, title, meeting_story(meeting.setup, meeting.rows), args, terminal)


def _tell(log: Log[Any, Any, Any], title: str, told: Sequence[Line], args: Namespace, terminal: Terminal) -> bool:
    if args.verify:
        log.vocabulary.replay(log.rows, str(log.path))
        terminal.note(terminal.say("cli.verified", rows=len(log.rows)))
    terminal.out(title, "")
    shown_ms = args.start
    for line in told:
        if line.at_ms < args.start:
            continue
        if args.speed:
            terminal.flush()
            time.sleep(min((line.at_ms - shown_ms) / 1000 / args.speed, _LONGEST_WAIT_S))
        shown_ms = line.at_ms
        terminal.out(*_lines(line, terminal))
        if args.step and sys.stdin:
            terminal.flush()
            sys.stdin.readline()
    return log.whole


def _lines(line: Line, terminal: Terminal) -> list[str]:
    """The sentence with its drill time; the text of an inject below it."""
    shown = [f"{clock(line.at_ms):>7}  {line.say(terminal.say)}"]
    text = clean(line.text.get(terminal.language), keep_newlines=True) if line.text else ""
    return [*shown, *(f"         {part}" for part in text.splitlines())]


def _offset(text: str) -> int:
    found = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,5}):([0-5]\d)", text)
    if not found:
        raise ValueError(text)
    return (int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])) * 1000
