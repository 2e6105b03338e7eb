from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from drill.exercise.chain import dump
from drill.exercise.contact.events import InjectDelivered, PhaseEntered, Row
from drill.exercise.contact.log import DRILL
from tests.cli.conftest import Cli


def test_a_recorded_drill_scores_as_it_did_when_it_was_run(cli: Cli) -> None:
    run = cli("run", "server-failure", "--seed", "2", "--out", "records", "--json").data
    assert cli("score", "records/server-failure-1.jsonl", "--json").data == run


def test_replay_tells_every_line_in_order_of_time(cli: Cli, recorded: Path) -> None:
    outcome = cli("replay", recorded)
    times = [line[:7] for line in outcome.out.splitlines() if re.match(r"[ \d:]{4}:\d\d  ", line)]
    assert outcome.code == 0
    assert times == sorted(times)
    assert len(times) > 100
    assert outcome.out.rstrip().endswith("The drill is over: time is up")


def test_replay_can_begin_later_and_show_one_post_only(cli: Cli, recorded: Path) -> None:
    everything = cli("replay", recorded).out.splitlines()
    later = cli("replay", recorded, "--from", "10:00").out.splitlines()
    mine = cli("replay", recorded, "--post", "ciso").out.splitlines()
    assert later[:2] == ["[DRILL] The NWS is stopped", ""]
    assert later[2:] == everything[-len(later[2:]) :]
    assert later[2].startswith("  10:")
    assert 0 < len(mine) < len(everything)
    assert cli("replay", recorded, "--post", "nobody").code == 2
    assert cli("replay", recorded, "--from", "1:10:00").out == cli("replay", recorded, "--from", "70:00").out


def test_replay_in_japanese_says_the_same_lines(cli: Cli, recorded: Path) -> None:
    assert "訓練終了（時間）" in cli("replay", recorded, "--lang", "ja").out


def test_replay_at_a_speed_waits_as_long_as_the_drill_did(
    cli: Cli, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    cli("replay", recorded, "--speed", "60")
    last_ms = DRILL.read(recorded).rows[-1].at_ms
    assert sum(waits) <= last_ms / 60_000
    assert max(waits) <= 5
    assert sum(waits) > 10


def test_verify_computes_the_drill_again(cli: Cli, recorded: Path) -> None:
    outcome = cli("replay", recorded, "--verify")
    assert outcome.code == 0
    assert "agree" in outcome.err


@pytest.mark.parametrize("command", ["replay", "score"])
def test_a_cut_transcript_is_used_as_far_as_it_is_good(cli: Cli, recorded: Path, command: str) -> None:
    Path("cut.jsonl").write_bytes(recorded.read_bytes()[:-40])
    outcome = cli(command, "cut.jsonl")
    assert outcome.code == 1
    assert "cut off in line" in outcome.err
    assert outcome.out


def test_a_drill_left_before_its_end_is_said_to_be(cli: Cli, recorded: Path) -> None:
    lines = recorded.read_bytes().splitlines(keepends=True)
    Path("left.jsonl").write_bytes(b"".join(lines[:50]))
    outcome = cli("score", "left.jsonl", "--json")
    assert (outcome.code, outcome.data["ended_ms"]) == (0, None)
    assert "before its end" in outcome.err


@pytest.mark.parametrize("command", ["replay", "score"])
def test_a_changed_line_is_named(cli: Cli, recorded: Path, command: str) -> None:
    lines = recorded.read_bytes().splitlines(keepends=True)
    lines[6] = lines[6].replace(b'"at_ms":', b'"at_ms":1')
    Path("changed.jsonl").write_bytes(b"".join(lines))
    outcome = cli(command, "changed.jsonl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Line 8" in outcome.err or "Line 7" in outcome.err


def test_garbage_in_the_middle_is_named(cli: Cli, recorded: Path) -> None:
    lines = recorded.read_bytes().splitlines(keepends=True)
    lines[6] = b"{nonsense}\n"
    Path("garbage.jsonl").write_bytes(b"".join(lines))
    outcome = cli("score", "garbage.jsonl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Line 7" in outcome.err


def test_a_forged_transcript_is_found_by_verify(cli: Cli, recorded: Path) -> None:
    rows = DRILL.read(recorded).rows
    Path("forged.jsonl").write_bytes(dump([*rows[:40], *rows[41:]]))
    outcome = cli("replay", "forged.jsonl", "--verify")
    assert outcome.code == 2
    assert "Line 41" in outcome.err


def test_a_forged_transcript_with_unknown_names_is_no_defect_of_ours(cli: Cli, recorded: Path) -> None:
    first = DRILL.read(recorded).rows[0]
    unknown = Row(1, PhaseEntered("nosuch")), Row(2, InjectDelivered("nosuch", ("nosuch",)))
    Path("forged.jsonl").write_bytes(dump([first, *unknown]))
    outcome = cli("score", "forged.jsonl")
    assert outcome.code == 2
    assert "Line 2" in outcome.err


@pytest.mark.parametrize("content", [b"", b"hello\n", b'{"seq":0}\n', b"\x00\xff" * 100])
def test_what_is_no_transcript_is_said_to_be_none(cli: Cli, content: bytes) -> None:
    Path("x.jsonl").write_bytes(content)
    outcome = cli("score", "x.jsonl")
    assert outcome.code == 2
    assert "no transcript" in outcome.err
