"""What a full disk does to a log."""

from __future__ import annotations

import errno
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from drill.exercise.chain import ChainReader, ChainWriter
from drill.exercise.table.events import AnyMeetingEvent, ClockHeld, ClockReleased, PersonAbsent

READER: ChainReader[AnyMeetingEvent] = ChainReader(AnyMeetingEvent)


class Narrow(FileIO):
    """A file on a disk with room for so many bytes."""

    room = 250

    def write(self, data: Any) -> int:
        if not self.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = super().write(bytes(data)[: self.room])
        self.room -= written
        return written


def test_a_line_that_does_not_fit_leaves_nothing_and_can_be_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    file = Narrow(path, "x")
    writer = ChainWriter(file)
    writer.append(0, ClockHeld())
    with pytest.raises(OSError, match="No space"):
        writer.append(5, PersonAbsent("a" * 200))
    assert [event for _, event in READER.read(path).entries] == [ClockHeld()]
    assert READER.read(path).flaw is None
    file.room = 10_000
    writer.append(6, ClockReleased())
    writer.close()
    chain = READER.read(path)
    assert chain.flaw is None
    assert chain.entries == ((0, ClockHeld()), (6, ClockReleased()))
