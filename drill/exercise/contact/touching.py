"""Whose sight of a drill an event changes: a view is made again only where the answer is theirs."""

from __future__ import annotations

from collections.abc import Collection

from drill.exercise.contact import events as e
from drill.exercise.contact.conditions import TOUCHES, inputs
from drill.exercise.contact.obligations import members
from drill.exercise.contact.state import State

_EVERYBODY = (
    e.DrillStarted
    | e.PhaseEntered
    | e.ClockStarted
    | e.LevelJudged
    | e.OptionChosen
    | e.MeetingConvened
    | e.QuorumReached
    | e.PersonMarked
    | e.LeaveBegan
    | e.LeaveEnded
    | e.PostHandedOver
    | e.CountsTotalled
    | e.DrillEnded
)
_NOBODY = e.InputTaken | e.InjectHeld | e.InjectSkipped | e.QuizAnswered


def touched(before: State, event: e.AnyEvent) -> Collection[str] | None:
    """The posts whose view may be otherwise after the event; None: everybody's."""
    if isinstance(event, _EVERYBODY) or _may_stop_a_clock(before, event):
        return None
    if isinstance(event, _NOBODY):
        return ()
    if isinstance(event, e.InjectDelivered):
        return event.posts
    if isinstance(event, e.MessageSent):
        return {event.sender, *(post for post, _ in event.to)}
    if isinstance(event, e.CallPlaced):
        return {event.caller, event.callee}
    if isinstance(event, e.CallFailed | e.WordLeft | e.CallAnswered | e.ItemsTold | e.ReadBack | e.CallEnded):
        call = before.calls.get(event.call)
        return {call.key.caller, call.key.target} if call else ()
    return _learned(before, event) if isinstance(event, e.MessageAcknowledged) else {event.post}


def _may_stop_a_clock(before: State, event: e.AnyEvent) -> bool:
    """Clocks that run are in everybody's sight."""
    if type(event) not in TOUCHES:
        return False
    touches = set(TOUCHES[type(event)](event))
    stops = (before.setup.scenario.clocks[name].stops for name in before.clocks)
    return any(not touches.isdisjoint(inputs(cond, before.setup)) for cond in stops if cond)


def _learned(before: State, event: e.MessageAcknowledged) -> Collection[str] | None:
    """Whoever learns and whoever told it; and all that may yet have to tell the same post."""
    setup = before.setup
    if event.post == setup.collector or any(event.post in members(before, duty) for duty in before.convened):
        return None
    owing = (link.caller for link in setup.contacts.received.get(event.post, ()))
    return {event.post, event.source or event.post, *owing}
