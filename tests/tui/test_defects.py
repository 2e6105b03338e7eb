"""A defect in a screen leaves the terminal quietly and is handed back."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from drill.seats.local import LocalDrill
from drill.seats.options import PlayOptions
from drill.seats.preparing import load, prepare
from drill.tui.contact.app import DrillApp, play


def test_a_defect_in_a_screen_is_handed_back_and_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def defect(_app: DrillApp) -> None:
        raise ZeroDivisionError("a defect")

    run = DrillApp.run
    monkeypatch.setattr(DrillApp, "on_mount", defect)
    monkeypatch.setattr(DrillApp, "run", lambda app: run(app, headless=True))
    outcome = play(PlayOptions(wall=lambda: 0.0, language="en", folder=tmp_path))
    assert isinstance(outcome.defect, ZeroDivisionError)
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err


def test_a_transcript_that_cannot_be_written_while_the_drill_goes_on_is_handed_back_as_such(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_drill: LocalDrill) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    run = DrillApp.run
    monkeypatch.setattr(LocalDrill, "tick", full)
    monkeypatch.setattr(DrillApp, "run", lambda app: run(app, headless=True))
    options = PlayOptions(wall=lambda: 0.0, scenario="nws-stop", folder=tmp_path)
    outcome = play(options, prepare(options, load(options)))
    assert isinstance(outcome.defect, OSError)
    assert outcome.transcript
    assert not outcome.ended
