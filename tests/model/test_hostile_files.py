"""Whatever a file holds, loading it says what is wrong and never raises, hangs or fills the memory."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.model import yamltree
from drill.model.check import check_chart, check_scenario
from drill.model.decode import SIZE_LIMIT, decode
from drill.model.load import load_chart, load_scenario
from drill.model.problems import Problem, format_problem
from drill.model.yamltree import read_tree
from drill.text.catalogue import catalogue
from tests.model.samples import CHART, SCENARIO, written


def _codes(path: Path) -> list[tuple[str, int, int]]:
    loaded = load_chart(path)
    assert loaded.value is None
    for language in ("ja", "en"):
        assert all(format_problem(each, catalogue(language)) for each in loaded.problems)
    return [(each.code, each.line, each.column) for each in loaded.problems]


def test_a_missing_file(tmp_path: Path) -> None:
    assert _codes(tmp_path / "none.yaml") == [("YM001", 0, 0)]


def test_a_folder(tmp_path: Path) -> None:
    assert _codes(tmp_path) == [("YM002", 0, 0)]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert _codes(tmp_path / "pipe.yaml") == [("YM003", 0, 0)]


def test_a_name_that_no_file_can_have() -> None:
    assert _codes(Path("a\0b.yaml")) == [("YM003", 0, 0)]


def test_what_is_larger_than_any_chart_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(110_000_000)
    assert _codes(tmp_path / "big.yaml") == [("YM004", 0, 0)]
    assert SIZE_LIMIT < 110_000_000


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b"# only a comment\n", b"---\n...\n", b"null"])
def test_a_file_with_nothing_in_it(tmp_path: Path, content: bytes) -> None:
    assert _codes(written(tmp_path, content)) == [("YM005", 1, 1)]


def test_nul_bytes_and_control_characters_are_pointed_at(tmp_path: Path) -> None:
    assert _codes(written(tmp_path, "id: a\ntitle: 町\0")) == [("YM006", 2, 9)]
    assert _codes(written(tmp_path, "id: \x1b[31m")) == [("YM006", 1, 5)]


def test_a_spreadsheet_is_no_text(tmp_path: Path) -> None:
    assert _codes(written(tmp_path, b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe\x80"))[0][0] == "YM006"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(tmp_path: Path, encoding: str) -> None:
    assert _codes(written(tmp_path, CHART.encode(encoding))) == [("YM007", 1, 1)]


def test_cp932_is_named_where_it_begins(tmp_path: Path) -> None:
    assert _codes(written(tmp_path, CHART.encode("cp932"))) == [("YM008", 3, 13)]


def test_another_encoding_is_said_not_to_be_utf8(tmp_path: Path) -> None:
    assert _codes(written(tmp_path, b"id: a\ntitle: caf\xe9 \xff")) == [("YM009", 2, 11)]


def test_utf8_with_a_byte_order_mark_is_welcome(tmp_path: Path) -> None:
    assert load_chart(written(tmp_path, b"\xef\xbb\xbf" + CHART.encode())).problems == ()


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_ends_are_welcome(tmp_path: Path, newline: str) -> None:
    assert load_chart(written(tmp_path, CHART.replace("\n", newline))).problems == ()


@pytest.mark.parametrize("text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "[" * 1_000_000])
def test_depth_10000(tmp_path: Path, text: str) -> None:
    assert [code for code, *_ in _codes(written(tmp_path, text))] == ["YM021"]


def test_an_alias_bomb_is_counted_not_built(tmp_path: Path) -> None:
    rows = [f"x{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    assert _codes(written(tmp_path, "\n".join(["x0: &a0 [lol]", *rows])))[0][0] == "YM022"


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamltree, "VALUE_LIMIT", 100)
    tree, problems = read_tree("\n".join(f"- {i}" for i in range(200)), "x.yaml")
    assert tree is None
    assert [(each.code, each.line, each.column) for each in problems] == [("YM029", 100, 3)]


def test_an_ordinary_alias_is_the_value_it_stands_for(tmp_path: Path) -> None:
    text = CHART.replace("ja: 甲, en: Ann", "ja: &n 甲, en: Ann").replace("ja: 乙", "ja: *n")
    chart = load_chart(written(tmp_path, text)).value
    assert chart is not None
    assert chart.persons["ben"].name.ja == "甲"


def test_a_hostile_key_cannot_write_on_the_screen(tmp_path: Path) -> None:
    text = CHART + '"\\e[2J\\n\\u202eevil": 1\n'
    (found,) = load_chart(written(tmp_path, text)).problems
    line = format_problem(found, catalogue("en"))
    assert found.code == "MD001"
    assert not set(line) & {"\x1b", "\n", "\u202e"}


@given(st.binary(max_size=300))
def test_random_bytes_give_text_or_one_problem(data: bytes) -> None:
    found = decode(data, "x.yaml")
    if not isinstance(found, Problem):
        tree, problems = read_tree(found, "x.yaml")
        assert tree is not None or problems


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#<\n\t ~1.", max_size=120))
def test_random_yaml_gives_a_tree_or_problems(text: str) -> None:
    tree, problems = read_tree(text, "x.yaml")
    assert tree is not None or problems


@given(st.data())
def test_a_chart_with_any_line_damaged_loads_or_says_why(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    lines = CHART.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(st.sampled_from(["", lines[at] * 2, lines[at][:-1], "  " + lines[at], "? x", "- 1", "a: *b"]))
    path = written(tmp_path_factory.getbasetemp(), "\n".join(lines))
    loaded = load_chart(path)
    assert loaded.value is not None or any(each.severity == "error" for each in loaded.problems)


WORDS = sorted(set(re.findall(r"[A-Za-z_0-9]+", CHART + SCENARIO)))


@given(st.data())
def test_any_word_exchanged_for_another_is_checked_without_an_exception(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    texts = []
    for sample in (CHART, SCENARIO):
        place = data.draw(st.sampled_from(list(re.finditer(r"[A-Za-z_0-9]+", sample))))
        texts.append(sample[: place.start()] + data.draw(st.sampled_from(WORDS)) + sample[place.end() :])
    folder = tmp_path_factory.getbasetemp()
    chart = load_chart(written(folder, texts[0], "chart.yaml"))
    scenario = load_scenario(written(folder, texts[1], "scenario.yaml"))
    for each in (*check_chart(chart), *check_scenario(scenario, chart.partial)):
        assert format_problem(each, catalogue("ja"))
        assert each.line > 0
