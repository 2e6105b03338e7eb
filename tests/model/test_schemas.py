"""The shipped JSON Schemas are those of the models and accept what the loader accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from drill.model.schema import FOLDER, schemas, write_schemas
from drill.model.yamltree import read_tree
from tests.model.samples import CHART, SCENARIO

ROOT = Path(__file__).parents[2]


def _validator(kind: str) -> Any:
    schema = json.loads((FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def _errors(kind: str, text: str) -> list[str]:
    tree, problems = read_tree(text, "x.yaml")
    assert tree is not None
    assert not problems
    return [error.message for error in _validator(kind).iter_errors(tree.data)]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_committed_schema_is_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == schemas()[name], "run python -m drill.model.schema"


def test_writing_them_gives_the_same_files(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == schemas()


def test_the_samples_are_accepted() -> None:
    assert _errors("chart", CHART) == []
    assert _errors("scenario", SCENARIO) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("orgcharts/*.yaml")), ids=lambda path: path.stem)
def test_shipped_charts_are_accepted(path: Path) -> None:
    assert _errors("chart", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("scenarios/*.yaml")), ids=lambda path: path.stem)
def test_shipped_scenarios_are_accepted(path: Path) -> None:
    assert _errors("scenario", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("chart", "{ja: 町, en: Town}", "{}"),
        ("chart", "    site: hall", "    sitte: hall"),
        ("scenario", "stops: {totalled: true}", "stops: {totalled: true, level: [1]}"),
        ("scenario", "stops: {totalled: true}", "stops: {}"),
        ("scenario", "2023-11-16T14:00", "tomorrow"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(kind: str, old: str, new: str) -> None:
    sample = {"chart": CHART, "scenario": SCENARIO}[kind]
    assert old in sample
    assert _errors(kind, sample.replace(old, new))


def test_a_text_may_be_plain_and_an_address_a_number() -> None:
    text = CHART.replace("title: {ja: 町, en: Town}", "title: Town").replace(
        "{kind: mail}", "{kind: mail, address: 42}"
    )
    assert _errors("chart", text) == []


def test_shipped_data_has_no_problem() -> None:
    from drill.analysis.lint import check_files

    assert check_files([ROOT]) == []
