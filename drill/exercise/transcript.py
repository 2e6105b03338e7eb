"""The log on disk: JSON lines, each with the hash of the line before, so a cut or change is seen and the rest kept."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from drill.errors import UsageError
from drill.exercise.events import TRANSCRIPT_SCHEMA, AnyEvent, DrillStarted, InputTaken, Row
from drill.exercise.locking import lock

_FIRST = "0" * 64
LARGEST = 1 << 28
"""Bytes of the largest transcript that is read: some 500,000 events."""


class Line(msgspec.Struct, frozen=True):
    """One line: its number from 0, drill time, SHA-256 of the line before (zeros for the first), and the event."""

    seq: int
    at_ms: int
    prev: str
    event: AnyEvent


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Line).decode


@dataclass(frozen=True, slots=True)
class Transcript:
    """What could be read of a file: `good_bytes` of it; `flaw` names what is wrong after that, if anything."""

    rows: tuple[Row, ...]
    good_bytes: int
    head: str
    flaw: str | None = None
    flaw_line: int = 0


class TranscriptWriter:
    """Appends rows to a file. A person's input is on the disk before anybody is told that it was taken."""

    def __init__(self, file: BinaryIO, seq: int = 0, head: str = _FIRST) -> None:
        self._file = file
        self._seq = seq
        self.head = head

    @classmethod
    def create(cls, path: Path) -> TranscriptWriter:
        """A new file; an existing one is never overwritten (FileExistsError)."""
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
        lock(file)
        return cls(file)

    @classmethod
    def reopen(cls, path: Path, transcript: Transcript) -> TranscriptWriter:
        """Go on after the good part of a transcript; a cut line at its end is removed.

        UsageError if another process is playing the drill, or has gone on with it since it was read.
        """
        file = path.open("r+b")
        if not lock(file) or path.stat().st_size < transcript.good_bytes or _moved_on(file, transcript):
            file.close()
            raise UsageError("transcript.in_use", str(path))
        file.truncate(transcript.good_bytes)
        file.seek(transcript.good_bytes)
        return cls(file, len(transcript.rows), transcript.head)

    def append(self, row: Row) -> None:
        """Write one row."""
        line = _encode(Line(self._seq, row.at_ms, self.head, row.event)) + b"\n"
        self._file.write(line)
        self._seq += 1
        self.head = _hash(line)
        self._file.flush()
        if isinstance(row.event, (DrillStarted, InputTaken)):
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Everything to the disk, then close."""
        if not self._file.closed:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()


def _moved_on(file: BinaryIO, transcript: Transcript) -> bool:
    """Whether whole lines have been added behind what was read."""
    file.seek(transcript.good_bytes)
    return transcript.flaw is None and bool(file.read(1))


def dump(rows: Iterable[Row]) -> bytes:
    """A whole transcript as bytes."""
    lines, head = [], _FIRST
    for seq, row in enumerate(rows):
        line = _encode(Line(seq, row.at_ms, head, row.event)) + b"\n"
        lines.append(line)
        head = _hash(line)
    return b"".join(lines)


def _hash(line: bytes) -> str:
    return sha256(line).hexdigest()


def parse(data: bytes) -> Transcript:
    """Read as far as the chain of hashes holds."""
    rows: list[Row] = []
    head, good, at_ms = _FIRST, 0, 0
    for number, line in enumerate(data.splitlines(keepends=True)):
        flaw = None
        try:
            entry = _decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            flaw = "cut" if good + len(line) == len(data) else "unreadable"
        else:
            if not line.endswith(b"\n"):
                flaw = "cut"
            elif entry.prev != head or entry.seq != number or entry.at_ms < at_ms:
                flaw = "changed"
        if flaw:
            return Transcript(tuple(rows), good, head, flaw, number + 1)
        rows.append(Row(entry.at_ms, entry.event))
        head, good, at_ms = _hash(line), good + len(line), entry.at_ms
    return Transcript(tuple(rows), good, head)


def read_transcript(path: Path) -> Transcript:
    """Read a file; UsageError if it cannot be read or does not begin like a transcript."""
    if path.exists() and (not path.is_file() or path.stat().st_size > LARGEST):
        raise UsageError("transcript.not_a_file", str(path), megabytes=LARGEST >> 20)
    try:
        transcript = parse(path.read_bytes())
    except OSError as problem:
        raise UsageError("transcript.unreadable", str(path), reason=problem.strerror or str(problem)) from problem
    first = transcript.rows[0].event if transcript.rows else None
    if not isinstance(first, DrillStarted) or first.schema != TRANSCRIPT_SCHEMA:
        raise UsageError("transcript.not_one", str(path), schema=TRANSCRIPT_SCHEMA)
    return transcript
