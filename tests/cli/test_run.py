from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from drill.exercise.contact.log import DRILL
from tests.cli.conftest import Cli


def _contact(data: dict[str, Any], post: str) -> dict[str, Any]:
    (row,) = (row for row in data["contacts"] if row["post"] == post)
    return dict(row)


def test_a_run_prints_the_contact_table_and_the_score(cli: Cli) -> None:
    outcome = cli("run", "nws-stop")
    assert outcome.code == 0
    assert outcome.err == ""
    assert re.search(r"^CSIRT manager +acknowledged +holder", outcome.out, re.MULTILINE)
    assert re.search(r"^Contact chain +\d+ / \d+", outcome.out, re.MULTILINE)


def test_the_json_has_every_documented_key(cli: Cli) -> None:
    data = cli("run", "nws-stop", "--seed", "3", "--json").data
    assert data["schema"] == "drill.run/1"
    assert (data["scenario"], data["chart"], data["seed"]) == ("nws-stop", "csirt-nws", 3)
    assert data["completeness"]["reached"] == data["completeness"]["required"] > 0
    wanted = {"post", "required", "status", "person", "deputy", "at_ms", "attempts"}
    assert all(wanted <= row.keys() for row in data["contacts"])
    assert all(figure.keys() == {"numerator", "denominator"} for figure in data["score"].values())
    assert data["transcript"] is None
    assert data["level"] == {"judged": 3, "right": 3}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(cli: Cli) -> None:
    first = cli("run", "nws-stop", "--seed", "8", "--out", "a").out
    again = cli("run", "nws-stop", "--seed", "8", "--out", "b").out
    cli("run", "nws-stop", "--seed", "9", "--out", "c")
    transcripts = [Path(folder, "nws-stop-1.jsonl").read_bytes() for folder in "abc"]
    assert first == again
    assert transcripts[0] == transcripts[1] != transcripts[2]


def test_out_keeps_transcript_and_record_and_overwrites_nothing(cli: Cli) -> None:
    first = cli("run", "nws-stop", "--json", "--out", "records")
    second = cli("run", "nws-stop", "--json", "--out", "records")
    assert [Path(each.data["transcript"]).name for each in (first, second)] == ["nws-stop-1.jsonl", "nws-stop-2.jsonl"]
    assert "nws-stop-2.jsonl" in second.err
    assert DRILL.read(Path("records/nws-stop-1.jsonl")).whole
    assert Path("records/nws-stop-1.md").read_text(encoding="utf-8").startswith("# ")


def test_a_folder_that_cannot_be_written_is_the_users_to_mend(cli: Cli) -> None:
    Path("records").touch()
    outcome = cli("run", "nws-stop", "--out", "records")
    assert outcome.code == 2
    assert "records" in outcome.err


