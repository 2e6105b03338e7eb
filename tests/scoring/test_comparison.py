"""The same drills on two charts: what got better and what got worse."""

from __future__ import annotations

import pytest

from drill.errors import UsageError
from drill.model.chart import Chart
from drill.scoring.comparison import ChartsCompared, PostChange, rerun
from drill.text.catalogue import Word
from tests.builders import shipped

CHART, SCENARIO = shipped("nws-stop")


def changed(post: str, **fields: object) -> Chart:
    """The shipped chart with other entries for one post."""
    posts = {**CHART.posts, post: CHART.posts[post].model_copy(update=fields)}
    return CHART.model_copy(update={"posts": posts})


WITHOUT = changed("csirt_manager", deputies=())


def by_post(found: ChartsCompared) -> dict[str, PostChange]:
    return {each.post: each for each in found.posts}


def test_the_same_chart_twice_gives_no_change_at_all() -> None:
    found = rerun(SCENARIO, CHART, CHART, range(1, 4), ["csirt_manager"])
    assert found.drills == 3
    assert all(figure.before == figure.after and not figure.trend for figure in found.figures)
    assert all(post.before == post.after and not post.trend for post in found.posts)


def test_a_deputy_more_lets_the_chain_go_on_and_one_less_breaks_it() -> None:
    found = rerun(SCENARIO, WITHOUT, CHART, [1, 2], ["csirt_manager"])
    figures = {each.name: each for each in found.figures}
    assert (figures["completeness"].before, figures["completeness"].after) == ((36, 50), (50, 50))
    assert (figures["completeness"].trend, figures["completeness"].better, figures["completeness"].worse) == (1, 2, 0)
    manager = by_post(found)["csirt_manager"]
    assert manager.before is not None
    assert manager.after is not None
    assert (manager.before.reached, manager.after.reached, manager.trend) == (0, 2, 1)
    back = rerun(SCENARIO, CHART, WITHOUT, [1, 2], ["csirt_manager"])
    assert {e.name: -e.trend for e in back.figures} == {e.name: e.trend for e in found.figures}
    assert {e.post: -e.trend for e in back.posts} == {e.post: e.trend for e in found.posts}


def test_a_post_that_only_one_chart_has_is_neither_better_nor_worse() -> None:
    posts = {name: post for name, post in CHART.posts.items() if name != "computing_small"}
    contacts = tuple(each for each in CHART.contacts if "computing_small" not in (each.caller, each.target))
    fewer = CHART.model_copy(update={"posts": posts, "contacts": contacts})
    gone = by_post(rerun(SCENARIO, CHART, fewer, [1]))["computing_small"]
    assert gone.before is not None
    assert (gone.after, gone.trend) == (None, 0)


def test_progress_tells_every_drill_and_unknown_people_are_refused() -> None:
    told: list[int] = []
    rerun(SCENARIO, CHART, CHART, [4, 5], tell=told.append)
    assert told == [1, 2, 3, 4]
    with pytest.raises(UsageError) as error:
        rerun(SCENARIO, CHART, CHART, [1], ["nobody_of_this_name"])
    assert (error.value.code, error.value.params["what"]) == ("no_such", Word("what.person"))
