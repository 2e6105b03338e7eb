"""Whose view an event changes: where nobody is touched, the view made again is the same."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.exercise.contact.evolve import evolve
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.exercise.contact.story import tell
from drill.exercise.contact.touching import touched
from drill.exercise.contact.viewing import view
from tests.builders import LAWS, a_setup, run, setups, shipped, shipped_names


def differ(setup: Setup, places: Sequence[tuple[str, ...]], every: int = 1) -> tuple[list[Any], int, int]:
    """Events that changed a view and were said to touch nobody there; how many touched nobody, of how many."""
    state, wrong, still, of = State(setup), [], 0, 0
    for number, row in enumerate(run(setup)):
        after = evolve(state, row.event, row.at_ms)
        found = touched(state, row.event)
        theirs = None if found is None else set(found)
        for posts in places if number % every == 0 else ():
            of += 1
            if theirs is not None and theirs.isdisjoint(posts):
                still += 1
                line = tell(state, row)
                if (line and line.shown_to(posts)) or view(state, posts, row.at_ms) != view(after, posts, row.at_ms):
                    wrong.append((posts, row))
        state = after
    return wrong, still, of


@LAWS
@given(setups(), st.integers(0, 999))
def test_what_touches_nobody_at_some_posts_leaves_their_view_as_it_was(setup: Setup, seed: int) -> None:
    posts = list(setup.chart.posts)
    places = [tuple(Random(seed + n).sample(posts, min(n, len(posts)))) for n in (1, 1, 2)]
    assert differ(setup, places)[0] == []


@pytest.mark.parametrize("name", shipped_names())
def test_shipped_drills_touch_a_post_seldom_and_never_unnoticed(name: str) -> None:
    setup = a_setup(*shipped(name))
    places = [(post,) for post in list(setup.chart.posts)[::5]]
    wrong, still, of = differ(setup, places, every=3)
    assert wrong == []
    assert still > of / 2


def test_hours_turn_where_the_chart_says_and_at_midnight() -> None:
    setup = a_setup(*shipped("nws-stop"))
    turns = [0]
    for _ in range(8):
        turns.append(setup.next_turn_ms(turns[-1]))
    moments = [f"{setup.moment(turn):%H:%M:%S}" for turn in turns[1:]]
    assert {"08:30:00", "17:15:00", "00:00:00"} <= set(moments)
    assert turns == sorted(set(turns))
