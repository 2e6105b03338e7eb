"""What holds for every document of a scenario: golden files, the drill's mark, no personal data, odd charts."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding

from drill.model.chart import Chart
from drill.model.scenario import Scenario
from drill.report.documents.cards import contact_cards, role_cards
from drill.report.documents.incident_record import incident_record
from drill.report.writers.formats import write
from drill.text.catalogue import LANGUAGES, Language, catalogue
from drill.text.keys import FACILITATOR_KEYS
from drill.tui.contact.facilitator import Facilitator
from tests.builders import (
    LAWS,
    Data,
    a_chart,
    a_scenario,
    contact,
    person,
    random_chart,
    random_scenario,
    shipped,
    task,
)
from tests.report.agreed import assert_agreed
from tests.report.documents.reading import BUILDERS, texts, whole

GOLDEN = Path(__file__).parent / "golden"
HELD_TO = [*product(["nws-stop"], BUILDERS), ("server-failure", "handbook"), ("lost-usb", "handbook")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "kind"), HELD_TO)
def test_a_document_reads_as_agreed(name: str, kind: str, language: Language) -> None:
    chart, scenario = shipped(name)
    text = write(BUILDERS[kind](chart.without_personal_data(), scenario, language), "md")
    assert_agreed(text.decode(), GOLDEN / f"{kind}-{name}.{language}.md")


@LAWS
@given(st.integers(0, 2**32 - 1), st.sampled_from(list(BUILDERS)))
def test_every_document_is_marked_and_names_nobody_unless_asked(number: int, kind: str) -> None:
    dice = Random(number)
    chart = random_chart(dice)
    scenario = random_scenario(dice, chart)
    for language in LANGUAGES:
        document = BUILDERS[kind](chart, scenario, language)
        assert document.mark == catalogue(language)("mark.drill")
        assert "secret" not in whole(document)


def _three_hundred() -> Chart:
    posts = {f"p{n}": [f"h{n}"] for n in range(300)}
    sections = {"all": {"name": "All", "members": [*posts][1:]}}
    return a_chart(posts, contact("p0", "all"), groups=sections)


def _japanese_only() -> tuple[Chart, Scenario]:
    chart = a_chart({"a": {"name": {"ja": "甲"}, "holder": "ann"}, "b": {"name": {"ja": "乙"}}}, contact("a", "b"))
    title = {"ja": "訓練題名"}
    tasks = {"act": task("action", "a") | {"title": {"ja": "行う"}, "why": {"ja": "なぜなら"}}}
    return chart, a_scenario(
        title=title, briefing=title, tasks=tasks, messages={"notice": {"title": title, "items": ["what"]}}
    )


ODD: dict[str, tuple[Chart, Scenario]] = {
    "nobody holds the post": (a_chart({"a": []}), a_scenario()),
    "no contacts, phases or tasks": (a_chart({"a": ["ann"]}), a_scenario()),
    "nobody has a channel": (
        a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"), persons={"ben": {"name": "ben"}}),
        a_scenario(),
    ),
    "300 posts": (_three_hundred(), a_scenario(to="p0")),
    "Japanese only": _japanese_only(),
    "all posts outside the drill": (a_chart({"a": {"name": "a", "holder": "ann", "in_scope": False}}), a_scenario()),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BUILDERS)
@pytest.mark.parametrize("odd", ODD)
def test_odd_charts_and_scenarios_have_documents_too(odd: str, kind: str, language: Language) -> None:
    document = BUILDERS[kind](*ODD[odd], language)
    assert len(texts(document)) > 3
    assert write(document, "md")


def test_a_card_of_300_posts_has_a_box_for_every_one_of_them() -> None:
    assert whole(contact_cards(_three_hundred(), None, "en")).count("□") == 299


def test_names_and_numbers_are_shown_when_they_are_asked_for() -> None:
    people = {"ben": person() | {"name": "Ben B.", "channels": [{"kind": "desk", "address": "1234"}]}}
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"), persons=people)
    assert "Ben B.: desk phone 1234" in whole(contact_cards(chart, None, "en", named=True))
    assert "Ben B." in whole(role_cards(chart, None, "en", named=True))
    assert "1234" not in whole(contact_cards(chart, None, "en"))


def test_role_cards_of_a_drill_leave_out_contacts_of_other_incidents_and_posts_outside_it() -> None:
    posts: dict[str, list[str] | Data] = {"a": ["ann"], "b": ["ben"]}
    posts["out"] = {"name": "out", "holder": "cat", "in_scope": False}
    chart = a_chart(posts, contact("a", "b", when={"class": ["misuse"]}), contact("b", "a", "liaise"))
    text = whole(role_cards(chart, a_scenario(), "en"))
    assert "liaise" in text
    assert "misuse" not in text
    assert "out" not in texts(role_cards(chart, a_scenario(), "en"))
    assert "misuse" in whole(role_cards(chart, None, "en"))


def test_the_incident_record_of_a_drill_gives_away_no_later_items() -> None:
    later = {"update": {"title": "Later", "kind": "update", "items": ["news"]}}
    notice = {"notice": {"title": "First", "items": ["what"]}}
    items = {"what": {"label": "First of all", "value": "x"}, "news": {"label": "Cause found", "value": "y"}}
    scenario = a_scenario(messages=later | notice, items=items)
    text = whole(incident_record((a_chart({"a": ["ann"]}), scenario), "en"))
    assert "First of all" in text
    assert "Cause found" not in text
    assert "What is to be told in this drill" not in whole(incident_record(None, "en"))


def test_the_handbook_lists_the_keys_of_the_facilitators_screen() -> None:
    as_textual = {"+ -": {"plus", "minus"}, "F2": {"f2", "f10", "escape", "q"}}
    listed = set[str]().union(*(as_textual.get(key, {key}) for key in FACILITATOR_KEYS.values()))
    assert listed == {binding.key for binding in Binding.make_bindings(Facilitator.BINDINGS)}
