"""Fault trees in the Open-PSA format: cut sets equal brute force; whatever is wrong is said with its line."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.openpsa.cutsets import CutSets
from drill.analysis.openpsa.reading import FaultTree, Model
from drill.errors import UsageError
from tests.analysis.random_trees import RandomTree
from tests.builders import LAWS


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("openpsa") / "tree.xml"


def read(file: Path, text: str) -> Model:
    file.write_text(text, encoding="utf-8")
    return Model(file)


def model(file: Path, *gates: str, more: str = "") -> Model:
    return read(
        file, f"<opsa-mef>\n<define-fault-tree name='T'>\n{chr(10).join(gates)}\n</define-fault-tree>{more}</opsa-mef>"
    )


def gate(name: str, formula: str) -> str:
    return f"<define-gate name='{name}'>{formula}</define-gate>"


def found(tree: FaultTree) -> set[frozenset[str]]:
    cuts = CutSets(tree, 2)
    return {frozenset()} if cuts.always else {frozenset(cuts.names(cut)) for order in (1, 2) for cut in cuts.of(order)}


@LAWS
@given(seed=st.integers(0, 2**32))
def test_cut_sets_of_a_random_tree_are_those_of_brute_force(file: Path, seed: int) -> None:
    tree = RandomTree(Random(seed))
    read_back = read(file, tree.xml())
    for name in tree.gates:
        assert found(read_back.tree(tree.shown(name))) == tree.cuts(name)


def test_the_only_gate_nobody_refers_to_is_the_top(file: Path) -> None:
    read_back = model(file, gate("a", "<gate name='b'/>"), gate("b", "<and><event name='x'/><event name='y'/></and>"))
    assert read_back.tops == ("a",)
    assert read_back.tree().top == "a"
    assert found(read_back.tree()) == {frozenset("xy")}


NEGATED: tuple[tuple[str, set[str] | None], ...] = (
    ("<not>{on}</not>", set()),
    ("<not>{off}</not>", {""}),
    ("<xor>{on}{x}{on}</xor>", {"x"}),
    ("<xor>{on}{on}{on}</xor>", {""}),
    ("<iff>{x}{on}</iff>", {"x"}),
    ("<iff>{off}{x}{off}</iff>", {"x"}),
    ("<iff>{off}{off}</iff>", {""}),
    ("<imply>{on}{x}</imply>", {"x"}),
    ("<imply>{x}{on}</imply>", {""}),
    ("<imply>{off}{x}</imply>", {""}),
    ("<nand>{off}{x}</nand>", {""}),
    ("<nor>{on}{x}</nor>", set()),
    ("<cardinality min='1' max='2'>{x}{y}</cardinality>", {"x", "y"}),
    ("<cardinality min='1' max='2'>{x}{y}{on}</cardinality>", None),
    ("<cardinality min='2' max='3'>{x}{y}{on}</cardinality>", {"x", "y"}),
    ("<cardinality min='3' max='3'>{x}{y}</cardinality>", set()),
    ("<not>{x}</not>", None),
    ("<and><not>{x}</not>{off}</and>", None),
    ("<xor>{x}{y}</xor>", None),
    ("<xor>{x}{on}</xor>", None),
    ("<iff>{x}{off}</iff>", None),
    ("<nand>{x}{on}</nand>", None),
    ("<nor>{x}{off}</nor>", None),
    ("<imply>{x}{y}</imply>", None),
    ("<cardinality min='1' max='1'>{x}{y}</cardinality>", None),
)


@pytest.mark.parametrize(("formula", "cuts"), NEGATED)
def test_negations_are_worked_out_over_constants_and_refused_elsewhere(
    file: Path, formula: str, cuts: set[str] | None
) -> None:
    leaves = {"on": "<constant value='true'/>", "off": "<house-event name='h'/>"}
    leaves |= {name: f"<basic-event name='{name}'/>" for name in "xy"}
    read_back = model(file, gate("top", formula.format(**leaves)), "<define-house-event name='h'/>")
    if cuts is None:
        with pytest.raises(UsageError) as caught:
            read_back.tree()
        assert (caught.value.code, caught.value.params["gate"]) == ("openpsa.not_coherent", "top")
    else:
        assert found(read_back.tree()) == {frozenset(cut) for cut in cuts}


def test_a_negation_outside_the_tree_of_the_top_does_no_harm(file: Path) -> None:
    read_back = model(file, gate("a", "<not><event name='x'/></not>"), gate("b", "<event name='y'/>"))
    assert found(read_back.tree("b")) == {frozenset("y")}


def test_probabilities_are_numbers_or_parameters_and_anything_else_is_unknown(file: Path) -> None:
    names = ("number", "renamed", "expression", "ring", "empty", "nowhere")
    events = {
        "number": "<float value='1e-3'/>",
        "renamed": "<parameter name='p'/>",
        "expression": "<exponential><float value='1'/><float value='2'/></exponential>",
        "ring": "<parameter name='r'/>",
        "empty": "",
    }
    tree = model(
        file,
        gate("top", f"<or>{''.join(f'<event name={chr(34)}{name}{chr(34)}/>' for name in names)}</or>"),
        "<define-parameter name='p'><parameter name='q'/></define-parameter>",
        "<define-parameter name='q'><float value='0.5'/></define-parameter>",
        "<define-parameter name='r'><parameter name='r'/></define-parameter>",
        *(f"<define-basic-event name='{name}'>{value}</define-basic-event>" for name, value in events.items()),
    ).tree()
    assert {e.ref: e.fails for e in tree.network.elements if e.fails} == {"number": 1e-3, "renamed": 0.5}
    assert tree.unknown == ("empty", "expression", "nowhere", "ring")


WRONG = (
    ("<gate name='nowhere'/>", "openpsa.undefined", 3),
    ("<house-event name='nowhere'/>", "openpsa.undefined", 3),
    ("<basic-event name='top'/>", "openpsa.other_kind", 3),
    ("<gate name='top'/>", "openpsa.ring", 3),
    ("<and/>", "openpsa.arguments", 3),
    ("<imply><event name='x'/></imply>", "openpsa.arguments", 3),
    ("<inhibit><event name='x'/></inhibit>", "openpsa.unknown_operator", 3),
    ("<atleast><event name='x'/></atleast>", "openpsa.number", 3),
    ("<atleast min='2'><event name='x'/></atleast>", "openpsa.number", 3),
    ("<atleast min='-1'><event name='x'/></atleast>", "openpsa.number", 3),
    ("<constant value='yes'/>", "openpsa.constant", 3),
    ("<event/>", "openpsa.no_name", 3),
    ("", "openpsa.one_formula", 3),
    ("<event name='x'/>\n<event name='y'/>", "openpsa.one_formula", 3),
    ("<event name='x'/></define-gate>\n<define-gate name='top'><event name='x'/>", "openpsa.twice", 4),
    ("<event name='x'/></define-gate>\n<include file='other.xml'/><define-gate name='b'>", "openpsa.refused", 4),
    (
        "<event name='x'/></define-gate>\n<define-basic-event name='x'><float value='2'/></define-basic-event>"
        "<define-gate name='b'><gate name='top'/>",
        "openpsa.probability",
        4,
    ),
)


@pytest.mark.parametrize(("formula", "code", "line"), WRONG)
def test_what_is_wrong_is_said_with_its_line(file: Path, formula: str, code: str, line: int) -> None:
    with pytest.raises(UsageError) as caught:
        model(file, gate("top", formula)).tree()
    assert (caught.value.code, caught.value.place) == (code, f"{file}:{line}")


def test_a_ring_of_gates_is_named(file: Path) -> None:
    ring = [gate(a, f"<or><event name='e'/><gate name='{b}'/></or>") for a, b in ("ab", "bc", "cd", "db")]
    with pytest.raises(UsageError) as caught:
        model(file, *ring)
    assert caught.value.params["ring"] == "b → c → d → b"


def test_several_tops_must_be_chosen_from(file: Path) -> None:
    read_back = model(file, *(gate(name, "<event name='x'/>") for name in "ab"))
    with pytest.raises(UsageError) as caught:
        read_back.tree()
    assert caught.value.params["names"] == ("a", "b")
    with pytest.raises(UsageError, match=r"what\.gate"):
        read_back.tree("x")


HOSTILE = (
    ('<!DOCTYPE a [<!ENTITY b "c">]><opsa-mef>&b;</opsa-mef>', "openpsa.unsafe"),
    ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><opsa-mef/>', "openpsa.unsafe"),
    ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><opsa-mef>&b;</opsa-mef>', "openpsa.unsafe"),
    ("<!DOCTYPE a [<!ELEMENT a ANY>]><opsa-mef/>", "openpsa.unsafe"),
    ("<opsa-mef>\n<a></b></opsa-mef>", "openpsa.not_xml"),
    ("", "openpsa.not_xml"),
    ("<opsa-mef>\x00</opsa-mef>", "openpsa.not_xml"),
    ("<opsa-mef>&nbsp;</opsa-mef>", "openpsa.not_xml"),
    ('<?xml version="1.0" encoding="nonsense"?><opsa-mef/>', "openpsa.encoding"),
    ('<?xml version="1.0" encoding="shift_jis"?><opsa-mef/>', "openpsa.encoding"),
    ("<html/>", "openpsa.root"),
    ("<opsa-mef/>", "openpsa.no_gate"),
)


@pytest.mark.parametrize(("text", "code"), HOSTILE)
def test_what_is_no_fault_tree_is_refused(file: Path, text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(file, text).tree()
    assert caught.value.code == code


def test_not_well_formed_xml_is_placed_by_line_and_column(file: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(file, "<opsa-mef>\n<a></b></opsa-mef>")
    assert caught.value.place == f"{file}:2:6"


def test_the_declaration_the_format_itself_shows_is_accepted(file: Path) -> None:
    text = f"<!DOCTYPE opsa-mef>\n<opsa-mef><define-fault-tree name='T'>{gate('a', '<event name=chr/>')}"
    text = text.replace("name=chr", "name='x'") + "</define-fault-tree></opsa-mef>"
    assert found(read(file, text).tree()) == {frozenset("x")}


def test_parts_that_are_no_fault_tree_are_named(file: Path) -> None:
    more = "\n<define-event-tree name='E'><initial-state/></define-event-tree>\n<define-CCF-group name='C'/>"
    read_back = model(file, gate("a", "<event name='x'/>"), more=more)
    assert read_back.ignored == [("define-event-tree", 5), ("define-CCF-group", 6)]


def test_long_chains_and_deep_formulas_are_read(file: Path) -> None:
    count = 20_000
    chain = [gate(f"g{i}", f"<or><gate name='g{i + 1}'/><event name='e'/></or>") for i in range(count)]
    deep = "<or><event name='e'/><and><event name='x'/>" * 2500 + "<event name='y'/>" + "</and></or>" * 2500
    read_back = model(file, *chain, gate(f"g{count}", deep))
    assert found(read_back.tree()) == {frozenset({"e"}), frozenset({"x", "y"})}


def test_a_million_pairs_are_counted_without_being_listed(file: Path) -> None:
    ors = [gate(n, f"<or>{''.join(f'<event name={chr(39)}{n}{i}{chr(39)}/>' for i in range(1000))}</or>") for n in "ab"]
    cuts = CutSets(model(file, gate("top", "<and><gate name='a'/><gate name='b'/></and>"), *ors).tree(), 2)
    assert (cuts.count(1), cuts.count(2)) == (0, 1_000_000)
    assert [cuts.names(cut) for cut in cuts.likeliest(2, 2)] == [["a0", "b0"], ["a0", "b1"]]


def test_the_likeliest_cut_sets_come_first_and_their_probabilities_add_up(file: Path) -> None:
    chances = {"a": 0.5, "b": 0.1, "c": 0.2, "d": 0.4}
    events = [f"<define-basic-event name='{n}'><float value='{p}'/></define-basic-event>" for n, p in chances.items()]
    formula = "<or><event name='a'/><and><event name='b'/><or><event name='c'/><event name='d'/></or></and></or>"
    cuts = CutSets(model(file, gate("top", formula), *events).tree(), 2)
    assert [cuts.names(cut) for cut in cuts.likeliest(2, 5)] == [["b", "d"], ["b", "c"]]
    assert cuts.rare_event == pytest.approx(0.5 + 0.1 * 0.2 + 0.1 * 0.4)
