"""Meetings from the command line: run, read again, reported on."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from drill.exercise.table.figures import figures
from drill.exercise.table.log import MEETING
from drill.seats.options import Outcome, PlayOptions
from drill.tui.contact import app
from drill.tui.table import app as meeting
from tests.cli.conftest import Cli

LOG = Path("records/temp-worker-misuse-meeting-1.jsonl")


def _held(cli: Cli, *flags: str) -> Path:
    assert cli("run", "temp-worker-misuse", "--meeting", "--out", "records", *flags).code == 0
    return LOG


def test_a_recorded_meeting_comes_to_what_it_did_when_it_was_held(cli: Cli) -> None:
    run = cli("run", "temp-worker-misuse", "--meeting", "--seed", "3", "--out", "records", "--json").data
    assert cli("score", LOG, "--json").data == run
    assert run["closed"]
    found = figures(MEETING.read(LOG).state)
    assert found == {name: (f["numerator"], f["denominator"]) for name, f in run["figures"].items()}


def test_the_same_seed_holds_the_same_meeting_and_nothing_is_overwritten(cli: Cli) -> None:
    _held(cli)
    _held(cli)
    second = Path("records/temp-worker-misuse-meeting-2.jsonl")
    assert second.read_bytes() == LOG.read_bytes()
    assert "# Minutes of the exercise" in LOG.with_suffix(".md").read_text(encoding="utf-8")


def test_deputies_sit_for_absent_members_or_nobody_does(cli: Cli) -> None:
    data = cli("run", "temp-worker-misuse", "--meeting", "--absent", "general_manager/all", "--json").data
    assert data["figures"]["convened"] == {"numerator": 7, "denominator": 8}
    assert data["quorate"]
    everybody = cli("run", "temp-worker-misuse", "--meeting", "--absent", "subsections", "csirt_manager", "--json").data
    assert everybody["figures"]["convened"] == {"numerator": 8, "denominator": 8}


def test_a_meeting_is_told_again_from_any_moment_in_both_languages(cli: Cli) -> None:
    _held(cli, "--absent", "csirt_head")
    whole = cli("replay", LOG).out.splitlines()
    times = [line[:7] for line in whole if re.match(r"[ \d:]{4}:\d\d  ", line)]
    assert times == sorted(times)
    assert "stands in" in "\n".join(whole)
    assert whole[-1].endswith("The exercise is over")
    assert "訓練終了" in cli("replay", LOG, "--lang", "ja").out


def test_replay_can_begin_later(cli: Cli) -> None:
    _held(cli)
    whole, later = (cli("replay", LOG, "--from", start).out.splitlines()[2:] for start in ("00:00", "30:00"))
    assert 0 < len(later) < len(whole)
    assert later == whole[-len(later) :]


def test_a_meeting_is_told_at_a_pace_and_computed_again_like_a_drill(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    outcome = cli("replay", _held(cli), "--speed", "600", "--verify")
    assert (outcome.code, "agree" in outcome.err) == (0, True)
    assert sum(waits) > 1


@pytest.mark.parametrize("command", ["replay", "score"])
def test_a_cut_log_is_used_as_far_as_it_is_good(cli: Cli, command: str) -> None:
    Path("cut.jsonl").write_bytes(_held(cli).read_bytes()[:-20])
    outcome = cli(command, "cut.jsonl")
    assert outcome.code == 1
    assert "cut off in line" in outcome.err
    assert outcome.out


def test_a_changed_log_is_refused(cli: Cli) -> None:
    lines = _held(cli).read_bytes().splitlines(keepends=True)
    Path("changed.jsonl").write_bytes(b"".join([*lines[:4], *lines[5:]]))
    outcome = cli("score", "changed.jsonl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Line 5" in outcome.err


def test_what_makes_no_sense_for_a_meeting_is_refused(cli: Cli) -> None:
    _held(cli)
    assert cli("replay", LOG, "--post", "ciso").code == 2
    assert cli("score", LOG, "--rate", "report=P").code == 2
    refused = cli("run", "nws-stop", "--meeting")
    assert (refused.code, refused.out) == (2, "")
    assert "no `meeting` section" in refused.err


def test_minutes_are_a_report_like_others(cli: Cli) -> None:
    _held(cli)
    assert cli("report", "minutes", LOG).out.startswith("\\[DRILL\\]\n\n# Minutes of the exercise")
    made = cli("report", "--all", LOG, "-o", "papers", "--format", "html")
    assert made.out.split() == ["papers/minutes-temp-worker-misuse-meeting-1.html"]
    assert cli("report", "minutes", "nws-stop-good").code == 2
    assert cli("report", "after-action", LOG).code == 2


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, PlayOptions]]:
    """Which screens were opened, on what looks like a terminal."""
    found: list[tuple[str, PlayOptions]] = []

    def opens(name: str, options: PlayOptions) -> Outcome:
        found.append((name, options))
        return Outcome(Path("records/x.jsonl"), ended=True)

    monkeypatch.setattr("drill.cli.play.has_terminal", lambda: True)
    monkeypatch.setattr(app, "play", lambda options, _drill: opens("drill", options))
    monkeypatch.setattr(meeting, "hold_meeting", lambda options, _drill: opens("meeting", options))
    return found


def test_play_opens_the_meeting_or_goes_on_with_one(cli: Cli, opened: list[tuple[str, PlayOptions]]) -> None:
    _held(cli)
    cli("play", "lost-usb", "--meeting")
    cli("play", "--resume", LOG)
    cli("play", "lost-usb")
    assert [name for name, _ in opened] == ["meeting", "meeting", "drill"]
    assert opened[1][1].resume == LOG


def test_play_needs_a_scenario_for_a_meeting_and_a_terminal(
    cli: Cli, opened: list[tuple[str, PlayOptions]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("play", "--meeting").code == 2
    monkeypatch.setattr("drill.cli.play.has_terminal", lambda: False)
    assert "drill run lost-usb --meeting" in cli("play", "lost-usb", "--meeting").err
    assert opened == []
