"""What is allowed: `decide` turns a command into events or refuses it, with a reason. Pure: no clock, no chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any, TypeVar

from drill.exercise.contact import commands as c
from drill.exercise.contact import events as e
from drill.exercise.contact.conditions import holds
from drill.exercise.contact.handover import hand_over
from drill.exercise.contact.setup import COUNT_PREFIX
from drill.exercise.contact.state import Call, ContactKey, State
from drill.exercise.contact.telling import acknowledge, conclude, number, passed_on, quorum, reader
from drill.exercise.ledger import Ledger, Rejected
from drill.model.basics import WRITTEN

MOST = 10**9
"""No count is larger; keeps what people type within what every JSON reader takes."""

Verdict = Sequence[e.AnyEvent] | Rejected
DrillLedger = Ledger[State, e.AnyEvent, c.AnyCommand]
_Rule = Callable[[State, Any], Verdict]
_RULES: dict[type[c.Command], _Rule] = {}
_F = TypeVar("_F", bound=_Rule)


def _for(kind: type[c.Command]) -> Callable[[_F], _F]:
    def register(rule: _F) -> _F:
        _RULES[kind] = rule
        return rule

    return register


def decide(state: State, command: c.AnyCommand) -> Verdict:
    """The events a command causes in this state, or why not."""
    if isinstance(command, c.AnswerQuiz):
        return _answer_quiz(state, command)
    if not state.running:
        return Rejected("refused.not_running")
    post = getattr(command, "post", None)
    if post is not None:
        if post not in state.setup.chart.posts:
            return Rejected("refused.no_such_post", {"post": post})
        if post not in state.setup.contacts.in_scope:
            return _outside(state, post)
        if state.actor(post) is None:
            return Rejected("refused.nobody_there", {"post": state.setup.chart.posts[post].name})
    return _RULES[type(command)](state, command)


def _outside(state: State, post: str) -> Rejected:
    return Rejected("refused.out_of_scope", {"post": state.setup.chart.posts[post].name})


def _answer_quiz(state: State, command: c.AnswerQuiz) -> Verdict:
    question = state.setup.scenario.quiz.get(command.question)
    if question is None or not 0 <= command.answer < len(question.answers):
        return Rejected("refused.no_such_answer")
    if command.question in state.quiz:
        return Rejected("refused.already_done")
    return [e.QuizAnswered(command.question, command.answer)]


def _actor(state: State, post: str) -> str:
    person = state.actor(post)
    assert person is not None  # decide() has refused the command otherwise
    return person


def _speaker(state: State, post: str, message: str) -> str:
    """Who speaks for a post about a message; whoever acts for it where nobody there has heard it."""
    return state.voice(post, message) or _actor(state, post)


@_for(c.TakeInject)
def _take_inject(state: State, command: c.TakeInject) -> Verdict:
    inject = state.injects.get(command.inject)
    if inject is None or inject.status != "delivered" or command.post not in inject.posts:
        return Rejected("refused.not_for_you")
    if command.post in inject.taken:
        return Rejected("refused.already_done")
    person = _actor(state, command.post)
    events: list[e.AnyEvent] = [e.InjectTaken(command.inject, command.post, person)]
    written = state.setup.scenario.injects.get(command.inject)
    if written and written.gives:
        items = state.setup.message_items(written.gives) if written.items is None else written.items
        heard = dict.fromkeys(items, True)
        events += acknowledge(state, command.post, person, written.gives, heard, via="inject")
    return events


@_for(c.PlaceCall)
def _place_call(state: State, command: c.PlaceCall) -> Verdict:
    person = _speaker(state, command.post, command.message)
    if state.busy(person):
        return Rejected("refused.line_in_use")
    if command.to not in state.setup.chart.posts or command.person not in state.setup.contacts.candidates[command.to]:
        return Rejected("refused.not_on_chart")
    if command.to not in state.setup.contacts.in_scope:
        return _outside(state, command.to)
    if command.person == person:
        return Rejected("refused.yourself")
    if command.channel in WRITTEN or state.setup.contacts.channel(command.person, command.channel) is None:
        return Rejected("refused.no_such_channel")
    if not state.voice(command.post, command.message):
        return Rejected("refused.not_known_to_you")
    placed = e.CallPlaced(
        state.next_ref,
        command.post,
        person,
        command.to,
        command.person,
        command.channel,
        command.message,
        command.kind,
    )
    return [placed]


def _my_call(state: State, post: str, ref: int, *, as_caller: bool) -> Call | Rejected:
    call = state.calls.get(ref)
    if call is None:
        return Rejected("refused.call_over")
    if as_caller:
        return call if call.key.caller == post else Rejected("refused.not_for_you")
    mine = call.key.target == post and call.to_person == state.actor(post)
    return call if mine else Rejected("refused.not_for_you")


@_for(c.AnswerCall)
def _answer_call(state: State, command: c.AnswerCall) -> Verdict:
    call = _my_call(state, command.post, command.call, as_caller=False)
    if isinstance(call, Rejected):
        return call
    if call.answered:
        return Rejected("refused.already_done")
    if not state.audible(call):
        return Rejected("refused.call_over")
    return [e.CallAnswered(call.ref)]


@_for(c.TellItems)
def _tell(state: State, command: c.TellItems) -> Verdict:
    call = _my_call(state, command.post, command.call, as_caller=True)
    if isinstance(call, Rejected):
        return call
    if not call.answered:
        return Rejected("refused.not_answered_yet")
    mine = state.knows(call.key.caller, call.key.message)
    if not command.items or mine is None or not set(command.items) <= set(mine.heard):
        return Rejected("refused.not_known_to_you")
    return [e.ItemsTold(call.ref, command.items)]


@_for(c.ConfirmCall)
def _confirm(state: State, command: c.ConfirmCall) -> Verdict:
    call = _my_call(state, command.post, command.call, as_caller=False)
    if isinstance(call, Rejected):
        return call
    if not call.told:
        return Rejected("refused.nothing_told_yet")
    return conclude(state, call, passed_on(state, call))


@_for(c.StandIn)
def _stand_in(state: State, command: c.StandIn) -> Verdict:
    person, mine = _speaker(state, command.post, command.message), state.knows(command.post, command.message)
    if command.to not in state.setup.chart.posts or person not in state.setup.chart.candidates(command.to):
        return Rejected("refused.not_on_chart")
    if mine is None or not state.voice(command.post, command.message):
        return Rejected("refused.not_known_to_you")
    if state.knows(command.to, command.message):
        return Rejected("refused.already_done")
    how = {"via": "same_person", "source": command.post, "kind": command.kind}
    value = number(state, command.message)
    return acknowledge(state, command.to, person, command.message, dict(mine.heard), **how, value=value)


@_for(c.HangUp)
def _hang_up(state: State, command: c.HangUp) -> Verdict:
    call = state.calls.get(command.call)
    if call is None:
        return Rejected("refused.call_over")
    if command.post not in (call.key.caller, call.key.target):
        return Rejected("refused.not_for_you")
    return [e.CallEnded(call.ref)]


@_for(c.SendMessage)
def _send(state: State, command: c.SendMessage) -> Verdict:
    mine = state.knows(command.post, command.message)
    if (
        mine is None
        or not state.voice(command.post, command.message)
        or not command.items
        or not set(command.items) <= set(mine.heard)
    ):
        return Rejected("refused.not_known_to_you")
    if command.channel not in WRITTEN:
        return Rejected("refused.no_such_channel")
    to: dict[str, str] = {}
    for post, named in zip_longest(command.to, command.people[: len(command.to)]):
        if post not in state.setup.chart.posts or named not in (None, *state.setup.chart.candidates(post)):
            return Rejected("refused.not_on_chart")
        if post not in state.setup.contacts.in_scope:
            return _outside(state, post)
        key = ContactKey(command.post, post, command.message, command.kind)
        person = named or reader(state, key, command.channel)
        if person is None or state.setup.contacts.channel(person, command.channel) is None:
            return Rejected("refused.no_such_channel")
        to[post] = person
    if not to:
        return Rejected("refused.nobody_chosen")
    person = _speaker(state, command.post, command.message)
    return [
        e.MessageSent(
            state.next_ref,
            command.post,
            person,
            tuple(to.items()),
            command.channel,
            command.message,
            command.kind,
            command.items,
        )
    ]


@_for(c.TakeMail)
def _take_mail(state: State, command: c.TakeMail) -> Verdict:
    mail = state.mails.get(command.mail)
    person = state.reads(mail, command.post) if mail else None
    if mail is None or person is None:
        return Rejected("refused.not_for_you")
    if command.post in mail.taken:
        return Rejected("refused.already_done")
    source = state.knows(mail.sender, mail.message)
    heard = {item: bool(source and source.heard.get(item)) for item in mail.items}
    how = {"via": "written", "source": mail.sender, "kind": mail.kind, "value": number(state, mail.message)}
    return acknowledge(state, command.post, person, mail.message, heard, **how)


def _task(state: State, task: str, post: str, kind: str) -> Rejected | None:
    found = state.setup.scenario.tasks.get(task)
    if found is None or found.kind != kind or state.setup.task_post(task) != post:
        return Rejected("refused.not_for_you")
    if task in state.tasks and state.tasks[task].done_ms is not None:
        return Rejected("refused.already_done")
    return None if task in state.tasks or kind == "action" else Rejected("refused.not_open_yet")


@_for(c.JudgeLevel)
def _judge(state: State, command: c.JudgeLevel) -> Verdict:
    refused = _task(state, command.task, command.post, "level")
    if refused or not 0 <= command.level <= 3:
        return refused or Rejected("refused.no_such_answer")
    person = _actor(state, command.post)
    return [e.LevelJudged(command.task, command.post, person, command.level, command.reason)]


@_for(c.ChooseOption)
def _choose(state: State, command: c.ChooseOption) -> Verdict:
    refused = _task(state, command.task, command.post, "choice")
    if refused or command.option not in state.setup.scenario.tasks[command.task].options:
        return refused or Rejected("refused.no_such_answer")
    return [e.OptionChosen(command.task, command.post, _actor(state, command.post), command.option)]


@_for(c.DoAction)
def _act(state: State, command: c.DoAction) -> Verdict:
    refused = _task(state, command.task, command.post, "action")
    if refused:
        return refused
    requires = state.setup.scenario.tasks[command.task].requires
    in_order = requires is None or holds(requires, state)
    return [e.ActionDone(command.task, command.post, _actor(state, command.post), in_order)]


@_for(c.ConveneMeeting)
def _convene(state: State, command: c.ConveneMeeting) -> Verdict:
    duty = state.setup.chart.duties.get(command.duty)
    if duty is None or command.post not in state.setup.chart.meant(duty.convener):
        return Rejected("refused.not_for_you")
    if command.duty in state.convened:
        return Rejected("refused.already_done")
    return [
        e.MeetingConvened(command.duty, command.post),
        *quorum(state, command.duty, command.post, _actor(state, command.post)),
    ]


@_for(c.EnterCount)
def _enter_count(state: State, command: c.EnterCount) -> Verdict:
    counts = state.setup.scenario.counts
    if counts is None or command.post not in state.setup.count_sources:
        return Rejected("refused.not_for_you")
    if not state.knows(command.post, counts.after):
        return Rejected("refused.not_open_yet")
    if command.post in state.reported:
        return Rejected("refused.already_done")
    if not 0 <= command.value <= MOST:
        return Rejected("refused.no_such_answer")
    events: list[e.AnyEvent] = [e.CountTaken(command.post, command.value)]
    collector, person = state.setup.collector, _actor(state, command.post)
    if collector is not None and state.actor(collector) == person:
        how = {"via": "same_person", "source": command.post, "kind": "report", "value": command.value}
        events += acknowledge(state, collector, person, COUNT_PREFIX + command.post, {"count": True}, **how)
    return events


@_for(c.TotalCounts)
def _total(state: State, command: c.TotalCounts) -> Verdict:
    if command.post != state.setup.collector:
        return Rejected("refused.not_for_you")
    if state.total is not None:
        return Rejected("refused.already_done")
    if not 0 <= command.total <= MOST:
        return Rejected("refused.no_such_answer")
    return [e.CountsTotalled(command.post, command.total)]


@_for(c.KeepNote)
def _note(_state: State, command: c.KeepNote) -> Verdict:
    return [e.NoteKept(command.post, command.text)] if command.text.strip() else Rejected("refused.nothing_written")


@_for(c.HoldInject)
def _hold(state: State, command: c.HoldInject) -> Verdict:
    return _pending(state, command.inject) or [e.InjectHeld(command.inject)]


@_for(c.SkipInject)
def _skip(state: State, command: c.SkipInject) -> Verdict:
    return _pending(state, command.inject) or [e.InjectSkipped(command.inject, "facilitator")]


@_for(c.ReleaseInject)
def _release(state: State, command: c.ReleaseInject) -> Verdict:
    return _pending(state, command.inject) or [deliver(state, command.inject)]


def _pending(state: State, inject: str) -> Rejected | None:
    if inject not in state.setup.scenario.injects:
        return Rejected("refused.no_such_inject")
    there = state.injects.get(inject)
    return Rejected("refused.already_done") if there and there.status == "delivered" else None


def deliver(state: State, inject: str) -> e.InjectDelivered | e.InjectSkipped:
    """What becomes of an inject of the scenario whose time has come: it reaches its posts, if any is in the drill."""
    posts = state.setup.chart.meant(*state.setup.scenario.injects[inject].to)
    return e.InjectDelivered(inject, posts) if posts else e.InjectSkipped(inject, "out_of_scope")


@_for(c.Improvise)
def _improvise(state: State, command: c.Improvise) -> Verdict:
    if not command.text.strip():
        return Rejected("refused.nothing_written")
    posts = state.setup.chart.meant(*command.to)
    if not posts:
        return Rejected("refused.nobody_chosen")
    number = 1 + sum(inject.text is not None for inject in state.injects.values())
    return [e.InjectDelivered(f"improvised:{number}", posts, command.text)]


@_for(c.MarkPerson)
def _mark(state: State, command: c.MarkPerson) -> Verdict:
    if command.person not in state.setup.chart.persons:
        return Rejected("refused.not_on_chart")
    if (command.person not in state.missing) == command.present:
        return Rejected("refused.already_done")
    if command.present:
        return [e.PersonMarked(command.person, present=True), *hand_over(state, state.now_ms, {command.person})]
    return [e.PersonMarked(command.person, present=False), *map(e.CallEnded, state.calls_of(command.person))]


@_for(c.EndDrill)
def _end(_state: State, _command: c.EndDrill) -> Verdict:
    return [e.DrillEnded("facilitator")]
