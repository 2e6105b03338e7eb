"""What `drill play` hands to the screens; the screens have tests of their own."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from textual.app import App

from drill.analysis import lint
from drill.exercise.contact.setup import Setup
from drill.seats.options import ALL, Outcome, PlayOptions
from drill.seats.preparing import Drill
from drill.tui.contact import app
from tests.cli.conftest import Cli


@pytest.fixture
def prepared() -> list[Drill | None]:
    """The drills handed over."""
    return []


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, prepared: list[Drill | None]) -> list[PlayOptions]:
    """The choices handed over, on what looks like a terminal."""
    found: list[PlayOptions] = []

    def play(options: PlayOptions, drill: Drill | None) -> Outcome:
        found.append(options)
        prepared.append(drill)
        return Outcome(Path("records/x.jsonl"), ended=False)

    monkeypatch.setattr(app, "play", play)
    monkeypatch.setattr("drill.cli.play.has_terminal", lambda: True)
    return found


def test_without_a_scenario_the_start_screen_gets_the_defaults(cli: Cli, chosen: list[PlayOptions]) -> None:
    outcome = cli("play", "--lang", "ja")
    assert outcome.code == 0
    assert (chosen[0].scenario, chosen[0].language, chosen[0].seed) == (None, "ja", 1)
    assert chosen[0].folder == Path("records")
    assert "drill play --resume records/x.jsonl" in outcome.err


def test_flags_become_choices_and_absences_persons(
    cli: Cli, chosen: list[PlayOptions], prepared: list[Drill | None]
) -> None:
    flags = ("--post", "poc", "--absent", "csirt_manager/all", "--at", "2023-11-28T20:00", "--speed", "5")
    cli("play", "nws-stop", *flags, "--out", "mine")
    (options,) = chosen
    assert options.posts == ("poc",)
    assert prepared[0]
    assert len(prepared[0].setup.absent) == 3
    assert "poc" in prepared[0].setup.played
    assert (options.start, options.speed, options.folder) == (datetime(2023, 11, 28, 20), 5, Path("mine"))


def test_all_posts_make_a_round(cli: Cli, chosen: list[PlayOptions]) -> None:
    cli("play", "nws-stop", "--all")
    assert chosen[0].posts == (ALL,)


def test_a_transcript_to_go_on_with_is_found_by_name(cli: Cli, chosen: list[PlayOptions]) -> None:
    cli("play", "--resume", "nws-stop-good")
    assert chosen[0].resume is not None
    assert chosen[0].resume.name == "nws-stop-good.jsonl"


def test_without_a_terminal_a_drill_to_go_on_with_can_be_replayed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drill.cli.play.has_terminal", lambda: False)
    outcome = cli("play", "--resume", "records/x.jsonl")
    assert outcome.code == 2
    assert "drill replay records/x.jsonl" in outcome.err


def test_a_scenario_after_a_post_is_the_scenario(cli: Cli, chosen: list[PlayOptions]) -> None:
    cli("play", "--post", "poc", "nws-stop")
    assert (chosen[0].scenario, chosen[0].posts) == ("nws-stop", ("poc",))


def test_an_unknown_post_is_refused_before_the_screens_open(cli: Cli, chosen: list[PlayOptions]) -> None:
    outcome = cli("play", "nws-stop", "--post", "pco")
    assert outcome.code == 2
    assert "poc" in outcome.err
    assert chosen == []


@pytest.mark.parametrize("flags", [("--absent", "csirt_manager"), ("--meeting",)])
def test_what_is_played_is_read_and_set_up_once(
    cli: Cli, flags: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: Counter[str] = Counter()

    def counted(module: object, name: str) -> None:
        does = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *args, **more: done.update([name]) or does(*args, **more))

    for loads in ("load_chart", "load_scenario"):
        counted(lint, loads)
    counted(Setup, "make")
    monkeypatch.setattr(App, "run", lambda _app: None)
    monkeypatch.setattr("drill.cli.play.has_terminal", lambda: True)
    assert cli("play", "temp-worker-misuse", *flags, "--out", tmp_path).code == 0
    assert done == {"load_chart": 1, "load_scenario": 1, "make": 1}
    assert len([*tmp_path.glob("*.jsonl")]) == 1
