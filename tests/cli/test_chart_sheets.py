"""`drill chart import`, `export` and `diff` as a planner uses them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drill.cli.arguments import EXAMPLES
from drill.cli.chart_export import FORMATS
from drill.cli.main import VERBS
from drill.model.load import load_chart
from tests.builders import a_chart, contact
from tests.cli.conftest import Cli
from tests.sheets.making import a_workbook

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "example-sheet.csv"
ROWS = [
    ["職", "氏名", "内線", "携帯", "代理者", "謎"],
    ["課長", "甲野太郎", "1001", "090-1111-2222", "係長", "x"],
    ["係長", "乙野二郎", "1002", "090-3333-4444", "", ""],
]


@pytest.fixture(autouse=True)
def _verbs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("import", "export", "diff"):
        monkeypatch.setitem(VERBS, f"chart {name}", f"drill.cli.chart_{name}")
        monkeypatch.setitem(EXAMPLES, f"chart {name}", ("drill list",))


def test_a_preview_tells_what_each_column_was_taken_for_and_writes_nothing(cli: Cli, tmp_path: Path) -> None:
    a_workbook(tmp_path / "a.xlsx", ("体制", ROWS, []))
    outcome = cli("chart", "import", "a.xlsx")
    assert outcome.code == 0
    lines = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert "a.xlsx!体制, rows from 2: 2 (header 1)" in lines
    assert "E 代理者 deputy 1: name header 係長" in lines
    assert "F 謎 not recognised (not used) - x" in lines
    assert "posts 2, persons 2, deputies 1, channels 4, contacts 0, sites 0" in lines
    assert any(line.startswith("W XS010 a.xlsx!体制:F1 ") for line in lines)
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_what_the_chart_has_no_place_for_is_kept_as_comments(cli: Cli, tmp_path: Path) -> None:
    a_workbook(tmp_path / "a.xlsx", ("体制", ROWS, []))
    assert cli("chart", "import", "a.xlsx", "--write", "town.yaml").code == 0
    text = Path("town.yaml").read_text(encoding="utf-8")
    assert "# a.xlsx!体制:F2 x\n" in text
    chart = load_chart("town.yaml").value
    assert chart is not None
    assert chart.id == "town"
    assert chart.posts["post_01"].deputies == ("person_02",)
    refused = cli("chart", "import", "a.xlsx", "--write", "town.yaml")
    assert refused.code == 2
    assert "--force" in refused.err
    assert cli("chart", "import", "a.xlsx", "--write", "town.yaml", "--force").code == 0


def test_row_errors_and_with_strict_any_doubt_are_findings(cli: Cli, tmp_path: Path) -> None:
    a_workbook(tmp_path / "a.xlsx", ("体制", ROWS, []))
    assert cli("chart", "import", "a.xlsx", "--strict").code == 1
    a_workbook(tmp_path / "b.xlsx", ("体制", [*ROWS, ["主査", "丙野三郎", "総務経由"]], []))
    outcome = cli("chart", "import", "b.xlsx", "--lang", "ja")
    assert outcome.code == 1
    assert "E XS024 b.xlsx!体制:C4 番号でない「総務経由」は使いませんでした" in outcome.out
    assert "エラー 1 件" in outcome.out


def test_a_column_can_be_given_its_meaning(cli: Cli, tmp_path: Path) -> None:
    a_workbook(tmp_path / "a.xlsx", ("体制", ROWS, []))
    outcome = cli("chart", "import", "a.xlsx", "--map", "F=ignore", "--map", "携帯=duty", "--write", "town.yaml")
    assert "XS010" not in outcome.out
    chart = load_chart("town.yaml").value
    assert chart is not None
    assert [each.kind for each in chart.persons["person_01"].channels] == ["desk", "duty"]
    for wrong in ("F", "F=nonsense", "=mobile"):
        assert cli("chart", "import", "a.xlsx", "--map", wrong).code == 2


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("missing.xlsx",), "no such file"),
        (("a.xls",), ".xlsx"),
        (("a.xlsx", "--sheet", "無い"), "体制"),
        (("a.xlsx", "--header", "0"), "row number"),
        (("a.xlsx", "--id", "課長"), "no id"),
        ((".",), "kinds"),
    ],
)
def test_bad_input_is_named(cli: Cli, tmp_path: Path, argv: tuple[str, ...], words: str) -> None:
    a_workbook(tmp_path / "a.xlsx", ("体制", ROWS, []))
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    outcome = cli("chart", "import", *argv)
    assert outcome.code == 2
    assert words in outcome.err


def test_the_example_of_the_documents_is_read_without_errors(cli: Cli) -> None:
    outcome = cli("chart", "import", EXAMPLE, "--write", "town.yaml")
    assert outcome.code == 0
    assert cli("check", "town.yaml").code == 0


@pytest.mark.parametrize("document", ["sheets.md", "sheets.ja.md"])
def test_the_documents_show_what_is_printed(cli: Cli, document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    blocks = re.findall(r"```(?:console|text)\n\$ drill (.*?)\n(.*?)```", text, re.DOTALL)
    assert [command.split()[1] for command, _ in blocks] == ["import", "export", "diff"]
    for command, shown in blocks:
        outcome = cli(*command.split())
        assert outcome.code == 0
        head, _, tail = shown.partition("...")
        assert outcome.out.startswith(head)
        assert outcome.out.endswith(tail.lstrip("\n"))


@pytest.mark.parametrize("ending", ["xlsx", "csv", "yaml"])
def test_an_export_holds_personal_data_only_if_asked_for(cli: Cli, tmp_path: Path, ending: str) -> None:
    a_workbook(tmp_path / "a.xlsx", ("体制", ROWS, []))
    cli("chart", "import", "a.xlsx", "--write", "town.yaml")
    outcome = cli("chart", "export", "town.yaml", "-o", f"shared.{ending}")
    assert outcome.code == 0
    assert "--with-personal-data" in outcome.err
    assert cli("chart", "export", "town.yaml", "-o", f"own.{ending}", "--with-personal-data").code == 0
    if ending == "yaml":
        shared, own = (load_chart(f"{name}.yaml").value for name in ("shared", "own"))
        assert own == load_chart("town.yaml").value
    else:
        for name in ("shared", "own"):
            assert cli("chart", "import", f"{name}.{ending}", "--write", f"{name}.yaml").code == 0
        shared, own = (load_chart(f"{name}.yaml").value for name in ("shared", "own"))
    assert shared is not None
    assert "甲野" not in shared.model_dump_json()
    assert "090-1111" not in shared.model_dump_json()
    assert own == load_chart("town.yaml").value
    assert cli("chart", "export", "town.yaml", "-o", f"own.{ending}").code == 2


def test_text_formats_go_to_standard_output(cli: Cli) -> None:
    assert cli("chart", "export", "csirt-nws", "--format", "yaml").out.startswith('schema: "drill.chart/1"')
    assert cli("chart", "export", "csirt-nws", "--format", "csv").out.startswith("#drill-sheet,Contact chart")
    assert cli("chart", "export", "csirt-nws").code == 2
    assert cli("chart", "export", "csirt-nws", "--format", "pdf").code == 2
    assert set(FORMATS) >= {"xlsx", "csv", "yaml"}


def test_equal_charts_differ_in_nothing(cli: Cli) -> None:
    outcome = cli("chart", "diff", "csirt-nws", "csirt-nws")
    assert (outcome.code, outcome.out) == (0, "")
    assert "No differences" in outcome.err


def _written(path: Path, chart: object) -> Path:
    from drill.model.chart import Chart
    from drill.model.save import chart_yaml

    assert isinstance(chart, Chart)
    path.write_text(chart_yaml(chart), encoding="utf-8")
    return path


def test_a_diff_says_who_changed_and_which_weak_points_came_or_went(cli: Cli, tmp_path: Path) -> None:
    names = {each: {"name": each.upper()} for each in ("ann", "ben", "cat")}
    channels = [{"kind": "mobile"}]
    people = {each: {**entry, "channels": channels} for each, entry in names.items()}
    ways = [contact("poc", "chief", by=["mobile"]), contact("chief", "head", by=["mobile"])]
    old = a_chart({"poc": ["ann"], "chief": ["ben"], "head": ["cat"]}, *ways, persons=people)
    new = a_chart({"poc": ["ann"], "chief": ["cat", "ben"], "head": ["cat"]}, ways[0], persons=people)
    one, two = _written(tmp_path / "old.yaml", old), _written(tmp_path / "new.yaml", new)
    outcome = cli("chart", "diff", one, two)
    assert outcome.code == 1
    assert "~ post chief holder: BEN → CAT" in outcome.out
    assert "~ post chief deputies: none → BEN" in outcome.out
    assert "- contact chief → head (report)" in outcome.out
    assert "Single points of failure that are gone" in outcome.out
    data = cli("chart", "diff", one, two, "--json").data
    assert data["schema"] == "drill.chart.diff/1"
    assert {(each["kind"], each["section"], each["key"]) for each in data["changes"]} == {
        ("changed", "posts", "chief"),
        ("removed", "contacts", "chief > head"),
    }


def test_ids_given_anew_are_no_difference(cli: Cli, tmp_path: Path) -> None:
    old = a_chart({"a": ["x"], "b": ["y"]}, contact("a", "b"), persons={"x": {"name": "X"}, "y": {"name": "Y"}})
    posts = {"b": {"name": "a", "holder": "y"}, "a": {"name": "b", "holder": "x"}}
    new = a_chart(posts, contact("b", "a"), persons={"y": {"name": "X"}, "x": {"name": "Y"}})
    one, two = _written(tmp_path / "old.yaml", old), _written(tmp_path / "new.yaml", new)
    assert cli("chart", "diff", one, two).out == ""
