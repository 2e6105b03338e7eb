"""`drill check` of programmes: every code, at its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from drill.model.check import check_year_file
from drill.model.library import list_programs
from drill.model.load import load_program
from drill.model.problems import SEVERITY
from tests.year.years import program, two

Data = dict[str, Any]
Change = Callable[[Data], object]


def problems(folder: Path, change: Change) -> list[tuple[str, tuple[str | int, ...], int]]:
    """Code, path and line of what is wrong with the small programme after a change."""
    data = yaml.safe_load(program())
    change(data)
    file = folder / "program.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    loaded = load_program(file)
    assert not loaded.problems
    return [(each.code, each.path, each.line) for each in check_year_file(loaded)]


def test_the_small_programme_is_clean(tmp_path: Path) -> None:
    assert problems(tmp_path, lambda _data: None) == []


@pytest.mark.parametrize("name", [each.name for each in list_programs() if each.shipped])
def test_shipped_programmes_are_clean(name: str) -> None:
    loaded = load_program(next(each.path for each in list_programs() if each.name == name))
    assert check_year_file(loaded) == []


def _set(*path: str, value: object) -> Change:
    def change(data: Data) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = value

    return change


def _spelt(north: str, south: str) -> Change:
    def change(data: Data) -> None:
        data["sections"]["north"]["also"], data["sections"]["south"]["also"] = [north], [south]

    return change


def _ring(data: Data) -> None:
    data["activities"]["first"]["cascade"] = {"teacher": "x", "trained_in": "second"}


def _selfcheck(**more: object) -> Change:
    plan = {
        "title": two("Check"),
        "questionnaires": "nws-r5",
        "groups": {"own": "staff"},
        "from": "2023-11-02",
        "to": "2023-11-28",
        "paper": "table",
    }
    return _set("selfchecks", value={"check": plan | more})


CHANGES: list[tuple[str, Change]] = [
    ("YR101", _set("activities", "first", "targets", value=["nobody"])),
    ("YR101", _set("activities", "chain", "outcome_of", value={"nobody": ["x"]})),
    ("YR101", _set("activities", "second", "cascade", value={"teacher": "x", "representatives": "nobody"})),
    ("YR101", _selfcheck(groups={"own": "nobody"})),
    ("YR102", _set("targets", "chiefs", "sections", value=["east"])),
    ("YR103", _set("activities", "second", "cascade", "trained_in", value="zeroth")),
    ("YR104", _set("activities", "first", "paper", value="none")),
    ("YR104", _selfcheck(paper="none")),
    ("YR105", _ring),
    ("YR106", _set("as_of", value="2024-12-01")),
    ("YR106", _set("activities", "first", "from", value="2023-03-31")),
    ("YR106", _set("board", value=[{"on": "2024-04-01", "title": "x"}])),
    ("YR106", _set("papers", "one", "method", value="2022-09-05")),
    ("YR107", _set("activities", "first", "test", "banks", value=["none"])),
    ("YR108", _set("activities", "chain", "scenario", value="none")),
    ("YR109", _selfcheck(questionnaires="none")),
    ("YR110", _set("activities", "second", "cascade", "trained_in", value="chain")),
    ("YR110", _set("activities", "second", "cascade", "representatives", value="staff")),
    ("YR111", _set("activities", "first", "from", value="2023-12-10")),
    ("YR112", _set("activities", "first", "from", value="2023-11-20")),
    ("YR113", _set("papers", "one", "method", value="2023-11-17")),
    ("YR114", _set("papers", "one", "result", value="2023-11-15")),
    ("YR115", _set("sections", "north", "also", value=["和ｓｏｕｔｈ"])),
    ("YR115", _set("sections", "north", "also", value=["和so\u200buth"])),
    ("YR115", _set("sections", "north", "also", value=["SOUTH"])),
    ("YR115", _spelt("第1‐係", "第１－係")),
    ("YR117", _selfcheck(groups={"none": "staff"})),
    ("YR118", _set("activities", "chain", "kind", value="meeting")),
    ("YR119", _set("activities", "first", "test", "questions", value=50)),
]


@pytest.mark.parametrize(("code", "change"), CHANGES, ids=[f"{n}-{code}" for n, (code, _) in enumerate(CHANGES)])
def test_each_mistake_is_found_at_its_place(tmp_path: Path, code: str, change: Change) -> None:
    found = problems(tmp_path, change)
    assert {each for each, _, _ in found} == {code}
    assert all(line > 0 for _, _, line in found)


def test_every_code_of_programmes_is_provoked_here() -> None:
    assert {code for code in SEVERITY if code.startswith("YR1")} == {code for code, _ in CHANGES}
