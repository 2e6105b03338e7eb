"""What `drill plan` hands to its screen; the screen has tests of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from drill.contacts.situation import Situation
from drill.tui.planner import app as planner
from drill.tui.planner.state import PlanOptions, Toggles
from tests.cli.conftest import Cli


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[PlanOptions]:
    """What is handed over, on what looks like a terminal."""
    found: list[PlanOptions] = []
    monkeypatch.setattr(planner, "plan", found.append)
    monkeypatch.setattr("drill.cli.plan.has_terminal", lambda: True)
    return found


def test_the_chart_and_the_situation_asked_for_are_shown(cli: Cli, shown: list[PlanOptions]) -> None:
    flags = ("--class", "failure", "--level", "3", "--at", "2023-11-19T03:00", "--from", "handler")
    assert cli("plan", "csirt-nws", *flags, "--lang", "ja").code == 0
    (options,) = shown
    assert options.loaded.value
    assert options.loaded.value.id == "csirt-nws"
    assert options.toggles == Toggles(Situation("failure", 3, at=datetime(2023, 11, 19, 3)), ("handler",))
    assert options.language == "ja"


def test_without_a_terminal_it_names_the_command_that_needs_none(cli: Cli) -> None:
    outcome = cli("plan", "csirt-nws")
    assert (outcome.code, outcome.out) == (2, "")
    assert "drill weak csirt-nws" in outcome.err


@pytest.mark.parametrize(
    ("text", "said"), [("{broken", "YM"), ("schema: drill.chart/1\nid: x\ntitle: X\npersons: {}\n", "posts")]
)
def test_a_chart_with_errors_is_not_shown(
    cli: Cli, shown: list[PlanOptions], text: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    outcome = cli("plan", "x.yaml")
    assert outcome.code == 2
    assert said in outcome.err
    assert shown == []


def test_a_defect_in_the_screen_is_said_without_a_traceback(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def defect(_app: planner.PlannerApp) -> None:
        raise ZeroDivisionError("a defect")

    run = planner.PlannerApp.run
    monkeypatch.setattr(planner.PlannerApp, "on_mount", defect)
    monkeypatch.setattr(planner.PlannerApp, "run", lambda app: run(app, headless=True))
    monkeypatch.setattr("drill.cli.plan.has_terminal", lambda: True)
    outcome = cli("plan", "csirt-nws")
    assert outcome.code == 3
    assert "Traceback" not in outcome.out + outcome.err
