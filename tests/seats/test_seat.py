"""What every seat keeps to, at hand or at the end of a wire: who sees what, who is told, and when nobody is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from drill.exercise.contact import commands as c
from drill.exercise.contact.state import ContactKey, State
from drill.exercise.contact.viewing import view
from drill.exercise.contact.views import View
from drill.seats.authority import Place
from drill.seats.local import LocalDrill
from drill.seats.seat import Seat, Sight
from drill.text.catalogue import LANGUAGES
from tests.exercise.live import Wall
from tests.seats.seating import MAKERS, a_drill

POC = Place("participant", ("poc",))
FACILITATOR = Place("facilitator")
Maker = Callable[[LocalDrill, Place], Seat]
any_seat = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


async def told(changes: AsyncIterator[Sight]) -> Sight | None:
    """The next change, if there is one without anything more happening."""
    waiting = asyncio.ensure_future(anext(changes, None))
    for _ in range(20):
        await asyncio.sleep(0)
    if waiting.done():
        return waiting.result()
    waiting.cancel()
    await asyncio.wait([waiting])
    return None


@any_seat
async def test_a_seat_sees_its_own_posts_and_the_lines_it_has_not_got(make: Maker) -> None:
    wall = Wall()
    drill = a_drill(wall)
    seat, hand = make(drill, POC), make(drill, FACILITATOR)
    await hand.send(c.Improvise(("poc",), "for the point of contact"))
    await hand.send(c.Improvise(("ciso",), "for another"))
    sight, whole = await seat.look(), await hand.look()
    assert sight.view.posts == ("poc",)
    assert sight.overview is None
    assert whole.overview
    assert {text.en for text in (line.text for line in sight.told) if text} == {"for the point of contact"}
    assert whole.lines == len(whole.told) > sight.lines == len(sight.told)
    assert (await seat.look(sight.lines)).told == ()
    await hand.send(c.Improvise(("poc",), "once more"))
    assert [line.text and line.text.en for line in (await seat.look(sight.lines)).told] == ["once more"]


@any_seat
async def test_a_refusal_is_said_in_both_languages(make: Maker) -> None:
    drill = a_drill(Wall())
    seat, hand = make(drill, POC), make(drill, FACILITATOR)
    for refused in (
        await seat.send(c.EndDrill()),
        await seat.send(c.KeepNote("ciso", "not mine")),
        await seat.send(c.KeepNote("poc", " ")),
        await seat.set_clock(speed=60),
        await seat.skip_ahead(),
        await hand.send(c.KeepNote("poc", "not mine")),
        await make(drill, Place("onlooker", ("poc",))).send(c.KeepNote("poc", "only looking")),
    ):
        assert refused
        assert all(refused.said.get(language) for language in LANGUAGES)
    assert await seat.send(c.KeepNote("poc", "mine")) is None
    assert (await seat.look()).view.running


@any_seat
async def test_changes_are_told_once_and_only_to_whom_they_concern(make: Maker) -> None:
    drill = a_drill(Wall())
    seat, hand = make(drill, POC), make(drill, FACILITATOR)
    changes = seat.changes()
    first = await told(changes)
    assert first
    assert first.view.running
    for number in range(3):
        await hand.send(c.Improvise(("poc",), f"number {number}"))
    second = await told(changes)
    assert second
    assert len(second.told) == 3
    assert await told(seat.changes(second.lines))
    changes = seat.changes(second.lines)
    await told(changes)
    await hand.send(c.Improvise(("ciso",), "for another"))
    assert await told(changes) is None


@any_seat
async def test_everybody_is_told_how_the_clock_goes(make: Maker) -> None:
    drill = a_drill(Wall())
    seat, hand = make(drill, POC), make(drill, FACILITATOR)
    changes = seat.changes()
    await told(changes)
    await hand.set_clock(speed=10)
    sight = await told(changes)
    assert sight
    assert (sight.clock.speed, sight.clock.rate, sight.clock.paused) == (10, 10, False)
    await hand.set_clock(paused=True)
    sight = await told(changes)
    assert sight
    assert (sight.clock.speed, sight.clock.rate, sight.clock.paused) == (10, 0, True)


@any_seat
async def test_time_goes_on_in_what_is_seen_though_nothing_happens(make: Maker) -> None:
    wall = Wall()
    seat = make(a_drill(wall), POC)
    before = (await seat.look()).view
    wall.s += 0.5
    after = (await seat.look()).view
    assert after == before.at(500)
    assert (after.moment - before.moment).total_seconds() == 0.5


@any_seat
async def test_quiz_and_result_come_after_the_end(make: Maker) -> None:
    drill = a_drill(Wall())
    seat, hand = make(drill, POC), make(drill, FACILITATOR)
    assert (await seat.quiz(), await seat.result("en")) == ((), None)
    await hand.send(c.EndDrill())
    asked = await seat.quiz()
    assert asked
    assert await hand.quiz() == ()
    assert await seat.send(c.AnswerQuiz(asked[0].question, 0)) is None
    assert len(await seat.quiz()) == len(asked) - 1
    for language in LANGUAGES:
        result = await seat.result(language)
        assert result
        assert result.blocks


@any_seat
async def test_what_another_post_has_tried_is_not_told(make: Maker) -> None:
    seat = make(a_drill(Wall()), POC)
    assert await seat.candidates(ContactKey("poc", "ciso", "failure", "report"))
    assert not await seat.candidates(ContactKey("csirt_manager", "ciso", "failure", "report"))


@any_seat
async def test_whoever_leaves_is_told_nothing_more(make: Maker) -> None:
    seat = make(a_drill(Wall()), POC)
    changes = seat.changes()
    await told(changes)
    await seat.leave()
    assert await anext(changes, None) is None


async def test_a_view_is_made_only_if_something_seen_there_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    wall, made = Wall(), []

    def counted(state: State, posts: tuple[str, ...], now_ms: int) -> View:
        made.append(posts)
        return view(state, posts, now_ms)

    monkeypatch.setattr("drill.seats.local.view", counted)
    drill = a_drill(wall)
    seat, hand = drill.seat(POC), drill.seat(FACILITATOR)
    wall.s = 5
    drill.tick()
    for _ in range(3):
        await seat.look()
        wall.s += 1
    await hand.send(c.Improvise(("ciso",), "for another"))
    await seat.look()
    assert made == [("poc",)]
    await hand.send(c.Improvise(("poc",), "for this one"))
    await seat.look()
    assert made == [("poc",)] * 2


async def test_a_view_is_made_again_where_hours_end() -> None:
    wall = Wall()
    drill = a_drill(wall)
    seat = drill.seat(POC)
    await seat.look()
    changes = seat.changes()
    await told(changes)
    assert seat.turns_ms < 24 * 60 * 60_000
    drill.session.clock.jump(int(seat.turns_ms))
    seat.turn(drill.session.clock.now_ms())
    assert await told(changes)


async def test_between_two_things_that_are_due_nobody_wakes() -> None:
    wall, slept = Wall(), list[float]()
    drill = a_drill(wall)

    async def sleep(_stirred: asyncio.Event, seconds: float | None) -> None:
        if seconds is None:
            raise asyncio.CancelledError
        slept.append(seconds)
        wall.s += seconds

    with pytest.raises(asyncio.CancelledError):
        await drill.run(sleep)
    moments = {row.at_ms for row in drill.session.rows}
    assert not drill.session.state.running
    assert len(moments) / 3 < len(slept) < 3 * len(moments)
    assert sum(slept) * 1000 == pytest.approx(drill.session.state.ended_ms, rel=0.01)


async def test_a_drill_that_has_been_closed_does_not_go_on(tmp_path: Path) -> None:
    wall, path = Wall(), tmp_path / "drill.jsonl"
    drill = a_drill(wall, path=path)

    async def sleep(_stirred: asyncio.Event, _seconds: float | None) -> None:
        drill.close()
        wall.s += 600

    await drill.run(sleep)
    rows = len(drill.session.rows)
    await drill.run(sleep)
    assert len(drill.session.rows) == rows == len(path.read_bytes().splitlines())
