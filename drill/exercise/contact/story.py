"""The drill told as lines: which posts an event concerns, and the sentence that says it.

`tell` looks at the state *before* the event, in which a call that ends is still there. A line is data: its sentence is
made from the catalogue in either language, and injects carry their own text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from drill.exercise.contact import events as e
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.obligations import members
from drill.exercise.contact.setup import CONVENE_PREFIX, COUNT_PREFIX, Setup
from drill.exercise.contact.state import Call, State
from drill.model.basics import Text
from drill.text.catalogue import Catalogue, Word
from drill.text.choices import CHANNEL, INJECT

_FAILED = {"engaged": "story.call_engaged", "no_answer": "story.call_no_answer", "dead": "story.call_dead"}
_LEFT = {"colleague": "story.left_with_colleague", "voicemail": "story.left_with_voicemail"}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of the story, for the posts it concerns and for the facilitator.

    `inject` or `mail` name what may be acknowledged from the line; `alarm` marks a contact that failed.
    """

    at_ms: int
    code: str
    posts: frozenset[str]
    params: dict[str, Any] = field(default_factory=dict)
    inject: str | None = None
    mail: int | None = None
    call: int | None = None
    text: Text | None = None
    alarm: bool = False

    def say(self, say: Catalogue) -> str:
        """The sentence; an inject's own text is `text`."""
        return say(self.code, **self.params)

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
    match event:
        case e.InjectDelivered() | e.InjectTaken() | e.InjectHeld() | e.InjectSkipped() | e.PhaseEntered():
            return _inject(before, event, row.at_ms)
        case (
            e.CallPlaced()
            | e.CallFailed()
            | e.WordLeft()
            | e.CallAnswered()
            | e.ItemsTold()
            | e.ReadBack()
            | e.CallEnded()
        ):
            return _call(before, event, row.at_ms)
        case e.MessageSent() | e.MessageAcknowledged():
            return _message(before, event, row.at_ms)
        case _:
            return _deed(before, event, row.at_ms)


def _name(state: State, post: str) -> Text:
    return state.setup.chart.posts[post].name


def _inject(state: State, event: e.AnyEvent, at: int) -> StoryLine | None:
    scenario = state.setup.scenario
    match event:
        case e.PhaseEntered():
            phase = {"phase": scenario.phases[event.phase].title}
            return StoryLine(at, "story.phase", frozenset(state.setup.played), phase)
        case e.InjectDelivered():
            written = scenario.injects.get(event.inject)
            text = written.text if written else Text(ja=event.text, en=event.text)
            params = {
                "sender": written.sender if written else "",
                "channel": Word(INJECT[written.channel]) if written else "",
            }
            code = "story.inject" if written else "story.improvised"
            return StoryLine(at, code, frozenset(event.posts), params, inject=event.inject, text=text)
        case e.InjectTaken():
            return StoryLine(at, "story.inject_taken", frozenset({event.post}), {"post": _name(state, event.post)})
        case e.InjectHeld():
            return StoryLine(at, "story.inject_held", frozenset(), {"inject": _sender(state, event.inject)})
        case e.InjectSkipped():
            code = "story.inject_outside" if event.reason == "out_of_scope" else "story.inject_skipped"
            return StoryLine(at, code, frozenset(), {"inject": _sender(state, event.inject)})
    return None


def _sender(state: State, inject: str) -> Text:
    return state.setup.scenario.injects[inject].sender


def _call(state: State, event: e.AnyEvent, at: int) -> StoryLine | None:
    if isinstance(event, e.CallPlaced):
        params = {
            "caller": _name(state, event.caller),
            "callee": _who(state, event.callee, event.to_person),
            "channel": Word(CHANNEL[event.channel]),
            "about": state.setup.message_title(event.message),
        }
        return StoryLine(at, "story.call_placed", frozenset({event.caller}), params, call=event.call)
    call = state.calls.get(event.call)  # type: ignore[union-attr]
    if call is None:
        return None
    caller, both = frozenset({call.key.caller}), frozenset({call.key.caller, call.key.target})
    params = {"caller": _name(state, call.key.caller), "callee": _who(state, call.key.target, call.to_person)}
    match event:
        case e.CallFailed():
            return StoryLine(at, _FAILED[event.reason], caller, params, call=call.ref, alarm=True)
        case e.WordLeft():
            return StoryLine(at, _LEFT[event.how], caller, params, call=call.ref, alarm=True)
        case e.CallAnswered():
            return StoryLine(at, "story.call_answered", both, params, call=call.ref)
        case e.ItemsTold():
            params |= {"items": _labels(state, call, event.items)}
            return StoryLine(at, "story.items_told", both, params, call=call.ref)
        case e.ReadBack():
            return _read_back(state, event, call, at, params)
        case e.CallEnded():
            return StoryLine(at, "story.call_ended", both, params, call=call.ref)
    return None


def _read_back(state: State, event: e.ReadBack, call: Call, at: int, params: dict[str, Any]) -> StoryLine:
    right = tuple(item for item, ok in event.heard.items() if ok)
    gaps = tuple(i for i in state.setup.message_items(call.key.message) if not event.heard.get(i))
    params = params | {"items": _labels(state, call, right), "gaps": _labels(state, call, gaps)}
    both = frozenset({call.key.caller, call.key.target})
    code = "story.read_back_gaps" if gaps else "story.read_back"
    return StoryLine(at, code, both, params, call=call.ref, alarm=bool(gaps))


