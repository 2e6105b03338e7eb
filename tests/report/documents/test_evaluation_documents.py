"""After-action report, evaluation guide and improvement plan: golden files, and what holds for every drill."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import Setup
from drill.model.evaluation import Evaluation
from drill.model.load import load_evaluation
from drill.report.blocks import Document, Heading, Table, Timeline
from drill.report.documents.after_action import after_action
from drill.report.documents.evaluation_guide import evaluation_guide, evaluation_guide_after
from drill.report.documents.improvement_plan import improvement_plan
from drill.report.writers.formats import write
from drill.scoring.score import Score, score
from drill.text.catalogue import LANGUAGES, Language, catalogue
from drill.year.evaluations import beside
from drill.year.improvement import Evaluated, track
from tests.builders import LAWS, a_chart, a_scenario, a_setup, contact, run, setups, shipped, task
from tests.exercise.live import Wall
from tests.report.agreed import assert_agreed
from tests.report.documents.reading import whole

GOLDEN = Path(__file__).parent / "golden"
TRANSCRIPTS = Path(__file__).parents[3] / "transcripts"
TODAY = date(2024, 4, 1)


def _drill(name: str) -> tuple[Score, Evaluation | None, str]:
    path = TRANSCRIPTS / f"{name}.jsonl"
    transcript = DRILL.read(path)
    evaluation = load_evaluation(beside(path)).value if beside(path).exists() else None
    return score(transcript.rows), evaluation, transcript.head


def _report(name: str, language: Language) -> Document:
    result, evaluation, head = _drill(name)
    return after_action(result, evaluation, language, head)


def _guide(name: str, language: Language) -> Document:
    result, evaluation, _ = _drill(name)
    return evaluation_guide_after(result, evaluation, language)


def _plan(name: str, language: Language) -> Document:
    _, evaluation, _ = _drill(name)
    assert evaluation is not None
    return improvement_plan(track([Evaluated(name, evaluation)], TODAY), TODAY, language)


HELD_TO = {
    "after-action-nws-stop-poor": lambda language: _report("nws-stop-poor", language),
    "after-action-lost-usb-poor": lambda language: _report("lost-usb-poor", language),
    "after-action-server-failure-good": lambda language: _report("server-failure-good", language),
    "evaluation-guide-nws-stop": lambda language: evaluation_guide(*shipped("nws-stop"), language),
    "evaluation-guide-nws-stop-poor": lambda language: _guide("nws-stop-poor", language),
    "improvement-plan-nws-stop-poor": lambda language: _plan("nws-stop-poor", language),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HELD_TO)
def test_a_document_reads_as_agreed(name: str, language: Language) -> None:
    text = write(HELD_TO[name](language), "md")
    assert_agreed(text.decode(), GOLDEN / f"{name}.{language}.md")


@LAWS
@given(setups(), st.floats(0, 1), st.sampled_from(LANGUAGES))
def test_any_drill_cut_anywhere_has_a_report_that_is_marked_and_names_nobody(
    setup: Setup, cut: float, language: Language
) -> None:
    rows = run(setup)
    result = score(rows[: max(1, round(cut * len(rows)))])
    for document in (after_action(result, None, language), evaluation_guide_after(result, None, language)):
        assert document.mark == catalogue(language)("mark.drill")
        assert "secret" not in whole(document)
        assert write(document, "md")


@LAWS
@given(setups())
def test_the_picture_lies_within_the_drill(setup: Setup) -> None:
    document = after_action(score(run(setup)), None, "en")
    (timeline,) = [block for block in document.blocks if isinstance(block, Timeline)]
    assert timeline.end_ms > 0
    for track_ in timeline.tracks:
        assert track_.marks
        assert track_.due_ms is None or 0 < track_.due_ms <= timeline.end_ms
        for mark in track_.marks:
            assert 0 <= mark.at_ms <= timeline.end_ms
            assert mark.until_ms is None or mark.at_ms <= mark.until_ms <= timeline.end_ms


@LAWS
@given(setups(), st.sampled_from(LANGUAGES))
def test_a_guide_before_the_drill_is_made_for_any_scenario(setup: Setup, language: Language) -> None:
    document = evaluation_guide(setup.chart, setup.scenario, language)
    for objective in setup.scenario.objectives.values():
        assert objective.title.get(language) in whole(document)


def test_sections_are_numbered_without_gaps() -> None:
    titles = [b.text for b in _report("lost-usb-poor", "en").blocks if isinstance(b, Heading) and b.depth == 2]
    assert [title.partition(".")[0] for title in titles] == [str(n) for n in range(1, len(titles) + 1)]


def test_a_perfect_drill_has_strengths_and_nothing_to_improve() -> None:
    text = whole(_report("nws-stop-good", "en"))
    assert "No points were lost." in text
    assert "There are no actions." in text
    assert "Contacts, order and deputies were as the chart has them." in text


def test_a_drill_nobody_answered_says_where_the_chain_broke() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", deadline_min=5))
    tasks = {"act": task("action", "b", within_min=9)}
    setup = a_setup(chart, a_scenario(tasks=tasks, length_min=30), absent=["ann", "ben"])
    text = whole(after_action(score(run(setup)), None, "en"))
    assert "nobody took the first word of it" in text
    assert "Of 2 required posts 0 acknowledged and 2 did not" in text


def test_what_an_evaluator_wrote_stands_in_the_report_and_replaced_ratings_are_kept() -> None:
    text = whole(_report("nws-stop-poor", "ja"))
    assert "判定基準の表を開かずにレベルを答えた" in text
    assert "変更前の評価" in text
    assert "【案】" not in text


def test_a_report_says_when_the_evaluation_is_of_another_log() -> None:
    result, evaluation, _ = _drill("nws-stop-poor")
    assert "another log's hash" in whole(after_action(result, evaluation, "en", "f" * 64))


def test_an_earlier_action_is_told_from_its_own_file() -> None:
    result, evaluation, head = _drill("nws-stop-poor")
    action = {"id": "r4-nws-1", "gap": "gap of last year", "measure": "measure of last year"}
    last_year = Evaluation.model_validate(
        {"schema": "drill.evaluation/1", "transcript": "old.jsonl", "actions": [action]}
    )
    text = whole(after_action(result, evaluation, "en", head, [Evaluated("old", last_year)]))
    assert "measure of last year" in text


def test_late_actions_are_emphasised_in_the_plan() -> None:
    (table,) = [block for block in _plan("nws-stop-poor", "en").blocks if isinstance(block, Table)]
    assert [table.rows[i][1] for i in table.strong] == ["r5-nws-2"]


def test_a_command_to_repeat_the_drill_names_posts_not_people() -> None:
    chart = a_chart({"a": ["ann", "ben"], "b": ["cat"]}, contact("a", "b"))
    text = whole(after_action(score(run(a_setup(chart, absent=["ben"], seed=7))), None, "en"))
    assert "drill run stop --seed 7 --absent a/1" in text


def test_what_a_facilitator_made_up_and_people_wrote_is_in_the_report_as_it_was_written() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"))
    session = LiveSession.begin(a_setup(chart, played=("a",)), DrillClock(Wall()))
    session.clock.jump(1_000)
    for command in (c.TakeInject("a", "alarm"), c.Improvise(("a",), "<b>=1+1</b>"), c.EndDrill()):
        assert session.send(command) is None
    document = after_action(score(session.rows), None, "en")
    assert "<b>=1+1</b>" in whole(document)
    assert "drill replay" in whole(document)
    for format_ in ("md", "html"):
        assert b"<b>=1+1</b>" not in write(document, format_)


def test_confirmed_ratings_replace_the_suggested_ones_in_the_summary() -> None:
    result, _, head = _drill("nws-stop-poor")
    ratings = [{"objective": name, "rating": "S", "reason": "r"} for name in result.evidence.setup.scenario.objectives]
    evaluation = Evaluation.model_validate(
        {"schema": "drill.evaluation/1", "transcript": "x.jsonl", "ratings": ratings}
    )
    assert "The evaluators rated the objectives: 5 S." in whole(after_action(result, evaluation, "en", head))
