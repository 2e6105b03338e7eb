"""The papers of a year: tables, the report of one drill with its annex, the comparison with the year before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from drill.cli.year.selfcheck import published
from drill.errors import UsageError
from drill.report.blocks import Document, Table
from drill.report.documents.comparison import comparison
from drill.report.documents.results import drill_paper, result_table
from drill.report.documents.selfcheck import selfcheck_papers
from drill.report.writers.markdown import write
from drill.scoring.comparison import rerun
from drill.text.catalogue import LANGUAGES, Language, Word
from drill.year.folder import YearFolder
from tests.builders import shipped
from tests.report.agreed import assert_agreed
from tests.year.years import a_year, chain_drill, taught

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> YearFolder:
    found = a_year(tmp_path_factory.mktemp("years") / "y", 2023, *taught())
    found.record(chain_drill(found), date(2024, 3, 31))
    return found


def tables(document: Document) -> Iterator[Table]:
    yield from (block for block in document.blocks if isinstance(block, Table))


def documents(folder: YearFolder, language: Language) -> dict[str, Document]:
    chart, scenario = shipped("nws-stop")
    posts = {**chart.posts, "csirt_manager": chart.posts["csirt_manager"].model_copy(update={"deputies": ()})}
    old = chart.model_copy(update={"posts": posts})
    last = a_year(folder.path.parent / f"before-{language}", 2022, *taught(2022))
    last.record(chain_drill(last, old, frozenset({"info_management_chief"})), date(2023, 3, 31))
    drills = {"chain": rerun(scenario, old, chart, [1, 2], ["csirt_manager"])}
    return {
        "results": result_table(folder.year, language),
        "drill-paper": drill_paper(folder.year, {"chain": chart}, language),
        "comparison": comparison([last.year, folder.year], language, drills),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_as_it_was_looked_at(folder: YearFolder, language: Language) -> None:
    for name, document in documents(folder, language).items():
        assert_agreed(write(document).decode(), GOLDEN / f"{name}.{language}.md")


def test_the_table_counts_people_without_those_on_leave_and_gives_days(folder: YearFolder) -> None:
    (table,) = tables(result_table(folder.year, "ja"))
    rows = {row[0]: row for row in table.rows}
    assert "（計4名）" in rows["②"][1]
    assert "不在の職員1名を除く" in rows["②"][1]
    assert rows["②"][4] == "11月15日\n～\n11月20日"
    assert "対象者4名のうち3名（75%）が受講した。" in rows["②"][3]
    assert "確認テストは2名が受け、正答率は90%、全問正解は1名であった。" in rows["①"][3]


def test_what_was_not_held_says_when_it_is_planned_and_claims_nothing(tmp_path: Path) -> None:
    empty = a_year(tmp_path / "y").year
    (table,) = tables(result_table(empty, "ja"))
    assert [row[3] for row in table.rows] == ["未実施", "未実施"]
    assert [row[4] for row in table.rows] == ["11月10日\n（予定）", "11月10日\n～\n12月1日\n（予定）"]
    said = write(drill_paper(empty, {}, "en")).decode()
    assert "All were told" not in said
    assert "Not held yet" in said


def test_a_paper_that_does_not_exist_is_refused_by_name(folder: YearFolder) -> None:
    with pytest.raises(UsageError) as error:
        result_table(folder.year, "en", "tabel")
    assert (error.value.params["what"], error.value.params["near"]) == (Word("what.paper"), "table")


def test_the_first_year_is_compared_with_nothing_and_says_so(folder: YearFolder) -> None:
    said = write(comparison([folder.year], "en", {})).decode()
    assert "There is no year before" in said
    assert "▼" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["juki-net-r5", "nws-r5"])
def test_the_paper_on_a_self_check_is_as_it_was_looked_at(name: str, language: Language) -> None:
    text = write(selfcheck_papers([published(name)], name, language)).decode()
    assert_agreed(text, GOLDEN / f"self-check-{name}.{language}.md")
