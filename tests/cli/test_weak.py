"""`drill weak`: the findings on the shipped charts, what-ifs, repairs, and what is said of wrong input."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli

ROOT = Path(__file__).parents[2]
LATE_AND_LISTED = ("2026-11-23", "2023-11-24")


def singles(cli: Cli, *args: str) -> dict[str, int]:
    """Element → blast radius."""
    found = json.loads(cli("weak", *args, "--json").out)
    return {cut["elements"][0]["ref"]: len(cut["falls"]) for cut in found["singles"]}


def test_without_deputies_office_poc_and_section_chief_each_take_most_of_the_chart_down(cli: Cli) -> None:
    found = singles(cli, "csirt-printed")
    assert found["west_6f"] == found["security_staff"] == 8
    assert found["info_management_chief"] == 7


def test_with_deputies_no_person_is_a_single_point_and_the_office_still_is(cli: Cli) -> None:
    found = json.loads(cli("weak", "csirt-nws", "--json").out)["singles"]
    assert {cut["elements"][0]["kind"] for cut in found} == {"site"}
    assert found[0]["elements"] == [{"kind": "site", "ref": "west_6f"}]
    assert len(found[0]["falls"]) == 25


@pytest.mark.parametrize("chart", ["csirt-printed", "csirt-nws", "juki-net", "outsourcing-city"])
def test_single_points_alone_are_the_same_as_with_pairs_but_for_their_importance(cli: Cli, chart: str) -> None:
    alone, both = (json.loads(cli("weak", chart, "--order", order, "--json").out) for order in "12")
    assert alone["pairs"] is None
    assert {cut["importance"] for cut in alone["singles"]} == {None}

    def falls(found: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
        return sorted((cut["elements"][0]["ref"], tuple(cut["falls"])) for cut in found["singles"])

    assert falls(alone) == falls(both)


def test_findings_end_with_code_1_and_a_sound_chart_with_0(cli: Cli, tmp_path: Path) -> None:
    assert cli("weak", "csirt-nws", "--order", "1").code == 1
    chart = tmp_path / "csirt-printed.yaml"
    shutil.copy(ROOT / "orgcharts/csirt-printed.yaml", chart)
    assert cli("weak", str(chart), "--fix", "--write").code == 0
    assert cli("weak", str(chart)).code == 0
    assert cli("check", str(chart)).code == 0
    assert (tmp_path / "csirt-printed.yaml.bak").read_bytes() == (ROOT / "orgcharts/csirt-printed.yaml").read_bytes()


def test_the_level_leaves_out_contacts_that_are_not_owed(cli: Cli) -> None:
    found = json.loads(cli("weak", "csirt-printed", "--level", "1", "--publishing", "no", "--json").out)
    assert set(found["not_owed"]) == {"crisis_management", "public_relations"}
    assert "crisis_management" not in found["required"]


def test_at_night_the_carrier_is_a_single_point(cli: Cli) -> None:
    assert "carrier" not in singles(cli, "csirt-nws")
    assert singles(cli, "csirt-nws", "--at", "2023-11-19T03:00")["carrier"] > 20
    assert singles(cli, "csirt-nws", "--date", "2023-11-19", "--at", "3:00")["carrier"] > 20


def test_what_if_counts_what_has_failed_already(cli: Cli) -> None:
    args = ("weak", "csirt-printed", "--what-if", "absent:csirt_manager,down:switchboard", "--json")
    found = json.loads(cli(*args).out)
    assert {each["ref"] for each in found["failed"]} == {"info_management_chief", "switchboard"}
    assert set(found["unreached"]) == set(found["required"]) - {"poc"}


def test_another_origin_changes_what_is_needed(cli: Cli) -> None:
    found = json.loads(cli("weak", "csirt-printed", "--from", "csirt_head", "--json").out)
    assert found["origins"] == {"posts": ["csirt_head"], "by": "asked"}
    assert "poc" not in found["required"]


def test_a_day_after_the_last_holiday_of_the_chart_is_told(cli: Cli) -> None:
    after, within = (
        cli("weak", "csirt-printed", "--at", f"{day}T10:00", "--lang", "en").out for day in LATE_AND_LISTED
    )
    assert "`holidays` end on 8 January 2024" in after
    assert "`holidays`" not in within


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_cut_of_a_post_is_shown(cli: Cli, language: str) -> None:
    out = cli("weak", "csirt-nws", "--cuts-of", "csirt_head", "--lang", language).out
    assert len(out.splitlines()) == 5


def test_the_order_of_calls_says_who_is_not_told_at_all(cli: Cli, tmp_path: Path) -> None:
    text = (ROOT / "orgcharts/csirt-printed.yaml").read_text(encoding="utf-8")
    chart = tmp_path / "csirt-printed.yaml"
    chart.write_text(text.replace("medium: carrier}", "medium: carrier, hours: office}"), encoding="utf-8")
    outcome = cli("weak", str(chart), "--call-order", "--at", "2023-11-19T03:00", "--lang", "en")
    assert outcome.code == 1
    assert outcome.err.startswith("Not told even if nothing else fails: CISO")


def test_the_order_of_calls_is_shown_with_its_saving(cli: Cli) -> None:
    found = json.loads(cli("weak", "juki-net", "--call-order", "--json").out)
    assert found["best_ms"] < found["today_ms"]


@pytest.mark.parametrize(
    "args",
    [
        ("csirt-nws", "--level", "4"),
        ("csirt-nws", "--class", "fire"),
        ("csirt-nws", "--publishing", "maybe"),
        ("csirt-nws", "--at", "25:00"),
        ("csirt-nws", "--at", "03:00"),
        ("csirt-nws", "--date", "2023-13-01"),
        ("csirt-nws", "--from", "nobody"),
        ("csirt-nws", "--what-if", "gone:poc"),
        ("csirt-nws", "--what-if", "down:moon"),
        ("csirt-nws", "--what-if", "absent:nobody"),
        ("csirt-nws", "--cuts-of", "nobody"),
        ("csirt-nws", "--order", "3"),
        ("csirt-nws", "--limit", "-1"),
        ("csirt-nws", "--write"),
        ("csirt-nws", "--cost", "deputy=1"),
        ("csirt-nws", "--fix", "--cost", "deputy=x"),
        ("csirt-nws", "--fix", "--kinds", "cat"),
        ("csirt-nws", "--fix", "--write"),
        ("csirt-nws", "--fix", "--call-order"),
        ("csirt-nws", "--call-order", "--what-if", "absent:poc"),
        ("csirt-nws", "--top", "x"),
        ("csirt-nws", "--fix", "--cuts-of", "poc"),
        ("csirt-nws", "--what-if", ""),
        ("csirt-nws", "--from", ","),
        ("csirt-nws", "--at", ""),
        ("csirt-nws", "--cuts-of", ""),
        ("csirt-nws", "--at", "2023-11-28T20:00", "--date", "2023-11-29"),
        ("no-such-chart",),
    ],
)
def test_wrong_input_is_a_sentence_and_code_2(cli: Cli, args: tuple[str, ...]) -> None:
    outcome = cli("weak", *args, "--lang", "en")
    assert outcome.code == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert outcome.err.startswith("drill: ")


def test_a_chart_with_errors_is_not_analysed(cli: Cli, tmp_path: Path) -> None:
    chart = tmp_path / "wrong.yaml"
    text = (ROOT / "orgcharts/csirt-printed.yaml").read_text(encoding="utf-8")
    chart.write_text(text.replace("holder: security_staff", "holder: nobody"), encoding="utf-8")
    outcome = cli("weak", str(chart))
    assert outcome.code == 2
    assert "OC101" in outcome.err
