"""Heavy libraries are imported by the commands that need them, and by no other."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROBE = """
import sys
from drill.cli.main import main
code = main(sys.argv[1:])
print("\\n" + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
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
    assert not found & (heavy | {"dataclasses", "inspect", "json", "locale", "pathlib"})


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
