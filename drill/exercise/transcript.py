"""The log of a drill on disk: a chain (`drill.exercise.chain`) of its events, whose times are drill time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drill.errors import UsageError
from drill.exercise import chain
from drill.exercise.chain import Chain, ChainReader, ChainWriter
from drill.exercise.contact.events import TRANSCRIPT_SCHEMA, AnyEvent, DrillStarted, InputTaken, Row

_READER: ChainReader[AnyEvent] = ChainReader(AnyEvent)


@dataclass(frozen=True, slots=True)
class Transcript:
    """What could be read of a file."""

    chain: Chain[AnyEvent]
    rows: tuple[Row, ...]

    @property
    def good_bytes(self) -> int:
        """As far as the file is right."""
        return self.chain.good_bytes

    @property
    def head(self) -> str:
        """Hash of the last good line."""
        return self.chain.head

    @property
    def flaw(self) -> str | None:
        """What is wrong after the good part: `cut`, `changed`, `unreadable`."""
        return self.chain.flaw

    @property
    def flaw_line(self) -> int:
        """Its line, from 1."""
        return self.chain.flaw_line


class TranscriptWriter:
    """Appends rows to a file. A person's input is on the disk before anybody is told that it was taken."""

    def __init__(self, writer: ChainWriter) -> None:
        self._writer = writer

    @classmethod
    def create(cls, path: Path) -> TranscriptWriter:
        """A new file; an existing one is never overwritten (FileExistsError)."""
        return cls(ChainWriter.create(path))

    @classmethod
    def reopen(cls, path: Path, transcript: Transcript) -> TranscriptWriter:
        """Go on after the good part of a transcript; see `ChainWriter.reopen`."""
        return cls(ChainWriter.reopen(path, transcript.chain))

    @property
    def head(self) -> str:
        """Hash of the last line."""
        return self._writer.head

    def append(self, row: Row) -> None:
        """Write one row."""
        self._writer.append(row.at_ms, row.event, sync=isinstance(row.event, (DrillStarted, InputTaken)))

    def close(self) -> None:
        """Everything to the disk, then close."""
        self._writer.close()


def dump(rows: Iterable[Row]) -> bytes:
    """A whole transcript as bytes."""
    return chain.dump((row.at_ms, row.event) for row in rows)


def parse(data: bytes) -> Transcript:
    """Read as far as the chain of hashes holds."""
    return _transcript(_READER.parse(data))


def read_transcript(path: Path) -> Transcript:
    """Read a file; UsageError if it cannot be read or does not begin like a transcript."""
    transcript = _transcript(_READER.read(path))
    first = transcript.rows[0].event if transcript.rows else None
    if not isinstance(first, DrillStarted) or first.schema != TRANSCRIPT_SCHEMA:
        raise UsageError("transcript.not_one", str(path), schema=TRANSCRIPT_SCHEMA)
    return transcript


def _transcript(found: Chain[AnyEvent]) -> Transcript:
    return Transcript(found, tuple(Row(at_ms, event) for at_ms, event in found.entries))
