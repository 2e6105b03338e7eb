"""The log on disk: read to its last whole line wherever it was cut, and no changed byte goes unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.errors import UsageError
from drill.exercise.contact.events import Row
from drill.exercise.contact.replay import regenerate
from drill.exercise.transcript import TranscriptWriter, dump, parse, read_transcript
from tests.builders import a_chart, a_setup, contact, run


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return run(a_setup(a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"))))


def test_a_file_cut_at_any_byte_is_read_up_to_its_last_whole_line(rows: list[Row]) -> None:
    whole = dump(rows)
    for cut in range(len(whole) + 1):
        read = parse(whole[:cut])
        lines = whole[:cut].count(b"\n")
        assert read.rows == tuple(rows[:lines])
        assert read.good_bytes == whole[:cut].rfind(b"\n") + 1
        at_line_end = cut == read.good_bytes
        assert (read.flaw, read.flaw_line) == ((None, 0) if at_line_end else ("cut", lines + 1))


def test_a_changed_byte_is_noticed_at_its_line_or_the_next(rows: list[Row]) -> None:
    whole = dump(rows)
    last = whole.rfind(b"\n", 0, -1) + 1
    for at in range(0, last, 3):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        read = parse(changed)
        line = whole[:at].count(b"\n")
        assert read.flaw is not None, at
        assert len(read.rows) in (line, line + 1)


def test_a_changed_byte_in_the_last_line_is_noticed_by_the_replay(rows: list[Row]) -> None:
    """No later line vouches for the last one; the engine does."""
    whole = dump(rows)
    for at in range(whole.rfind(b"\n", 0, -1) + 1, len(whole)):
        read = parse(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        if read.flaw is None:
            with pytest.raises(UsageError, match=r"transcript\.differs"):
                regenerate(read.rows)


def test_a_line_left_out_or_put_twice_is_noticed(rows: list[Row]) -> None:
    lines = dump(rows).splitlines(keepends=True)
    for i in range(1, len(lines) - 1):
        assert parse(b"".join(lines[:i] + lines[i + 1 :])).flaw == "changed"
        assert parse(b"".join([*lines[: i + 1], lines[i], *lines[i + 1 :]])).flaw == "changed"


def test_the_writer_writes_what_dump_makes_and_goes_on_after_a_cut(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "new" / "t.jsonl"
    writer = TranscriptWriter.create(path)
    for row in rows:
        writer.append(row)
    writer.close()
    assert path.read_bytes() == dump(rows)
    path.write_bytes(dump(rows)[:-20])
    read = read_transcript(path)
    writer = TranscriptWriter.reopen(path, read)
    for row in rows[len(read.rows) :]:
        writer.append(row)
    writer.close()
    assert path.read_bytes() == dump(rows)
    assert writer.head == parse(dump(rows)).head


def test_an_existing_transcript_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_bytes(b"precious")
    with pytest.raises(FileExistsError):
        TranscriptWriter.create(tmp_path / "t.jsonl")


@pytest.mark.parametrize(
    "data", [b"", b"{}\n", b"\xff\xfe\n", b"[" * 100_000, b'{"seq":0}\n', b"schema: drill.chart/1\n"]
)
def test_what_is_not_a_transcript_is_refused_with_a_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_bytes(data)
    with pytest.raises(UsageError, match=r"transcript\.not_one"):
        read_transcript(tmp_path / "t.jsonl")
    with pytest.raises(UsageError, match=r"transcript\.not_a_file"):
        read_transcript(tmp_path)
    with pytest.raises(UsageError, match=r"transcript\.unreadable"):
        read_transcript(tmp_path / "missing.jsonl")


def test_a_transcript_that_is_being_written_cannot_be_gone_on_with(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    writer = TranscriptWriter.create(path)
    writer.append(rows[0])
    before = read_transcript(path)
    with pytest.raises(UsageError, match=r"transcript\.in_use"):
        TranscriptWriter.reopen(path, before)
    writer.append(rows[1])
    writer.close()
    with pytest.raises(UsageError, match=r"transcript\.in_use"):
        TranscriptWriter.reopen(path, before)
    TranscriptWriter.reopen(path, read_transcript(path)).close()


def test_a_log_whose_engine_or_rows_are_not_ours_is_refused(rows: list[Row]) -> None:
    import msgspec

    first = rows[0]
    older = Row(first.at_ms, msgspec.structs.replace(first.event, engine=0))
    with pytest.raises(UsageError, match=r"transcript\.other_engine"):
        regenerate([older, *rows[1:]])
    with pytest.raises(UsageError, match=r"transcript\.differs"):
        regenerate([*rows[:3], *rows[4:]])
    with pytest.raises(UsageError, match=r"transcript\.no_beginning"):
        regenerate(rows[1:])
    with pytest.raises(UsageError, match=r"transcript\.bad_beginning"):
        regenerate([Row(0, msgspec.structs.replace(first.event, chart={}))])
