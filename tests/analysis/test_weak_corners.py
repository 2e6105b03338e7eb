"""Corners in which an analysis of contact charts goes wrong easily."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.analysis.network import Element
from drill.analysis.openpsa.reading import Model
from drill.analysis.repair.patch import write_repair
from drill.analysis.repair.plan import plan_repair
from drill.analysis.weak import ChartWeakness, weakness_of
from drill.errors import UsageError
from drill.model.load import load_chart
from tests.builders import a_chart, contact, person


def refs(found: ChartWeakness) -> set[str]:
    """The single points of failure by name."""
    return {found.network.elements[cut.elements[0]].ref for cut in found.weakness.singles}


def test_a_telephone_that_would_keep_mail_from_a_deputy_is_not_offered() -> None:
    chart = a_chart(
        {"org": ["o"], "q": ["h", "d"]},
        contact("org", "q", by=["desk", "mail"]),
        persons={"h": person("desk/exchange"), "d": person("mail/server")},
        origins=["org"],
    )
    assert refs(weakness_of(chart)) == {"o"}
    repair = plan_repair(chart)
    assert len(repair.changes) == repair.cost / 3 == 1
    assert repair.proven


def test_a_line_counts_by_its_first_channel_of_a_kind_and_is_named_after_who_shares_it() -> None:
    def desk(*numbers: str) -> dict[str, object]:
        return {"name": "somebody", "channels": [{"kind": "desk", "address": number} for number in numbers]}

    chart = a_chart(
        {"org": ["o"], "a": ["ann"], "b": ["ben"]},
        contact("org", "a", by=["desk"]),
        contact("org", "b", by=["desk"]),
        persons={"ann": desk("101", "100"), "ben": desk("100")},
        origins=["org"],
    )
    found = weakness_of(chart)
    names = found.network.names
    falls = {
        found.network.elements[cut.elements[0]].ref: {names[n].ref for n in cut.falls} for cut in found.weakness.singles
    }
    assert falls["ann/desk"] == {"a"}
    assert falls["ben/desk"] == {"b"}


def test_an_outside_body_fails_only_when_it_is_asked_to() -> None:
    ext = {"name": "ext", "holder": "x", "external": True}
    chart = a_chart({"org": ["o", "p"], "ext": ext}, contact("org", "ext"), persons={"x": person()}, origins=["org"])
    assert refs(weakness_of(chart)) == set()
    found = weakness_of(chart, failed=[Element("person", "x")])
    assert [found.network.names[node].ref for node in found.weakness.unreached] == ["ext"]


def test_a_deputy_of_one_member_who_is_another_member_counts_once_in_the_quorum() -> None:
    chart = a_chart(
        {"chair": ["c", "d"], "m1": ["a", "b"], "m2": ["b", "e"]},
        duties={"meet": {"name": "meet", "convener": "chair", "members": ["m1", "m2"], "quorum": 2}},
        origins=["chair"],
    )
    found = weakness_of(chart)
    assert refs(found) == {"a"}
    assert found.network.names[found.weakness.singles[0].falls[0]].ref == "meet"


def test_a_channel_and_a_new_person_at_the_end_of_the_same_block_each_find_their_place(tmp_path: Path) -> None:
    file = tmp_path / "last.yaml"
    file.write_text(
        "schema: drill.chart/1\nid: last\ntitle: T   # keep this\npersons:\n  o: {name: O}\n  x:\n    name: X\n"
        "    channels:\n    - kind: desk\nposts:\n  org: {name: Org, holder: o}\n"
        "  ext: {name: Ext, holder: x, external: true}\norigins: [org]\n"
        "contacts:\n  - {from: org, to: ext, kind: report, by: [desk, mobile]}\n",
        encoding="utf-8",
    )
    chart = load_chart(file).value
    assert chart is not None
    repair = plan_repair(chart, failed=[Element("line", "x/desk")])
    assert {change.kind for change in repair.changes} == {"deputy", "channel"}
    write_repair(file, repair)
    assert "# keep this" in file.read_text(encoding="utf-8")
    assert load_chart(file).value == repair.chart


@pytest.mark.parametrize("tag", ["include", "xi:include"])
def test_an_include_is_refused_and_not_left_out(tmp_path: Path, tag: str) -> None:
    file = tmp_path / "tree.xml"
    file.write_text(
        f'<opsa-mef><define-fault-tree name="t"><{tag} href="x.xml"/><define-gate name="g"><and>'
        '<basic-event name="a"/><basic-event name="b"/></and></define-gate></define-fault-tree></opsa-mef>',
        encoding="utf-8",
    )
    with pytest.raises(UsageError):
        Model(file)
