"""Transcripts as commands use them: by name or path, with what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drill.cli.terminal import Terminal
from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.story import Line, story
from drill.exercise.ledger import Command, Event, Log, State, Vocabulary
from drill.exercise.ledger import Setup as Setup_
from drill.model.library import find_transcript


@dataclass(frozen=True)
class Recording:
    """What is good of a transcript. `whole` is False where the file was cut off, not where the drill was left;
    `head` is the hash of its last good line."""

    path: Path
    rows: tuple[Row, ...]
    setup: Setup
    whole: bool
    story: list[Line]
    head: str


def open_recording(name: str, terminal: Terminal) -> Recording:
    """Read a transcript; that the drill's end is missing is said on stderr, UsageError if a line was changed."""
    log = open_log(DRILL, name, terminal)
    return Recording(log.path, log.rows, log.setup, log.whole, story(log.setup, log.rows, str(log.path)), log.head)


def open_log(
    vocabulary: Vocabulary[Setup_, State, Event, Command], name: str, terminal: Terminal
) -> Log[Setup_, State, Event]:
    """A log by name or file; that its end is missing is said on stderr."""
    log = vocabulary.read(find_transcript(name))
    if not log.over:
        code = "cli.transcript_unfinished" if log.whole else "cli.transcript_cut"
        terminal.note(f"drill: {log.path}: {terminal.say(code, line=log.chain.flaw_line)}")
    return log
