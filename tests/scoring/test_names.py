"""Names are for readers: posts and tasks that bear the same one stay two in score, record and report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given

from drill.exercise.contact import commands as c
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.model.basics import Text
from drill.report.blocks import Block, Table
from drill.report.course_picture import course_picture
from drill.report.findings import task_table
from drill.report.naming import Names
from drill.report.record import blocks
from drill.scoring.deviations import deviations
from drill.scoring.score import Score, score
from drill.text.catalogue import catalogue
from tests.builders import LAWS, a_chart, a_scenario, a_setup, contact, run, setups, task

NAME = Text(ja="同名", en="namesake")
SAY = catalogue("en")


def namesakes(setup: Setup) -> Setup:
    posts = {ref: post.model_copy(update={"name": NAME}) for ref, post in setup.chart.posts.items()}
    tasks = {ref: task.model_copy(update={"title": NAME}) for ref, task in setup.scenario.tasks.items()}
    return replace(
        setup,
        chart=setup.chart.model_copy(update={"posts": posts}),
        scenario=setup.scenario.model_copy(update={"tasks": tasks}),
    )


def names_of(found: Score) -> Names:
    return Names(found.evidence.setup.chart, found.evidence.setup.scenario, SAY)


def sizes(found: Sequence[Block]) -> list[int]:
    return [len(block.rows) for block in found if isinstance(block, Table)]


def verdicts(found: Score) -> list[tuple[str, ...]]:
    table = task_table(found, names_of(found))
    return [row[2:] for row in table.rows] if table else []


def marks(found: Score) -> list[object]:
    """All marks of the picture, whatever their tracks are called."""
    return [track.marks for track in course_picture(found, names_of(found))[0].tracks]


@LAWS
@given(setups())
def test_a_drill_of_namesakes_is_scored_and_told_as_any_other(setup: Setup) -> None:
    plain, alike = score(run(setup)), score(run(namesakes(setup)))
    for name, dimension in plain.dimensions.items():
        rows = [replace(row, params={}) for row in dimension.rows]
        assert [replace(row, params={}) for row in alike.dimensions[name].rows] == rows
    assert [(d.code, d.at_ms) for d in deviations(alike)] == [(d.code, d.at_ms) for d in deviations(plain)]
    assert sizes(list(blocks(alike, SAY))) == sizes(list(blocks(plain, SAY)))
    assert verdicts(alike) == verdicts(plain)
    assert marks(alike) == marks(plain)


def test_a_contact_not_on_the_chart_is_told_though_a_namesake_is_on_it() -> None:
    posts = {name: {"name": "Clerk", "holder": who} for name, who in (("b", "ben"), ("c", "cat"))}
    chart = a_chart({"a": ["ann"], **posts}, contact("a", "b"))
    engine = Engine(DRILL.begin(a_setup(chart, played=["a"])))
    assert engine.submit(c.TakeInject("a", "alarm"), 1_000) is None
    assert engine.submit(c.PlaceCall("a", "c", "cat", "desk", "notice", "report"), 5_000) is None
    assert [each.code for each in deviations(score(engine.ledger.rows))] == ["deviation.not_on_chart"]


def test_of_two_tasks_with_one_title_each_has_its_row_and_its_own_verdict() -> None:
    act = task("action", "a", title="Tell them", within_min=1)
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"))
    found = score(run(a_setup(chart, a_scenario(tasks={"first": act, "second": act | {"post": "b"}}))))
    table = task_table(found, names_of(found))
    assert table is not None
    assert Counter((row[0], row[1]) for row in table.rows) == {("Tell them", "a"): 1, ("Tell them", "b"): 1}
