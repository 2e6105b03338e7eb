"""`drill check` on charts: what is shown, waived, selected and written for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from drill.model.problems import SEVERITY
from tests.analysis.sound import person, sound
from tests.builders import Data, contact
from tests.cli.conftest import Cli

DAY = ("--date", "2026-04-01")
WAIVER = {"code": "OC509", "reason": {"ja": "5月に改定", "en": "Revised in May"}, "until": "2026-05-31"}


def _write(name: str = "town.yaml", **changes: Any) -> Data:
    """A chart with one warning (OC506) and one note (OC509), or with these changes."""
    chart = sound() | {"as_of": "2024-04-01", "limits": {"verified_days": 300}} | changes
    chart["posts"]["poc"]["held_since"] = "2026-03-01"
    Path(name).write_text(yaml.safe_dump(chart, allow_unicode=True), encoding="utf-8")
    return chart


def _own(cli: Cli, *options: str) -> list[str]:
    """The codes shown, but for texts that are not translated."""
    lines = cli("check", "town.yaml", *DAY, "--ignore", "MD05", *options).out.splitlines()
    return [line.split()[1] for line in lines]


def test_errors_come_first_then_warnings_then_notes(cli: Cli) -> None:
    _write(waivers=[WAIVER | {"code": "OC999"}])
    assert _own(cli) == ["OC803", "OC506", "OC509"]
    outcome = cli("check", "town.yaml", *DAY, "--ignore", "MD05")
    assert [line[0] for line in outcome.out.splitlines()] == ["E", "W", "N"]
    assert "1 error, 1 warning, 1 note, 0 waived" in outcome.err


def test_only_errors_fail_and_with_strict_warnings_but_never_notes(cli: Cli) -> None:
    _write()
    assert cli("check", "town.yaml", *DAY).code == 0
    assert cli("check", "town.yaml", *DAY, "--strict", "--ignore", "MD05").code == 1
    assert cli("check", "town.yaml", *DAY, "--strict", "--ignore", "MD05,OC506").code == 0
    _write(waivers=[WAIVER | {"code": "OC999"}])
    assert cli("check", "town.yaml", *DAY).code == 1


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--select", "OC506"], ["OC506"]),
        (["--select", "oc5"], ["OC506", "OC509"]),
        (["--select", "upkeep"], ["OC506", "OC509"]),
        (["--select", "single,OC509"], ["OC509"]),
        (["--select", "single", "--select", "OC509"], ["OC509"]),
        (["--select", "upkeep", "--ignore", "OC509"], ["OC506"]),
        (["--ignore", "upkeep"], []),
        (["--ignore", "wiring"], ["OC506", "OC509"]),
    ],
)
def test_rules_are_chosen_by_code_beginning_or_group(cli: Cli, options: list[str], shown: list[str]) -> None:
    _write()
    assert _own(cli, *options) == shown


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("OC510", "OC509"),
        ("upkep", "upkeep"),
        ("privat", "privacy"),
        ("oc91", "OC"),
        ("*", "single"),
        ("", "single"),
        ("OC2,", "single"),
    ],
)
def test_a_word_that_chooses_nothing_is_a_mistake_in_the_command(cli: Cli, word: str, near: str) -> None:
    for option in ("--select", "--ignore"):
        outcome = cli("check", option, word)
        assert outcome.code == 2
        assert f"“{word.rsplit(',', maxsplit=1)[-1]}”" in outcome.err
        assert near in outcome.err


def test_a_day_that_is_none(cli: Cli) -> None:
    outcome = cli("check", "--date", "2026-02-30")
    assert outcome.code == 2
    assert "2026-02-30" in outcome.err


def test_the_reference_day_decides_how_old_an_entry_is(cli: Cli) -> None:
    _write(as_of="2026-03-01", limits={"verified_days": 90})
    assert _own(cli, "--ignore", "OC506") == []
    assert _own(cli, "--ignore", "OC506", "--date", "2026-06-01") == ["OC501"]
    assert _own(cli, "--ignore", "OC506", "--date", "2027-04-01") == ["OC502", "OC509"]


def test_entries_alike_are_one_line_unless_their_code_is_asked_for(cli: Cli) -> None:
    _write(as_of="2026-03-01", limits={"verified_days": 10})
    assert _own(cli).count("OC501") == 1
    assert _own(cli, "--select", "OC501").count("OC501") == 15
    assert len(cli("check", "town.yaml", *DAY, "--json", "--select", "OC501").data["problems"]) == 15


def test_a_waived_finding_is_counted_and_shown_when_asked_for(cli: Cli) -> None:
    _write(waivers=[WAIVER])
    assert _own(cli) == ["OC506"]
    assert "1 waived" in cli("check", "town.yaml", *DAY).err
    last = cli("check", "town.yaml", *DAY, "--show-waived", "--select", "upkeep").out.splitlines()[-1]
    assert last.startswith("N OC509")
    assert last.endswith("[waived until 2026-05-31: Revised in May]")


def test_an_expired_waiver_is_a_finding_and_its_finding_shows_again(cli: Cli) -> None:
    _write(waivers=[WAIVER])
    assert sorted(_own(cli, "--date", "2026-06-01")) == ["OC506", "OC509", "OC801"]


def test_a_waived_error_does_not_fail(cli: Cli) -> None:
    chart = _write(as_of="2026-03-01", limits={"verified_days": 30})
    chart["persons"]["poc_1"]["verified"] = "2024-01-01"
    waiver = WAIVER | {"code": "OC502", "at": "persons.poc_1"}
    for waivers, code in (([], 1), ([waiver], 0)):
        Path("town.yaml").write_text(yaml.safe_dump(chart | {"waivers": waivers}), encoding="utf-8")
        assert cli("check", "town.yaml", *DAY).code == code


def test_the_json_has_groups_and_waivers(cli: Cli) -> None:
    _write(waivers=[WAIVER])
    data = cli("check", "town.yaml", *DAY, "--select", "upkeep", "--json").data
    assert {key: data[key] for key in ("schema", "errors", "warnings", "notes")} == {
        "schema": "drill.check/2",
        "errors": 0,
        "warnings": 1,
        "notes": 0,
    }
    (found,), (waived,) = data["problems"], data["waived"]
    assert (found["code"], found["group"], found["severity"], found["waiver"]) == ("OC506", "upkeep", "warning", None)
    assert waived["waiver"] == {"reason": "Revised in May", "until": "2026-05-31"}


def test_a_drill_is_not_troubled_by_the_planning_rules(cli: Cli) -> None:
    outcome = cli("run", "nws-stop")
    assert outcome.code == 0
    assert "warnings" not in outcome.err


def test_a_reason_of_two_lines_does_not_break_the_line_of_its_finding(cli: Cli) -> None:
    _write(waivers=[WAIVER | {"reason": "Revised\nin May"}])
    lines = cli("check", "town.yaml", *DAY, "--show-waived", "--select", "upkeep").out.splitlines()
    assert len(lines) == 2
    assert lines[-1].endswith("Revised in May]")


def _hall(persons: int) -> None:
    """The PoC tells this many posts without deputies, each by way of the one before."""
    chart = sound() | {"limits": {"hops": 1}}
    for i in range(persons):
        chart["persons"][f"staff_{i}"] = person(site=None)
        chart["posts"][f"post_{i}"] = {"name": f"post_{i}", "holder": f"staff_{i}"}
        chart["contacts"].append(contact(f"post_{i - 1}" if i else "poc", f"post_{i}", by=["desk", "mobile", "mail"]))
    Path("town.yaml").write_text(yaml.safe_dump(chart, allow_unicode=True), encoding="utf-8")


@pytest.mark.parametrize(("persons", "lines"), [(17, 17), (20, 20), (21, 1)])
def test_more_than_twenty_single_points_alike_are_one_line_unless_asked_for(cli: Cli, persons: int, lines: int) -> None:
    _hall(persons)
    assert _own(cli).count("OC201") == lines
    assert _own(cli, "--select", "OC201").count("OC201") == persons
    far = len(cli("check", "town.yaml", *DAY, "--select", "OC405", "--json").data["problems"])
    assert far == persons - 1 + 3
    assert _own(cli).count("OC405") == 1


@pytest.mark.parametrize("option", [["--json"], ["--sarif"], ["--strict"], ["--select", "OC2"], ["csirt-nws"]])
def test_an_explanation_takes_no_other_options(cli: Cli, option: list[str]) -> None:
    outcome = cli("check", "--explain", "OC204", *option)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--explain" in outcome.err


def test_an_empty_name_or_code_is_a_mistake_in_the_command(cli: Cli) -> None:
    for command in (["--explain", ""], [""], ["csirt-nws", " "]):
        outcome = cli("check", *command)
        assert (outcome.code, outcome.out) == (2, "")


def test_a_folder_with_nothing_to_check_is_said(cli: Cli) -> None:
    Path("empty").mkdir()
    outcome = cli("check", "empty")
    assert outcome.code == 2
    assert "empty: There are no charts" in outcome.err


def test_another_chart_is_of_use_to_scenarios_only(cli: Cli) -> None:
    outcome = cli("check", "csirt-nws", "--chart", "juki-net")
    assert outcome.code == 2
    assert "--chart is for checking scenarios" in outcome.err
    assert cli("check", "nws-stop", "--chart", "csirt-nws").code == 0
    assert cli("check", "nosuch.yaml", "--chart", "csirt-nws").out.startswith("E YM001")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-26", "9999-12-31"])
def test_the_first_and_the_last_days_can_be_the_reference_day(cli: Cli, day: str) -> None:
    assert cli("check", "csirt-nws", "--date", day).code == 0


def test_the_printed_chart_without_deputies_names_the_office_that_takes_everything_down(cli: Cli) -> None:
    lines = cli("check", "csirt-printed", "--lang", "ja", "--select", "OC204").out.splitlines()
    assert [("西棟6階" in line, "8件の全てに届きません" in line) for line in lines] == [(True, True)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_rule_is_explained_with_reason_and_example(cli: Cli, language: str) -> None:
    outcome = cli("check", "--explain", "OC204", "--lang", language)
    lines = outcome.out.splitlines()
    assert lines[0] == {"ja": "OC204 (注意)", "en": "OC204 (warning)"}[language]
    assert "    deputies: [security_chief, clerk_in_the_annex]" in [line.removeprefix("    ") for line in lines]
    assert len(lines) > 6


# SARIF

_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_RULE: Data = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": _TEXT,
        "fullDescription": _TEXT,
        "help": _TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": _LEVEL}, "additionalProperties": False},
        "properties": {"type": "object", "properties": {"tags": {"type": "array", "uniqueItems": True}}},
    },
}
_POSITION = {"type": "integer", "minimum": 1}
_PLACE: Data = {
    "type": "object",
    "required": ["artifactLocation"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "additionalProperties": False,
            "properties": {
                "uri": {"type": "string", "pattern": r"^([!#$%&'()*+,\-./:;=?@\[\]_~0-9A-Za-z]|%[0-9A-F]{2})+$"}
            },
        },
        "region": {
            "type": "object",
            "required": ["startLine"],
            "additionalProperties": False,
            "properties": {"startLine": _POSITION, "startColumn": _POSITION},
        },
    },
}
_RESULT: Data = {
    "type": "object",
    "required": ["message", "ruleId"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "message": _TEXT,
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["physicalLocation"],
                "properties": {"physicalLocation": _PLACE},
            },
        },
        "suppressions": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["kind"],
                "additionalProperties": False,
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
            },
        },
    },
}
SARIF: Data = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {"type": "array", "uniqueItems": True, "items": _RULE},
                                },
                            }
                        },
                    },
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": _RESULT},
                },
            },
        },
    },
}
"""What the published schema of SARIF 2.1.0 demands of the parts that are used; it knows more keys than these."""


def _sarif(cli: Cli, *options: str) -> Data:
    outcome = cli("check", "--sarif", *DAY, *options)
    data: Data = json.loads(outcome.out)
    Draft7Validator.check_schema(SARIF)
    assert [error.message for error in Draft7Validator(SARIF).iter_errors(data)] == []
    run: Data = data["runs"][0]
    return run


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_shipped_as_sarif_fits_the_published_schema(cli: Cli, language: str) -> None:
    run = _sarif(cli, "--lang", language)
    rules = run["tool"]["driver"]["rules"]
    assert run["language"] == language
    assert len(run["results"]) > 10
    assert {rule["id"] for rule in rules} == {code for code in SEVERITY if not code.startswith("XS")}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_waived_finding_is_an_accepted_suppression_with_its_reason(cli: Cli) -> None:
    _write(waivers=[WAIVER])
    results = {each["ruleId"]: each for each in _sarif(cli, "town.yaml", "--select", "upkeep")["results"]}
    assert "suppressions" not in results["OC506"]
    (suppression,) = results["OC509"]["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("inSource", "accepted")
    assert "Revised in May" in suppression["justification"]


def test_files_below_the_current_folder_are_relative_and_percent_encoded(cli: Cli, tmp_path: Path) -> None:
    name = "連絡 体制#1%.yaml"
    _write(name)
    encoded = "%E9%80%A3%E7%B5%A1%20%E4%BD%93%E5%88%B6%231%25.yaml"
    for path in (name, str(tmp_path / name)):
        (result, *_) = _sarif(cli, path, "--select", "OC506")["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == encoded
    (shipped, *_) = _sarif(cli, "csirt-nws")["results"]
    assert shipped["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")


def test_a_colon_in_a_file_name_does_not_make_a_scheme_of_it(cli: Cli) -> None:
    _write("a:b.yaml")
    (result, *_) = _sarif(cli, "a:b.yaml", "--select", "OC506")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%3Ab.yaml"


def test_a_file_that_cannot_be_found_has_no_region(cli: Cli) -> None:
    (result,) = _sarif(cli, "nosuch.yaml")["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_json_and_sarif_are_not_given_together(cli: Cli) -> None:
    outcome = cli("check", "--sarif", "--json")
    assert outcome.code == 2
    assert "--sarif" in outcome.err
