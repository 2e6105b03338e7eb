"""Logs on disk: JSON lines, each with the hash of the line before, so a cut or change is seen and the rest kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar

import msgspec

from drill.errors import UsageError
from drill.exercise.locking import lock
from drill.text.reasons import reason

Event = TypeVar("Event")
FIRST = "0" * 64
LARGEST = 1 << 28
"""Bytes of the largest log that is read: some 500,000 events."""


class Row(NamedTuple, Generic[Event]):
    """One entry of a log: when, in milliseconds, and what."""

    at_ms: int
    event: Event


class LogLine(msgspec.Struct, Generic[Event], frozen=True):
    """One line: its number from 0, its time, SHA-256 of the line before (zeros for the first), and the event.

    Times never fall; what they count from is the log's own affair.
    """

    seq: int
    at_ms: int
    prev: str
    event: Event


_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Chain(Generic[Event]):
    """What could be read of a log; `flaw` names what is wrong with the `rest`: `cut`, `changed`, `unreadable`."""

    rows: tuple[Row[Event], ...]
    good_bytes: int
    head: str
    rest: bytes = b""
    flaw: str | None = None
    flaw_line: int = 0


def decoder(events: Any) -> Callable[[bytes], LogLine[Any]]:
    """What reads a line of a log of these events, a union of tagged structs."""
    return msgspec.json.Decoder(LogLine[events]).decode


def parse(data: bytes, decode: Callable[[bytes], LogLine[Event]]) -> Chain[Event]:
    """Read as far as the chain of hashes holds."""
    rows: list[Row[Event]] = []
    head, good, at_ms = FIRST, 0, 0
    for number, line in enumerate(data.splitlines(keepends=True)):
        flaw = None
        try:
            entry = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            flaw = "cut" if good + len(line) == len(data) else "unreadable"
        else:
            if not line.endswith(b"\n"):
                flaw = "cut"
            elif entry.prev != head or entry.seq != number or entry.at_ms < at_ms:
                flaw = "changed"
        if flaw:
            return Chain(tuple(rows), good, head, data[good:], flaw, number + 1)
        rows.append(Row(entry.at_ms, entry.event))
        head, good, at_ms = _hash(line), good + len(line), entry.at_ms
    return Chain(tuple(rows), good, head)


def read(path: Path) -> bytes:
    """A log's file; UsageError if it cannot be read or is none."""
    if path.exists() and (not path.is_file() or path.stat().st_size > LARGEST):
        raise UsageError("transcript.not_a_file", str(path), megabytes=LARGEST >> 20)
    try:
        return path.read_bytes()
    except OSError as problem:
        raise UsageError("transcript.unreadable", str(path), reason=reason(problem)) from problem


class ChainWriter:
    """Appends events to a file. What `sync` is asked for is on the disk before anybody is told that it was taken."""

    def __init__(self, file: BinaryIO, seq: int = 0, head: str = FIRST) -> None:
        self._file = file
        self._seq = seq
        self.head = head

    @classmethod
    def create(cls, path: Path, rows: Iterable[tuple[int, object]]) -> ChainWriter:
        """A new file with these rows, or none (OSError); an existing one is never overwritten (FileExistsError)."""
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb", buffering=0)
        lock(file)
        writer = cls(file)
        try:
            for at_ms, event in rows:
                writer.append(at_ms, event)
        except OSError:
            file.close()
            path.unlink()
            raise
        return writer

    @classmethod
    def reopen(cls, path: Path, chain: Chain[Any], in_use: str = "transcript.in_use") -> ChainWriter:
        """Go on after the good part of a log; a cut line at its end is removed.

        UsageError `in_use` if another process is writing it, or has gone on with it since it was read.
        """
        file = path.open("r+b", buffering=0)
        locked = lock(file)
        file.seek(chain.good_bytes)
        if not locked or path.stat().st_size < chain.good_bytes or file.read() != chain.rest:
            file.close()
            raise UsageError(in_use, str(path))
        file.truncate(chain.good_bytes)
        file.seek(chain.good_bytes)
        return cls(file, len(chain.rows), chain.head)

    def append(self, at_ms: int, event: object, sync: bool = True) -> None:
        """Write one line; after an OSError (a full disk) nothing of it is kept, and it may be tried again."""
        line = _encode(LogLine(self._seq, at_ms, self.head, event)) + b"\n"
        start = self._file.tell()
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[self._file.write(rest) :]
            if sync:
                os.fsync(self._file.fileno())
        except OSError:
            with suppress(OSError):
                self._file.seek(start)
                self._file.truncate()
            raise
        self._seq += 1
        self.head = _hash(line)

    def close(self) -> None:
        """Everything to the disk, then close."""
        if not self._file.closed:
            os.fsync(self._file.fileno())
            self._file.close()


def dump(rows: Iterable[tuple[int, object]]) -> bytes:
    """A whole log as bytes."""
    lines, head = [], FIRST
    for seq, (at_ms, event) in enumerate(rows):
        line = _encode(LogLine(seq, at_ms, head, event)) + b"\n"
        lines.append(line)
        head = _hash(line)
    return b"".join(lines)


def _hash(line: bytes) -> str:
    return sha256(line).hexdigest()
