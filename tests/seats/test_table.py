"""The seats at a meeting: what they show goes over a wire, and holds no answer before its time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from itertools import chain

import pytest

from drill.exercise.clock import DrillClock
from drill.exercise.table import commands as c
from drill.exercise.table.log import MEETING
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.state import MeetingState
from drill.exercise.table.viewing import view
from drill.exercise.table.views import PersonView, Role
from drill.model.basics import Text
from drill.model.scenario import Scenario
from drill.seats.authority import Place
from drill.seats.handed import Refusal
from drill.seats.local_table import LocalTable
from drill.seats.table import TableSeat, TableSight
from drill.seats.wire import decode, encode
from drill.text.catalogue import LANGUAGES, Language
from tests.builders import shipped, shipped_names
from tests.exercise.live import Wall
from tests.exercise.table.rooms import a_session

FACILITATOR = Place("facilitator")
MEETINGS = [name for name in shipped_names() if shipped(name)[1].meeting]


class WiredTableSeat:
    """A seat of which nothing is known but what came as bytes."""

    def __init__(self, far: TableSeat) -> None:
        self._far = far
        self.place = decode(encode(far.place), Place)

    async def look(self) -> TableSight:
        return decode(encode(await self._far.look()), TableSight)

    async def changes(self) -> AsyncIterator[TableSight]:
        async for sight in self._far.changes():
            yield decode(encode(sight), TableSight)

    async def send(self, command: c.AnyCommand) -> Refusal | None:
        got: c.AnyCommand = decode(encode(command), c.AnyCommand)  # type: ignore[arg-type]
        return decode(encode(await self._far.send(got)), Refusal | None)  # type: ignore[arg-type]

    async def set_clock(self, *, paused: bool) -> Refusal | None:
        return decode(encode(await self._far.set_clock(paused=paused)), Refusal | None)  # type: ignore[arg-type]

    async def people(self) -> tuple[PersonView, ...]:
        return decode(encode(await self._far.people()), tuple[PersonView, ...])

    async def role(self, post: str) -> Role | None:
        return decode(encode(await self._far.role(post)), Role | None)  # type: ignore[arg-type]

    async def minutes(self, language: Language) -> str | None:
        return decode(encode(await self._far.minutes(language)), str | None)  # type: ignore[arg-type]

    async def leave(self) -> None:
        await self._far.leave()


def at_hand(table: LocalTable, place: Place) -> TableSeat:
    return table.seat(place)


def over_a_wire(table: LocalTable, place: Place) -> TableSeat:
    return WiredTableSeat(table.seat(place))


any_seat = pytest.mark.parametrize("make", [at_hand, over_a_wire], ids=lambda make: make.__name__)
Maker = Callable[[LocalTable, Place], TableSeat]


def steps(table: LocalTable) -> Iterator[c.AnyCommand]:
    """A meeting to which holders do not come if they have deputies; each decision is first taken wrong, then right."""
    setup = table.ledger.state.setup
    for post in setup.members:
        if len(setup.chart.candidates(post)) > 1 and table.ledger.state.revealed(post):
            yield c.MarkAbsent(post)
        if not table.ledger.state.revealed(post):
            yield c.NameDeputy(post, None)
        if table.ledger.state.expected(post):
            yield c.TakeSeat(post)
    yield c.BeginRoles()
    yield from (c.SayRole(post, post == setup.members[0]) for post in tuple(table.ledger.state.seats))
    for stage in setup.meeting.stages.values():
        yield c.GoOn()
        for name, decision in stage.decisions.items():
            for option in sorted(decision.options, key=lambda ref: decision.options[ref].right):
                yield c.Decide(name, option)
            if not decision.options:
                yield c.Decide(name, None, "In our own words")
        yield c.ShowRealCase()
    yield c.GoOn()
    yield from (c.Remark(number, "Something") for number in range(len(setup.meeting.hot_wash)))
    yield c.Close()


def secrets(state: MeetingState) -> set[str]:
    """Every text that may not be known yet: reasons, the real case, later stages."""
    setup, texts = state.setup, list[Text | None]()
    for name, stage in setup.meeting.stages.items():
        if name not in state.stages:
            texts += [stage.situation, *stage.questions, *stage.by_level.values()]
        if name not in state.shown:
            texts += [each.text for each in setup.real_case(name)]
        for decision, entry in stage.decisions.items():
            taken = state.decisions.get((name, decision))
            chosen = taken[1].option if taken else None
            texts += [option.why for ref, option in entry.options.items() if ref != chosen]
            texts += [] if taken else [entry.why]
    shown = [each.text for name in state.shown for each in setup.real_case(name)]
    shown += [setup.meeting.stages[name].situation for name in state.stages]
    return {
        text.get(language)
        for text in texts
        for language in LANGUAGES
        if text and not any(text.get(language) in each.get(language) for each in shown)
    }


def with_other_answers(state: MeetingState) -> MeetingState:
    """The same meeting, in which everything that is not decided yet is right the other way round."""
    data = state.setup.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for name, stage in data["meeting"]["stages"].items():
        for decision, entry in stage.get("decisions", {}).items():
            if (name, decision) not in state.decisions:
                for option in entry.get("options", {}).values():
                    option["right"] = not option.get("right", False)
    return replace(state, setup=replace(state.setup, scenario=Scenario.model_validate(data)))


@pytest.mark.parametrize("name", MEETINGS)
async def test_no_answer_is_in_sight_before_its_time(name: str) -> None:
    chart, scenario = shipped(name)
    table = LocalTable(MEETING.begin(MeetingSetup.make(chart, scenario)), DrillClock(Wall()), {})
    seat = table.seat(FACILITATOR)
    setup = table.ledger.state.setup
    people = {person: f"<{person}>" for person in setup.known_people}
    names = {person: Text(ja=name, en=name) for person, name in people.items()}
    seen = set[str]()
    for command in chain((None,), steps(table)):
        if command:
            assert await seat.send(command) is None, command
        sight, state = await seat.look(), table.ledger.state
        assert decode(encode(sight), TableSight) == sight
        text = encode(sight).decode()
        assert not [secret for secret in secrets(state) if encode(secret).decode()[1:-1] in text]
        assert view(with_other_answers(state), {}, table.now_ms) == sight.view
        named = encode(view(state, names, table.now_ms)).decode()
        for post in setup.members:
            due = state.expected(post)
            hidden = post not in state.seats and due and not state.revealed(post)
            elsewhere = due in state.seats.values() or due in state.missing or due in _shown(state)
            assert not (hidden and not elsewhere and people[str(due)] in named), (post, due)
        seen.add(state.phase)
    assert seen == {"convening", "roles", "stage", "hot_wash", "closed"}
    assert sight.view.figures


def _shown(state: MeetingState) -> set[str | None]:
    """Who is in sight for another seat: named there, or waited for."""
    posts = state.setup.members
    return {state.expected(post) for post in posts if state.revealed(post)} | {each.expected for each in state.named}


@any_seat
async def test_only_the_facilitator_leads_and_asks_for_cards_and_names(make: Maker) -> None:
    table = LocalTable(a_session(), DrillClock(Wall()), {})
    lead = make(table, FACILITATOR)
    for kind in ("participant", "evaluator", "onlooker"):
        other = make(table, Place(kind))
        refused = await other.send(c.TakeSeat("mayor"))
        assert refused
        assert all(refused.said.get(language) for language in LANGUAGES)
        assert await other.set_clock(paused=True)
        assert (await other.people(), await other.role("mayor")) == ((), None)
        assert (await other.look()).view == (await lead.look()).view
    assert len(await lead.people()) == 6
    assert await lead.role("mayor")
    assert await lead.role("nobody") is None
    assert table.ledger.state.seats == {}
    assert await lead.send(c.TakeSeat("mayor")) is None


@any_seat
async def test_what_happens_is_told_to_every_seat_until_it_is_left(make: Maker) -> None:
    wall = Wall()
    table = LocalTable(a_session(), DrillClock(wall), {})
    lead, other = make(table, FACILITATOR), make(table, Place("onlooker"))
    changes = other.changes()
    assert (await anext(changes)).view.seated == 0
    await lead.send(c.TakeSeat("mayor"))
    await lead.send(c.TakeSeat("head"))
    assert (await anext(changes)).view.seated == 2
    await lead.set_clock(paused=True)
    assert (await anext(changes)).clock.rate == 0
    await other.leave()
    assert await anext(changes, None) is None


@any_seat
async def test_minutes_come_after_the_end_and_time_stands(make: Maker) -> None:
    wall = Wall()
    table = LocalTable(a_session(), DrillClock(wall), {})
    lead = make(table, FACILITATOR)
    wall.s = 60
    assert (await lead.look()).view.now_ms == 60_000
    assert await lead.minutes("en") is None
    await lead.send(c.Close())
    wall.s = 600
    sight = await lead.look()
    assert (sight.view.now_ms, sight.clock.rate) == (60_000, 0)
    for language in LANGUAGES:
        assert "# " in (await lead.minutes(language) or "")