@pytest.mark.parametrize("at", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_start_at_the_ends_of_the_calendar_is_refused(cli: Cli, at: str) -> None:
    outcome = cli("run", "nws-stop", "--at", at)
    assert outcome.code == 2
    assert "1900" in outcome.err


def test_an_absent_manager_is_stood_in_for_by_a_deputy(cli: Cli) -> None:
    data = cli("run", "nws-stop", "--absent", "csirt_manager", "--json").data
    row = _contact(data, "csirt_manager")
    assert (row["status"], row["deputy"], row["deputy_rank"]) == ("acknowledged", True, 1)
    assert data["completeness"]["reached"] == data["completeness"]["required"]


def test_a_post_with_nobody_left_costs_itself_and_whoever_hangs_on_it(cli: Cli) -> None:
    everybody = cli("run", "nws-stop", "--json").data
    data = cli("run", "nws-stop", "--absent", "csirt_manager/all", "--json").data
    cut_off = {post for link in data["broken_links"] for post in (link["target"], *link["behind"])}
    missed = {row["post"] for row in data["contacts"] if row["required"] and row["status"] != "acknowledged"}
    assert "csirt_manager" in cut_off
    assert missed == cut_off
    assert data["completeness"]["required"] == everybody["completeness"]["required"]
    assert data["completeness"]["reached"] == data["completeness"]["required"] - len(missed)


@pytest.mark.parametrize("flags", [("--absent", "ciso,csirt_head"), ("--absent", "ciso", "--absent", "csirt_head")])
def test_several_absences_may_be_given(cli: Cli, flags: tuple[str, ...]) -> None:
    assert len(cli("run", "nws-stop", "--json", *flags).data["absent"]) == 2


def test_a_known_absence_costs_nothing_and_an_unknown_one_time(cli: Cli) -> None:
    at_ms = {
        flag: _contact(cli("run", "nws-stop", flag, "csirt_manager", "--json").data, "csirt_manager")["at_ms"]
        for flag in ("--absent", "--away")
    }
    assert at_ms["--away"] < at_ms["--absent"]


def test_at_moves_the_start_and_with_it_who_can_be_reached(cli: Cli) -> None:
    day = cli("run", "nws-stop", "--json").data
    night = cli("run", "nws-stop", "--at", "2023-11-28T23:00", "--json").data
    assert night["start"] == "2023-11-28T23:00"
    assert night["reached_ms"] != day["reached_ms"]


def test_a_scenario_with_errors_is_not_run_and_its_errors_are_shown(cli: Cli) -> None:
    Path("scenarios").mkdir()
    Path("scenarios/mine.yaml").write_text("schema: drill.scenario/1\nid: mine\n", encoding="utf-8")
    outcome = cli("run", "mine")
    assert (outcome.code, outcome.out) == (2, "")
    assert "E MD002" in outcome.err


def test_before_a_run_warnings_are_only_counted(cli: Cli) -> None:
    text = (Path(__file__).parents[2] / "scenarios" / "nws-stop.yaml").read_text(encoding="utf-8")
    Path("nws-stop.yaml").write_text(text.replace("title: {ja: ", "title: {en: x} #", 1), encoding="utf-8")
    outcome = cli("run", "nws-stop.yaml")
    assert outcome.code == 0
    assert re.fullmatch(r"1 warning; `drill check nws-stop.yaml \S+csirt-nws.yaml` shows it.\n", outcome.err)


def test_a_scenario_after_an_absence_is_the_scenario(cli: Cli) -> None:
    first = cli("run", "nws-stop", "--absent", "ciso", "csirt_head", "--json").data
    last = cli("run", "--absent", "ciso", "csirt_head", "nws-stop", "--json").data
    assert last == first


@pytest.mark.parametrize("flags", [(), ("--absent", "ciso"), ("--absent", "nws-stop"), ("--away", "ciso", "no.yaml")])
def test_a_run_needs_a_scenario(cli: Cli, flags: tuple[str, ...]) -> None:
    outcome = cli("run", *flags)
    assert outcome.code == 2
    assert "SCENARIO is missing" in outcome.err


def test_no_personal_data_of_the_chart_is_in_the_transcript(cli: Cli) -> None:
    chart = Path(__file__).parents[2] / "orgcharts" / "csirt-nws.yaml"
    someone = (
        "{name: Zebra Quagga, channels: [{kind: desk, address: zq4711}], leave: [{from: 2031-05-06, to: 2031-05-07}]}"
    )
    text = chart.read_text(encoding="utf-8").replace("\npersons:\n", f"\npersons:\n  someone: {someone}\n")
    Path("mine.yaml").write_text(text, encoding="utf-8")
    assert cli("run", "nws-stop", "--chart", "mine.yaml", "--absent", "someone", "--out", "records").code == 0
    written = b"".join(path.read_bytes() for path in Path("records").iterdir())
    assert b"someone" in written
    assert not any(secret in written for secret in (b"zq4711", b"Quagga", b"2031-05"))


def test_a_scenario_on_a_chart_it_is_not_written_for_is_refused_in_one_sentence(cli: Cli) -> None:
    outcome = cli("run", "server-failure", "--chart", "csirt-nws")
    assert outcome.code == 2
    assert "written for the chart juki-net" in outcome.err
    assert outcome.err.count("\n") == 1
    assert cli("check", "server-failure", "--chart", "csirt-nws").code == 1
