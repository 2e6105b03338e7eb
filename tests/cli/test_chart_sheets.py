"""`drill chart import`, `export` and `diff` as a planner uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel
from rich.cells import cell_len

from drill.cli.arguments import EXAMPLES
from drill.cli.chart_export import FORMATS
from drill.cli.main import VERBS
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.load import load_chart
from drill.text.catalogue import Language, catalogue
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
        (("a.xlsx", "--header", "0"), "--header: “0” is not a whole number from 1 to 1048576"),
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


MISSPELT = {
    "holder": ("    holder: digital_director", "    holder: nobody_there"),
    "deputy": ("    holder: digital_director", "    holder: digital_director\n    deputies: [nobody_there]"),
    "medium": ("{kind: desk, medium: switchboard, hours", "{kind: desk, medium: nobody_there, hours"),
    "needs": ("  mail_server: {name", "  mail_server: {needs: [nobody_there], name"),
    "site": ("    site: west_6f", "    site: nobody_there"),
    "within": ("  west_6f: {within: west,", "  west_6f: {within: nobody_there,"),
    "behaviour": ("    behaviour: chief", "    behaviour: nobody_there"),
    "hours": ("medium: switchboard, hours: office", "medium: switchboard, hours: nobody_there"),
    "target": ("    to: csirt_head", "    to: nobody_there"),
    "origin": ("origins: [poc]", "origins: [nobody_there]"),
}


@pytest.mark.parametrize("what", MISSPELT)
def test_a_name_that_is_not_in_the_chart_is_told_by_its_place_whatever_reads_the_chart(
    cli: Cli, tmp_path: Path, what: str
) -> None:
    text = (ROOT / "orgcharts" / "csirt-printed.yaml").read_text(encoding="utf-8")
    old, new = MISSPELT[what]
    (tmp_path / "a.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    line = next(n for n, each in enumerate((tmp_path / "a.yaml").read_text().splitlines(), 1) if "nobody_there" in each)
    readers = ("chart diff csirt-printed", "chart export --format yaml", "chart show", "weak", "plan")
    for command in (*readers, "report contact-cards"):
        outcome = cli(*command.split(), "a.yaml")
        assert outcome.code == 2, (command, outcome.err)
        assert f"a.yaml:{line}:" in outcome.err, (command, outcome.err)
    assert cli("chart", "diff", "a.yaml", "csirt-printed").code == 2


def test_equal_charts_differ_in_nothing(cli: Cli) -> None:
    outcome = cli("chart", "diff", "csirt-nws", "csirt-nws")
    assert (outcome.code, outcome.out) == (0, "")
    assert "No differences" in outcome.err


def _written(path: Path, chart: object) -> Path:
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


def test_a_contact_to_all_who_have_a_role_is_told_by_their_posts(cli: Cli, tmp_path: Path) -> None:
    heads = {post: {"name": post, "role": "head", "holder": post} for post in ("hall", "ward")}
    one, two = (
        _written(tmp_path / f"{n}.yaml", a_chart({"a": ["x"], **heads}, *[contact("a", "head")] * n)) for n in (0, 1)
    )
    assert "hall, ward" in cli("chart", "diff", one, two, "--lang", "en").out


def _differing(tmp_path: Path) -> tuple[Path, Path]:
    """Two charts that differ in parts of every shape."""
    posts = {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]}
    media = {"exchange": {"name": {"ja": "電話交換機", "en": "exchange"}}}
    ann = {"name": "甲\n席", "channels": [{"kind": "desk", "medium": "exchange"}]}
    old = a_chart(
        posts, contact("a", "b"), contact("b", "c"), persons={"ann": ann}, media=media, origins=["a"], shareable=True
    )
    moved = ann | {
        "channels": [{"kind": "desk", "medium": "exchange", "address": "1234"}, {"kind": "mobile", "hours": "office"}],
        "leave": [{"from": "2023-12-01", "to": "2023-12-05"}],
    }
    new = a_chart(
        posts,
        contact("a", "b", by=["desk", "mail"]),
        contact("b", "c"),
        contact("b", "d", "consult", when={"level": [2, 3], "publishing": True}),
        persons={"ann": moved},
        media=media,
        origins=["a"],
        last_drill="2023-11-16",
        storage={"place": "執務室", "known_first_year": 0.57},
        limits={"calls": 12},
        waivers=[{"code": "OC204", "reason": "新庁舎まで", "until": "2024-03-31"}],
    )
    return _written(tmp_path / "old.yaml", old), _written(tmp_path / "new.yaml", new)


def test_a_diff_says_every_value_in_words(cli: Cli, tmp_path: Path) -> None:
    lines = cli("chart", "diff", *_differing(tmp_path), "--lang", "ja").out.splitlines()
    assert lines[: lines.index("")] == [
        "～ 連絡体制図の前回の訓練日: なし → 令和5年11月16日",
        "～ 連絡体制図の配布用: はい → いいえ",
        "～ 連絡体制図の保管場所: なし → 場所: 執務室、1年目の職員の認知率: 0.57",
        "～ 連絡体制図の点検の基準: 1人が続けて掛ける電話の上限: 10 → 1人が続けて掛ける電話の上限: 12",
        "～ 連絡体制図の点検結果の許容: なし → 番号: OC204、理由: 新庁舎まで、期限: 令和6年3月31日",
        "～ 人「甲 席」の連絡手段: 内線（電話交換機） → 内線（1234、電話交換機）、携帯（時間帯 office）",
        "～ 人「甲 席」の休暇: なし → 令和5年12月1日～令和5年12月5日",
        "～ 連絡「a → b」（報告）の手段: 内線、携帯、メール → 内線、メール",
        "＋ 連絡「b → d」（協議、レベル2・3、公表時）",
    ]
    assert not re.search(r"[{}\[\]]|True|False|None", "".join(lines))
    english = cli("chart", "diff", *_differing(tmp_path)).out
    assert "~ chart to be handed out: yes → no" in english
    assert "+ contact b → d (consult, levels 2 and 3, when publishing)" in english


def test_a_diff_as_data_has_the_values_as_in_a_chart_file(cli: Cli, tmp_path: Path) -> None:
    changes = cli("chart", "diff", *_differing(tmp_path), "--json").data["changes"]
    after = {each["field"]: each["after"] for each in changes}
    assert after["shareable"] is False
    assert after["limits"] == {"calls": 12}
    assert after["leave"] == [{"from": "2023-12-01", "to": "2023-12-05"}]
    assert after["last_drill"] == "2023-11-16"
    assert changes[-1]["contact"] == {
        "from": "b",
        "to": "d",
        "kind": "consult",
        "when": {"level": [2, 3], "publishing": True},
    }


def test_a_diff_tells_how_single_points_that_stay_have_changed(cli: Cli, tmp_path: Path) -> None:
    charts = _differing(tmp_path)
    out = cli("chart", "diff", *charts, "--lang", "ja").out
    assert re.search(r"\n\n引き続き残る単一障害点 \d件\n", out)
    assert "  somebody［b］: 届かない職 2 → 3" in out
    points = cli("chart", "diff", *charts, "--json").data["weak_points"]
    assert points["changed"]
    assert all(each["before"] != each["after"] for each in points["changed"])
    assert f"引き続き残る単一障害点 {len(points['changed']) + points['unchanged']}件" in out


def test_the_number_of_posts_not_told_is_that_of_the_picture(cli: Cli) -> None:
    points = cli("chart", "diff", "csirt-printed", "csirt-nws", "--json").data["weak_points"]
    changed = {each["name"]: (each["before"], each["after"]) for each in points["changed"]}
    assert changed["West building, 6th floor (Information Management)"] == (8, 25)
    assert changed["Main building"][1] == 11


def _fields(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
        for part in _parts(field.annotation):
            yield from _fields(part)


def _parts(kind: object) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind is not Text:
        yield kind
    for each in get_args(kind):
        yield from _parts(each)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_field_of_a_chart_has_words(language: Language) -> None:
    elsewhere = {"schema", "id", "from", "to", "kind", "medium", "hours", "address", "contacts"}  # said in another way
    elsewhere |= {"posts", "persons", "groups", "media", "sites", "levels", "behaviours"}
    conditions = {"when", "class", "level", "message", "publishing"}
    missing = {name for name in _fields(Chart) if f"diff.field.{name}" not in catalogue(language)}
    assert missing == (elsewhere | conditions)


def test_an_export_refuses_an_ending_that_is_not_of_its_format(cli: Cli, tmp_path: Path) -> None:
    for argv in (("-o", "x.pdf"), ("-o", "x.csv", "--format", "yaml"), ("-o", "x.pdf", "--format", "xlsx")):
        outcome = cli("chart", "export", "csirt-nws", *argv)
        assert outcome.code == 2
        assert Path(argv[1]).suffix in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_the_help_of_an_export_lists_its_formats(cli: Cli) -> None:
    text = cli("chart", "export", "--help").out
    assert all(name in text for name in FORMATS)
    assert "standard output" in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_help_of_the_chart_commands_fits_and_has_their_examples(cli: Cli, language: Language) -> None:
    text = cli("chart", "--help", "--lang", language).out
    assert "drill chart show csirt-nws" in text
    assert "drill run" not in text
    for out in (text, cli("--help", "--lang", language).out):
        assert max(cell_len(each) for each in out.splitlines()) < 80