def _labels(state: State, call: Call, items: tuple[str, ...]) -> tuple[Text, ...]:
    known, title = state.setup.scenario.items, state.setup.message_title(call.key.message)
    return tuple(known[item].label if item in known else title for item in items)


def _who(state: State, post: str, person: str) -> Text:
    """The post, and that it is a deputy who is meant."""
    name, rank = _name(state, post), state.setup.chart.deputy_rank(post, person)
    if not rank:
        return name
    return Text(ja=f"{name.get('ja')}の代理者(第{rank}順位)", en=f"{name.get('en')} (deputy {rank})")


def _message(state: State, event: e.AnyEvent, at: int) -> StoryLine | None:
    match event:
        case e.MessageSent():
            params = {
                "sender": _name(state, event.sender),
                "channel": Word(CHANNEL[event.channel]),
                "about": state.setup.message_title(event.message),
                "to": tuple(_name(state, post) for post, _ in event.to[:3]),
                "number": len(event.to),
            }
            reached = state.setup.down
            there = [
                post
                for post, person in event.to
                if (channel := state.setup.contacts.channel(person, event.channel)) and channel.medium not in reached
            ]
            return StoryLine(at, "story.mail", frozenset({event.sender, *there}), params, mail=event.mail)
        case e.MessageAcknowledged() if event.via != "inject":
            params = {
                "who": _who(state, event.post, event.person),
                "about": state.setup.message_title(event.message),
            }
            posts = frozenset(post for post in (event.post, event.source) if post is not None)
            if event.message.startswith(COUNT_PREFIX) and event.value is not None:
                reporter = _name(state, event.message.removeprefix(COUNT_PREFIX))
                params |= {"value": event.value, "reporter": reporter}
                return StoryLine(at, "story.count_reported", posts, params)
            code = "story.same_person" if event.via == "same_person" else "story.acknowledged"
            return StoryLine(at, code, posts, params)
    return None


def _people(
    state: State, event: e.PersonMarked | e.LeaveBegan | e.LeaveEnded | e.PostHandedOver, at: int
) -> StoryLine | None:
    """Who is there, and who has a post in hand."""
    setup, who = state.setup, state.setup.chart.persons[event.person].name
    match event:
        case e.PersonMarked():
            code = "story.person_back" if event.present else "story.person_absent"
            return StoryLine(at, code, frozenset(), {"who": who})
        case e.LeaveBegan() | e.LeaveEnded():
            code = "story.leave_began" if isinstance(event, e.LeaveBegan) else "story.leave_ended"
            return StoryLine(at, code, frozenset(), {"who": who})
        case e.PostHandedOver():
            params = {
                "post": _name(state, event.post),
                "who": _who(state, event.post, event.person),
                "to": _who(state, event.post, event.to_person),
                "messages": tuple(setup.message_title(message) for message in event.messages),
            }
            code = "story.handed_over" if event.messages else "story.taken_over"
            return StoryLine(at, code, frozenset({event.post}), params)


def _deed(state: State, event: e.AnyEvent, at: int) -> StoryLine | None:
    setup = state.setup
    match event:
        case e.TaskOpened() if setup.scenario.tasks[event.task].kind != "action":
            task = setup.scenario.tasks[event.task]
            return StoryLine(at, "story.task_opened", frozenset({event.post}), {"task": task.title})
        case e.LevelJudged():
            params = {"post": _name(state, event.post), "level": event.level, "reason": event.reason}
            code = "story.level_judged_why" if event.reason else "story.level_judged"
            return StoryLine(at, code, frozenset({event.post}), params)
        case e.OptionChosen():
            option = setup.scenario.tasks[event.task].options[event.option]
            params = {"post": _name(state, event.post), "option": option.text}
            return StoryLine(at, "story.option_chosen", frozenset({event.post}), params)
        case e.ActionDone():
            params = {"post": _name(state, event.post), "task": setup.scenario.tasks[event.task].title}
            return StoryLine(at, "story.action_done", frozenset({event.post}), params)
        case e.MeetingConvened():
            params = {"post": _name(state, event.post), "duty": setup.chart.duties[event.duty].name}
            return StoryLine(at, "story.convened", frozenset({event.post}), params)
        case e.QuorumReached():
            duty = setup.chart.duties[event.duty]
            posts = {*members(state, event.duty), *setup.chart.meant(duty.convener)}
            there = frozenset(post for post in posts if state.knows(post, CONVENE_PREFIX + event.duty))
            return StoryLine(at, "story.quorum", there, {"duty": duty.name})
        case e.CountTaken():
            params = {"post": _name(state, event.post), "value": event.value}
            return StoryLine(at, "story.count_taken", frozenset({event.post}), params)
        case e.CountsTotalled():
            params = {"post": _name(state, event.post), "total": event.total}
            return StoryLine(at, "story.totalled", frozenset({event.post}), params)
        case e.NoteKept():
            params = {"post": _name(state, event.post), "note": event.text}
            return StoryLine(at, "story.note", frozenset({event.post}), params)
        case e.PersonMarked() | e.LeaveBegan() | e.LeaveEnded() | e.PostHandedOver():
            return _people(state, event, at)
        case e.DrillEnded():
            code = "story.ended_time" if event.reason == "time" else "story.ended_facilitator"
            return StoryLine(at, code, frozenset(setup.played))
    return None
