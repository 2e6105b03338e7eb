from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

ROOT = Path(__file__).parents[2]


@pytest.fixture
def wrong(cli: Cli) -> Path:
    """A chart in which a deputy is unknown."""
    path = Path("orgcharts/mine.yaml")
    path.parent.mkdir()
    text = (ROOT / "orgcharts" / "csirt-nws.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("holder: ", "holder: nobody_", 1), encoding="utf-8")
    return path


def test_everything_shipped_is_without_error_and_all_else_is_what_planning_has_to_say_of_charts(cli: Cli) -> None:
    outcome = cli("check", "--json")
    problems = outcome.data["problems"]
    assert outcome.code == outcome.data["errors"] == 0
    assert {Path(each["file"]).parent.name for each in problems} == {"orgcharts"}
    assert {each["code"] for each in problems} >= {"OC204", "OC301"}
    assert all("OC140" < each["code"] < "OC9" for each in problems)


def test_what_is_said_of_a_shipped_chart_fits_on_a_screen(cli: Cli) -> None:
    for chart in ("csirt-nws", "juki-net", "outsourcing-city"):
        assert 3 < len(cli("check", chart).out.splitlines()) < 15


def test_an_error_is_one_line_with_its_place_and_exit_code_1(cli: Cli, wrong: Path) -> None:
    outcome = cli("check", wrong)
    assert outcome.code == 1
    assert outcome.out.startswith("E OC101 orgcharts")
    assert ":0" not in outcome.out.splitlines()[0].split()[2]
    assert cli("check").code == cli("check", "orgcharts").code == cli("check", "mine").code == 1


def test_the_json_of_check_names_code_place_and_hint(cli: Cli, wrong: Path) -> None:
    data = cli("check", wrong, "--json").data
    first = data["problems"][1]
    assert (data["schema"], data["errors"]) == (
        "drill.check/2",
        sum(p["severity"] == "error" for p in data["problems"]),
    )
    assert [each["code"] for each in data["problems"]] == ["MD052", "OC101"], "no planning without the names"
    assert first["file"] == str(wrong)
    assert first["line"] > 0
    assert first["message"]
    assert first["hint"]


def test_warnings_fail_only_when_strict(cli: Cli) -> None:
    text = (ROOT / "scenarios" / "nws-stop.yaml").read_text(encoding="utf-8")
    Path("nws-stop.yaml").write_text(text.replace("title: {ja: ", "title: {en: x} #", 1), encoding="utf-8")
    lenient = cli("check", "nws-stop.yaml")
    assert lenient.code == 0
    assert lenient.out.startswith("W MD051")
    assert cli("check", "nws-stop.yaml", "--strict").code == 1


def test_texts_in_one_language_take_one_line_and_errors_come_first(cli: Cli, wrong: Path) -> None:
    text = re.sub(r"\{ja: ([^,{}]+), en: [^{}]+\}", r"{ja: \1}", wrong.read_text(encoding="utf-8"))
    wrong.write_text(text, encoding="utf-8")
    data = cli("check", wrong, "--json").data
    missing = sum(each["code"] == "MD050" for each in data["problems"])
    outcome = cli("check", wrong)
    error, *warnings = outcome.out.splitlines()
    assert missing > 20
    assert error.startswith("E OC101")
    assert [line[:7] for line in warnings] == ["W MD052", "W MD050"]
    assert warnings[1].endswith(f"and {missing - 1} more")
    assert f"1 error, {missing + 1} warnings" in outcome.err


def test_a_missing_file_is_a_finding(cli: Cli) -> None:
    outcome = cli("check", "nosuch.yaml")
    assert outcome.code == 1
    assert outcome.out.startswith("E YM001 nosuch.yaml")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_code_can_be_explained(cli: Cli, language: str) -> None:
    from drill.model.problems import SEVERITY

    for code in SEVERITY:
        outcome = cli("check", "--explain", code.lower(), "--lang", language)
        assert outcome.code == 0
        assert outcome.out.startswith(code)
        assert "{" not in outcome.out.replace("{ja:", "").replace("{ }", "")


def test_list_shows_shipped_and_local_with_titles(cli: Cli, wrong: Path) -> None:
    listed = cli("list").out
    assert "nws-stop" in listed
    assert "orgcharts" in listed
    data = cli("list", "--json").data
    charts = {row["name"]: row for row in data["charts"]}
    assert data["schema"] == "drill.list/1"
    assert charts["csirt-nws"]["shipped"]
    assert not charts["mine"]["shipped"]
    assert {"ja", "en"} == charts["csirt-nws"]["title"].keys()
    assert {"nws-stop", "server-failure", "lost-usb"} <= {row["name"] for row in data["scenarios"]}


def test_list_in_japanese_has_japanese_titles(cli: Cli) -> None:
    assert "シナリオ" in cli("list", "--lang", "ja").out
