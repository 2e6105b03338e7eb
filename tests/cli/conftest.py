"""Commands run in this process, in an empty folder, in English unless a test says otherwise."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from drill.cli.main import main
from drill.model.library import find_program


@dataclass(frozen=True)
class Outcome:
    """What a command line did."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The JSON on stdout."""
        return json.loads(self.out)


Cli = Callable[..., Outcome]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("DRILL_DEBUG", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*argv: str | Path) -> Outcome:
        capsys.readouterr()
        code = main([str(each) for each in argv])
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The transcript of a whole drill."""
    folder = tmp_path_factory.mktemp("records")
    assert main(["run", "nws-stop", "--seed", "5", "--out", str(folder)]) == 0
    return folder / "nws-stop-1.jsonl"


@pytest.fixture(scope="session")
def begun_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder `r5` with a drill year that has its roster and first entries, and the list `roster.csv` beside it."""
    folder = tmp_path_factory.mktemp("begun")
    year, roster = str(folder / "r5"), find_program("suginami-r5").with_name("suginami-r5-roster.csv")
    shutil.copy(roster, folder / "roster.csv")
    for argv in (
        ("new", "suginami-r5", year),
        ("roster", year, str(roster)),
        ("put", year, "nws_check", "method", "--on", "2023-09-05"),
        ("hold", year, "②", "--all", "--on", "2023-11-10"),
        ("hold", year, "③", "--section", "subsection_1", "--all", "--on", "2023-11-14"),
    ):
        assert main(["year", *argv]) == 0
    return folder
