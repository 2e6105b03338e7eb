"""`drill report`: which document of what, in which format, where to."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.cli.report_kinds import KINDS
from drill.report.writers.formats import FORMATS
from drill.text.catalogue import LANGUAGES, catalogue
from tests.cli.conftest import Cli

OF_A_SCENARIO = {name for name, kind in KINDS.items() if "scenario" in kind.sources}
OF_A_CHART = {name for name, kind in KINDS.items() if "chart" in kind.sources}


@pytest.mark.parametrize("arguments", [(), ("--list",)])
def test_without_a_kind_every_document_is_listed(cli: Cli, arguments: tuple[str, ...]) -> None:
    outcome = cli("report", *arguments)
    assert outcome.code == 0
    assert [line.split()[0] for line in outcome.out.splitlines()] == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_in_both_languages(kind: str) -> None:
    assert all(f"report.kind.{kind}" in catalogue(language) for language in LANGUAGES)


def test_without_a_file_the_document_is_shown(cli: Cli) -> None:
    outcome = cli("report", "handout", "nws-stop", "--post", "poc", "--lang", "ja")
    assert outcome.code == 0
    assert "参加者用資料「情報提供ネットワークシステムの停止」" in outcome.out
    assert outcome.err == ""


def test_the_ending_says_the_format_and_nothing_is_overwritten_unasked(cli: Cli) -> None:
    assert cli("report", "msel", "nws-stop", "-o", "plan.html").code == 0
    made = Path("plan.html").read_bytes()
    assert made.startswith(b"<!DOCTYPE html>")
    refused = cli("report", "msel", "nws-stop", "-o", "plan.html", "--lang", "ja")
    assert refused.code == 2
    assert "--force" in refused.err
    assert Path("plan.html").read_bytes() == made
    assert cli("report", "msel", "nws-stop", "-o", "plan.html", "--lang", "ja", "--force").code == 0
    assert Path("plan.html").read_bytes() != made


def test_in_a_folder_the_file_is_called_after_kind_and_source(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    assert cli("report", "msel", "nws-stop", "-o", "papers").code == 0
    assert cli("report", "incident-record", "-o", "papers", "--format", "html").code == 0
    assert {path.name for path in (tmp_path / "papers").iterdir()} == {"msel-nws-stop.md", "incident-record.html"}
    assert cli("report", "role-cards", "csirt-nws", "-o", "new/").code == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["role-cards-csirt-nws.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("mesl", "nws-stop"), "There is no document “mesl” (there are: msel"),
        (("msel",), "drill report msel SOURCE"),
        (("msel", "nws-stopp"), "There is no scenario “nws-stopp”"),
        (("role-cards", "csirt-nwss"), "cannot be made of “csirt-nwss” (there are: csirt-nws"),
        (("msel", "nws-stop", "--format", "pptx"), "there is no format `pptx`"),
        (("msel", "nws-stop", "--format", "pdf"), "pdf needs a file: -o FILE"),
        (("msel", "nws-stop", "-o", "x.odt"), "end in .odt"),
        (("msel", "nws-stopp", "-o", "new/"), "There is no scenario “nws-stopp”"),
        (("msel", "nws-stop", "-o", "x.html", "--format", "md"), "means the format html, not --format md"),
        (("handout", "nws-stop", "--post", "pok"), "There is no post “pok” (there are: poc"),
        (("msel", "nws-stop", "--post", "poc"), "--post has no meaning with msel"),
        (("handbook", "nws-stop", "--with-personal-data"), "--with-personal-data has no meaning with handbook"),
        (("role-cards", "csirt-nws", "--chart", "juki-net"), "--chart has no meaning with role-cards"),
        (("--all", "nws-stop"), "a folder to write to"),
        (("--all", "msel", "nws-stop", "-o", "x"), "needs one source"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(cli: Cli, arguments: tuple[str, ...], said: str) -> None:
    outcome = cli("report", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert list(Path().iterdir()) == []


def test_a_scenario_with_errors_has_no_documents(cli: Cli) -> None:
    Path("broken.yaml").write_text("schema: drill.scenario/1\nid: broken\n", encoding="utf-8")
    outcome = cli("report", "handbook", "broken.yaml")
    assert outcome.code == 2
    assert "MD003" in outcome.err or "broken.yaml:1" in outcome.err
    assert "mend the errors" in outcome.err


def test_cards_can_be_made_of_a_scenario_or_a_chart(cli: Cli) -> None:
    assert "The NWS is stopped" in cli("report", "role-cards", "nws-stop").out
    assert "CSIRT contact structure" in cli("report", "role-cards", "csirt-nws").out


def test_numbers_are_only_shown_when_they_are_asked_for(cli: Cli) -> None:
    cli("chart", "export", "csirt-nws", "-o", "ours.yaml", "--with-personal-data")
    text = Path("ours.yaml").read_text(encoding="utf-8").replace("line-deputy-mayor", "0312345678")
    Path("ours.yaml").write_text(text, encoding="utf-8")
    assert "0312345678" not in cli("report", "contact-cards", "ours.yaml").out
    assert "0312345678" in cli("report", "contact-cards", "ours.yaml", "--with-personal-data").out


@pytest.mark.parametrize(("source", "kinds"), [("nws-stop", OF_A_SCENARIO), ("csirt-nws", OF_A_CHART)])
def test_all_documents_of_a_source_are_made_at_once(cli: Cli, tmp_path: Path, source: str, kinds: set[str]) -> None:
    outcome = cli("report", "--all", source, "-o", "papers", "--format", "md")
    assert outcome.code == 0
    assert {path.name for path in (tmp_path / "papers").iterdir()} == {f"{kind}-{source}.md" for kind in kinds}
    assert len(outcome.out.splitlines()) == len(kinds)


def test_one_file_in_the_way_stops_all_of_them(cli: Cli, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "msel-nws-stop.md").write_text("mine", encoding="utf-8")
    outcome = cli("report", "--all", "nws-stop", "-o", "papers", "--format", "md")
    assert outcome.code == 2
    assert [path.name for path in papers.iterdir()] == ["msel-nws-stop.md"]
    assert (papers / "msel-nws-stop.md").read_text(encoding="utf-8") == "mine"


def test_without_a_format_all_documents_are_made_in_every_format(cli: Cli, tmp_path: Path) -> None:
    assert cli("report", "--all", "csirt-nws", "-o", "papers").code == 0
    made = {path.suffix.lstrip(".") for path in (tmp_path / "papers").iterdir()}
    assert made >= set(FORMATS) - {"pdf"}
