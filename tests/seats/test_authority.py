"""Who may do what from which seat: every command of both vocabularies, from every kind of seat."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from drill.exercise.contact import commands as c
from drill.exercise.table import commands as t
from drill.seats.authority import AnyCommand, Kind, Place, refusal
from drill.text.catalogue import LANGUAGES, catalogue
from tests.exercise.live import Wall
from tests.seats.seating import a_drill

BY: dict[type[msgspec.Struct], Kind] = {
    c.TakeInject: "participant",
    c.PlaceCall: "participant",
    c.AnswerCall: "participant",
    c.TellItems: "participant",
    c.ConfirmCall: "participant",
    c.HangUp: "participant",
    c.StandIn: "participant",
    c.SendMessage: "participant",
    c.TakeMail: "participant",
    c.JudgeLevel: "participant",
    c.ChooseOption: "participant",
    c.DoAction: "participant",
    c.ConveneMeeting: "participant",
    c.EnterCount: "participant",
    c.TotalCounts: "participant",
    c.KeepNote: "participant",
    c.AnswerQuiz: "participant",
    c.HoldInject: "facilitator",
    c.ReleaseInject: "facilitator",
    c.SkipInject: "facilitator",
    c.Improvise: "facilitator",
    c.MarkPerson: "facilitator",
    c.EndDrill: "facilitator",
    t.TakeSeat: "facilitator",
    t.MarkAbsent: "facilitator",
    t.Arrive: "facilitator",
    t.NameDeputy: "facilitator",
    t.BeginRoles: "facilitator",
    t.SayRole: "facilitator",
    t.GoOn: "facilitator",
    t.HoldClock: "facilitator",
    t.ReleaseClock: "facilitator",
    t.ShowRealCase: "facilitator",
    t.Decide: "facilitator",
    t.Remark: "facilitator",
    t.Close: "facilitator",
}
PLACES = {
    "participant": Place("participant", ("poc",)),
    "facilitator": Place("facilitator"),
    "evaluator": Place("evaluator"),
    "onlooker": Place("onlooker", ("poc",)),
}


def a_command(kind: type[msgspec.Struct], post: str) -> Any:
    """One of a kind, in the name of a post where it has one."""
    values = {"post": post, "text": "words", "to": ("poc",)} if kind is c.Improvise else {"post": post}
    return kind(**{name: values.get(name, 0) for name in kind.__struct_fields__})


def test_every_command_has_a_kind_of_seat() -> None:
    assert set(BY) == {*get_args(c.AnyCommand), *get_args(t.AnyCommand)} == set(get_args(AnyCommand))


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("kind", BY, ids=lambda kind: f"{kind.__module__.split('.')[-2]}-{kind.__name__}")
def test_a_command_is_taken_from_its_kind_of_seat_only(kind: type[msgspec.Struct], place: Place) -> None:
    refused = refusal(place, a_command(kind, "poc"))
    assert (refused is None) == (place.kind == BY[kind])
    if refused:
        assert all(catalogue(language)(refused.code, **refused.params) for language in LANGUAGES)


@pytest.mark.parametrize("kind", [kind for kind in BY if BY[kind] == "participant" and kind is not c.AnswerQuiz])
def test_nobody_acts_in_the_name_of_another_post(kind: type[msgspec.Struct]) -> None:
    refused = refusal(PLACES["participant"], a_command(kind, "ciso"))
    assert refused
    assert refused.code == "refused.not_your_post"


async def test_what_is_refused_leaves_no_trace_in_the_drill(tmp_path: Path) -> None:
    path = tmp_path / "drill.jsonl"
    drill = a_drill(Wall(), path=path)
    seats = {name: drill.seat(place) for name, place in PLACES.items()}
    before = path.read_bytes()
    seat = seats["participant"]
    assert await seat.send(c.KeepNote("csirt_manager", "not mine"))
    assert await seat.send(c.EndDrill())
    assert await seat.set_clock(paused=True)
    assert await seat.set_clock(speed=60)
    assert await seat.skip_ahead()
    assert path.read_bytes() == before
    sight = await seat.look()
    assert (sight.view.running, sight.clock.paused) == (True, False)
    assert await seat.send(c.KeepNote("poc", "mine")) is None
    assert await seats["facilitator"].send(c.EndDrill()) is None
    assert not (await seat.look()).view.running


async def test_the_whole_drill_is_in_sight_of_facilitator_and_evaluator_only() -> None:
    drill = a_drill(Wall())
    seats = {name: drill.seat(place) for name, place in PLACES.items()}
    await seats["facilitator"].send(c.Improvise(("ciso",), "for one post"))
    sights = {name: await seat.look() for name, seat in seats.items()}
    assert {name for name, sight in sights.items() if sight.overview} == {"facilitator", "evaluator"}
    told = {name for name, sight in sights.items() if any(line.code == "story.improvised" for line in sight.told)}
    assert told == {"facilitator", "evaluator"}
