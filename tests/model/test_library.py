"""Charts and scenarios are found by name in the current directory and among the shipped ones, or by path."""

from __future__ import annotations

from pathlib import Path

import pytest

import drill
from drill.errors import UsageError
from drill.model import library
from drill.text.catalogue import catalogue
from tests.model.samples import CHART, written


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with one chart, and a current directory without any."""
    for folder in ("drill/shipped/orgcharts", "drill/shipped/scenarios/programs", "here/orgcharts"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(drill, "__file__", str(tmp_path / "drill" / "__init__.py"))
    monkeypatch.chdir(tmp_path / "here")
    written(tmp_path / "drill/shipped/orgcharts", CHART, "town.yaml")
    return tmp_path


def test_a_shipped_chart_is_found_by_name(shelf: Path) -> None:
    assert library.find_chart("town") == shelf / "drill/shipped/orgcharts/town.yaml"
    assert [(entry.name, entry.shipped) for entry in library.list_charts()] == [("town", True)]


def test_a_local_chart_hides_the_shipped_one(shelf: Path) -> None:
    written(shelf / "here/orgcharts", CHART, "town.yaml")
    assert library.find_chart("town") == Path("orgcharts/town.yaml")
    assert [(entry.name, entry.shipped) for entry in library.list_charts()] == [("town", False)]


def test_a_chart_beside_its_scenario_comes_first(shelf: Path) -> None:
    (shelf / "kit").mkdir()
    beside = written(shelf / "kit", CHART, "town.yaml")
    assert library.find_chart("town", beside=shelf / "kit" / "story.yaml") == beside


def test_a_path_is_taken_as_it_is_even_if_nothing_is_there(shelf: Path) -> None:
    assert library.find_scenario("x/y") == Path("x/y")
    assert library.find_scenario("y.yaml") == Path("y.yaml")
    assert library.find_transcript("y.jsonl") == Path("y.jsonl")


def test_only_yaml_files_at_the_top_are_listed(shelf: Path) -> None:
    scenarios = shelf / "drill/shipped/scenarios"
    written(scenarios, "", "stop.yaml")
    written(scenarios, "", "notes.txt")
    written(scenarios / "programs", "", "year.yaml")
    assert [entry.name for entry in library.list_scenarios()] == ["stop"]


def test_an_unknown_name_is_answered_with_near_ones(shelf: Path) -> None:
    with pytest.raises(UsageError) as caught:
        library.find_chart("twon")
    assert (caught.value.params["name"], caught.value.params["near"]) == ("twon", "town")
    said = catalogue("ja")(caught.value.code, **caught.value.params)
    assert said == "連絡体制図「twon」はありません（候補: town）。一覧は `drill list` で表示できます。"


def test_the_source_checkout_ships_its_own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    root = Path(__file__).parents[2]
    assert {entry.path for entry in library.list_charts()} == set(root.glob("orgcharts/*.yaml"))
    monkeypatch.chdir(root)
    assert all(entry.shipped for entry in library.list_charts())
