"""The drill told as lines: which posts an event concerns, and the sentence that says it.

`tell` looks at the state *before* the event, in which a call that ends is still there. A line is data: its sentence is
made from the catalogue in either language, and injects carry their own text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from drill.exercise.contact import events as e
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.obligations import members
from drill.exercise.contact.setup import CONVENE_PREFIX, COUNT_PREFIX, Setup
from drill.exercise.contact.state import Call, State
from drill.exercise.line import Line
from drill.model.basics import Text
from drill.text.catalogue import Word
from drill.text.choices import CHANNEL, INJECT


@dataclass(frozen=True, slots=True)
class StoryLine(Line):
    """A line for the posts it concerns and for the facilitator; `alarm` marks a contact that failed."""

    posts: frozenset[str] = frozenset()
    call: int | None = None
    alarm: bool = False

    def shown_to(self, posts: Collection[str]) -> bool:
        """Whether people at these posts see the line."""
        return not self.posts.isdisjoint(posts)


def story(setup: Setup, rows: Sequence[e.Row], place: str = "") -> list[StoryLine]:
    """All lines of a log; UsageError names a row with names that nobody knows."""
    lines: list[StoryLine] = []

    def note(before: State, row: e.Row) -> None:
        if line := tell(before, row):
            lines.append(line)

    DRILL.fold(setup, rows, note, place=place)
    return lines


def tell(before: State, row: e.Row) -> StoryLine | None:
    """The line an event adds to the story, or None if people would notice nothing."""
    event = row.event
    code = _code(before, event)
    if code is None:
        return None
    text = None
    if isinstance(event, e.InjectDelivered):
        written = before.setup.scenario.injects.get(event.inject)
        text = written.text if written else Text(ja=event.text, en=event.text)
    posts, call = frozenset(_posts(before, event)), getattr(event, "call", None)
    return StoryLine(row.at_ms, code, _params(before, event), text, posts, call, code in _ALARMING)


_CODES: dict[type[e.Event], str] = {
    e.PhaseEntered: "story.phase",
    e.InjectTaken: "story.inject_taken",
    e.InjectHeld: "story.inject_held",
    e.CallPlaced: "story.call_placed",
    e.CallAnswered: "story.call_answered",
    e.ItemsTold: "story.items_told",
    e.CallEnded: "story.call_ended",
    e.MessageSent: "story.mail",
    e.TaskOpened: "story.task_opened",
    e.OptionChosen: "story.option_chosen",
    e.ActionDone: "story.action_done",
    e.MeetingConvened: "story.convened",
    e.QuorumReached: "story.quorum",
    e.CountTaken: "story.count_taken",
    e.CountsTotalled: "story.totalled",
    e.NoteKept: "story.note",
    e.LeaveBegan: "story.leave_began",
    e.LeaveEnded: "story.leave_ended",
}
_FAILED = {
    "engaged": "story.call_engaged",
    "no_answer": "story.call_no_answer",
    "dead": "story.call_dead",
    "colleague": "story.left_with_colleague",
    "voicemail": "story.left_with_voicemail",
}
_ALARMING = {*_FAILED.values(), "story.read_back_gaps"}


def _code(state: State, event: e.AnyEvent) -> str | None:
    scenario = state.setup.scenario
    match event:
        case e.InjectDelivered():
            return "story.inject" if event.inject in scenario.injects else "story.improvised"
        case e.InjectSkipped():
            return "story.inject_outside" if event.reason == "out_of_scope" else "story.inject_skipped"
        case e.CallFailed(reason=how) | e.WordLeft(how=how):
            return _FAILED[how]
        case e.ReadBack():
            return "story.read_back_gaps" if _gaps(state, event) else "story.read_back"
        case e.MessageAcknowledged() if event.via != "inject":
            if event.message.startswith(COUNT_PREFIX) and event.value is not None:
                return "story.count_reported"
            return "story.same_person" if event.via == "same_person" else "story.acknowledged"
        case e.LevelJudged():
            return "story.level_judged_why" if event.reason else "story.level_judged"
        case e.PersonMarked():
            return "story.person_back" if event.present else "story.person_absent"
        case e.PostHandedOver():
            return "story.handed_over" if event.messages else "story.taken_over"
        case e.DrillEnded():
            return "story.ended_time" if event.reason == "time" else "story.ended_facilitator"
        case e.TaskOpened() if scenario.tasks[event.task].kind == "action":
            return None
        case e.CallEnded() if event.call not in state.calls:
            return None
    return _CODES.get(type(event))


def _posts(state: State, event: e.AnyEvent) -> Iterable[str]:
    """The posts that notice it."""
    setup = state.setup
    match event:
        case e.PhaseEntered() | e.DrillEnded():
            return setup.played
        case e.InjectDelivered():
            return event.posts
        case e.CallPlaced():
            return (event.caller,)
        case e.CallFailed() | e.WordLeft():
            return (state.calls[event.call].key.caller,)
        case e.CallAnswered() | e.ItemsTold() | e.ReadBack() | e.CallEnded():
            return state.calls[event.call].key[:2]
        case e.MessageSent():
            ways = ((post, setup.contacts.channel(person, event.channel)) for post, person in event.to)
            return (event.sender, *(post for post, way in ways if way and way.medium not in setup.down))
        case e.QuorumReached():
            posts = {*members(state, event.duty), *setup.chart.meant(setup.chart.duties[event.duty].convener)}
            return (post for post in posts if state.knows(post, CONVENE_PREFIX + event.duty))
    return filter(None, (getattr(event, field, None) for field in ("post", "source")))


_NAMES: dict[str, Callable[[Setup, str], object]] = {
    "post": lambda setup, post: setup.chart.posts[post].name,
    "caller": lambda setup, post: setup.chart.posts[post].name,
    "sender": lambda setup, post: setup.chart.posts[post].name,
    "duty": lambda setup, duty: setup.chart.duties[duty].name,
    "phase": lambda setup, phase: setup.scenario.phases[phase].title,
    "task": lambda setup, task: setup.scenario.tasks[task].title,
    "message": lambda setup, message: setup.message_title(message),
    "channel": lambda _, channel: Word(CHANNEL[channel]),
}
"""What the fields of events are called in a sentence."""


def _params(state: State, event: e.AnyEvent) -> dict[str, Any]:
    """What the event says, by the names of the chart and the scenario."""
    setup = state.setup
    found = {field: getattr(event, field) for field in event.__struct_fields__}
    found |= {field: name(setup, found[field]) for field, name in _NAMES.items() if field in found}
    match event:
        case e.InjectDelivered() | e.InjectHeld() | e.InjectSkipped():
            if written := setup.scenario.injects.get(event.inject):
                found |= {"inject": written.sender, "channel": Word(INJECT[written.channel])}
        case e.CallPlaced():
            found["callee"] = _who(state, event.callee, event.to_person)
        case e.CallFailed() | e.WordLeft() | e.CallAnswered() | e.ItemsTold() | e.ReadBack() | e.CallEnded():
            call = state.calls[event.call]
            found["caller"] = setup.chart.posts[call.key.caller].name
            found["callee"] = _who(state, call.key.target, call.to_person)
            if isinstance(event, e.ItemsTold):
                found["items"] = _labels(state, call, event.items)
            elif isinstance(event, e.ReadBack):
                found["items"] = _labels(state, call, (item for item, right in event.heard.items() if right))
                found["gaps"] = _labels(state, call, _gaps(state, event))
        case e.MessageSent():
            found["number"], found["to"] = (
                len(event.to),
                tuple(setup.chart.posts[post].name for post, _ in event.to[:3]),
            )
        case e.MessageAcknowledged():
            found["person"] = _who(state, event.post, event.person)
            if reporter := setup.chart.posts.get(event.message.removeprefix(COUNT_PREFIX)):
                found["reporter"] = reporter.name
        case e.OptionChosen():
            found["option"] = setup.scenario.tasks[event.task].options[event.option].text
        case e.PersonMarked() | e.LeaveBegan() | e.LeaveEnded():
            found["person"] = setup.chart.persons[event.person].name
        case e.PostHandedOver():
            found["person"], found["to"] = (_who(state, event.post, each) for each in (event.person, event.to_person))
            found["messages"] = tuple(map(setup.message_title, event.messages))
    return found


def _gaps(state: State, event: e.ReadBack) -> list[str]:
    """The items of the message that were not heard right."""
    message = state.calls[event.call].key.message
    return [item for item in state.setup.message_items(message) if not event.heard.get(item)]


def _labels(state: State, call: Call, items: Iterable[str]) -> tuple[Text, ...]:
    known, title = state.setup.scenario.items, state.setup.message_title(call.key.message)
    return tuple(known[item].label if item in known else title for item in items)


def _who(state: State, post: str, person: str) -> Text:
    """The post, and that it is a deputy who is meant."""
    name, rank = state.setup.chart.posts[post].name, state.setup.chart.deputy_rank(post, person)
    if not rank:
        return name
    return Text(ja=f"{name.get('ja')}の代理者(第{rank}順位)", en=f"{name.get('en')} (deputy {rank})")
