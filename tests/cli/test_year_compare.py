"""`drill year compare`: a year beside the one before, and the same drill on both charts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.builders import shipped
from tests.cli.conftest import Cli
from tests.year.years import a_year, chain_drill, taught

ABSENT = frozenset({"info_management_chief"})


@pytest.fixture
def years(tmp_path: Path) -> tuple[Path, Path]:
    """Last year without deputies of the manager, this year with them; the manager was away in both."""
    chart, _ = shipped("nws-stop")
    posts = {**chart.posts, "csirt_manager": chart.posts["csirt_manager"].model_copy(update={"deputies": ()})}
    before = a_year(tmp_path / "r4", 2022, *taught(2022))
    before.record(chain_drill(before, chart.model_copy(update={"posts": posts}), ABSENT), date(2023, 3, 31))
    now = a_year(tmp_path / "r5", 2023, *taught()[:-1], before=before.path)
    now.record(chain_drill(now, absent=ABSENT), date(2024, 3, 31))
    return before.path, now.path


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("from 3 / 4 (75 %) to 2 / 4 (50 %)", "better")), ("ja", ("から", "向上"))]
)
def test_what_fell_and_what_the_chart_mended_is_told(
    cli: Cli, years: tuple[Path, Path], language: str, words: tuple[str, str]
) -> None:
    outcome = cli("year", "compare", years[1], "--seeds", "2", "--lang", language)
    assert outcome.code == 1
    assert all(word in outcome.out for word in words)
    assert "36 / 50" in outcome.out


def test_programs_get_the_figures_of_every_year_and_both_charts(cli: Cli, years: tuple[Path, Path]) -> None:
    data = cli("year", "compare", years[1], "--seeds", "1", "--json").data
    assert data["years"] == [2022, 2023]
    chain = next(each for each in data["drills"] if each["activity"] == "chain")
    assert {"name": "completeness", "figures": [[18, 25], [25, 25]], "fell": False} in chain["figures"]
    assert data["charts"]["chain"]["figures"]["completeness"]["trend"] == 1


def test_a_year_named_by_hand_is_taken_and_one_that_is_gone_is_said(cli: Cli, years: tuple[Path, Path]) -> None:
    before, now = years
    alone = a_year(now.parent / "alone", 2023, *taught())
    assert cli("year", "compare", alone.path, before, "--json", "--seeds", "0").data["years"] == [2022, 2023]
    assert cli("year", "compare", alone.path, now.parent / "nowhere").code == 2
    before.rename(before.with_name("moved"))
    outcome = cli("year", "compare", now, "--seeds", "0")
    assert "cannot be read" in outcome.err
    assert "There is no year before" in outcome.out


@pytest.mark.parametrize("number", ["1001", "-1", "x"])
def test_a_number_of_drills_out_of_bounds_is_refused(cli: Cli, years: tuple[Path, Path], number: str) -> None:
    assert cli("year", "compare", years[1], f"--seeds={number}").code == 2
