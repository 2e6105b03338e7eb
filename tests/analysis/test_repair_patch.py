"""A repair in the text of a chart file: only what is new is new, and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.repair.patch import repair_diff, repaired_text, write_repair
from drill.analysis.repair.plan import Repair, plan_repair
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.library import list_charts
from drill.model.load import load_chart
from drill.model.save import chart_yaml
from drill.model.yamltree import read_tree
from tests.analysis.test_repair_proof import a_case
from tests.builders import LAWS, a_chart, contact

HEAD = """\
# 町の連絡体制  # of the town
schema: drill.chart/1
id: town
title: {ja: 町, en: Town}   # 表題
media:
  exchange: {name: 交換機}
sites: {east: {name: 東庁舎}, west: {name: West}}
"""
CONTACTS = """\
contacts:
  - {from: a, to: v, kind: report, by: [desk]}   # first
  - from: v
    to: b
    kind: instruct
    by:
      - mobile
# the end
"""
BLOCK = """\
persons:
  ann:
    name: 甲
    site: east   # 3階
    channels:
      - kind: desk
        medium: exchange   # shared

      - {kind: mobile}
  ben:
    name: >-
      乙、
      二行の名
    site: east
    channels: [{kind: mobile}]   # one
  # after the last
  vendor: {name: 業者, channels: [{kind: desk, medium: exchange}]}

posts:
  a:
    name: A
    holder: ann   # no deputy
  v: {name: V, holder: vendor, external: true}
  b:
    name: B
    holder: ben
    deputies:
      # in order
      - ann   # of a
    duties: [one]
"""
FLOW = """\
persons: {
  ann: {name: 甲, site: east, channels: [{kind: desk, medium: exchange}, {kind: mobile}]},
  ben: {name: 乙, site: east, channels: []}, # none
  vendor: {name: 業者, channels: [{kind: desk, medium: exchange}]},
}
posts: {a: {name: A, holder: ann, deputies: []}, v: {name: V, holder: vendor, external: true},
  b: {name: B, holder: ben}}
"""


def chart_of(text: str) -> Chart:
    tree, problems = read_tree(text, "-")
    assert tree is not None
    assert not problems
    return Chart.model_validate(tree.data)


def repair_of(text: str) -> Repair:
    return plan_repair(chart_of(text), origins=("a",))


@pytest.mark.parametrize("body", [BLOCK, FLOW], ids=["block", "flow"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_line_there_was_is_still_there_and_the_text_reads_as_the_repaired_chart(body: str, end: str) -> None:
    text = (HEAD + body + CONTACTS).replace("\n", end)
    repair = repair_of(text)
    assert {change.kind for change in repair.changes} >= {"offsite", "edge"}
    new = repaired_text(text, repair)
    assert chart_of(new) == repair.chart
    if body == BLOCK:
        assert set(text.split(end)) <= set(new.split(end))
    assert new.count("#") == text.count("#")
    assert new.count("\n") == new.count(end)


def test_new_entries_are_written_as_those_beside_them() -> None:
    new = repaired_text(HEAD + BLOCK + CONTACTS, repair_of(HEAD + BLOCK + CONTACTS))
    assert "    holder: ann   # no deputy\n    deputies: [a_" in new
    assert "      - ann   # of a\n      - b_" in new
    assert "      - mobile\n  - {from: a, to: b, kind: instruct, order: 2, by: [mobile]}\n# the end\n" in new


def test_an_alias_makes_the_whole_chart_be_written_anew_where_it_is_in_the_way() -> None:
    aside = (
        (HEAD + BLOCK + CONTACTS).replace("site: east   # 3階", "site: &s east").replace("site: east\n", "site: *s\n")
    )
    assert "site: *s" in repaired_text(aside, repair_of(aside))
    people = "persons: {ann: {name: x}}\nposts:\n  a: &a {name: A, holder: ann}\n  b: *a\n"
    shared = HEAD + people + "contacts: [{from: a, to: b, kind: report, by: [desk]}]\n"
    repair = repair_of(shared)
    new = repaired_text(shared, repair)
    assert repair.changes
    assert "*a" not in new
    assert chart_of(new) == repair.chart


@LAWS
@given(st.integers(0, 2**32))
def test_the_text_of_any_repair_reads_as_the_repaired_chart(seed: int) -> None:
    random, chart, situation, origins = a_case(seed)
    plain = chart.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = yaml.safe_dump(
        {"schema": "drill.chart/1", **plain},
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=random.choice([True, False, None]),
        indent=random.choice([2, 4]),
        width=random.choice([40, 120]),
    )
    repair = plan_repair(chart, situation, origins)
    assert chart_of(repaired_text(text, repair)) == repair.chart


@pytest.mark.parametrize("path", [entry.path for entry in list_charts()], ids=lambda path: str(path.stem))
def test_shipped_charts_are_repaired_by_additions_only(path: Path) -> None:
    chart = load_chart(path).value
    assert chart is not None
    lines = repair_diff(path, plan_repair(chart))
    gone = [line for line in lines if line.startswith("-") and not line.startswith("---")]
    added = [line for line in lines if line.startswith("+")]
    assert len(added) > len(gone)
    assert all("deputies: [" in line or "channels: [" in line for line in gone)


def test_a_written_repair_keeps_the_old_file_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "town.yaml"
    old = b"\xef\xbb\xbf" + (HEAD + BLOCK + CONTACTS).encode()
    path.write_bytes(old)
    path.chmod(0o640)
    chart = load_chart(path).value
    assert chart is not None
    repair = plan_repair(chart, origins=("a",))
    text = write_repair(path, repair)
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "town.yaml.bak").read_bytes() == old
    assert sorted(each.name for each in tmp_path.iterdir()) == ["town.yaml", "town.yaml.bak"]
    loaded = load_chart(path)
    assert loaded.value == repair.chart
    assert plan_repair(repair.chart, origins=("a",)).changes == ()


def test_a_file_that_has_changed_since_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(HEAD + BLOCK + CONTACTS, encoding="utf-8")
    repair = repair_of(HEAD + BLOCK.replace("name: A", "name: AA") + CONTACTS)
    with pytest.raises(UsageError):
        write_repair(path, repair)
    assert path.read_text(encoding="utf-8") == HEAD + BLOCK + CONTACTS


def test_a_crash_while_writing_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(HEAD + BLOCK + CONTACTS, encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError):
        write_repair(path, repair_of(HEAD + BLOCK + CONTACTS))
    assert [each.name for each in tmp_path.iterdir()] == ["town.yaml"]
    assert path.read_text(encoding="utf-8") == HEAD + BLOCK + CONTACTS


@pytest.mark.parametrize(
    "name", ["x\uffff", "a\x85b", "1e5", "= x", "# y", "a\u2028b", "null", "a: b", "\U0001f600", "'", '"\\']
)
def test_names_that_yaml_would_read_otherwise_survive_a_repair(tmp_path: Path, name: str) -> None:
    data = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"), origins=["a"]).model_dump(
        mode="json", by_alias=True
    )
    for post in data["posts"].values():
        post["name"] = {"ja": name, "en": name}
    file = tmp_path / "town.yaml"
    file.write_text(chart_yaml(Chart.model_validate(data)), encoding="utf-8", newline="\n")
    loaded = load_chart(file)
    assert loaded.value == Chart.model_validate(data)
    repair = plan_repair(loaded.value)
    write_repair(file, repair)
    assert load_chart(file).value == repair.chart
