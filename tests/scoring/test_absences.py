"""Who is reached when somebody is away: the score against a graph search that knows nothing of drills."""

from __future__ import annotations

import pytest

from drill.exercise.contact import events as e
from drill.exercise.contact.setup import Setup
from drill.model.chart import Behaviour, Chart
from drill.model.scenario import Scenario
from drill.report.record import record
from drill.scoring.score import Score, score
from tests.builders import FIXED, a_chart, a_scenario, a_setup, contact, events, run, shipped, shipped_names

MANAGER = ("info_management_chief", "info_systems_chief", "security_subchief")


def reliable(name: str) -> tuple[Chart, Scenario]:
    """A shipped scenario whose people answer every call, and read no mail."""
    chart, scenario = shipped(name)
    behaviour = Behaviour.model_validate(FIXED | {"reads": 0, "talk": {"median_s": 20}})
    return chart.model_copy(update={"behaviours": dict.fromkeys(chart.behaviours, behaviour)}), scenario


def reachable(setup: Setup, missing: frozenset[str]) -> set[str]:
    """Posts that a notice can reach along the chart; where all of a post's people are missing, it goes no further."""
    chart, scenario = setup.chart, setup.scenario
    edges: dict[str, set[str]] = {}
    for c in chart.contacts:
        when = c.when
        if (
            (not when.message or "notice" in when.message)
            and (not when.incident or scenario.incident in when.incident)
            and (not when.level or scenario.level in when.level)
            and when.publishing in (None, scenario.publish)
        ):
            for caller in chart.resolve(c.caller):
                edges.setdefault(caller, set()).update(t for t in chart.resolve(c.target) if chart.posts[t].in_scope)
    alive = {post for post in chart.posts if set(chart.candidates(post)) - missing}
    found: set[str] = set()
    todo = [post for ref in scenario.origin for post in chart.resolve(ref)]
    while todo:
        post = todo.pop()
        if post in alive and post not in found:
            found.add(post)
            todo += edges.get(post, ())
    return found


def scored(name: str, missing: tuple[str, ...] = (), away: tuple[str, ...] = ()) -> tuple[Score, Setup]:
    setup = a_setup(*reliable(name), absent=missing, away=away)
    return score(run(setup)), setup


def test_nws_with_nobody_absent_reaches_all_25_posts_and_17_of_17_sections() -> None:
    found, setup = scored("nws-stop")
    assert (found.completeness.numerator, found.completeness.denominator) == (25, 25)
    sections = setup.chart.by_role["linkage_section"]
    rows = {row.post: row for row in found.contacts}
    assert [rows[post].status for post in sections] == ["acknowledged"] * 17
    assert all(row.deputy == 0 for row in rows.values())
    assert found.broken == ()


def test_nws_with_the_csirt_manager_absent_is_taken_over_by_the_deputy_and_the_score_says_so() -> None:
    found, _ = scored("nws-stop", MANAGER[:1])
    assert (found.completeness.numerator, found.completeness.denominator) == (25, 25)
    manager = next(row for row in found.contacts if row.post == "csirt_manager")
    assert (manager.status, manager.person, manager.deputy) == ("acknowledged", MANAGER[1], 1)
    assert "代理者(第1順位)" in record(found, "ja")
    assert "deputy 1" in record(found, "en")


def test_nws_with_manager_and_deputies_absent_falls_by_the_posts_that_hang_on_them_and_names_the_link() -> None:
    found, setup = scored("nws-stop", MANAGER)
    everybody, left = reachable(setup, frozenset()), reachable(setup, frozenset(MANAGER))
    lost = {row.post for row in found.contacts if row.required and row.status != "acknowledged"}
    assert lost == everybody - left
    assert len(lost) >= 5
    assert (found.completeness.numerator, found.completeness.denominator) == (len(left), 25)
    (link,) = found.broken
    assert (link.caller, link.target) == ("poc", "csirt_manager")
    assert set(link.behind) == lost - {"csirt_manager"}
    assert any("ＰｏＣ担当者" in line and "ＣＳＩＲＴ管理者" in line for line in _bullets(record(found, "ja")))
    assert any("PoC" in line and "CSIRT manager" in line for line in _bullets(record(found, "en")))


def _bullets(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("name", shipped_names())
def test_whichever_post_has_nobody_left_the_score_is_what_a_graph_search_expects(name: str) -> None:
    """But for posts that learn first or decide something: without them the story itself goes another way."""
    chart, scenario = reliable(name)
    needed = {post for ref in scenario.origin for post in chart.resolve(ref)}
    needed |= {post for ref in (t.post for t in scenario.tasks.values()) for post in chart.resolve(ref)}
    tried = 0
    for missing in {chart.candidates(post) for post in chart.posts}:
        if not any(set(chart.candidates(post)) <= set(missing) for post in needed):
            found, setup = scored(name, missing)
            lost = {row.post for row in found.contacts if row.required and row.status != "acknowledged"}
            assert lost == reachable(setup, frozenset()) - reachable(setup, frozenset(missing)), missing
            assert {post for link in found.broken for post in (link.target, *link.behind)} == lost
            tried += 1
    assert tried >= 3


def test_those_behind_somebody_on_leave_are_required_and_the_link_is_named() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b"), contact("b", "c"))
    found = score(run(a_setup(chart, away=["ben"])))
    assert (found.completeness.numerator, found.completeness.denominator) == (1, 2)
    assert [(link.caller, link.target, link.behind) for link in found.broken] == [("a", "b", ("c",))]


def test_replies_after_the_end_are_no_responses() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", by=["mail"]))
    rows = run(a_setup(chart, a_scenario(length_min=2)))
    assert [event.post for event in events(rows, e.MessageAcknowledged)] == ["a"]
    assert score(rows).contacts[1].status == "message_only"


def test_times_to_a_quarter_half_three_quarters_and_all() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b"), contact("a", "c"))
    assert score(run(a_setup(chart))).times == {25: 10_001, 50: 85_001, 75: 150_002, 100: 150_002}
    assert score(run(a_setup(chart, absent=["cat"]))).times[100] is None
