"""Evaluations are loaded like every other file: with places, all problems at once, and nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from drill.analysis.lint import check_files
from drill.model.check_evaluation import check_evaluation
from drill.model.evaluation import Evaluation
from drill.model.load import load_evaluation
from drill.model.schema import FOLDER
from drill.model.yamltree import read_tree

SHIPPED = Path(__file__).parents[2] / "transcripts" / "nws-stop-poor.evaluation.yaml"
HEAD = "0" * 63 + "1"
FILE = f"""\
schema: drill.evaluation/1
transcript: nws-stop-1.jsonl
head: {HEAD}
held: 2023-11-16
ratings:
  - {{objective: chain, rating: M, suggested: M, by: 監査担当, on: 2023-11-20}}
  - {{objective: chain, rating: S, suggested: M, reason: 代理者が立った, by: 監査担当, on: 2023-11-21}}
notes:
  - {{objective: chain, text: 二人目の代理者は番号を知らなかった}}
strengths:
areas: [復唱がない]
actions:
  - {{id: r5-1, gap: 協議先に届かない, measure: 代理者を置く, owner: 情報管理課長, due: 2024-03-31}}
  - {{id: r5-2, gap: 復唱がない, measure: 復唱票, closed_on: 2023-12-20, evidence: 復唱票の写し}}
follows:
  - {{action: r4-1, closed: true}}
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "nws-stop-1.evaluation.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _value(folder: Path, text: str = FILE) -> Evaluation:
    value = load_evaluation(_written(folder, text)).value
    assert value is not None
    return value


def test_an_evaluation_in_order_has_no_problem(tmp_path: Path) -> None:
    assert check_files([_written(tmp_path, FILE)]) == []


def test_the_schema_for_editors_accepts_what_the_loader_accepts() -> None:
    schema = json.loads((FOLDER / "evaluation.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for text in (FILE, SHIPPED.read_text(encoding="utf-8")):
        tree, _ = read_tree(text, "x.yaml")
        assert tree is not None
        assert list(validator.iter_errors(tree.data)) == []
    assert list(validator.iter_errors({"schema": "drill.evaluation/1"}))


def test_the_last_rating_counts_and_those_before_it_are_its_history(tmp_path: Path) -> None:
    value = _value(tmp_path)
    last = value.rating("chain")
    assert last is not None
    assert last.rating == "S"
    assert [each.rating for each in value.history("chain")] == ["M", "S"]
    assert value.rating("publication") is None


def test_a_key_with_nothing_below_it_is_an_empty_list(tmp_path: Path) -> None:
    assert _value(tmp_path).strengths == ()


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("YR401", "reason: 代理者が立った, ", ""),
        ("YR402", "id: r5-2", "id: r5-1"),
        ("YR403", ", evidence: 復唱票の写し", ""),
        ("YR404", ", due: 2024-03-31", ""),
        ("YR404", "owner: 情報管理課長, ", ""),
        ("YR406", "closed_on: 2023-12-20", "closed_on: 2023-11-01"),
        ("MD010", "rating: S", "rating: A"),
        ("MD001", "measure: 代理者を置く", "measures: 代理者を置く"),
    ],
)
def test_a_spoiled_evaluation_has_this_problem_in_that_line(tmp_path: Path, code: str, old: str, new: str) -> None:
    assert FILE.count(old) == 1
    line = FILE[: FILE.index(old)].count("\n") + 1
    found = check_files([_written(tmp_path, FILE.replace(old, new))])
    assert (code, line) in [(each.code, each.line) for each in found]


def test_beside_its_drill_objectives_and_head_are_checked(tmp_path: Path) -> None:
    loaded = load_evaluation(_written(tmp_path, FILE))
    assert check_evaluation(loaded, ["chain"], HEAD) == []
    found = check_evaluation(loaded, ["sections"], "f" * 64)
    assert [(each.code, each.line) for each in found] == [("YR405", 3), ("YR407", 6), ("YR407", 7), ("YR407", 9)]
