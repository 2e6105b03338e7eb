"""What each event changes: `evolve` gives the state after one more event. Pure.

`change` does the same to the state it is given, at a cost that does not grow with the chart: for its only owner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from drill.exercise.contact import events as e
from drill.exercise.contact.setup import CONVENE_PREFIX, COUNT_PREFIX
from drill.exercise.contact.state import (
    Attempt,
    Call,
    ContactKey,
    InjectState,
    Knowledge,
    Mail,
    Outcome,
    State,
    TaskState,
)


def evolve(state: State, event: e.AnyEvent, at_ms: int) -> State:
    """The state after one more event; the one before stays as it was."""
    return change(state.copy(), event, at_ms)


def change(state: State, event: e.AnyEvent, at_ms: int) -> State:
    """The same state, brought to after one more event."""
    state.now_ms = at_ms
    apply = _CHANGES.get(type(event))
    if apply:
        apply(state, event, at_ms)
    return state


_Change = Callable[[State, Any, int], None]
_CHANGES: dict[type[e.Event], _Change] = {}
_F = TypeVar("_F", bound=_Change)


def _on(kind: type[e.Event]) -> Callable[[_F], _F]:
    def register(apply: _F) -> _F:
        _CHANGES[kind] = apply
        return apply

    return register


@_on(e.DrillStarted)
def _started(state: State, _event: e.DrillStarted, _at: int) -> None:
    state.started, state.away = True, state.setup.away
    state.missing = state.setup.absent | state.away


@_on(e.PhaseEntered)
def _phase(state: State, event: e.PhaseEntered, _at: int) -> None:
    state.phase = event.phase


@_on(e.InjectDelivered)
def _delivered(state: State, event: e.InjectDelivered, at: int) -> None:
    state.injects[event.inject] = InjectState("delivered", at, event.posts, event.text)


@_on(e.InjectHeld)
def _held(state: State, event: e.InjectHeld, at: int) -> None:
    state.injects[event.inject] = InjectState("held", at)


@_on(e.InjectSkipped)
def _skipped(state: State, event: e.InjectSkipped, at: int) -> None:
    state.injects[event.inject] = InjectState("skipped", at)


@_on(e.TaskOpened)
def _opened(state: State, event: e.TaskOpened, at: int) -> None:
    state.tasks.setdefault(event.task, TaskState(at, event.post))


@_on(e.ClockStarted)
def _clock(state: State, event: e.ClockStarted, at: int) -> None:
    state.clocks[event.clock] = at


@_on(e.CallPlaced)
def _placed(state: State, event: e.CallPlaced, at: int) -> None:
    key = ContactKey(event.caller, event.callee, event.message, event.kind)
    through = state.gets_through(event.to_person, event.channel)
    call = Call(event.call, key, event.person, event.to_person, event.channel, at, through)
    _attempt(state, key, Attempt(at, event.to_person, event.channel, "ringing", ref=event.call))
    state.calls[call.ref], state.next_ref = call, event.call + 1
    _engage(state, call, 1)


def _engage(state: State, call: Call, by: int) -> None:
    """Note that a call takes the lines it needs, or (-1) gives them back."""
    for line in state.lines(call):
        taken = state.engaged.pop(line, 0) + by
        if taken:
            state.engaged[line] = taken


@_on(e.CallFailed)
def _failed(state: State, event: e.CallFailed, _at: int) -> None:
    _end_call(state, event.call, event.reason, event.again_ms)


@_on(e.WordLeft)
def _word_left(state: State, event: e.WordLeft, _at: int) -> None:
    _end_call(state, event.call, event.how, event.again_ms)


@_on(e.CallAnswered)
def _answered(state: State, event: e.CallAnswered, _at: int) -> None:
    before = state.calls[event.call]
    call = state.calls[event.call] = before.after(before.told, before.heard)
    _outcome(state, call.key, call.ref, "talking", 0)


@_on(e.ItemsTold)
def _told(state: State, event: e.ItemsTold, _at: int) -> None:
    call = state.calls[event.call]
    state.calls[call.ref] = call.after(tuple(dict.fromkeys((*call.told, *event.items))), call.heard, call.read_backs)


@_on(e.ReadBack)
def _read_back(state: State, event: e.ReadBack, _at: int) -> None:
    call = state.calls[event.call]
    state.calls[call.ref] = call.after(call.told, _gathered(call.heard, event.heard), call.read_backs + 1)


@_on(e.MessageAcknowledged)
def _acknowledged(state: State, event: e.MessageAcknowledged, at: int) -> None:
    post, message = event.post, event.message
    before = state.knows(post, message)
    if before:
        now = replace(before, heard=_gathered(before.heard, event.heard))
    else:
        now = Knowledge(at, event.person, event.via, event.source, event.heard)
        if event.source and event.via == "same_person":
            state.needless[event.source, post, message] = at
    _knows(state, post, message, now)
    state.hearers[message][event.person] = None
    if _vacant(state, post):
        state.acting[post] = event.person
    if event.source and event.kind:
        _contact_made(state, ContactKey(event.source, post, message, event.kind), event)
    if message.startswith(COUNT_PREFIX) and event.value is not None and post == state.setup.collector:
        state.reported[message.removeprefix(COUNT_PREFIX)] = (event.value, at)


def _knows(state: State, post: str, message: str, knowledge: Knowledge) -> None:
    state.known.setdefault(post, {})[message] = knowledge
    state.hearers.setdefault(message, {})[knowledge.person] = None
    _in_hand(state, post, message, knowledge.hand or knowledge.person)


def _in_hand(state: State, post: str, message: str, person: str) -> None:
    """Whoever has a message for several posts has nothing to tell between them."""
    for other in state.setup.contacts.posts_of.get(person, ()):
        known = state.knows(other, message)
        if known and other != post and person in (known.hand, known.person):
            for pair in ((post, other), (other, post)):
                state.needless.setdefault((*pair, message), state.now_ms)


def _gathered(before: Mapping[str, bool], now: Mapping[str, bool]) -> dict[str, bool]:
    """Items over all times they were heard: once right, right."""
    return {**before, **{item: right or before.get(item, False) for item, right in now.items()}}


def _vacant(state: State, post: str) -> bool:
    acting = state.acting.get(post)
    return acting is None or acting in state.missing


def _contact_made(state: State, key: ContactKey, event: e.MessageAcknowledged) -> None:
    state.made.setdefault(key, state.now_ms)
    was = {"written": "sent", "call": "talking"}.get(event.via)
    tries = state.attempts.get(key, ())
    mine = [t for t in tries if (t.outcome, t.person) == (was, event.person)]
    if event.via == "written":
        for attempt in mine:
            state.mails[attempt.ref].taken.add(event.post)
    if mine:
        state.attempts[key] = tuple(t.came_to("acknowledged", t.again_ms) if t in mine else t for t in tries)


@_on(e.InjectTaken)
def _taken(state: State, event: e.InjectTaken, at: int) -> None:
    state.injects[event.inject].taken[event.post] = at


@_on(e.CallEnded)
def _ended(state: State, event: e.CallEnded, at: int) -> None:
    call = state.calls.get(event.call)
    if call is not None:
        acknowledged = any(t.ref == call.ref and t.outcome == "acknowledged" for t in state.attempts[call.key])
        _end_call(state, call.ref, "acknowledged" if acknowledged else "ended", at)


@_on(e.MessageSent)
def _sent(state: State, event: e.MessageSent, at: int) -> None:
    mail = Mail(event.mail, event.sender, dict(event.to), event.channel, event.message, event.kind, event.items, at)
    for post, person in event.to:
        key = ContactKey(event.sender, post, event.message, event.kind)
        _attempt(state, key, Attempt(at, person, event.channel, "sent", ref=event.mail))
    state.mails[mail.ref], state.next_ref = mail, event.mail + 1


@_on(e.LevelJudged)
def _judged(state: State, event: e.LevelJudged, at: int) -> None:
    _task_done(state, event.task, at, event.level, reason=event.reason)
    state.level, state.level_ms = event.level, at


@_on(e.OptionChosen)
def _chosen(state: State, event: e.OptionChosen, at: int) -> None:
    _task_done(state, event.task, at, event.option)
    publishing = state.setup.scenario.tasks[event.task].options[event.option].publishing
    if publishing is not None:
        state.publishing, state.publishing_ms = publishing, at


@_on(e.ActionDone)
def _action(state: State, event: e.ActionDone, at: int) -> None:
    state.tasks.setdefault(event.task, TaskState(at, event.post))
    _task_done(state, event.task, at, "done", right_order=event.in_order)


@_on(e.MeetingConvened)
def _convened(state: State, event: e.MeetingConvened, at: int) -> None:
    state.convened[event.duty] = at
    for name, task in state.setup.scenario.tasks.items():
        if task.duty == event.duty and name in state.tasks:
            _task_done(state, name, at, "done")
    person = state.actor(event.post)
    if person is not None:
        own = Knowledge(at, person, "inject", None, {"convening": True})
        _knows(state, event.post, CONVENE_PREFIX + event.duty, own)


@_on(e.QuorumReached)
def _quorate(state: State, event: e.QuorumReached, at: int) -> None:
    state.quorate[event.duty] = at


@_on(e.CountTaken)
def _counted(state: State, event: e.CountTaken, at: int) -> None:
    own = Knowledge(at, state.actor(event.post) or "", "inject", None, {"count": True})
    _knows(state, event.post, COUNT_PREFIX + event.post, own)
    state.own_count[event.post] = (event.value, at)


@_on(e.CountsTotalled)
def _totalled(state: State, event: e.CountsTotalled, at: int) -> None:
    state.total = (event.total, at)


@_on(e.NoteKept)
def _noted(state: State, event: e.NoteKept, at: int) -> None:
    state.notes = (*state.notes, (at, event.post, event.text))


@_on(e.PersonMarked)
def _marked(state: State, event: e.PersonMarked, _at: int) -> None:
    if event.present:
        state.missing, state.away = state.missing - {event.person}, state.away - {event.person}
    else:
        state.missing = state.missing | {event.person}


@_on(e.LeaveBegan)
def _on_leave(state: State, event: e.LeaveBegan, _at: int) -> None:
    state.missing, state.away = state.missing | {event.person}, state.away | {event.person}


@_on(e.LeaveEnded)
def _back_from_leave(state: State, event: e.LeaveEnded, _at: int) -> None:
    if event.person in state.away:
        state.away = state.away - {event.person}
        state.missing = state.missing - ({event.person} - state.setup.absent)


@_on(e.PostHandedOver)
def _handed_over(state: State, event: e.PostHandedOver, _at: int) -> None:
    state.acting[event.post] = event.to_person
    for message in event.messages:
        _knows(state, event.post, message, replace(state.known[event.post][message], hand=event.to_person))
        state.hearers[message][event.to_person] = None


@_on(e.QuizAnswered)
def _quiz(state: State, event: e.QuizAnswered, _at: int) -> None:
    state.quiz[event.question] = event.answer


@_on(e.DrillEnded)
def _over(state: State, _event: e.DrillEnded, at: int) -> None:
    state.ended_ms = at


def _attempt(state: State, key: ContactKey, attempt: Attempt) -> None:
    before = state.attempts.get(key, ())
    if not before:
        state.tried.setdefault(key.caller, []).append(key)
    state.attempts[key] = (*before, attempt)


def _outcome(state: State, key: ContactKey, ref: int, outcome: Outcome, again_ms: int) -> None:
    state.attempts[key] = tuple(
        t.came_to(outcome, again_ms) if t.ref == ref else t for t in state.attempts.get(key, ())
    )


def _end_call(state: State, ref: int, outcome: Outcome, again_ms: int) -> None:
    call = state.calls.pop(ref)
    _engage(state, call, -1)
    _outcome(state, call.key, ref, outcome, again_ms)


def _task_done(
    state: State, task: str, at: int, answer: str | int, *, right_order: bool = True, reason: str = ""
) -> None:
    done = replace(state.tasks[task], done_ms=at, answer=answer, right_order=right_order, reason=reason)
    state.tasks[task] = done
