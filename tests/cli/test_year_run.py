"""The programme of the document, held for a whole year by simulated people."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drill.cli.main import main
from drill.model.library import find_program
from drill.year.events import DrillHeld, RosterTaken, SessionHeld, TestHandedIn
from drill.year.folder import LOG, YearFolder
from drill.year.results import result
from tests.cli.conftest import Cli


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("years") / "r5"
    assert main(["year", "run", "suginami-r5", str(folder), "--seed", "7", "--lang", "en"]) == 0
    return folder


def test_everybody_of_the_published_headcounts_took_part_on_the_published_days(held: Path) -> None:
    year = YearFolder.open(held).year
    found = {each.number: result(year, name) for name, each in year.program.activities.items()}
    people = {number: each.turnout.attended for number, each in found.items() if each.turnout}
    assert [people[number] for number in "①②③④⑤"] == [8, 10, 147, 100, 31]
    days = {number: (f"{each.days[0]:%m-%d}", f"{each.days[-1]:%m-%d}") for number, each in found.items()}
    assert days == {
        "①": ("12-08", "12-08"),
        "②": ("11-10", "11-10"),
        "③": ("11-10", "12-01"),
        "④": ("11-14", "12-07"),
        "⑤": ("11-28", "11-28"),
        "": ("11-16", "11-16"),
    }


def test_nobody_is_taught_twice_and_everybody_taught_is_tested(held: Path) -> None:
    state = YearFolder.open(held).state
    taught = [(each.activity, number) for each in state.events(SessionHeld) for number in each.attended]
    tested = [(each.activity, one.member) for each in state.events(TestHandedIn) for one in each.results]
    assert len(taught) == len(set(taught)) == 10 + 147 + 100
    assert sorted(tested) == sorted(taught)


def test_drills_and_self_checks_are_part_of_the_year(held: Path, cli: Cli) -> None:
    folder = YearFolder.open(held)
    for drill in folder.state.events(DrillHeld):
        assert (held / drill.transcript).is_file()
        assert all(0 <= got <= of for got, of in drill.figures.values())
        assert drill.figures
    data = cli("year", "status", held, "--on", "2024-03-31", "--json").data
    assert [(each["answered"], each["required"]) for each in data["selfchecks"]] == [(258, 258), (185, 185)]
    assert not data["late"]
    assert data["next"] == []


def test_nothing_of_a_year_holds_a_name_column_or_a_second_roster(held: Path) -> None:
    assert len(YearFolder.open(held).state.events(RosterTaken)) == 1
    assert not list(held.rglob("*.part*"))


def test_the_same_seed_gives_the_same_year_to_the_byte(held: Path, cli: Cli) -> None:
    assert cli("year", "run", "suginami-r5", "again", "--seed", "7").code == 0
    files = {file.relative_to(held) for file in held.rglob("*") if file.is_file()}
    assert {file.relative_to("again") for file in Path("again").rglob("*") if file.is_file()} == files
    for file in files:
        assert (held / file).read_bytes() == (Path("again") / file).read_bytes()
    assert cli("year", "run", "suginami-r5", "other", "--seed", "8").code == 0
    assert (Path("other") / LOG).read_bytes() != (held / LOG).read_bytes()


def test_without_a_roster_the_year_is_not_begun(cli: Cli, held: Path, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes((held / "program.yaml").read_bytes())
    outcome = cli("year", "run", "own.yaml", "own")
    assert outcome.code == 2
    assert "--roster" in outcome.err
    assert not Path("own").exists()


def test_no_paper_is_missing_that_the_programme_does_not_ask_for(held: Path, cli: Cli) -> None:
    shutil.copytree(held, "own")
    program = Path("own/program.yaml")
    whole = program.read_text("utf-8")
    program.write_text(whole.replace("layout: report", "layout: table"), "utf-8")
    outcome = cli("report", "--all", "own", "-o", "papers", "--format", "md")
    assert "drill-paper: The programme has no paper of layout report" in outcome.err
    assert "papers/results-own.md" in outcome.out
    assert outcome.code == 0


def test_a_programme_without_self_checks_has_no_paper_on_them(cli: Cli, tmp_path: Path) -> None:
    whole = find_program("suginami-r5").read_text("utf-8")
    before, after = whole.split("\nselfchecks:\n")[0], whole.split("\npapers:\n")[1]
    papers = after.split("  juki_check:\n")[0] + "board:" + after.split("\nboard:")[1]
    (tmp_path / "own.yaml").write_text(f"{before}\npapers:\n{papers}".replace("id: suginami-r5", "id: own"), "utf-8")
    assert cli("year", "new", "own.yaml", "r5").code == 0
    assert "no paper of layout selfcheck" in cli("report", "self-check", "r5").err
