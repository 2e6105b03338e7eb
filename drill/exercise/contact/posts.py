"""The simulated posts: each on SimPy's clock, making the contacts it owes, in order, one telephone call at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from drill.exercise.contact import events as e
from drill.exercise.contact.commands import PlaceCall, SendMessage, StandIn
from drill.exercise.contact.obligations import NextTry, Unmade, next_try, owed_by
from drill.exercise.contact.setup import CONVENE_PREFIX, COUNT_PREFIX
from drill.exercise.contact.timeline import PostBell, Turn, rank
from drill.exercise.contact.world import World
from drill.model.basics import WRITTEN
from drill.rng import Purpose

LOOK_AGAIN_MS = 900_000
"""A post with a contact it cannot make now (out of hours, nobody left) looks again after this; assumption."""


class SimulatedPosts:
    """Reacts to whatever may give a post something to do."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._index = world.state.setup.post_rank
        self._bells: dict[str, PostBell] = {}
        self._ready: dict[tuple[str, str], int] = {}
        """(post, message) → when the post has handled it and may pass it on."""
        self._idle: set[str] = set()
        """Posts that have made all they owe; only something new gives them more."""
        self._unmade: Unmade = {}
        self._talking: dict[int, tuple[str, str]] = {}
        self.reactions: dict[type[e.Event], Callable[[Any], None]] = {
            e.MessageAcknowledged: self._acknowledged,
            e.MeetingConvened: lambda event: self._learned(event.post, CONVENE_PREFIX + event.duty),
            e.CountTaken: lambda event: self._learned(event.post, COUNT_PREFIX + event.post),
            e.CallPlaced: self._placed,
            **dict.fromkeys((e.CallEnded, e.CallFailed, e.WordLeft), self._over),
            **dict.fromkeys((e.LevelJudged, e.OptionChosen), self._decided),
            **dict.fromkeys((e.PersonMarked, e.LeaveBegan, e.LeaveEnded, e.PostHandedOver), self._turned),
        }

    def _acknowledged(self, event: e.MessageAcknowledged) -> None:
        self._learned(event.post, event.message)
        self._wake([event.source] if event.source else [])

    def _placed(self, event: e.CallPlaced) -> None:
        self._talking[event.call] = (event.person, event.to_person)

    def _over(self, event: e.CallEnded | e.CallFailed | e.WordLeft) -> None:
        posts_of = self._world.state.setup.contacts.posts_of
        self._wake(post for person in self._talking.pop(event.call, ()) for post in posts_of.get(person, ()))

    def _decided(self, _event: e.LevelJudged | e.OptionChosen) -> None:
        self._idle -= self._world.state.setup.contacts.decided
        self._wake(self._bells)

    def _turned(self, _event: e.PersonMarked | e.LeaveBegan | e.LeaveEnded | e.PostHandedOver) -> None:
        self._idle.clear()
        self._wake(self._bells)

    def _wake(self, posts: Iterable[str]) -> None:
        for post in dict.fromkeys(posts):
            if post in self._bells and post not in self._idle:
                self._bells[post].ring()

    def _learned(self, post: str, message: str) -> None:
        world = self._world
        if world.state.played(post) or (post, message) in self._ready:
            return
        self._idle.discard(post)
        self._ready[post, message] = world.now_ms + self._handling_ms(post, message)
        if post in self._bells:
            self._bells[post].ring()
        else:
            look = partial(self._look, post)
            self._bells[post] = PostBell(world.timeline, rank(Turn.POST, self._index[post]), look)
            world.timeline.call_next(look)

    def _handling_ms(self, post: str, message: str) -> int:
        """From being told to the first contact; whoever does not know where the chart is kept looks for it first."""
        draw = self._world.behaviours
        person = self._world.state.voice(post, message)
        if person is None:
            return 1
        behaviour, first = draw.of(person), post not in self._bells
        delay = draw.duration_ms(behaviour.handling, person, Purpose.HANDLING, message)
        if first and not draw.chance(behaviour.knows_chart, person, Purpose.CHART):
            delay += draw.duration_ms(behaviour.search, person, Purpose.CHART, "search")
        return delay

    def _look(self, post: str) -> None:
        """Take the next step, if there is one, and wait for what may give the post another."""
        world, bell = self._world, self._bells[post]
        step, until = self._choose(post)
        if step is None:
            bell.wait(until)
            return
        key = step.owed.key
        if step.channel is None:
            refused = world.do(StandIn(post, key.target, key.message, key.kind))
            bell.wait(world.now_ms + (LOOK_AGAIN_MS if refused else 1))
        elif step.channel in WRITTEN:
            delay, place = self._write(post, step), rank(Turn.POST, self._index[post])
            world.timeline.call_after(delay, place, partial(self._look, post))
        else:
            call = PlaceCall(post, key.target, step.person, step.channel, key.message, key.kind)
            refused = world.do(call)
            bell.wait(world.now_ms + LOOK_AGAIN_MS if refused else None)

    def _choose(self, post: str) -> tuple[NextTry | None, int | None]:
        """The step to take now, and when to look again if nothing wakes the post before."""
        world = self._world
        state, now = world.state, world.now_ms
        idle, speaking = True, dict[str, bool]()
        soonest = now + LOOK_AGAIN_MS if post in state.setup.contacts.by_the_hour else None
        for owed in owed_by(state, post, now, self._unmade):
            idle, message = False, owed.key.message
            if message not in speaking:
                voice = state.voice(post, message)
                speaking[message] = voice is not None and not state.busy(voice)
            if not speaking[message]:
                continue
            step = next_try(state, owed, now)
            handled = self._ready.get((post, owed.key.message), 0)
            ready = now + LOOK_AGAIN_MS if step is None else max(step.ready_ms, handled)
            if step and ready <= now:
                return step, None
            soonest = ready if soonest is None else min(soonest, ready)
        if idle and soonest is None:
            self._idle.add(post)
        return None, soonest

    def _write(self, post: str, step: NextTry) -> int:
        """Send the message to all whose turn it is; how long writing it takes, in milliseconds."""
        world, key = self._world, step.owed.key
        known, person = world.state.knows(post, key.message), world.state.voice(post, key.message)
        assert known is not None  # nobody owes a message they do not know
        assert person is not None  # _choose() has seen somebody there
        assert step.channel is not None  # nobody writes to themselves
        to = self._together(post, step)
        items = tuple(known.heard)
        world.do(SendMessage(post, tuple(to), step.channel, key.message, key.kind, items, tuple(to.values())))
        spread = world.behaviours.of(person).handling
        return world.behaviours.duration_ms(spread, person, Purpose.HANDLING, f"write|{post}|{key.message}")

    def _together(self, post: str, step: NextTry) -> dict[str, str]:
        """Everybody whose next step is the same written message, with the post: it goes to all at once."""
        state, now, key = self._world.state, self._world.now_ms, step.owed.key
        together = {}
        for owed in owed_by(state, post, now, self._unmade):
            if owed.key.message == key.message and owed.key.kind == key.kind:
                other = next_try(state, owed, now)
                if other and other.channel == step.channel and other.ready_ms <= now:
                    together[owed.key.target] = other.person
        return together
