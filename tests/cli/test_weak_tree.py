"""`drill weak FILE.xml` and `drill chart export --format openpsa` as a planner uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.cli.arguments import EXAMPLES
from drill.cli.main import VERBS
from drill.text.catalogue import catalogue
from tests.cli.conftest import Cli

EVENTS = {"pump": 0.01, "valve": 0.02, "power": 0.001, "relay": 0.5}
TREE = """<?xml version="1.0"?>
<opsa-mef>
  <define-fault-tree name="cooling">
    <define-gate name="no-water"><or><event name="power"/><gate name="both"/></or></define-gate>
    <define-gate name="both">
      <and><event name="pump"/><or><event name="valve"/><event name="relay"/></or></and>
    </define-gate>
  </define-fault-tree>
  <model-data>{}</model-data>
</opsa-mef>
"""


@pytest.fixture
def tree(cli: Cli) -> Path:
    """A fault tree with probabilities."""
    return write({name: f'<float value="{value}"/>' for name, value in EVENTS.items()})


def write(events: dict[str, str]) -> Path:
    path = Path("tree.xml")
    data = "".join(f'<define-basic-event name="{name}">{value}</define-basic-event>' for name, value in events.items())
    path.write_text(TREE.format(data), encoding="utf-8")
    return path


def test_cut_sets_are_listed_the_likeliest_first_with_importance(cli: Cli, tree: Path) -> None:
    outcome = cli("weak", tree)
    assert (outcome.code, outcome.err) == (1, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "Top event no-water (2 gates, 4 basic events)"
    rows = [line.split() for line in lines if line.startswith("  ")]
    assert rows[:3] == [["0.001", "power"], ["0.005", "pump", "relay"], ["0.0002", "pump", "valve"]]
    assert "only): 0.0062" in outcome.out
    ranked = [name for _, name in rows[3:]]
    assert ranked[:2] == ["power", "pump"]
    assert set(ranked) == set(EVENTS)


def test_the_json_has_every_cut_set_by_name(cli: Cli, tree: Path) -> None:
    assert cli("weak", tree, "--json", "--limit", "1").data == {
        "schema": "drill.weak-tree/1",
        "file": "tree.xml",
        "top": "no-water",
        "order": 2,
        "basic_events": 4,
        "gates": 2,
        "always": False,
        "rare_event": pytest.approx(0.0062),
        "cuts": {"1": [["power"]], "2": [["pump", "relay"], ["pump", "valve"]]},
    }
    assert cli("weak", tree, "--json", "--order", "1").data["cuts"] == {"1": [["power"]]}


def test_no_single_cut_set_is_exit_code_0_and_a_gate_can_be_chosen(cli: Cli, tree: Path) -> None:
    outcome = cli("weak", tree, "--top", "both")
    assert outcome.code == 0
    assert outcome.out.startswith("Top event both (1 gate, 3 basic events)")
    wrong = cli("weak", tree, "--top", "bot")
    assert wrong.code == 2
    assert "both" in wrong.err


def test_a_limit_shortens_the_list_and_0_lifts_it(cli: Cli, tree: Path) -> None:
    assert "and 1 more" in cli("weak", tree, "--limit", "1").out
    assert "more" not in cli("weak", tree, "--limit", "0").out


def test_without_all_probabilities_the_cut_sets_are_still_there(cli: Cli) -> None:
    path = write({"pump": "<pi/>", "valve": '<float value="0.5"/>'})
    outcome = cli("weak", path)
    assert "that of 3 basic events is not known: power, pump, relay" in outcome.err
    assert "  pump relay" in outcome.out
    assert "rare" not in outcome.out
    assert cli("weak", path, "--json").data["rare_event"] is None


def test_an_event_that_always_occurs_is_said_so(cli: Cli) -> None:
    path = Path("true.xml")
    gate = '<define-gate name="top"><constant value="true"/></define-gate>'
    path.write_text(f'<opsa-mef><define-fault-tree name="t">{gate}</define-fault-tree></opsa-mef>')
    outcome = cli("weak", path)
    assert outcome.code == 1
    assert "even if nothing happens" in outcome.out
    data = cli("weak", path, "--json").data
    assert (data["always"], data["cuts"]) == (True, {"1": [], "2": []})


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_mistake_is_one_sentence_with_its_line(cli: Cli, tree: Path, language: str) -> None:
    tree.write_text(tree.read_text().replace('<or><event name="valve"/>', '<xor><event name="valve"/>', 1))
    assert cli("weak", tree, "--lang", language).err.startswith("drill: tree.xml:6:")
    tree.write_text(tree.read_text().replace("</or></and>", "</xor></and>"))
    outcome = cli("weak", tree, "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    sentence = catalogue("ja" if language == "ja" else "en")(
        "openpsa.not_coherent", gate="both", operator="XOR", line=6
    )
    assert outcome.err == f"drill: tree.xml:6: {sentence}\n"


def test_what_is_left_out_is_said(cli: Cli, tree: Path) -> None:
    tree.write_text(
        tree.read_text().replace(
            "  <model-data>", '<define-CCF-group name="c"/>\n<define-rule name="r"/>  <model-data>'
        )
    )
    notes = cli("weak", tree).err.splitlines()
    assert notes[0].startswith("tree.xml:9: this common-cause group was left out")
    assert notes[1].startswith("tree.xml:10: define-rule")


@pytest.mark.parametrize("name", ["missing.xml", "folder.xml"])
def test_a_file_that_cannot_be_read_is_a_usage_error(cli: Cli, name: str) -> None:
    Path("folder.xml").mkdir()
    outcome = cli("weak", name)
    assert outcome.code == 2
    assert name in outcome.err


def test_a_chart_written_as_fault_trees_has_the_single_points_of_the_chart(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(VERBS, "chart export", "drill.cli.chart_export")
    monkeypatch.setitem(EXAMPLES, "chart export", ("drill list",))
    assert cli("chart", "export", "csirt-nws", "-o", "nws.xml", "--class", "failure", "--level", "3").code == 0
    several = cli("weak", "nws.xml")
    assert several.code == 2
    assert "top_post_csirt_head" in several.err
    data = cli("weak", "nws.xml", "--top", "top_post_csirt_head", "--json").data
    assert ["site_west_6f"] in data["cuts"]["1"]
    assert not any(name.startswith("person") for (name,) in data["cuts"]["1"])
    shown = cli("chart", "export", "csirt-nws", "--format", "openpsa", "--class", "failure", "--level", "3")
    assert shown.out == Path("nws.xml").read_text(encoding="utf-8")
