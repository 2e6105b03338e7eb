"""Heavy libraries are imported by the commands that need them, and by no other."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROBE = """
import sys
from drill.cli.main import main
code = main(sys.argv[1:])
print("\\n" + " ".join(sorted({part for name in sys.modules for part in (name, name.partition(".")[0])})))
raise SystemExit(code)
"""


def _imported(*argv: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *argv], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode in (0, 1), done.stderr  # well, or findings
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("argv", [("--help",), ("--version",), ()])
def test_help_imports_nothing_heavy(argv: tuple[str, ...]) -> None:
    found = _imported(*argv)
    assert "argparse" in found
    heavy = {"pydantic", "simpy", "textual", "networkx", "yaml", "msgspec", "importlib_metadata"}
    assert not found & (heavy | {"dataclasses", "inspect", "json", "locale", "pathlib", "datetime", "rich"})


@pytest.mark.parametrize("language", ["en", "ja"])
def test_help_reads_the_words_of_the_commands_only(language: str) -> None:
    assert _words_read("--lang", language, "--help") == {"cli"}


def test_checking_a_chart_reads_the_words_of_charts_and_rules_only() -> None:
    assert _words_read("check", "csirt-nws") == {"cli", "common", "checking", "rules_chart", "rules_keeping"}


def _words_read(*argv: str) -> set[str]:
    area = "drill.text.words."
    return {name.removeprefix(area) for name in _imported(*argv) if name.startswith(area)}


def test_the_pattern_of_the_yaml_reader_in_python_is_made_by_whoever_reads_with_it() -> None:
    probe = """
import re
made = []
whole = re._compiler.compile
re._compiler.compile = lambda pattern, flags=0: made.append(pattern) or whole(pattern, flags)
import drill.model.yamltree
import yaml
print(any("U0010ffff" in ascii(pattern) for pattern in made))
print(yaml.safe_load("a: b"))
print(any("U0010ffff" in ascii(pattern) for pattern in made))
"""
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split("\n")[:3] == ["False", "{'a': 'b'}", "True"]


def test_a_headless_run_imports_no_screens() -> None:
    found = _imported("run", "nws-stop")
    assert {"simpy", "pydantic"} <= found
    assert "textual" not in found


def test_check_imports_neither_engine_nor_screens() -> None:
    found = _imported("check")
    assert {"yaml", "pydantic"} <= found
    assert not found & {"simpy", "textual", "networkx"}


def test_weak_points_need_no_engine_but_the_order_of_calls_does() -> None:
    assert "simpy" not in _imported("weak", "csirt-nws", "--order", "1")
    found = _imported("weak", "csirt-nws", "--call-order")
    assert "simpy" in found
    assert "textual" not in found


def test_checking_a_chart_looks_for_no_plugins_and_makes_no_models_of_other_files() -> None:
    found = _imported("check", "csirt-nws")
    assert not found & {"email", "zipfile", "rich", "json", "difflib"}


def test_list_imports_no_screens() -> None:
    assert "textual" not in _imported("list")
