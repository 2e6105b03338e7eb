"""Logs as commands use them: by name or path, with what is wrong with them."""

from __future__ import annotations

from drill.cli.terminal import Terminal
from drill.exercise.contact.log import DRILL, DrillLog
from drill.exercise.contact.story import story
from drill.exercise.ledger import Command, Event, Log, Setup, State, Vocabulary
from drill.model.library import find_transcript


def open_recording(name: str, terminal: Terminal) -> DrillLog:
    """The transcript of a contact drill; UsageError also for a line of which nothing can be told."""
    log = open_log(DRILL, name, terminal)
    story(log.setup, log.rows, str(log.path))
    return log


def open_log(
    vocabulary: Vocabulary[Setup, State, Event, Command], name: str, terminal: Terminal
) -> Log[Setup, State, Event]:
    """Read a log; that its end is missing is said on stderr, UsageError if it is none or a line was changed."""
    log = vocabulary.read(find_transcript(name))
    if not log.over:
        code = "cli.transcript_unfinished" if log.whole else "cli.transcript_cut"
        terminal.note(f"drill: {log.path}: {terminal.say(code, line=log.chain.flaw_line)}")
    return log
