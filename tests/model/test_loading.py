"""Loading: the core schema, places, and all problems of a file at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.model.check import check_chart
from drill.model.fullwidth import slip
from drill.model.load import Loaded, load_chart, load_files, load_scenario
from drill.model.problems import format_problem
from drill.model.yamltree import read_tree
from drill.text.catalogue import catalogue
from tests.model.samples import CHART, SCENARIO, spoiled, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10:30", "10:30"),
        ("0123", "0123"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("2023-11-16", "2023-11-16"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("=", "="),
        ("'1'", "1"),
        ("!!str 1", "1"),
        ("１２", "１２"),
        ("7", 7),
        ("-7", -7),
        ("+7", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
    ],
)
def test_plain_values_follow_the_core_schema(text: str, value: object) -> None:
    tree, problems = read_tree(f"a: {text}\n", "x.yaml")
    assert tree is not None
    assert not problems
    found = tree.data["a"]
    assert (type(found), found) == (type(value), value)


def test_keys_are_text_even_if_they_look_like_something_else() -> None:
    tree, _ = read_tree("{0: a, 010: b, yes: c, null: d, 1.50: e}", "x.yaml")
    assert tree is not None
    assert list(tree.data) == ["0", "010", "yes", "null", "1.5"]


def test_every_value_and_key_knows_its_place(tmp_path: Path) -> None:
    loaded = load_chart(written(tmp_path, CHART))
    assert loaded.where(("posts", "chief", "deputies", 0)) == (31, 16)
    assert loaded.where(("posts", "chief", "deputies"), key=True) == (31, 5)
    assert loaded.where(("posts", "chief", "no such key")) == loaded.where(("posts", "chief"))


def test_what_stands_after_a_wrong_part_keeps_its_own_place(tmp_path: Path) -> None:
    wrong = "  - {from: chief, to: finder, kind: shout}\n"
    text = CHART.replace("contacts:\n", f"contacts:\n{wrong}").replace("to: chief, kind", "to: nobody, kind")
    loaded = load_chart(written(tmp_path, text))
    found = check_chart(loaded)
    assert [(each.code, each.line, each.column) for each in found] == [("MD010", 36, 37), ("OC102", 37, 24)]


def test_inside_an_alias_a_place_is_where_the_text_is_written(tmp_path: Path) -> None:
    text = CHART.replace("channels: [{kind: desk}, {kind", "channels: &two [{kind: desk}, {kind")
    text = text.replace("    channels: [{kind: desk}]\n", "    channels: *two\n", 1)
    loaded = load_chart(written(tmp_path, text))
    assert loaded.where(("persons", "cat", "channels")) == (24, 15)
    assert loaded.where(("persons", "cat", "channels", 1, "kind")) == loaded.where(
        ("persons", "ben", "channels", 1, "kind")
    )
    assert loaded.where(("persons", "ben", "channels", 1, "kind")) == (21, 42)


def test_one_run_reports_yaml_shape_names_and_languages_together(tmp_path: Path) -> None:
    text = CHART.replace("    site: hall", "    site: hall\n    site: hall").replace("quorum: 2", "quorum: two")
    text = text.replace("holder: ben", "holder: bem").replace("ja: 町, en: Town", "ja: 町")
    loaded = load_chart(written(tmp_path, text))
    assert loaded.value is None
    found = [each.code for each in check_chart(loaded)]
    assert sorted(found) == ["MD006", "MD050", "OC101", "YM024"]


def test_an_entry_that_cannot_be_read_is_still_a_known_name(tmp_path: Path) -> None:
    text, place = spoiled(CHART, "  ben:\n    name: {ja: 乙, en: Ben}", "  «ben:")
    loaded = load_chart(written(tmp_path, text))
    found = check_chart(loaded)
    assert [(each.code, (each.line, each.column)) for each in found] == [("MD002", place)]


def test_places_stay_right_after_a_list_entry_that_cannot_be_read(tmp_path: Path) -> None:
    text, place = spoiled(CHART, "to: all_desks", "to: «nowhere")
    loaded = load_chart(written(tmp_path, text.replace("kind: report", "kind: tell")))
    kind, name = check_chart(loaded)
    assert kind.code == "MD010"
    assert (name.code, (name.line, name.column)) == ("OC102", place)


def test_the_other_kind_of_file_is_said_to_be_that(tmp_path: Path) -> None:
    (found,) = load_scenario(written(tmp_path, CHART)).problems
    assert (found.code, found.params["expected"]) == ("YM032", "drill.scenario/1")


def test_files_are_told_apart_by_schema_or_by_what_they_look_like(tmp_path: Path) -> None:
    chart = written(tmp_path, CHART, "a.yaml")
    scenario = written(tmp_path, SCENARIO, "b.yaml")
    bare = written(tmp_path, SCENARIO.replace("schema: drill.scenario/1\n", ""), "c.yaml")
    files = load_files([chart, scenario, bare])
    assert [Path(each.file).name for each in files["charts"]] == ["a.yaml"]
    assert [Path(each.file).name for each in files["scenarios"]] == ["b.yaml", "c.yaml"]
    assert [each.code for each in files["scenarios"][1].problems] == ["YM031"]


def test_a_chart_that_comes_from_no_file_can_be_checked(tmp_path: Path) -> None:
    chart = load_chart(written(tmp_path, CHART.replace("holder: ben", "holder: bem"))).value
    assert chart is not None
    (found,) = check_chart(Loaded.of(chart))
    assert (found.code, found.line) == ("OC101", 0)
    assert found.params["near"] == "ben, ann, cat"


def test_near_keys_are_suggested(tmp_path: Path) -> None:
    (found,) = load_chart(written(tmp_path, CHART.replace("    role: manager", "    rolle: manager"))).problems
    assert (found.code, str(found.params["near"]).split(", ")[0]) == ("MD001", "role")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("to: 2023-11-02}]", "to: 2023-11-02}, 3]", "`item 2 of leave` must be made of"),
        ("holder: ben\n    deputies: [cat]", "holder: ben\n    deputies: [cat, true]", "`item 2 of deputies` must be"),
        ("kind: report,", "kind: report, deadline_min: 0,", "more than 0)"),
        ("{answers: 0.9}", "{answers: 1.5}", "at most 1)"),
    ],
)
def test_a_list_entry_is_named_and_a_limit_is_a_plain_number(tmp_path: Path, old: str, new: str, said: str) -> None:
    (found,) = load_chart(written(tmp_path, spoiled(CHART, old, "«" + new)[0])).problems
    assert said in format_problem(found, catalogue("en"))


def test_a_misspelt_key_that_has_its_own_line_is_no_rest_of_a_text(tmp_path: Path) -> None:
    text = CHART.replace("name: {ja: 課長, en: Chief}", "name:\n      ja: 課長\n      en: Chief\n      fr:")
    assert [each.code for each in load_chart(written(tmp_path, text)).problems] == ["MD001"]


@pytest.mark.parametrize(
    "text", ["a: 1：2", "text: {ja: 場所：庁舎、電話、窓口（3台）, en: “x” and y}", "# 注：［要］", "- 第1、第2"]
)
def test_full_width_characters_inside_a_text_are_no_slip(text: str) -> None:
    assert slip(text) is None


def test_an_unforeseen_error_of_the_validator_is_passed_on(tmp_path: Path) -> None:
    from pydantic_core import ErrorDetails

    from drill.model.chart import Chart
    from drill.model.shape import shape_problem

    tree, _ = read_tree(CHART, "x.yaml")
    assert tree is not None
    error = ErrorDetails(type="never_seen", loc=("posts", "chief", "role"), msg="Odd", input="manager")
    found = shape_problem(error, Chart, tree, "x.yaml")
    assert (found.code, found.line, found.params["message"]) == ("MD099", 29, "Odd")
