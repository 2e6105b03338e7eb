"""Transcripts as commands use them: by name or path, with what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.exercise.contact.events import Row
from drill.exercise.contact.evolve import evolve
from drill.exercise.contact.replay import setup_of
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.contact.story import Line, tell
from drill.exercise.transcript import read_transcript
from drill.model.library import find_transcript


@dataclass(frozen=True)
class Recording:
    """What is good of a transcript. `whole` is False where the file was cut off, not where the drill was left;
    `head` is the hash of its last good line."""

    path: Path
    rows: tuple[Row, ...]
    setup: Setup
    whole: bool
    story: tuple[Line, ...]
    head: str


def open_recording(name: str, terminal: Terminal) -> Recording:
    """Read a transcript; that the drill's end is missing is said on stderr, UsageError if a line was changed."""
    path = find_transcript(name)
    found = read_transcript(path)
    if found.flaw and found.flaw != "cut":
        raise UsageError(f"cli.transcript_{found.flaw}", str(path), line=found.flaw_line)
    state, story = _retell(path, found.rows)
    if found.flaw or state.ended_ms is None:
        code = "cli.transcript_cut" if found.flaw else "cli.transcript_unfinished"
        terminal.note(f"drill: {path}: {terminal.say(code, line=found.flaw_line)}")
    return Recording(path, found.rows, state.setup, not found.flaw, story, found.head)


def _retell(path: Path, rows: tuple[Row, ...]) -> tuple[State, tuple[Line, ...]]:
    """The state at the end and the story; UsageError at a line that cannot follow those before it."""
    state, story = State(setup_of(rows)), []
    for number, row in enumerate(rows, start=1):
        try:
            line = tell(state, row)
            state = evolve(state, row.event, row.at_ms)
        except (LookupError, AttributeError, ValueError) as problem:  # names that chart and scenario do not have
            raise UsageError("cli.transcript_changed", str(path), line=number) from problem
        if line:
            story.append(line)
    return state, tuple(story)
