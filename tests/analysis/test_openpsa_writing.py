"""Charts written as fault trees: without rings, and with the cut sets of the chart."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.network import Network, NodeName
from drill.analysis.openpsa.cutsets import CutSets
from drill.analysis.openpsa.reading import Model
from drill.analysis.openpsa.unrolling import unrolled
from drill.analysis.openpsa.writing import fault_tree, openpsa_text
from drill.analysis.weak import Weakness, weakness_of
from drill.contacts.situation import Situation
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.library import find_chart
from drill.model.load import load_chart
from drill.text.catalogue import catalogue
from tests.analysis.brute_force import least, random_chart, random_network, slow_network_cuts
from tests.builders import LAWS, a_chart, contact

SAY = catalogue("ja")
Thing = tuple[str, str, str]
Cuts = dict[Thing, set[frozenset[Thing]]]


def cuts_of(network: Network) -> Cuts:
    """Per required node its cuts, by name."""
    found = Weakness(network)
    elements = [(element.kind, element.ref, "") for element in network.elements]
    return {
        named(network, node): {frozenset(elements[e] for e in cut) for cut in found.of(node)}
        for node in network.required
    }


def named(network: Network, node: int) -> Thing:
    name = network.names[node]
    return name.kind, name.ref, name.person


def read_back(file: Path, text: str) -> Cuts:
    """The same from the file; what names stand for is in the attributes."""
    file.write_text(text, encoding="utf-8")
    model, found = Model(file), {}
    things = {
        each.attrib["name"]: thing(each) for each in fromstring(text).iter() if each.find("attributes") is not None
    }
    for top in model.tops:
        cuts = CutSets(model.tree(top), 2)
        names = [cuts.names(cut) for order in (1, 2) for cut in cuts.of(order)]
        found[things[top]] = {frozenset(things[n] for n in cut) for cut in names} if not cuts.always else {frozenset()}
    return found


def thing(definition: Element) -> Thing:
    values = {each.attrib["name"]: each.attrib["value"] for each in definition.iter("attribute")}
    return values["kind"], values["ref"], values.get("person", "")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("openpsa") / "chart.xml"


@LAWS
@given(seed=st.integers(0, 2**32))
def test_a_random_network_is_written_and_read_back_with_the_same_cut_sets(file: Path, seed: int) -> None:
    network = random_network(Random(seed))
    brute = slow_network_cuts(network, order=2)
    elements = [(element.kind, element.ref, "") for element in network.elements]
    assert read_back(file, fault_tree(network, "random")) == {
        named(network, node): {frozenset(elements[e] for e in cut) for cut in cuts} for node, cuts in brute.items()
    }


@LAWS
@given(seed=st.integers(0, 2**32))
def test_a_random_chart_is_written_and_read_back_with_the_same_cut_sets(file: Path, seed: int) -> None:
    chart = random_chart(Random(seed))
    origins = tuple(post for post, entry in chart.posts.items() if entry.in_scope)[:1]
    text = openpsa_text(chart, Situation(), origins, SAY)
    assert read_back(file, text) == cuts_of(weakness_of(chart, Situation(), origins).network)


@LAWS
@given(seed=st.integers(0, 2**32))
def test_an_unrolled_network_has_no_rings_and_holds_where_the_ringed_one_does(seed: int) -> None:
    random = Random(seed)
    network = random_network(random)
    straight = unrolled(network)
    assert all(tail < head for head, arcs in enumerate(straight.incoming) for tail, _ in arcs)
    for _ in range(20):
        failed = random.sample(range(len(network.elements)), random.randint(0, len(network.elements)))
        old, new = least(network, failed), least(straight, failed)
        assert [n in old for n in network.required] == [n in new for n in straight.required]


def test_the_shipped_chart_is_written_and_read_back_with_the_same_cut_sets(file: Path) -> None:
    chart = load_chart(find_chart("csirt-nws")).value
    assert chart
    expected = cuts_of(weakness_of(chart).network)
    assert len(expected) > 10
    assert read_back(file, openpsa_text(chart, Situation(), (), SAY)) == expected


def test_formulas_are_one_operator_over_references_and_none_stands_twice() -> None:
    for seed in range(50):
        root = fromstring(fault_tree(random_network(Random(seed)), "x"))
        for gate in root.iter("define-gate"):
            formula = next(child for child in gate if child.tag != "attributes")
            if formula.tag in ("and", "or", "atleast"):
                names = [each.attrib["name"] for each in formula]
                assert len(names) == len(set(names)) > 1
                assert not any(len(each) for each in formula)
            else:
                assert formula.tag in ("gate", "basic-event", "house-event")


def test_names_are_portable_and_of_different_ids_different(file: Path) -> None:
    chart = a_chart(
        {"poc": ["1.a", "1-a", "1_a"], "x.y": ["b"], "x-y": ["c"]},
        contact("poc", "x.y"),
        contact("poc", "x-y"),
        origins=["poc"],
    )
    text = openpsa_text(chart, Situation(), (), SAY)
    names = re.findall(r'<define-[a-z-]+ name="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*", name) for name in names)
    assert read_back(file, text) == cuts_of(weakness_of(chart).network)


def test_labels_are_data_and_never_the_names_of_people() -> None:
    chart = a_chart({"poc": ["ann"]}, persons={"ann": {"name": "甲野太郎", "channels": []}}, origins=["poc"])
    post = {"name": {"ja": "<b>&\x1b[31m\ufffe窓口]]>", "en": "x"}, "holder": "ann"}
    chart = Chart.model_validate(chart.model_dump(by_alias=True) | {"posts": {"poc": post}})
    text = openpsa_text(chart, Situation(), (), SAY)
    labels = [label.text for label in fromstring(text).iter("label")]
    assert "<b>&窓口]]>に連絡が届かない" in labels
    assert "甲野太郎" not in text


def test_too_many_gates_are_refused() -> None:
    network = Network()
    nodes = [network.node(NodeName("gate", f"g{i}")) for i in range(40)]
    free = network.bundle([frozenset()])
    for tail in [0, *nodes]:
        for head in nodes:
            network.arc(tail, head, free)
    network.required = nodes
    with pytest.raises(UsageError, match="too_many_gates"):
        fault_tree(network, "x", limit=200)
