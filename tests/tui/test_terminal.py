"""A terminal that goes away, or somebody outside who wants the program to end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from drill.exercise.clock import DrillClock
from drill.exercise.contact.session import LiveSession
from tests.tui.ptys import on_terminal

SHELL = """
from textual.app import ComposeResult
from textual.widgets import Static
from drill.tui.kit.shell import Shell
class Bare(Shell[None]):
    def compose(self) -> ComposeResult:
        yield Static("painted")
Bare("en").run_through()
"""


def test_bytes_that_are_no_utf_8_are_no_key_and_end_nothing() -> None:
    hear = "Bare.on_key = lambda app, key: app.query_one(Static).update('got ' + key.key)"
    listening = SHELL.replace('Bare("en")', f'{hear}\nBare("en")')
    with on_terminal("-c", listening) as seen:
        seen.wait_for("painted")
        os.write(seen.terminal, "あ".encode("cp932") + b"\x99\xff")
        os.write(seen.terminal, b"z")
        seen.wait_for("got z")


def test_an_application_whose_terminal_is_gone_ends() -> None:
    with on_terminal("-c", SHELL) as seen:
        seen.wait_for("painted")
        seen.hang_up()
        assert seen.program.wait(timeout=30) != 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_application_that_is_asked_to_stop_puts_the_terminal_right_first(number: signal.Signals) -> None:
    with on_terminal("-c", SHELL) as seen:
        seen.wait_for("painted")
        seen.program.send_signal(number)
        seen.wait_for("\x1b[?1049l")  # the screen that was there before


def test_a_drill_whose_terminal_is_gone_lets_go_of_its_transcript(tmp_path: Path) -> None:
    with on_terminal("-m", "drill", "play", "nws-stop", "--lang", "en", "--out", str(tmp_path)) as seen:
        seen.wait_for("[DRILL]")
        seen.hang_up()
        seen.program.wait(timeout=30)
    (path,) = tmp_path.glob("*.jsonl")
    LiveSession.resume(path, DrillClock(lambda: 0.0)).close()
