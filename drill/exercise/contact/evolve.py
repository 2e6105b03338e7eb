"""What each event changes: `evolve` gives the state after one more event. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

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
    """The state after one more event."""
    change = _CHANGES.get(type(event))
    moved = state if state.now_ms == at_ms else replace(state, now_ms=at_ms)
    return change(moved, event, at_ms) if change else moved


_Change = Callable[[State, Any, int], State]
_CHANGES: dict[type[e.Event], _Change] = {}
_F = TypeVar("_F", bound=_Change)


def _on(kind: type[e.Event]) -> Callable[[_F], _F]:
    def register(change: _F) -> _F:
        _CHANGES[kind] = change
        return change

    return register


@_on(e.DrillStarted)
def _started(state: State, _event: e.DrillStarted, _at: int) -> State:
    return replace(state, started=True, missing=state.setup.absent | state.setup.away)


@_on(e.PhaseEntered)
def _phase(state: State, event: e.PhaseEntered, _at: int) -> State:
    return replace(state, phase=event.phase)


@_on(e.InjectDelivered)
def _delivered(state: State, event: e.InjectDelivered, at: int) -> State:
    inject = InjectState("delivered", at, event.posts, event.text)
    return replace(state, injects={**state.injects, event.inject: inject})


@_on(e.InjectHeld)
def _held(state: State, event: e.InjectHeld, at: int) -> State:
    return replace(state, injects={**state.injects, event.inject: InjectState("held", at)})


@_on(e.InjectSkipped)
def _skipped(state: State, event: e.InjectSkipped, at: int) -> State:
    return replace(state, injects={**state.injects, event.inject: InjectState("skipped", at)})


@_on(e.TaskOpened)
def _opened(state: State, event: e.TaskOpened, at: int) -> State:
    if event.task in state.tasks:
        return state
    return replace(state, tasks={**state.tasks, event.task: TaskState(at, event.post)})


@_on(e.ClockStarted)
def _clock(state: State, event: e.ClockStarted, at: int) -> State:
    return replace(state, clocks={**state.clocks, event.clock: at})


@_on(e.CallPlaced)
def _placed(state: State, event: e.CallPlaced, at: int) -> State:
    key = ContactKey(event.caller, event.callee, event.message, event.kind)
    call = Call(event.call, key, event.person, event.to_person, event.channel, at)
    call = replace(call, through=state.gets_through(call))
    state = _attempt(state, key, Attempt(at, event.to_person, event.channel, "ringing", ref=event.call))
    return replace(state, calls={**state.calls, call.ref: call}, next_ref=event.call + 1)


@_on(e.CallFailed)
def _failed(state: State, event: e.CallFailed, _at: int) -> State:
    return _end_call(state, event.call, event.reason, event.again_ms)


@_on(e.WordLeft)
def _word_left(state: State, event: e.WordLeft, _at: int) -> State:
    return _end_call(state, event.call, event.how, event.again_ms)


@_on(e.CallAnswered)
def _answered(state: State, event: e.CallAnswered, _at: int) -> State:
    call = replace(state.calls[event.call], answered=True)
    state = _outcome(state, call.key, call.ref, "talking", 0)
    return replace(state, calls={**state.calls, call.ref: call})


@_on(e.ItemsTold)
def _told(state: State, event: e.ItemsTold, _at: int) -> State:
    call = state.calls[event.call]
    call = replace(call, told=tuple(dict.fromkeys((*call.told, *event.items))))
    return replace(state, calls={**state.calls, call.ref: call})


@_on(e.ReadBack)
def _read_back(state: State, event: e.ReadBack, _at: int) -> State:
    call = replace(state.calls[event.call], heard=_gathered(state.calls[event.call].heard, event.heard))
    return replace(state, calls={**state.calls, call.ref: call})


@_on(e.MessageAcknowledged)
def _acknowledged(state: State, event: e.MessageAcknowledged, at: int) -> State:
    post, message = event.post, event.message
    before = state.knows(post, message)
    if before:
        now = replace(before, heard=_gathered(before.heard, event.heard))
    else:
        now = Knowledge(at, event.person, event.via, event.source, event.heard)
    state = replace(
        state,
        known={**state.known, post: {**state.known.get(post, {}), message: now}},
        acting={**state.acting, post: event.person} if _vacant(state, post) else state.acting,
    )
    if event.source and event.kind:
        state = _contact_made(state, ContactKey(event.source, post, message, event.kind), event)
    if message.startswith(COUNT_PREFIX) and event.value is not None and post == state.setup.collector:
        reporter = message.removeprefix(COUNT_PREFIX)
        state = replace(state, reported={**state.reported, reporter: (event.value, at)})
    return state


def _gathered(before: Mapping[str, bool], now: Mapping[str, bool]) -> dict[str, bool]:
    """Items over all times they were heard: once right, right."""
    return {**before, **{item: right or before.get(item, False) for item, right in now.items()}}


def _vacant(state: State, post: str) -> bool:
    acting = state.acting.get(post)
    return acting is None or acting in state.missing


def _contact_made(state: State, key: ContactKey, event: e.MessageAcknowledged) -> State:
    tries = state.attempts.get(key, ())
    if event.via == "written":
        mails = {
            ref: replace(mail, taken=mail.taken | {event.post})
            if (mail.sender, mail.message, mail.kind) == (key.caller, key.message, key.kind)
            and (event.post, event.person) in mail.to
            else mail
            for ref, mail in state.mails.items()
        }
        state = replace(state, mails=mails)
    was = {"written": "sent", "call": "talking"}.get(event.via)
    tries = tuple(
        replace(t, outcome="acknowledged") if (t.outcome, t.person) == (was, event.person) else t for t in tries
    )
    return replace(state, attempts={**state.attempts, key: tries}) if tries else state


@_on(e.InjectTaken)
def _taken(state: State, event: e.InjectTaken, at: int) -> State:
    inject = state.injects[event.inject]
    taken = replace(inject, taken={**inject.taken, event.post: at})
    return replace(state, injects={**state.injects, event.inject: taken})


@_on(e.CallEnded)
def _ended(state: State, event: e.CallEnded, at: int) -> State:
    call = state.calls.get(event.call)
    if call is None:
        return state
    tries = state.attempts[call.key]
    acknowledged = any(t.ref == call.ref and t.outcome == "acknowledged" for t in tries)
    return _end_call(state, call.ref, "acknowledged" if acknowledged else "ended", at)


@_on(e.MessageSent)
def _sent(state: State, event: e.MessageSent, at: int) -> State:
    mail = Mail(event.mail, event.sender, event.to, event.channel, event.message, event.kind, event.items, at)
    attempts = dict(state.attempts)
    for post, person in event.to:
        key = ContactKey(event.sender, post, event.message, event.kind)
        sent = Attempt(at, person, event.channel, "sent", ref=event.mail)
        attempts[key] = (*attempts.get(key, ()), sent)
    return replace(state, mails={**state.mails, mail.ref: mail}, attempts=attempts, next_ref=event.mail + 1)


@_on(e.LevelJudged)
def _judged(state: State, event: e.LevelJudged, at: int) -> State:
    state = _task_done(state, event.task, at, event.level, reason=event.reason)
    return replace(state, level=event.level, level_ms=at)


@_on(e.OptionChosen)
def _chosen(state: State, event: e.OptionChosen, at: int) -> State:
    state = _task_done(state, event.task, at, event.option)
    publishing = state.setup.scenario.tasks[event.task].options[event.option].publishing
    return state if publishing is None else replace(state, publishing=publishing, publishing_ms=at)


@_on(e.ActionDone)
def _action(state: State, event: e.ActionDone, at: int) -> State:
    state = state if event.task in state.tasks else _opened(state, e.TaskOpened(event.task, event.post), at)
    return _task_done(state, event.task, at, "done", right_order=event.in_order)


@_on(e.MeetingConvened)
def _convened(state: State, event: e.MeetingConvened, at: int) -> State:
    state = replace(state, convened={**state.convened, event.duty: at})
    for name, task in state.setup.scenario.tasks.items():
        if task.duty == event.duty and name in state.tasks:
            state = _task_done(state, name, at, "done")
    message = CONVENE_PREFIX + event.duty
    person = state.actor(event.post)
    if person is None:
        return state
    own = Knowledge(at, person, "inject", None, {"convening": True})
    return replace(state, known={**state.known, event.post: {**state.known.get(event.post, {}), message: own}})


@_on(e.QuorumReached)
def _quorate(state: State, event: e.QuorumReached, at: int) -> State:
    return replace(state, quorate={**state.quorate, event.duty: at})


@_on(e.CountTaken)
def _counted(state: State, event: e.CountTaken, at: int) -> State:
    own = Knowledge(at, state.actor(event.post) or "", "inject", None, {"count": True})
    known = {**state.known.get(event.post, {}), COUNT_PREFIX + event.post: own}
    return replace(
        state,
        own_count={**state.own_count, event.post: (event.value, at)},
        known={**state.known, event.post: known},
    )


@_on(e.CountsTotalled)
def _totalled(state: State, event: e.CountsTotalled, at: int) -> State:
    return replace(state, total=(event.total, at))


@_on(e.NoteKept)
def _noted(state: State, event: e.NoteKept, at: int) -> State:
    return replace(state, notes=(*state.notes, (at, event.post, event.text)))


@_on(e.PersonMarked)
def _marked(state: State, event: e.PersonMarked, _at: int) -> State:
    missing = state.missing - {event.person} if event.present else state.missing | {event.person}
    return replace(state, missing=missing)


@_on(e.QuizAnswered)
def _quiz(state: State, event: e.QuizAnswered, _at: int) -> State:
    return replace(state, quiz={**state.quiz, event.question: event.answer})


@_on(e.DrillEnded)
def _over(state: State, _event: e.DrillEnded, at: int) -> State:
    return replace(state, ended_ms=at)


def _attempt(state: State, key: ContactKey, attempt: Attempt) -> State:
    return replace(state, attempts={**state.attempts, key: (*state.attempts.get(key, ()), attempt)})


def _outcome(state: State, key: ContactKey, ref: int, outcome: Outcome, again_ms: int) -> State:
    tries = tuple(
        replace(t, outcome=outcome, again_ms=again_ms) if t.ref == ref else t for t in state.attempts.get(key, ())
    )
    return replace(state, attempts={**state.attempts, key: tries})


def _end_call(state: State, ref: int, outcome: Outcome, again_ms: int) -> State:
    call = state.calls[ref]
    state = _outcome(state, call.key, ref, outcome, again_ms)
    return replace(state, calls={r: c for r, c in state.calls.items() if r != ref})


def _task_done(
    state: State, task: str, at: int, answer: str | int, *, right_order: bool = True, reason: str = ""
) -> State:
    done = replace(state.tasks[task], done_ms=at, answer=answer, right_order=right_order, reason=reason)
    return replace(state, tasks={**state.tasks, task: done})
