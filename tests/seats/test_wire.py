"""Whatever a seat hands out can be written down and read again, the same: every shipped drill, from every seat."""

from __future__ import annotations

from typing import Any

import pytest

from drill.analysis.lint import check_pair
from drill.exercise.contact import commands as c
from drill.exercise.contact.directory import Candidate
from drill.exercise.contact.setup import Setup
from drill.model.chart import Chart
from drill.model.library import find_scenario, list_charts
from drill.model.scenario import Scenario
from drill.seats.authority import Place
from drill.seats.handed import QuizQuestion, Refusal, Result
from drill.seats.local import LocalSeat
from drill.seats.preparing import first_posts
from drill.seats.seat import Sight
from drill.seats.wire import decode, encode
from drill.text.catalogue import LANGUAGES
from tests.builders import shipped_names
from tests.exercise.live import Wall
from tests.seats.seating import a_drill


def pairs() -> list[Any]:
    """Every shipped scenario on every shipped chart that it can be played on."""
    found = []
    for name in shipped_names():
        for chart in (entry for entry in list_charts() if entry.shipped):
            pair = check_pair(find_scenario(name), chart.path)
            if pair.playable and pair.chart and pair.chart.value and pair.scenario.value:
                found.append(pytest.param(pair.scenario.value, pair.chart.value, id=f"{name}-{chart.name}"))
    return found


def same(value: object, kind: Any) -> None:
    """It comes back as it went."""
    assert decode(encode(value), kind) == value


async def looks(seat: LocalSeat) -> Sight:
    """Everything that is to be seen from a seat just now."""
    sight = await seat.look()
    same(sight, Sight)
    same(await seat.quiz(), tuple[QuizQuestion, ...])
    for todo in sight.view.todo:
        for sheet in todo.sheet:
            same(await seat.candidates(sheet.key), tuple[Candidate, ...])
    return sight


@pytest.mark.parametrize(("scenario", "chart"), pairs())
async def test_all_that_is_handed_out_comes_back_as_it_went(scenario: Scenario, chart: Chart) -> None:
    drill = a_drill(Wall(), Setup.make(chart, scenario))
    others = tuple(post for post, entry in chart.posts.items() if entry.in_scope)
    places = Place("participant", first_posts(chart, scenario)), Place("onlooker", others), Place("facilitator")
    seats = [drill.seat(place) for place in places]
    same(seats[0].chart, Chart)
    same(places, tuple[Place, ...])
    talked = False
    for minute in (*range(0, 15, 2), 20, 30, 40, scenario.length_min + 1):
        drill.session.clock.jump(round(minute * 60_000))
        drill.tick()
        sights = [await looks(seat) for seat in seats]
        talked = talked or bool(sights[1].view.calls)
    assert talked
    assert not sights[0].view.running
    assert sights[0].told
    assert sights[2].overview
    for seat in seats:
        same(await seat.send(c.KeepNote("nobody", "")), Refusal | None)
        for language in LANGUAGES:
            same(await seat.result(language), Result | None)
