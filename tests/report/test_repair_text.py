"""Repairs and call lists in words, in both languages, and as data."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len

from drill.analysis.repair.plan import Repair, plan_repair
from drill.planning.call_order import call_order
from drill.report.call_order_text import call_order_data, call_order_lines
from drill.report.repair_text import repair_data, repair_lines
from drill.text.catalogue import LANGUAGES, Language, catalogue
from tests.builders import Data, a_chart, contact, person

POSTS: Data = {
    "a": {"name": {"ja": "窓口", "en": "Counter"}, "holder": "ann"},
    "v": {"name": {"ja": "業者", "en": "Vendor"}, "holder": "vendor", "external": True},
    "b": {"name": {"ja": "課長", "en": "Chief"}, "holder": "ben", "deputies": ["cat"]},
}


def a_repair() -> Repair:
    contacts = [contact("a", "v", by=["desk"]), contact("v", "b", "instruct", by=["mobile"])]
    people = {"vendor": person("desk/exchange"), "ann": person("desk", site="hall")}
    sites = {"hall": {"name": {"ja": "庁舎", "en": "Hall"}}, "annex": {"name": {"ja": "別館", "en": "Annex"}}}
    return plan_repair(a_chart(POSTS, *contacts, persons=people, sites=sites), origins=("a",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_repair_is_said_change_by_change_with_what_stays(language: Language) -> None:
    lines = repair_lines(a_repair(), catalogue(language))
    assert all(cell_len(line) <= 80 for line in lines)
    text = "\n".join(lines)
    expected = {
        "ja": [
            "変更は2件、費用の合計は6です。",
            "+ 窓口: 別の場所「別館」に代理者を1人加える",
            "+ 「窓口」から「課長」に直接連絡する（指示）",
            "業者",
        ],
        "en": ["Changes: 2, at a cost of 6. Proven", "+ Counter: one more deputy, at another place (Annex)", "Vendor"],
    }
    for part in expected[language]:
        assert part in text


def test_a_repair_as_data_has_everything_a_program_needs() -> None:
    data = json.loads(json.dumps(repair_data(a_repair())))
    assert data["schema"] == "drill.repair/1"
    assert (data["cost"], data["lower_bound"], data["proven"]) == (6, 6, True)
    assert [change["kind"] for change in data["changes"]] == ["offsite", "edge"]
    assert data["changes"][1]["entry"] == {"from": "a", "to": "b", "kind": "instruct", "order": 2, "by": ["mobile"]}
    assert {"kind": "person", "ref": "ann"} in data["singles"]["before"]
    assert data["unremedied"] == [
        {"element": {"kind": "medium", "ref": "exchange"}, "falls": ["v"], "reason": "outside"}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_repair_and_nothing_to_reorder_is_said_in_a_sentence(language: Language) -> None:
    chart = a_chart({"a": ["ann", "ben"], "b": ["cat", "dan"]}, contact("a", "b", by=["desk"]))
    say = catalogue(language)
    assert repair_lines(plan_repair(chart, origins=("a",)), say) == [say("repair.nothing")]
    lines = "".join(call_order_lines(call_order(chart, origins=("a",)), say)).replace(" ", "")
    assert say("calls.as_good").replace(" ", "") in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_better_list_stands_beside_todays(language: Language) -> None:
    contacts = [
        contact("a", "b", by=["desk"], deadline_min=3),
        contact("a", "c", by=["desk"]),
        contact("c", "d", by=["desk"]),
    ]
    chart = a_chart({post: [post] for post in "abcd"}, *contacts)
    lines = [line.split() for line in call_order_lines(call_order(chart, origins=("a",)), catalogue(language))]
    assert ["1", "c", "01:15", "2", "02:20"] in lines
    assert ["2", "b", "02:20", "1", "01:15", "03:00"] in lines
    data = json.loads(json.dumps(call_order_data(call_order(chart, origins=("a",)))))
    assert (data["today_ms"], data["best_ms"], data["saving_ms"]) == (215_001, 150_000, 65_001)
    assert [call["to"] for call in data["callers"][0]["best"]] == ["c", "b"]
