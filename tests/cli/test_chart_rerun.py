"""`drill chart diff --scenario`: what a drill comes to on last year's chart and on this year's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drill.model.library import find_chart
from tests.cli.conftest import Cli


@pytest.fixture
def without(tmp_path: Path) -> Path:
    """The CSIRT chart before its manager had deputies."""
    text = find_chart("csirt-nws").read_text(encoding="utf-8")
    text, count = re.subn(r"(  csirt_manager:.*?)    deputies: \[[^\]]*\]\n", r"\1", text, count=1, flags=re.DOTALL)
    assert count
    path = tmp_path / "before.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("language", "word"), [("en", "better"), ("ja", "向上")])
def test_the_tables_say_what_got_better(cli: Cli, without: Path, language: str, word: str) -> None:
    options = ("--scenario", "nws-stop", "--seeds", "2", "--absent", "csirt_manager", "--lang", language)
    outcome = cli("chart", "diff", without, "csirt-nws", *options)
    assert outcome.code == 1
    assert re.search(rf"36 / 50 +50 / 50 +{word} +2 +0", outcome.out)


def test_programs_get_both_sides_of_every_figure_and_post(cli: Cli, without: Path) -> None:
    outcome = cli(
        "chart", "diff", without, "csirt-nws", "--scenario", "nws-stop", "--absent", "csirt_manager", "--json"
    )
    drills = outcome.data["drills"]
    assert (drills["schema"], drills["drills"]) == ("drill.rerun/1", 1)
    assert drills["figures"]["completeness"] == {
        "before": [18, 25],
        "after": [25, 25],
        "trend": 1,
        "better": 1,
        "worse": 0,
    }
    assert drills["posts"]["csirt_head"]["before"]["reached"] == 0
    assert drills["posts"]["csirt_head"]["after"]["at_ms"] > 0


def test_a_scenario_that_does_not_fit_one_of_the_charts_is_refused_with_its_errors(cli: Cli) -> None:
    outcome = cli("chart", "diff", "csirt-printed", "csirt-nws", "--scenario", "nws-stop")
    assert outcome.code == 2
    assert "SC101" in outcome.err
    assert outcome.err.rstrip().endswith("The scenario cannot be run on this chart; the errors stand above.")


@pytest.mark.parametrize("option", ["--seed", "--seeds", "--absent"])
def test_options_of_the_drill_need_a_scenario(cli: Cli, option: str) -> None:
    outcome = cli("chart", "diff", "csirt-printed", "csirt-nws", option, "3")
    assert outcome.code == 2
    assert f"{option} needs --scenario" in outcome.err


@pytest.mark.parametrize("number", ["0", "1001", "x", "-1", "１"])
def test_a_number_of_drills_out_of_bounds_is_refused(cli: Cli, number: str) -> None:
    outcome = cli("chart", "diff", "csirt-nws", "csirt-nws", "--scenario", "nws-stop", f"--seeds={number}")
    assert outcome.code == 2
    assert "1 to 1000" in outcome.err
