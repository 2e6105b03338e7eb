"""Telephones and mail: what becomes of a call once dialled, and of a mail once sent, on SimPy's clock.

Durations without a source are assumptions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from drill.exercise.contact import events as e
from drill.exercise.contact.behaviour import slot
from drill.exercise.contact.commands import TakeMail
from drill.exercise.contact.state import Call, ContactKey, Mail
from drill.exercise.contact.telling import conclude, passed_on
from drill.exercise.contact.timeline import Turn, rank
from drill.exercise.contact.world import World
from drill.rng import Purpose

TONE_MS = 3_000
"""Dialling until an engaged tone or a dead line is understood; assumption."""
TELL_PERSON_MS = 5_000
"""A simulated caller tells a participant what it has to say; they read at their own pace; assumption."""
PATIENCE_MS = 300_000
"""A simulated side hangs up on a participant who says nothing; assumption."""
READ_BACK_MS = 2_000
"""Reading back, a start and each item; assumption."""
POLL_MS = 900_000
"""How often somebody out of hours is found back at the mail; assumption."""


class Telephone:
    """Reacts to calls and mails."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._index = {person: i for i, person in enumerate(sorted(world.state.setup.chart.persons))}
        self._post_index = world.state.setup.post_rank
        self.reactions: dict[type[e.Event], Callable[[Any], None]] = {
            e.CallPlaced: self._ring,
            e.CallAnswered: self._talk,
            e.ItemsTold: self._told,
            e.ReadBack: self._confirmed,
            e.MessageSent: self._sent,
        }

    def _told(self, event: e.ItemsTold) -> None:
        """A simulated listener reads back what a participant has said."""
        if self._is_played(event.call, caller=True):
            call = self._world.state.calls[event.call]
            place = rank(Turn.READ_BACK, self._index[call.person], len(call.told))
            self._world.timeline.call_after(READ_BACK_MS * (1 + len(call.told)), place, partial(self._read_back, call))

    def _confirmed(self, event: e.ReadBack) -> None:
        if self._is_played(event.call, caller=False):
            self._close(self._world.state.calls[event.call], Turn.CLOSE, TONE_MS)

    def _sent(self, event: e.MessageSent) -> None:
        mail = self._world.state.mails[event.mail]
        for post, person in event.to:
            if not self._human(post, person):
                self._read(mail, post, person)

    def _human(self, post: str, person: str) -> bool:
        state = self._world.state
        return state.played(post) and state.actor(post) == person

    def _is_played(self, ref: int, *, caller: bool) -> bool:
        call = self._world.state.calls[ref]
        played = self._world.state.played(call.key.caller) if caller else self._human(call.key.target, call.to_person)
        other = self._human(call.key.target, call.to_person) if caller else self._world.state.played(call.key.caller)
        return played and not other

    def _place(self, turn: Turn, call: Call) -> int:
        return rank(turn, self._index[call.person])

    def _ring(self, placed: e.CallPlaced) -> None:
        call = self._world.state.calls[placed.call]
        delay, event = self._fate(call)
        self._world.timeline.call_after(delay, self._place(Turn.RING, call), partial(self._rung, call, event))

    def _rung(self, call: Call, event: e.AnyEvent) -> None:
        there = self._world.state.calls.get(call.ref)
        if there is not None and not there.answered:
            self._world.emit(event)

    def _fate(self, call: Call) -> tuple[int, e.AnyEvent]:
        """How long it takes until the caller knows, and what."""
        world = self._world
        state, setup, draw = world.state, world.state.setup, world.behaviours
        who, about, attempt = call.to_person, slot(call.key), len(state.attempts[call.key])
        policy = setup.contacts.policy_between(call.key.caller, call.key.target, call.key.kind)
        ring_ms, gap_ms = round(policy.ring_s * 1000), round(policy.gap_s * 1000)
        channel = setup.contacts.channel(who, call.channel)
        assert channel is not None  # the rules let nobody dial a channel that is not there
        if channel.medium in setup.down:
            return TONE_MS, e.CallFailed(call.ref, "dead", world.now_ms + TONE_MS + gap_ms)
        if not call.through:
            jitter = draw.part_of(gap_ms, call.person, Purpose.AGAIN, about, attempt)
            return TONE_MS, e.CallFailed(call.ref, "engaged", world.now_ms + TONE_MS + gap_ms + jitter)
        again = world.now_ms + ring_ms + gap_ms
        if self._human(call.key.target, who):
            return ring_ms, e.CallFailed(call.ref, "no_answer", again)
        behaviour = draw.of(who)
        there = who not in state.missing and setup.hours_open(channel.hours, world.now_ms)
        if there and draw.chance(behaviour.answers, who, Purpose.ANSWERS, about, attempt):
            delay = draw.duration_ms(behaviour.answer, who, Purpose.ANSWER_DELAY, about, attempt)
            if delay < ring_ms:
                return delay, e.CallAnswered(call.ref)
        shared = call.channel in ("desk", "duty")
        if (not shared or setup.hours_open(channel.hours, world.now_ms)) and draw.chance(
            behaviour.word_left if shared else behaviour.voicemail, who, Purpose.MISSED, about, attempt
        ):
            return ring_ms, e.WordLeft(call.ref, "colleague" if shared else "voicemail", again)
        return ring_ms, e.CallFailed(call.ref, "no_answer", again)

    def _talk(self, answered: e.CallAnswered) -> None:
        """The conversation, as far as a simulated side has to carry it."""
        world, call = self._world, self._world.state.calls[answered.call]
        to_person = self._human(call.key.target, call.to_person)
        if world.state.played(call.key.caller):
            if not to_person:
                self._close(call, Turn.TALK, PATIENCE_MS)
            return
        attempt = len(world.state.attempts[call.key])
        talk = world.behaviours.of(call.person).talk
        talk_ms = world.behaviours.duration_ms(talk, call.person, Purpose.TALK, slot(call.key), attempt)
        delay = TELL_PERSON_MS if to_person else talk_ms
        world.timeline.call_after(delay, self._place(Turn.TALK, call), partial(self._tell, call, to_person))

    def _tell(self, call: Call, to_person: bool) -> None:
        world, source = self._world, self._world.state.knows(call.key.caller, call.key.message)
        if call.ref not in world.state.calls or source is None:
            return
        world.emit(e.ItemsTold(call.ref, tuple(source.heard)))
        if to_person:
            self._close(call, Turn.TALK, PATIENCE_MS)
        else:
            self._conclude(call.ref)
            world.emit(e.CallEnded(call.ref))

    def _read_back(self, call: Call) -> None:
        if call.ref in self._world.state.calls:
            self._conclude(call.ref)

    def _conclude(self, ref: int) -> None:
        world = self._world
        call = world.state.calls[ref]
        attempt = len(world.state.attempts[call.key]) + (call.read_backs << 16)  # said again is heard anew
        heard = world.behaviours.heard(passed_on(world.state, call), call.to_person, call.key, attempt)
        for event in conclude(world.state, call, heard):
            world.emit(event)

    def _close(self, call: Call, turn: Turn, delay_ms: int) -> None:
        """End the call then, if nobody has before."""
        self._world.timeline.call_after(delay_ms, self._place(turn, call), partial(self._end, call.ref))

    def _end(self, ref: int) -> None:
        if ref in self._world.state.calls:
            self._world.emit(e.CallEnded(ref))

    def _read(self, mail: Mail, post: str, person: str) -> None:
        """A simulated reader finds the mail, or never does."""
        world = self._world
        setup, draw = world.state.setup, world.behaviours
        channel = setup.contacts.channel(person, mail.channel)
        behaviour, about = draw.of(person), f"{mail.sender}|{post}|{mail.message}"
        if channel is None or channel.medium in setup.down:
            return
        if draw.chance(behaviour.reads, person, Purpose.READS, about):
            delay = draw.duration_ms(behaviour.read, person, Purpose.READ_DELAY, about)
            self._find(delay, mail, post, person, channel.hours)

    def _find(self, delay_ms: int, mail: Mail, post: str, person: str, hours: str) -> None:
        world = self._world

        def found() -> None:
            key = ContactKey(mail.sender, post, mail.message, mail.kind)
            if not world.state.setup.hours_open(hours, world.now_ms):
                self._find(POLL_MS, mail, post, person, hours)
            elif person not in world.state.missing and world.state.made_at(key) is None:
                world.do(TakeMail(post, mail.ref))

        world.timeline.call_after(delay_ms, rank(Turn.MAIL, self._post_index[post], mail.ref), found)
